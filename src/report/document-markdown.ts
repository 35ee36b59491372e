import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { Citations, withFullStop } from "./citations.ts";
import { type Document, hasContent, mostWeight, type Section, type Sentence } from "./document.ts";
import { markdownList as list, markdownLink, escapeMarkdown as md, markdownTable as table } from "./markdown-text.ts";
import { bar } from "./terminal-page.ts";

type Cite = (sentence: Sentence) => string;

/** Renders a document as GitHub Markdown, with each paragraph on one line. */
export function documentAsMarkdown({ title, sections }: Document, pack: Pack): string {
  return [`# ${md(title)}`, ...sectionsAsMarkdown(sections, pack)].join("\n\n").concat("\n");
}

/** Renders headings and texts of the sections, followed by the list of the sources that they cite. */
export function sectionsAsMarkdown(sections: readonly Section[], pack: Pack): string[] {
  const citations = new Citations(pack.sources);
  const cite: Cite = (sentence) => citations.write(sentence, md);
  const texts = sections
    .filter(hasContent)
    .flatMap((section) => [
      section.heading === undefined ? "" : `## ${md(section.heading)}`,
      ...writeBody(section, cite),
    ])
    .filter((text) => text !== "");
  const cited = sourcesAsMarkdown(citations);
  return [...texts, ...(cited === "" ? [] : [`## ${md(say(pack, "headings.sources"))}`, cited])];
}

/** Renders each field of a section as one text, or as "" if the section lacks it. */
function writeBody(section: Section, cite: Cite): string[] {
  const { paragraphs = [], points = [], index = [], entries = [], amounts = [], weights = [], rows = [] } = section;
  const { heads = [] } = section;
  const weightRows = weights.map(({ name, weight, because }) => [
    `${bar(weight / mostWeight, mostWeight, true)} ${weight}`,
    md(name),
    cite(because),
  ]);
  const tableRows = rows.map((row) => [`**${md(row.name)}**`, ...row.cells.map((cell) => cell.map(cite).join("<br>"))]);
  return [
    ...paragraphs.map(cite),
    list(points.map(cite)),
    list(index.map(({ id, name }) => `\`${id}\`: ${md(name)}`)),
    ...entries.flatMap(({ id, name, says = [], points = [] }) => [
      `### ${md(name)}${id === undefined ? "" : ` (\`${id}\`)`}`,
      ...says.map(cite),
      list(points.map(cite)),
    ]),
    list(
      amounts.map(({ amount, title, says = [] }) =>
        [`**${md(amount)}** ${md(title)}${says.length > 0 ? ":" : ""}`, ...says.map(cite)].join(" "),
      ),
    ),
    weightRows.length > 0 ? table(heads, weightRows) : "",
    tableRows.length > 0 ? table(["", ...heads.map(md)], tableRows) : "",
  ];
}

function sourcesAsMarkdown(citations: Citations): string {
  return citations
    .list()
    .map(({ number, source: { title, by, year, note, url } }) => {
      const about = [markdownLink(title, url), md(by), year].filter((part) => part !== undefined).join(", ");
      return `${number}. ${withFullStop(about)} ${md(note ?? "")}`.trimEnd();
    })
    .join("\n");
}
