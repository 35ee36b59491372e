import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { embedJson, html, link } from "../../../src/report/html/markup.ts";

describe("html", () => {
  it.each([
    ["a tag", html`<p>${"<script>alert(1)</script>"}</p>`, "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
    [
      "the end of an attribute",
      html`<p title="${'"><img onerror=x>'}"></p>`,
      '<p title="&quot;&gt;&lt;img onerror=x&gt;"></p>',
    ],
    ["an entity", html`${"&lt;"}`, "&amp;lt;"],
    ["marks that turn the direction", html`${"a\u202eb\u2066c"}`, "a\ufffdb\ufffdc"],
    ["controls", html`${"a\u0000b\u001b[31m"}`, "a\ufffdb\ufffd[31m"],
    ["a list of text and markup", html`<ul>${["<", html`<li></li>`]}</ul>`, "<ul>&lt;<li></li></ul>"],
    ["numbers", html`${0} ${1.5}`, "0 1.5"],
    ["nothing", html`${null}${undefined}${false}${[]}`, ""],
    ["a space before a part", html`a${html` b`}`, "a b"],
  ])("shows %s", (_, markup, text) => {
    expect(`${markup}`).toBe(text);
  });

  it("lets no text open a tag, an attribute or an entity", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(`${html`${text}`}`.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, "")).not.toMatch(/[<>"'&]/);
      }),
    );
  });

  it("refuses a part in an attribute without quotes", () => {
    expect(() => html`<p class=${"x"}>`).toThrow("without quotes");
  });
});

describe("embedJson", () => {
  it("keeps all data, and nothing of it can end the element", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const text = `${embedJson(data)}`;
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)));
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      }),
    );
  });

  it.each(["</script>", "<!--", "]]>", "\u2028"])("hides %s", (text) => {
    expect(`${embedJson({ text })}`).not.toContain(text);
  });
});

describe("link", () => {
  it.each([
    ["javascript:alert(1)", "x"],
    [" javascript:alert(1)", "x"],
    ["data:text/html,x", "x"],
    ["https://", "x"],
    [undefined, "x"],
    ['https://a.example/?a=1&b="', '<a href="https://a.example/?a=1&amp;b=%22" rel="noopener noreferrer">x</a>'],
  ])("of %s is %s", (url, markup) => {
    expect(`${link(url, "x")}`).toBe(markup);
  });
});
