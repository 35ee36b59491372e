import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { Citations, sourceLine } from "./citations.ts";
import {
  type Amount,
  type Document,
  hasContent,
  mostWeight,
  type Section,
  type Sentence,
  type Weight,
} from "./document.ts";
import { bar, leastForColumns, limitGlyphs, type Page, pad, sideBySide, textWidth, wrap } from "./terminal-page.ts";

const indent = "  ";
const deeper = "    ";

type Table = Required<Pick<Section, "heads" | "rows">>;
type Cite = (sentence: Sentence) => string;

export function documentAsText({ title, sections }: Document, pack: Pack, page: Page): string {
  const parts = [page.paint.bold.cyan(wrap(title, page.width)), ...sectionsAsText(sections, pack, page)];
  return limitGlyphs(`${parts.join("\n\n")}\n`, page);
}

/** Renders each section as one text, followed by the list of the sources that they cite. */
export function sectionsAsText(sections: readonly Section[], pack: Pack, page: Page): string[] {
  const { width, paint } = page;
  const citations = new Citations(pack.sources);
  const cite: Cite = (sentence) => citations.write(sentence);
  const under = (heading: string | undefined, lines: readonly string[]) =>
    [...(heading === undefined ? [] : [paint.bold(heading)]), ...lines].join("\n");
  const texts = sections.filter(hasContent).map((section) => under(section.heading, layBody(section, page, cite)));
  const cited = sourcesAsText(citations, width);
  return [...texts, ...(cited.length > 0 ? [under(say(pack, "headings.sources"), cited)] : [])];
}

function layBody(section: Section, page: Page, cite: Cite): string[] {
  const { paragraphs = [], points = [], index = [], entries = [], amounts = [], weights = [], rows = [] } = section;
  const { width, paint } = page;
  const table = { heads: section.heads ?? [], rows };
  const isStacked = page.isSpoken || width < leastForColumns;
  return [
    ...paragraphs.map((sentence) => wrap(cite(sentence), width, indent)),
    ...points.map((sentence) => wrap(cite(sentence), width, deeper, `${indent}- `)),
    ...layIndex(index, page),
    ...entries.flatMap(({ id, name, says = [], points = [] }) => [
      wrap(`${id === undefined ? "" : `${paint.cyan(id)}  `}${paint.bold(name)}`, width, deeper, indent),
      ...says.map((sentence) => wrap(cite(sentence), width, deeper)),
      ...points.map((sentence) => wrap(cite(sentence), width, `${deeper}${indent}`, `${deeper}- `)),
    ]),
    ...layAmounts(amounts, page, cite),
    ...weights.flatMap((weight) => layWeight(weight, page, cite)),
    ...(rows.length === 0 ? [] : isStacked ? stackTable(table, page, cite) : layTable(table, page, cite)),
  ];
}

function layIndex(entries: Required<Section>["index"], { width, paint }: Page): string[] {
  const column = Math.max(0, ...entries.map(({ id }) => id.length)) + 2;
  const inner = indent + " ".repeat(column);
  return entries.map(({ id, name }) => wrap(name, width, inner, indent + paint.cyan(pad(id, column))));
}

function layAmounts(amounts: readonly Amount[], { width, paint }: Page, cite: Cite): string[] {
  const column = Math.max(0, ...amounts.map(({ amount }) => textWidth(amount)));
  const inner = `${indent}${" ".repeat(column + 2)}`;
  return amounts.flatMap(({ amount, title, says = [] }) => [
    wrap(title, width, inner, `${indent}${paint.bold(`${" ".repeat(column - textWidth(amount))}${amount}`)}  `),
    ...says.map((sentence) => wrap(cite(sentence), width, inner)),
  ]);
}

function layWeight({ name, weight, because }: Weight, { width, paint, unicode, isSpoken }: Page, cite: Cite): string[] {
  if (isSpoken) return [wrap(`${name} (${weight}): ${cite(because)}`, width, deeper, indent)];
  const drawn = paint.cyan(pad(bar(weight / mostWeight, mostWeight, unicode), mostWeight));
  const inner = " ".repeat(indent.length + mostWeight + 4);
  return [wrap(name, width, inner, `${indent}${drawn} ${weight}  `), paint.dim(wrap(cite(because), width, inner))];
}

/** Puts the name of each row on a separate line, and its cells below it in columns. */
function layTable({ heads, rows }: Table, page: Page, cite: Cite): string[] {
  const column = Math.floor((page.width - indent.length) / heads.length);
  const inColumns = (cells: readonly (readonly string[])[]) =>
    sideBySide([[], ...cells], [indent.length, ...heads.map(() => column)]);
  const inCell = (sentence: Sentence, _: number, { length }: readonly Sentence[]) =>
    wrap(cite(sentence), column - 2, length > 1 ? indent : "", length > 1 ? "- " : "").split("\n");
  return [
    ...inColumns(heads.map((head) => wrap(page.paint.bold(head), column - 2).split("\n"))),
    ...rows.flatMap(({ name, cells }) => [
      "",
      page.paint.bold(name),
      ...inColumns(cells.map((cell) => cell.flatMap(inCell))),
    ]),
  ];
}

function stackTable({ heads, rows }: Table, { width, paint }: Page, cite: Cite): string[] {
  return rows.flatMap(({ name, cells }, i) => [
    ...(i === 0 ? [] : [""]),
    paint.bold(name),
    ...cells.flatMap((cell, n) => {
      const [inner, first] = cell.length > 1 ? [`${deeper}${indent}`, `${deeper}- `] : [deeper, deeper];
      const lines = cell.map((sentence) => wrap(cite(sentence), width, inner, first));
      return lines.length === 0 ? [] : [wrap(paint.bold(heads[n] ?? ""), width, indent), ...lines];
    }),
  ]);
}

/** Lists the cited sources with notes and addresses. An address is not wrapped, so that a terminal can open it. */
function sourcesAsText(citations: Citations, width: number): string[] {
  return citations.list().flatMap(({ number, source }) => {
    const note = source.note === undefined ? "" : ` ${source.note}`;
    const text = wrap(`[${number}] ${sourceLine(source)}${note}`, width, "      ", "  ");
    return source.url === undefined ? [text] : [text, `      ${source.url}`];
  });
}
