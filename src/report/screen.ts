import type { Advice } from "../advice/advice.ts";
import { formatNumber, listed } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { Citations } from "./citations.ts";
import type { Said } from "./document.ts";
import { type Amounts, firstScreen, firstTrial, type ScreenPart, type ScreenRow } from "./first-screen.ts";
import { bar, type Page, pad, textWidth, wrap } from "./page.ts";
import { commandLine, type Invocation } from "./replay.ts";
import { markAt } from "./role-marks.ts";
import { countAnswered, stagesFrom, verdictInShort } from "./sentences.ts";

const indent = "  ";
/** Below this width the columns of an undecided call stand one below the other. */
const leastForColumns = 72;

/** DESIGN 8: lines at 80 columns, without and with a neighbour; a narrower page takes more. */
const mostLines = { alone: 48, withNeighbour: 52, columns: 80 };

/** The first that fits the screen: notes go first, then reasons. */
const amountsToTry: readonly Amounts[] = [
  { for: 3, against: 1, notes: 4 },
  { for: 3, against: 1, notes: 3 },
  { for: 3, against: 1, notes: 2 },
  { for: 3, against: 1, notes: 1 },
  { for: 3, against: 1, notes: 0 },
  { for: 2, against: 1, notes: 0 },
];

/** One screen: the person, the verdict, why, and what to do next. `start` is how the program starts where the text is read. */
export function renderScreen(pack: Pack, advice: Advice, page: Page, start: Invocation, replay: string): string[] {
  const limit = advice.neighbours.length > 0 ? mostLines.withNeighbour : mostLines.alone;
  const room = limit * Math.max(1, mostLines.columns / page.width);
  let lines: string[] = [];
  for (const amounts of amountsToTry) {
    lines = layScreen(pack, advice, page, start, replay, amounts);
    if (lines.length <= room) break;
  }
  return lines;
}

function layScreen(
  pack: Pack,
  advice: Advice,
  page: Page,
  start: Invocation,
  replay: string,
  amounts: Amounts,
): string[] {
  const citations = new Citations(advice.sources);
  const cite = ({ say: said, sources = [] }: Said) => `${said} ${citations.cite(sources)}`.trimEnd();
  const parts = firstScreen(pack, advice, amounts).flatMap((part) => layPart(part, page, start, cite));
  const screen = [
    ...layTop(pack, advice, page),
    ...parts,
    "",
    ...wrapped(say(pack, "end.limits"), page.width),
    page.paint.cyan(`${replay} --details`),
    ...wrapped(page.paint.bold(lastLine(pack, advice)), page.width),
  ];
  return screen.flatMap((line) => line.split("\n"));
}

/** Title, person, verdict and points. */
export function layTop(pack: Pack, advice: Advice, page: Page): string[] {
  const { width, paint, isSpoken } = page;
  const count = countAnswered(pack, advice);
  const gap = width - textWidth(pack.title) - textWidth(count);
  const title =
    gap > 0 && !isSpoken
      ? [`${pack.title}${" ".repeat(gap)}${paint.dim(count)}`]
      : [pack.title, ...wrapped(count, width)];
  const portrait = advice.portrait.say.join(" ");
  return [
    ...title,
    "",
    ...(portrait === "" ? [] : [...wrapped(portrait, width, indent), ""]),
    ...wrapped(paint.bold(advice.recommendation.summary), width, indent),
    "",
    ...(isSpoken ? sayPoints(pack, advice, page) : drawPoints(pack, advice, page)),
    "",
  ];
}

/** The leader's bar fills the line; the others are drawn to its measure. */
export function drawPoints(pack: Pack, { roles }: Advice, { width, paint, unicode }: Page): string[] {
  const marked = roles.map((role, place) => ({ ...role, ...markAt(place) })).sort((a, b) => b.points - a.points);
  const most = marked[0]?.points ?? 0;
  const label = Math.max(...marked.map(({ short }) => textWidth(short)));
  const unit = say(pack, "verdict.points", { n: most });
  const room = Math.max(4, width - indent.length - label - 4 - textWidth(unit));
  const digits = textWidth(formatNumber(pack, most));
  return marked.map(({ short, points, glyph, ascii, color }, i) => {
    const filled = bar(most === 0 ? 0 : points / most, room, unicode);
    const figure = i === 0 ? unit : formatNumber(pack, points).padStart(digits);
    const mark = unicode ? glyph : ascii;
    return `${indent}${pad(short, label)} ${paint[color](`${mark} ${pad(filled, room)}`)} ${figure}`;
  });
}

function sayPoints(pack: Pack, { roles }: Advice, { width }: Page): string[] {
  const ranked = [...roles].sort((a, b) => b.points - a.points);
  const said = ranked.map(({ short, points }) => `${short}: ${say(pack, "verdict.points", { n: points })}`);
  return wrapped(`${listed(pack, said)}.`, width, indent);
}

function layPart({ heading, rows }: ScreenPart, page: Page, start: Invocation, cite: (said: Said) => string): string[] {
  const column = Math.max(0, ...rows.map((row) => (row.type === "reason" ? textWidth(row.points) : 0)));
  return [page.paint.bold(heading), ...rows.flatMap((row) => layRow(row, page, start, cite, column))];
}

function layRow(row: ScreenRow, page: Page, start: Invocation, cite: (said: Said) => string, column: number): string[] {
  const { width, paint, isSpoken } = page;
  switch (row.type) {
    case "text":
      return wrapped(row.says.map(cite).join(" "), width, column === 0 ? indent : `${indent}${" ".repeat(column + 2)}`);
    case "command":
      return [`${indent}${paint.cyan(commandLine(start, row.args))}`];
    case "stages":
      return wrapped(row.titles.join(isSpoken || !page.unicode ? ", then " : " → "), width, indent);
    case "reason": {
      const inner = `${indent}${" ".repeat(column + 2)}`;
      const points = `${indent}${paint.bold(row.points.padStart(column))}  `;
      return [wrap(row.title, width, inner, points), wrap(cite(row.because), width, inner)];
    }
    case "columns":
      return width < leastForColumns || isSpoken ? stackColumns(row, page) : layColumns(row, page);
  }
}

type Columns = Extract<ScreenRow, { type: "columns" }>;

function layColumns({ heads, lines }: Columns, { width, paint }: Page): string[] {
  const label = Math.max(...lines.map(({ name }) => textWidth(name))) + 2;
  const column = Math.floor((width - indent.length - label) / heads.length);
  const beside = (name: string, cells: readonly (readonly string[])[]) =>
    Array.from({ length: Math.max(1, ...cells.map(({ length }) => length)) }, (_, i) => {
      const texts = cells.map((cell) => pad(cell[i] ?? "", column)).join("");
      return `${indent}${pad(i === 0 ? name : "", label)}${texts}`.trimEnd();
    });
  const inCell = (text: string) => wrap(text, column - 2).split("\n");
  return [
    ...beside(
      "",
      heads.map((head) => [paint.bold(head)]),
    ),
    ...lines.flatMap(({ name, cells }) => beside(name, cells.map(inCell))),
  ];
}

function stackColumns({ heads, lines }: Columns, { width, paint }: Page): string[] {
  return heads.flatMap((head, i) => [
    `${indent}${paint.bold(head)}`,
    ...lines.flatMap(({ name, cells }) => {
      const cell = cells[i] ?? "";
      return cell === "" ? [] : wrapped(`${name}: ${cell}`, width, `${indent}${indent}`);
    }),
  ]);
}

/** Verdict and next step once more, so that they stand on a screen of 24 lines. */
function lastLine(pack: Pack, advice: Advice): string {
  const { path, paths } = advice;
  const trial = firstTrial(paths) ?? path?.grow[0];
  const step = (path === null ? undefined : stagesFrom(path).here?.do[0]?.say) ?? trial?.do;
  const verdict = verdictInShort(pack, advice);
  return step === undefined ? verdict : `${verdict} ${say(pack, "end.next", { step })}`;
}

function wrapped(text: string, width: number, inner = ""): string[] {
  return wrap(text, width, inner).split("\n");
}
