import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { loadFolder } from "../../src/pack/load-folder.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { pageOf } from "../../src/report/terminal-page.ts";
import { renderText } from "../../src/report/text.ts";
import { respondents } from "../cohort/rows.ts";

const page = pageOf(60, false, true);
const packs = [builtIn, loadFolder("data/packs/technology-leadership")];

describe.each(packs.map((pack) => ({ id: pack.id, pack })))("whatever is answered to $id", ({ pack }) => {
  const advices = [...respondents(pack, 60)].map((answers) => advise(pack, answers));

  it("cites the sources that the record lists, and no other", () => {
    for (const advice of advices) {
      const [before = ""] = JSON.stringify(advice).split('"sources":{');
      const tried = advice.evidence === null ? [] : (pack.evidence?.sources ?? []);
      for (const id of Object.keys(pack.sources))
        expect(id in advice.sources, id).toBe(before.includes(`"${id}"`) || tried.includes(id));
    }
  });

  it("leaves no heading without a body and no placeholder unfilled, in text and in Markdown", () => {
    for (const advice of advices) {
      for (const details of [false, true]) {
        const text = renderText(pack, advice, { page, details });
        expect(text).not.toMatch(/undefined|null|NaN|\[\]|\{[a-z]+\}|\[object|^\S.*\n\n\n/m);
        const long = text
          .split("\n")
          .filter((line) => stringWidth(line) > 60 && !/^\s+https?:|^ *role-advisor /.test(line));
        expect(long).toEqual([]);
      }
      expect(renderMarkdown(pack, advice)).not.toMatch(/undefined|null|NaN|\[\]|\{[a-z]+\}|^## .*\n\n(?=## )/m);
    }
  });
});
