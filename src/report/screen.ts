import type { Advice } from "../advice/advice.ts";
import { capital, formatNumber, formatSigned, listed } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { Citations } from "./citations.ts";
import type { Said } from "./document.ts";
import { type Amounts, firstScreen, firstTrial, type ScreenPart, type ScreenRow } from "./first-screen.ts";
import { bar, type Page, pad, sideBySide, textWidth, wrap } from "./page.ts";
import { commandLine, type Invocation } from "./replay.ts";
import { markAt } from "./role-marks.ts";
import { countAnswered, stagesFrom, verdictInShort } from "./sentences.ts";

const indent = "  ";
/** Below this width the columns of an undecided call stand one below the other. */
const leastForColumns = 72;

/** DESIGN 8: lines at 80 columns, without and with a neighbour; a narrower page takes more. */
const mostLines = { alone: 48, withNeighbour: 52, columns: 80 };

const most: Amounts = { for: 3, against: 1, sums: true, deciding: 3, bothLines: 4, notes: 4 };

/** The first that fits the screen: all notes but one go first, then the sums of smaller reasons, then a reason. */
const amountsToTry: readonly Amounts[] = [
  most,
  { ...most, notes: 3 },
  { ...most, notes: 2 },
  { ...most, notes: 1 },
  { ...most, notes: 1, sums: false },
  { ...most, notes: 1, sums: false, for: 2 },
  { ...most, notes: 0, sums: false },
  { ...most, notes: 0, sums: false, for: 2, deciding: 2, bothLines: 3 },
  { ...most, notes: 0, sums: false, for: 2, deciding: 1, bothLines: 2 },
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
  const cite = (said: Said) => citations.write(said);
  const parts = firstScreen(pack, advice, amounts).flatMap((part) => layPart(part, { pack, page, start, cite }));
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
  const said = ranked.map(({ short, points }) =>
    say(pack, "verdict.spoken", { role: short, points: say(pack, "verdict.points", { n: points }) }),
  );
  return wrapped(`${listed(pack, said)}.`, width, indent);
}

/** What the rows of a screen are laid out with. */
interface Layout {
  readonly pack: Pack;
  readonly page: Page;
  readonly start: Invocation;
  readonly cite: (said: Said) => string;
}

function layPart({ heading, rows }: ScreenPart, layout: Layout): string[] {
  const { pack, page } = layout;
  const points = rows.flatMap((row) => (row.type === "reason" ? [textWidth(formatSigned(pack, row.points))] : []));
  // Sentences below reasons stand under their titles.
  const column = points.length === 0 || page.isSpoken ? 0 : Math.max(...points) + 2;
  return [...wrapped(page.paint.bold(heading), page.width), ...rows.flatMap((row) => layRow(row, layout, column))];
}

function layRow(row: ScreenRow, { pack, page, start, cite }: Layout, column: number): string[] {
  const { width, paint, isSpoken, unicode } = page;
  const inner = indent + " ".repeat(column);
  switch (row.type) {
    case "text":
      return wrapped(row.says.map(cite).join(" "), width, inner);
    case "command":
      return [`${indent}${paint.cyan(commandLine(start, row.args))}`];
    case "stages":
      return wrapped(row.titles.join(isSpoken || !unicode ? ", then " : " → "), width, indent);
    case "reason": {
      if (isSpoken) return wrapped(speakReason(pack, row), width, indent);
      const points = formatSigned(pack, row.points);
      const first = `${indent}${paint.bold(points.padStart(column - 2))}  `;
      return [wrap(row.title, width, inner, first), wrap(cite(row.because), width, inner)];
    }
    case "more": {
      const points = isSpoken ? speakPoints(pack, row.points) : formatSigned(pack, row.points);
      return wrapped(say(pack, "reasons.more", { n: row.n, points }), width, inner);
    }
    case "columns":
      return width < leastForColumns || isSpoken ? stackColumns(row, page) : layColumns(row, page);
  }
}

function speakReason(pack: Pack, { points, title, because }: Extract<ScreenRow, { type: "reason" }>): string {
  return capital(pack, say(pack, "reasons.spoken", { points: speakPoints(pack, points), title, because: because.say }));
}

function speakPoints(pack: Pack, points: number): string {
  return say(pack, points < 0 ? "reasons.minus" : "reasons.plus", { points: Math.abs(points) });
}

type Columns = Extract<ScreenRow, { type: "columns" }>;

function layColumns({ heads, lines }: Columns, { width, paint }: Page): string[] {
  const label = Math.max(...lines.map(({ name }) => textWidth(name))) + 2;
  const column = Math.floor((width - indent.length - label) / heads.length);
  const widths = [indent.length + label, ...heads.map(() => column)];
  const inCell = (text: string) => wrap(text, column - 2).split("\n");
  return [
    ...sideBySide([[], ...heads.map((head) => [paint.bold(head)])], widths),
    ...lines.flatMap(({ name, cells }) => sideBySide([[indent + name], ...cells.map(inCell)], widths)),
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
