import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { Citations, sourcesAsMarkdown } from "./citations.ts";
import { type Block, type Document, hasContent, mostWeight, type Said, type Section } from "./document.ts";
import { markdownList as list, escapeMarkdown as md, markdownTable as table } from "./markdown-text.ts";
import { bar } from "./page.ts";

type Cite = (said: Said) => string;

/** A document in GitHub Markdown: a paragraph to a line. */
export function documentAsMarkdown({ title, sections }: Document, pack: Pack): string {
  return [`# ${md(title)}`, ...sectionsAsMarkdown(sections, pack)].join("\n\n").concat("\n");
}

/** Headings and texts of the sections, and last the sources that they cite. */
export function sectionsAsMarkdown(sections: readonly Section[], pack: Pack): string[] {
  const citations = new Citations(pack.sources);
  const cite: Cite = (said) => citations.write(said, md);
  const texts = sections
    .filter(hasContent)
    .flatMap(({ heading, block }) => [
      ...(heading === undefined ? [] : [`## ${md(heading)}`]),
      writeBlock(block, cite),
    ]);
  const cited = sourcesAsMarkdown(citations);
  return [...texts, ...(cited === "" ? [] : [`## ${md(say(pack, "headings.sources"))}`, cited])];
}

function writeBlock(block: Block, cite: Cite): string {
  switch (block.type) {
    case "paragraphs":
      return block.says.map(cite).join("\n\n");
    case "points":
      return list(block.says.map(cite));
    case "index":
      return list(block.entries.map(({ id, name }) => `\`${id}\`: ${md(name)}`));
    case "entries":
      return block.entries
        .flatMap(({ id, name, says = [], points = [] }) => [
          `### ${md(name)}${id === undefined ? "" : ` (\`${id}\`)`}`,
          ...says.map(cite),
          ...(points.length > 0 ? [list(points.map(cite))] : []),
        ])
        .join("\n\n");
    case "amounts":
      return list(
        block.amounts.map(({ amount, title, says = [] }) =>
          [`**${md(amount)}** ${md(title)}${says.length > 0 ? ":" : ""}`, ...says.map(cite)].join(" "),
        ),
      );
    case "weights":
      return table(
        block.heads,
        block.weights.map(({ name, weight, because }) => [
          `${bar(weight / mostWeight, mostWeight, true)} ${weight}`,
          md(name),
          cite(because),
        ]),
      );
    case "table":
      return table(
        ["", ...block.heads.map(md)],
        block.rows.map(({ name, cells }) => [`**${md(name)}**`, ...cells.map((cell) => cell.map(cite).join("<br>"))]),
      );
  }
}
