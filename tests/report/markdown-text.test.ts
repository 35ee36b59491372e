import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { escapeMarkdown, markdownLink } from "../../src/report/markdown-text.ts";

describe("escapeMarkdown", () => {
  const places: readonly (readonly [string, (text: string) => string, RegExp])[] = [
    ["a paragraph", (text) => text, /^<p>(.*)<\/p>\n$/s],
    ["a second line", (text) => `x\n${text}`, /^<p>x\n(.*)<\/p>\n$/s],
    ["a list item", (text) => `- ${text}\n- z`, /^<ul>\n<li>(.*)<\/li>\n<li>z<\/li>\n<\/ul>\n$/s],
    ["a heading", (text) => `## ${text}`, /^<h2>(.*)<\/h2>\n$/s],
    [
      "a cell of a table",
      (text) => `| a | b |\n| --- | --- |\n| ${text} | z |`,
      /<tbody><tr>\n<td>(.*)<\/td>\n<td>z<\/td>\n<\/tr>\n<\/tbody><\/table>\n$/s,
    ],
  ];

  it.each(places)("shows any text letter for letter in %s", (_, put, shape) => {
    fc.assert(
      fc.property(text(), (given) => {
        const shown = shape.exec(marked.parse(put(escapeMarkdown(given)), { async: false }))?.[1];
        expect(shown).not.toMatch(/<(?!$)/);
        expect(decode(shown ?? "nothing of this shape")).toBe(given.replaceAll(/\s+/g, " ").trim());
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["C# & C++ <b>bold</b>", "C# &amp; C++ &lt;b&gt;bold&lt;/b&gt;"],
    ["a | b", "a &#124; b"],
    ["- not a list", "\\- not a list"],
    ["1. not a list", "1\\. not a list"],
    ["# not a heading", "\\# not a heading"],
    ["> not a quote", "&gt; not a quote"],
    ["[text](javascript:alert)", "\\[text\\](javascript:alert)"],
    ["snake_case and *stars*", "snake\\_case and \\*stars\\*"],
    ["$5 and $6", "\\$5 and \\$6"],
    ["two\nlines", "two lines"],
    ["see https://example.com", "see https&#58;//example.com"],
    ["Plain words, as most are.", "Plain words, as most are."],
  ])("writes %j as %j", (given, written) => {
    expect(escapeMarkdown(given)).toBe(written);
  });
});

describe("markdownLink", () => {
  it.each([
    ["https://example.com/a(b)?c=d|e", "[text](<https://example.com/a(b)?c=d%7Ce>)"],
    ["http://example.com", "[text](<http://example.com/>)"],
    ["https://example.com/>)[x](<javascript:alert(1)", "[text](<https://example.com/%3E)[x](%3Cjavascript:alert(1)>)"],
    ["javascript:alert(1)", "text"],
    ["data:text/html,x", "text"],
    ["https://", "text"],
    [undefined, "text"],
  ])("links %j as %j", (url, written) => {
    expect(markdownLink("text", url)).toBe(written);
  });

  it("escapes what it shows", () => {
    expect(markdownLink("a] <b>", "https://example.com/")).toBe("[a\\] &lt;b&gt;](<https://example.com/>)");
  });
});

/** Text with more of what Markdown acts on than chance would give. */
function text(): fc.Arbitrary<string> {
  const marks = [..."\\`*_[](){}<>&|#+-=.!~$^:@/\"' \n1a"];
  const words = ["http://x.yz", "www.x.yz", "a@b.cd", "&amp;", "1. ", "- ", "```", "<!--", "---", "==="];
  const atom = fc.oneof(fc.constantFrom(...marks, ...words), fc.stringMatching(/^[a-zé€]{1,4}$/));
  return fc
    .array(atom, { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(""))
    .filter((t) => t.trim() !== "");
}

function decode(html: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return html.replaceAll(/&(?:#(\d+)|([a-z]+));/g, (_, code?: string, name?: string) =>
    code === undefined ? (named[name ?? ""] ?? "?") : String.fromCodePoint(Number(code)),
  );
}
