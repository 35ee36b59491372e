import { Citations, ended } from "./citations.ts";
import { type Block, type Document, hasContent, mostWeight, type Said } from "./document.ts";
import { escapeMarkdown, markdownLink } from "./markdown-text.ts";
import { bar } from "./page.ts";

type Cite = (said: Said) => string;

/** A document in GitHub Markdown: a paragraph to a line. */
export function documentAsMarkdown({ title, sections, sources }: Document): string {
  const citations = new Citations(sources);
  const cite: Cite = ({ say, sources: ids = [] }) => `${escapeMarkdown(say)} ${citations.cite(ids)}`.trimEnd();
  const told = sections
    .filter(hasContent)
    .flatMap(({ heading, block }) => [
      ...(heading === undefined ? [] : [`## ${escapeMarkdown(heading)}`]),
      ...writeBlock(block, cite),
    ]);
  const cited = citations.list().map(({ number, source: { title, by, year, note, url } }) => {
    const about = [markdownLink(title, url), escapeMarkdown(by), year].filter((part) => part !== undefined).join(", ");
    return `${number}. ${ended(about)} ${escapeMarkdown(note ?? "")}`.trimEnd();
  });
  const listed = cited.length === 0 ? [] : ["## Sources", cited.join("\n")];
  return `${[`# ${escapeMarkdown(title)}`, ...told, ...listed].join("\n\n")}\n`;
}

function writeBlock(block: Block, cite: Cite): string[] {
  if (block.type === "paragraphs") return block.says.map(cite);
  if (block.type === "points") return [list(block.says, cite)];
  if (block.type === "table") {
    const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const inCell = (said: readonly Said[]) => said.map(cite).join("<br>");
    return [
      [
        row(["", ...block.heads.map(escapeMarkdown)]),
        row(["---", ...block.heads.map(() => "---")]),
        ...block.rows.map(({ name, cells }) => row([`**${escapeMarkdown(name)}**`, ...cells.map(inCell)])),
      ].join("\n"),
    ];
  }
  if (block.type === "weights") {
    const rows = block.weights.map(
      ({ name, weight, because }) =>
        `| ${bar(weight / mostWeight, mostWeight, true)} ${weight} | ${escapeMarkdown(name)} | ${cite(because)} |`,
    );
    return [["| Weight | Trait | Because |", "| --- | --- | --- |", ...rows].join("\n")];
  }
  if (block.type === "index") {
    return [block.entries.map(({ id, name }) => `- \`${id}\`: ${escapeMarkdown(name)}`).join("\n")];
  }
  return block.entries.flatMap(({ id, name, says, points = [] }) => [
    `### ${escapeMarkdown(name)}${id === undefined ? "" : ` (\`${id}\`)`}`,
    ...says.map(cite),
    ...(points.length > 0 ? [list(points, cite)] : []),
  ]);
}

function list(says: readonly Said[], cite: Cite): string {
  return says.map((said) => `- ${cite(said)}`).join("\n");
}
