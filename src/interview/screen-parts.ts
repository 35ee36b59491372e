import type { Pack } from "../pack/pack.ts";
import { clip, limitGlyphs, type Page, textWidth, wrap } from "../report/page.ts";
import type { View } from "./keypress.ts";

/** A page of so many lines, and what it may promise. */
export interface Screen extends Page {
  readonly rows: number;
  /** Is what one answers kept on disk? */
  readonly isKept: boolean;
}

/** Longer lines are hard to take in at a glance. */
export const mostText = 72;
const mostOption = 60;

/** What is drawn, and where. */
export interface Setting {
  readonly pack: Pack;
  readonly view: View;
  readonly screen: Screen;
  /** How wide running text may be. */
  readonly width: number;
}

/** The parts of a screen, from the top. */
export interface Parts {
  /** What stands above, in so many rows. */
  readonly above?: (rows: number) => readonly string[];
  /** Where one is. */
  readonly headline?: readonly string[];
  /** What is asked. */
  readonly head?: readonly string[];
  /** Each item with its lines; where they do not all fit, those around the marked one. */
  readonly items: readonly (readonly string[])[];
  /** Items that are always shown, below the others. */
  readonly ends?: readonly string[];
  /** The item that is marked, counted on to the ends; null for none. */
  readonly cursor: number | null;
  /** What is to be said about it. */
  readonly foot: readonly string[];
  readonly keys: string;
}

/** An item of a list in its lines, the mark before the first one. */
export function item({ screen, width }: Setting, lead: string, text: string, isMarked: boolean): string[] {
  const inner = " ".repeat(2 + textWidth(lead));
  const [first = "", ...rest] = wrap(text, Math.min(width, mostOption), inner, lead).split("\n");
  return [mark(screen, first, isMarked), ...rest.map((line) => (isMarked ? screen.paint.cyan(line) : line))];
}

export function mark({ paint, unicode }: Screen, text: string, isMarked: boolean): string {
  return isMarked ? paint.cyan(`${unicode ? "❯" : ">"} ${text}`) : `  ${text}`;
}

/** The first of the ways to name the keys that fits in one line. */
export function footer({ screen, width }: Setting, ways: readonly (readonly string[])[]): string {
  const named = (way: readonly string[]) => (screen.unicode ? way.join("  ") : way.join("  ").replace(/↑↓ ?/, ""));
  const texts = ways.map((way) => limitGlyphs(named(way), screen));
  return screen.paint.dim(texts.find((text) => textWidth(text) <= width) ?? clip(texts.at(-1) ?? "", width));
}

export function stopKey({ screen }: Setting): string {
  return screen.isKept ? "Ctrl+C stop and save" : "Ctrl+C stop";
}

/** What is said about the last key. */
export function noted({ view, screen, width }: Setting): string[] {
  return view.note === null ? [] : ["", ...linesOf(view.note, width).map((line) => screen.paint.yellow(line))];
}

export function linesOf(text: string, width: number): string[] {
  return wrap(text, width).split("\n");
}

const leastItems = 3;
const isText = (line: string) => line !== "";

/**
 * All lines, no more than the screen has. What is above gives way first, then items far from the marked one; where that is
 * not enough the headline, every blank line, and at last the end of what is said about the question.
 */
export function fitted(parts: Parts, { pack, screen }: Setting): string[] {
  const { above = () => [], headline = [], head = [], ends = [], foot, keys } = parts;
  const rows = screen.rows - 1;
  const before = [...headline, ...head];
  const after = [...ends, ...foot, "", keys];
  const body = [...before, ...shownItems(parts, rows - before.length - after.length, screen), ...after];
  const title = [screen.paint.bold(clip(pack.title, screen.width - 1)), ""];
  const free = rows - body.length - title.length;
  if (free >= 0) return [...title, ...above(free), ...body];
  if (body.length <= rows) return body;

  const [asked, said, last] = [head.filter(isText), foot.filter(isText), ends.filter(isText)];
  const shown = shownItems(parts, rows - asked.length - last.length - said.length - 1, screen).filter(isText);
  const room = Math.max(1, rows - asked.length - shown.length - last.length - 1);
  const told =
    said.length <= room ? said : [...said.slice(0, room - 1), screen.paint.dim("(and more, in a higher window)")];
  const lines = [...asked, ...shown, ...last, ...told, keys];
  return lines.length <= rows ? lines : least(parts, rows);
}

/** Where there are hardly any rows: the marked line always, then what is asked, and what is said or the keys. */
function least({ head = [], items, ends = [], cursor, foot, keys }: Parts, rows: number): string[] {
  const all = [
    ...items.map((lines) => lines.find((line) => /^\S* *[❯>] /.test(line)) ?? lines.find(isText) ?? ""),
    ...ends.filter(isText),
  ];
  const marked = cursor === null ? [] : all.slice(cursor, cursor + 1);
  const [said = keys] = foot.filter(isText);
  const last = rows > 1 + marked.length ? [said] : [];
  const asked = head.filter(isText).slice(0, rows - marked.length - last.length);
  const rest = rows - asked.length - marked.length - last.length;
  const others = all.filter((line, i) => line !== "" && i !== cursor).slice(0, rest);
  return [...asked, ...others, ...marked, ...last];
}

function shownItems({ items, cursor }: Parts, room: number, screen: Screen): string[] {
  if (items.flat().length <= room) return items.flat();
  return around(items, Math.min(cursor ?? 0, items.length - 1), Math.max(leastItems, room), screen);
}

/** Items around one, with how many there are beyond. */
function around(items: Parts["items"], cursor: number, room: number, { paint }: Screen): string[] {
  let [from, to] = [cursor, cursor + 1];
  const fits = (a: number, b: number) =>
    a >= 0 &&
    b <= items.length &&
    items.slice(a, b).flat().length + (a > 0 ? 1 : 0) + (b < items.length ? 1 : 0) <= room;
  for (;;) {
    const [up, down] = [fits(from - 1, to), fits(from, to + 1)];
    if (!up && !down) break;
    if (up && (!down || cursor - from < to - cursor)) from--;
    else to++;
  }
  const above = from > 0 ? [paint.dim(`  (${from} more above)`)] : [];
  const below = to < items.length ? [paint.dim(`  (${items.length - to} more below)`)] : [];
  return [...above, ...items.slice(from, to).flat(), ...below];
}
