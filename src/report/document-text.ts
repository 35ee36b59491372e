import { Citations, ended, sourceLine } from "./citations.ts";
import { type Block, type Document, hasContent, mostWeight, type Row, type Said } from "./document.ts";
import { bar, finished, type Page, pad, wrap } from "./page.ts";

const indent = "  ";
const deeper = "    ";
/** Below this width the cells of a table stand one below the other. */
const leastForColumns = 72;

type Cite = (said: Said) => string;

/** A document for a terminal. */
export function documentAsText({ title, sections, sources }: Document, page: Page): string {
  const { width, paint } = page;
  const citations = new Citations(sources);
  const cite: Cite = ({ say, sources: ids = [] }) => `${say} ${citations.cite(ids)}`.trimEnd();
  const under = (heading: string | undefined, lines: readonly string[]) =>
    [...(heading === undefined ? [] : [paint.bold(heading)]), ...lines].join("\n");
  const laid = sections.filter(hasContent).map(({ heading, block }) => under(heading, layBlock(block, page, cite)));
  const cited = citations.list().map(({ number, source }) => {
    const told = [ended(sourceLine(source)), source.note, source.url].filter((part) => part !== undefined);
    return paint.dim(wrap(`[${number}] ${told.join(" ")}`, width, "      ", indent));
  });
  const parts = [paint.bold.cyan(wrap(title, width)), ...laid, ...(cited.length > 0 ? [under("Sources", cited)] : [])];
  return finished(`${parts.join("\n\n")}\n`, page);
}

function layBlock(block: Block, page: Page, cite: Cite): string[] {
  const { width, paint } = page;
  if (block.type === "paragraphs") return block.says.map((said) => wrap(cite(said), width, indent));
  if (block.type === "points") return block.says.map((said) => wrap(cite(said), width, deeper, `${indent}- `));
  if (block.type === "table") return layTable(block.heads, block.rows, page, cite);
  if (block.type === "weights") {
    const inner = " ".repeat(indent.length + mostWeight + 4);
    return block.weights.flatMap(({ name, weight, because }) => [
      wrap(
        name,
        width,
        inner,
        `${indent}${paint.cyan(pad(bar(weight / mostWeight, mostWeight, page.unicode), mostWeight))} ${weight}  `,
      ),
      paint.dim(wrap(cite(because), width, inner)),
    ]);
  }
  if (block.type === "index") {
    const column = Math.max(...block.entries.map(({ id }) => id.length)) + 2;
    return block.entries.map(({ id, name }) =>
      wrap(name, width, " ".repeat(indent.length + column), `${indent}${paint.cyan(pad(id, column))}`),
    );
  }
  return block.entries.flatMap(({ id, name, says, points = [] }) => [
    wrap(`${id === undefined ? "" : `${paint.cyan(id)}  `}${paint.bold(name)}`, width, deeper, indent),
    ...says.map((said) => wrap(cite(said), width, deeper)),
    ...points.map((said) => wrap(cite(said), width, `${deeper}${indent}`, `${deeper}- `)),
  ]);
}

/** Each row's name on a line of its own, and its cells below it in columns. */
function layTable(heads: readonly string[], rows: readonly Row[], page: Page, cite: Cite): string[] {
  if (page.width < leastForColumns) return stackTable(heads, rows, page, cite);
  const column = Math.floor((page.width - indent.length) / heads.length);
  const inColumns = (cells: readonly (readonly string[])[]) =>
    Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, line) =>
      `${indent}${cells.map((lines) => pad(lines[line] ?? "", column)).join("")}`.trimEnd(),
    );
  const inCell = (said: Said, _: number, { length }: readonly Said[]) =>
    wrap(cite(said), column - 2, length > 1 ? indent : "", length > 1 ? "- " : "").split("\n");
  return [
    ...inColumns(heads.map((head) => wrap(page.paint.bold(head), column - 2).split("\n"))),
    ...rows.flatMap(({ name, cells }) => [
      "",
      page.paint.bold(name),
      ...inColumns(cells.map((cell) => cell.flatMap(inCell))),
    ]),
  ];
}

function stackTable(heads: readonly string[], rows: readonly Row[], { width, paint }: Page, cite: Cite): string[] {
  return rows.flatMap(({ name, cells }, i) => [
    ...(i === 0 ? [] : [""]),
    paint.bold(name),
    ...cells.flatMap((cell, n) =>
      cell.length === 0
        ? []
        : [
            wrap(paint.bold(heads[n] ?? ""), width, indent),
            ...cell.map((said) =>
              wrap(cite(said), width, `${deeper}${indent}`, cell.length > 1 ? `${deeper}- ` : deeper),
            ),
          ],
    ),
  ]);
}
