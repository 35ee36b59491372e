import type { Pack } from "../pack/pack.ts";
import { escapeMarkdown as md, markdownTable as table } from "./markdown-text.ts";
import { figure, type PartView, type SectionView, type SummaryView } from "./summary-parts.ts";
import { bar } from "./terminal-page.ts";

const barWidth = 20;

/** The summary of a cohort in GitHub Markdown. */
export function summaryAsMarkdown(pack: Pack, { title, intro, sections, notes }: SummaryView): string {
  const texts = sections.flatMap((section) => writeSection(pack, section));
  return `${[`# ${md(title)}`, intro.map(md).join(" "), ...texts, ...notes.map(md)].join("\n\n")}\n`;
}

function writeSection(pack: Pack, { title, say, parts }: SectionView): string[] {
  const texts = parts.flatMap((part) => [
    ...(part.title === "" ? [] : [`### ${md(part.title)}`]),
    writePart(pack, part),
  ]);
  return [`## ${md(title)}`, ...(say === "" ? [] : [md(say)]), ...texts];
}

function writePart(pack: Pack, part: PartView): string {
  if (part.type === "table") {
    const rows = part.rows.map(({ name, counts }) => [md(name), ...counts.map((count) => figure(pack, count))]);
    return table(["", ...part.columns.map(({ name }) => md(name))], rows);
  }
  const rows = part.rows.map(({ name, say, share, figures }) => [
    md(say === undefined ? name : `${name}: ${say}`),
    ...part.heads.map((_, i) => figures[i] ?? ""),
    bar(share ?? 0, barWidth, true),
  ]);
  return table(["", ...part.heads, ""], rows);
}
