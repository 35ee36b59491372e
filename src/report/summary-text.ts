import { formatNumber, formatShare } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { bar, finished, type Page, pad, textWidth, wrap } from "./page.ts";
import { figure, type ShownPart, type ShownSection, type ShownSummary, shareIn } from "./shown-summary.ts";

const indent = "  ";

/** The summary of a cohort for a terminal, top down. */
export function summaryAsText(pack: Pack, { title, intro, sections, notes }: ShownSummary, page: Page): string {
  const { width, paint } = page;
  const parts = [
    paint.bold.cyan(wrap(title, width)),
    ...intro.map((say) => wrap(say, width, indent)),
    ...sections.map((section) => `\n${laySection(pack, section, page)}`),
    "",
    ...notes.map((note) => paint.dim(wrap(note, width))),
  ];
  return finished(`${parts.join("\n")}\n`, page);
}

function laySection(pack: Pack, { title, say, parts }: ShownSection, page: Page): string {
  const { width, paint } = page;
  const laid = parts.map((part) =>
    [...(part.title === "" ? [] : [wrap(paint.bold(part.title), width, indent)]), ...layPart(pack, part, page)].join(
      "\n",
    ),
  );
  const told = say === "" ? [] : [paint.dim(wrap(say, width, indent))];
  const gap = parts.some((part) => part.title !== "") ? "\n\n" : "\n";
  return [paint.bold(title), ...told, ...(laid.length === 0 ? [] : [laid.join(gap)])].join("\n");
}

function layPart(pack: Pack, part: ShownPart, page: Page): string[] {
  switch (part.type) {
    case "bars":
      return layBars(
        part.rows.map(({ name, count, say }) => {
          const share = shareIn(part)(count);
          const percent = part.total === null ? "" : ` ${(count === null ? "" : formatShare(pack, share)).padStart(4)}`;
          return { name, say, share, figure: `${figure(pack, count)}${percent}` };
        }),
        page,
      );
    case "shares":
      return layBars(
        part.rows.map(({ name, share }) => ({
          name,
          share: share ?? 0,
          figure: share === null ? "" : formatShare(pack, share),
        })),
        page,
      );
    case "table":
      return layTable(pack, part, page);
  }
}

interface Bar {
  readonly name: string;
  readonly share: number;
  readonly figure: string;
  readonly say?: string | undefined;
}

/** Name, bar, figures; a long name goes on below its first line. */
function layBars(bars: readonly Bar[], { width, paint, unicode }: Page): string[] {
  const figures = Math.max(0, ...bars.map((one) => one.figure.length));
  const longest = Math.max(0, ...bars.map(({ name }) => textWidth(name)));
  const column = Math.min(longest, Math.floor((width - figures) / 2));
  const room = Math.max(4, width - indent.length - column - figures - 4);
  return bars.flatMap(({ name, share, figure, say }) => {
    const [first = "", ...more] = wrap(name, column).split("\n");
    const drawn = pad(bar(share, room, unicode), room);
    return [
      `${indent}${pad(first, column)}  ${paint.cyan(drawn)}  ${figure.padStart(figures)}`.trimEnd(),
      ...more.map((line) => indent + line),
      ...(say === undefined ? [] : [paint.dim(wrap(say, width, indent + indent))]),
    ];
  });
}

function layTable(
  pack: Pack,
  { columns, rows }: Extract<ShownPart, { type: "table" }>,
  { width, paint }: Page,
): string[] {
  const widths = columns.map(({ name, total }) => Math.max(textWidth(name), formatNumber(pack, total).length) + 2);
  const room = width - indent.length - widths.reduce((n, one) => n + one, 0);
  const line = (name: string, cells: readonly string[]) => {
    const [first = "", ...more] = wrap(name, Math.max(12, room)).split("\n");
    const right = cells.map((cell, i) => " ".repeat((widths[i] ?? 0) - textWidth(cell)) + cell);
    return [`${indent}${pad(first, Math.max(12, room))}${right.join("")}`, ...more.map((rest) => indent + rest)];
  };
  return [
    ...line(
      "",
      columns.map(({ name }) => name),
    ).map((head) => paint.dim(head)),
    ...rows.flatMap(({ name, counts }) =>
      line(
        name,
        counts.map((count) => figure(pack, count)),
      ),
    ),
  ];
}
