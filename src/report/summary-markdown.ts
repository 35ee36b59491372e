import { formatShare } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { escapeMarkdown as md, markdownTable as table } from "./markdown-text.ts";
import { bar } from "./page.ts";
import { figure, type ShownPart, type ShownSection, type ShownSummary, shareIn } from "./shown-summary.ts";

/** The summary of a cohort in GitHub Markdown. */
export function summaryAsMarkdown(pack: Pack, { title, intro, sections, notes }: ShownSummary): string {
  const parts = [
    `# ${md(title)}`,
    intro.map(md).join(" "),
    ...sections.flatMap((section) => writeSection(pack, section)),
    ...notes.map(md),
  ];
  return `${parts.join("\n\n")}\n`;
}

function writeSection(pack: Pack, { title, say: told, parts }: ShownSection): string[] {
  const written = parts.flatMap((part) => [
    ...(part.title === "" ? [] : [`### ${md(part.title)}`]),
    writePart(pack, part),
  ]);
  return [`## ${md(title)}`, ...(told === "" ? [] : [md(told)]), ...written];
}

const barWidth = 20;

function writePart(pack: Pack, part: ShownPart): string {
  const [people, shareOf] = [say(pack, "cohort.head-people"), say(pack, "cohort.head-share")];
  switch (part.type) {
    case "bars": {
      const share = shareIn(part);
      return table(
        ["", people, shareOf, ""],
        part.rows.map(({ name, count, say: told }) => [
          md(told === undefined ? name : `${name}: ${told}`),
          figure(pack, count),
          count === null || part.total === null ? "" : formatShare(pack, share(count)),
          bar(share(count), barWidth, true),
        ]),
      );
    }
    case "shares":
      return table(
        ["", shareOf, ""],
        part.rows.map(({ name, share }) =>
          share === null ? [md(name), "", ""] : [md(name), formatShare(pack, share), bar(share, barWidth, true)],
        ),
      );
    case "table":
      return table(
        ["", ...part.columns.map(({ name }) => md(name))],
        part.rows.map(({ name, counts }) => [md(name), ...counts.map((count) => figure(pack, count))]),
      );
  }
}
