import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { roleAdvisor } from "../world.ts";

const hostile = `<script>alert(1)</script> | [x](javascript:alert(1)) *a* \`b\` # c`;

it("role-advisor --example reader-a --format markdown", async () => {
  expect((await roleAdvisor("-e", "reader-a", "-f", "markdown")).stdout).toMatchSnapshot();
});

describe.each(builtIn.examples.map(({ name }) => name))("--example %s", (name) => {
  it("makes tables of equal rows, and cites only what it lists", async () => {
    const { stdout } = await roleAdvisor("-e", name, "-f", "markdown");
    const tokens = marked.lexer(stdout);
    for (const token of tokens) {
      if (token.type === "table") for (const row of token["rows"]) expect(row).toHaveLength(token["header"].length);
    }
    const cited = [...stdout.matchAll(/\[(\d+(?:, \d+)*)\]/g)].flatMap(([, ids]) =>
      (ids as string).split(", ").map(Number),
    );
    const listed = [...(stdout.split("## Sources")[1] ?? "").matchAll(/^(\d+)\. /gm)].map(([, n]) => Number(n));
    expect(new Set(cited)).toEqual(new Set(listed));
    expect(stdout).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

it("shows hostile text of a pack letter for letter", () => {
  const pack: Pack = {
    ...builtIn,
    title: hostile,
    questions: builtIn.questions.map((q) => ({ ...q, options: q.options.map((o) => ({ ...o, label: hostile })) })),
  };
  const html = marked.parse(renderMarkdown(pack, advise(pack, builtIn.examples[0]?.answers ?? {})), { async: false });
  expect(html).not.toMatch(/<script|<a href="javascript|<em>a/);
  const shown = html.replaceAll("&#58;", ":").replaceAll("&#124;", "|").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  expect(shown).toContain(hostile);
});
