import type { Seen } from "../cohort/floor.ts";
import { escapeMarkdown as md, markdownTable as table } from "./markdown-text.ts";
import { bar } from "./page.ts";
import { type ShownPart, type ShownSection, type ShownSummary, shareIn } from "./summary.ts";
import { number, percent } from "./words.ts";

/** The summary of a cohort in GitHub Markdown. */
export function summaryAsMarkdown({ title, intro, sections, notes, heads }: ShownSummary): string {
  const parts = [
    `# ${md(title)}`,
    intro.map(md).join(" "),
    ...sections.flatMap((section) => writeSection(section, heads)),
    ...notes.map(md),
  ];
  return `${parts.join("\n\n")}\n`;
}

function writeSection({ title, say, parts }: ShownSection, heads: Heads): string[] {
  const told = say === "" ? [] : [md(say)];
  const written = parts.flatMap((part) => [
    ...(part.title === "" ? [] : [`### ${md(part.title)}`]),
    writePart(part, heads),
  ]);
  return [`## ${md(title)}`, ...told, ...written];
}

const barWidth = 20;

type Heads = ShownSummary["heads"];

function writePart(part: ShownPart, heads: Heads): string {
  switch (part.type) {
    case "bars": {
      const share = shareIn(part);
      return table(
        ["", heads.people, heads.share, ""],
        part.rows.map(({ name, count, say }) => [
          md(say === undefined ? name : `${name}: ${say}`),
          figure(count),
          count === null || part.total === null ? "" : percent(share(count)),
          bar(share(count), barWidth, true),
        ]),
      );
    }
    case "shares":
      return table(
        ["", heads.share, ""],
        part.rows.map(({ name, share }) => [md(name), percent(share), bar(share, barWidth, true)]),
      );
    case "table":
      return table(
        ["", ...part.columns.map(({ name }) => md(name))],
        part.rows.map(({ name, counts }) => [md(name), ...counts.map(figure)]),
      );
  }
}

function figure(count: Seen): string {
  return count === null ? "·" : number(count);
}
