import { formatNumber } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { type BarChart, type CountTable, figure, type SectionView, type SummaryView } from "./summary-parts.ts";
import { bar, limitGlyphs, type Page, pad, textWidth, wrap } from "./terminal-page.ts";

const indent = "  ";

/** The summary of a cohort for a terminal. */
export function summaryAsText(pack: Pack, { title, intro, sections, notes }: SummaryView, page: Page): string {
  const { width, paint } = page;
  const parts = [
    paint.bold.cyan(wrap(title, width)),
    ...intro.map((say) => wrap(say, width, indent)),
    ...sections.map((section) => `\n${laySection(pack, section, page)}`),
    "",
    ...notes.map((note) => paint.dim(wrap(note, width))),
  ];
  return limitGlyphs(`${parts.join("\n")}\n`, page);
}

function laySection(pack: Pack, { title, say, parts }: SectionView, page: Page): string {
  const { width, paint } = page;
  const blocks = parts.map((part) => {
    const lines = part.type === "bars" ? layBars(part, page) : layTable(pack, part, page);
    return [...(part.title === "" ? [] : [wrap(paint.bold(part.title), width, indent)]), ...lines].join("\n");
  });
  const explanation = say === "" ? [] : [paint.dim(wrap(say, width, indent))];
  const gap = parts.some((part) => part.title !== "") ? "\n\n" : "\n";
  return [paint.bold(title), ...explanation, blocks.join(gap)].join("\n");
}

/** Lays out a line of name, bar and figures for each row. A long name continues on lines below. */
function layBars({ rows }: BarChart, { width, paint, unicode }: Page): string[] {
  const beside = rows.map(({ figures }) => figures.map((text, i) => (i === 0 ? text : text.padStart(4))).join(" "));
  const figures = Math.max(0, ...beside.map(({ length }) => length));
  const longest = Math.max(0, ...rows.map(({ name }) => textWidth(name)));
  const column = Math.min(longest, Math.floor((width - figures) / 2));
  const room = Math.max(4, width - indent.length - column - figures - 4);
  return rows.flatMap(({ name, share, say }, row) => {
    const [first = "", ...more] = wrap(name, column).split("\n");
    const line = paint.cyan(pad(bar(share ?? 0, room, unicode), room));
    return [
      `${indent}${pad(first, column)}  ${line}  ${beside[row]?.padStart(figures)}`.trimEnd(),
      ...more.map((line) => indent + line),
      ...(say === undefined ? [] : [paint.dim(wrap(say, width, indent + indent))]),
    ];
  });
}

function layTable(pack: Pack, { columns, rows }: CountTable, { width, paint }: Page): string[] {
  const widths = columns.map(({ name, total }) => Math.max(textWidth(name), formatNumber(pack, total).length) + 2);
  const room = width - indent.length - widths.reduce((sum, width) => sum + width, 0);
  const line = (name: string, cells: readonly string[]) => {
    const [first = "", ...more] = wrap(name, Math.max(12, room)).split("\n");
    const right = cells.map((cell, i) => " ".repeat((widths[i] ?? 0) - textWidth(cell)) + cell);
    return [`${indent}${pad(first, Math.max(12, room))}${right.join("")}`, ...more.map((rest) => indent + rest)];
  };
  const heads = columns.map(({ name }) => name);
  const figures = rows.map(({ name, counts }) => ({ name, cells: counts.map((count) => figure(pack, count)) }));
  return [
    ...line("", heads).map((head) => paint.dim(head)),
    ...figures.flatMap(({ name, cells }) => line(name, cells)),
  ];
}
