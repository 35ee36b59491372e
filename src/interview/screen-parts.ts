import type { Pack } from "../pack/pack.ts";
import { clip, limitGlyphs, type Page, textWidth, wrap, wrapLines } from "../report/terminal-page.ts";
import type { View } from "./key-actions.ts";

export interface Screen extends Page {
  readonly rows: number;
  /** Are the answers saved on disk? Then the line of keys may promise it. */
  readonly isKept: boolean;
}

/** The widest running text and the widest option, in columns. Longer lines are hard to take in at a glance. */
export const mostText = 72;
const mostOption = 60;

export interface Setting {
  readonly pack: Pack;
  readonly view: View;
  readonly screen: Screen;
  /** The width of running text, in columns. */
  readonly width: number;
}

/** The parts of a screen, from top to bottom. */
export interface Parts {
  /** Makes the introduction or the former answers, in at most so many rows. */
  readonly above?: (rows: number) => readonly string[];
  /** Topic and progress, or a title. */
  readonly headline?: readonly string[];
  /** The question. */
  readonly head?: readonly string[];
  /** The lines of each item. If not all items fit, those around the marked one are drawn. */
  readonly items: readonly (readonly string[])[];
  /** Further items of one line each, which are always drawn. */
  readonly ends?: readonly string[];
  /** Number of the marked item, from 0; the ends are counted after the items. Null if none is marked. */
  readonly cursor: number | null;
  /** Explanations, and the note about the last key. */
  readonly foot: readonly string[];
  readonly keys: string;
}

/** Wraps an item of a list; `lead` stands before its first line. */
export function item({ screen, width }: Setting, lead: string, text: string, isMarked: boolean): string[] {
  const indent = " ".repeat(2 + textWidth(lead));
  return markLines(screen, wrap(text, Math.min(width, mostOption), indent, lead), isMarked);
}

/** The lines of an item, with a mark before the first one if it is the marked item. */
export function markLines({ paint, unicode }: Screen, text: string, isMarked: boolean): string[] {
  const lines = `${isMarked ? (unicode ? "❯" : ">") : " "} ${text}`.split("\n");
  return isMarked ? lines.map((line) => paint.cyan(line)) : lines;
}

/** Names the keys in one line, with the first of the wordings that fits. */
export function footer({ screen, width }: Setting, wordings: readonly (readonly string[])[]): string {
  const lines = wordings.map((keys) => keys.join("  "));
  const texts = lines.map((line) => limitGlyphs(screen.unicode ? line : line.replace(/↑↓ ?/, ""), screen));
  return screen.paint.dim(texts.find((text) => textWidth(text) <= width) ?? clip(texts.at(-1) ?? "", width));
}

export function stopKey({ screen }: Setting): string {
  return screen.isKept ? "Ctrl+C stop and save" : "Ctrl+C stop";
}

export function noteLines({ view, screen, width }: Setting): string[] {
  return view.note === null ? [] : ["", ...wrapLines(view.note, width).map((line) => screen.paint.yellow(line))];
}

const leastItems = 3;
const isText = (line: string) => line !== "";

/**
 * Puts the parts together in no more lines than the screen has. If they are too many, first the part above gives way, then
 * items far from the marked one, then the headline and all blank lines, and at last the end of the foot.
 */
export function fitToRows(parts: Parts, { pack, screen }: Setting): string[] {
  const { above = () => [], headline = [], head = [], ends = [], foot, keys } = parts;
  const rows = screen.rows - 1;
  const before = [...headline, ...head];
  const after = [...ends, ...foot, "", keys];
  const body = [...before, ...itemLines(parts, rows - before.length - after.length, screen), ...after];
  const title = [screen.paint.bold(clip(pack.title, screen.width - 1)), ""];
  const free = rows - body.length - title.length;
  if (free >= 0) return [...title, ...above(free), ...body];
  if (body.length <= rows) return body;

  const [question, explanation, last] = [head.filter(isText), foot.filter(isText), ends.filter(isText)];
  const room = rows - question.length - last.length - 1;
  const items = itemLines(parts, room - explanation.length, screen).filter(isText);
  const most = Math.max(1, room - items.length);
  const more = screen.paint.dim("(and more, in a higher window)");
  const rest = explanation.length <= most ? explanation : [...explanation.slice(0, most - 1), more];
  const lines = [...question, ...items, ...last, ...rest, keys];
  return lines.length <= rows ? lines : fitToFewRows(parts, rows);
}

/** With hardly any rows: always the marked line, then the question, and either the foot or the keys. */
function fitToFewRows({ head = [], items, ends = [], cursor, foot, keys }: Parts, rows: number): string[] {
  const all = [
    ...items.map((lines) => lines.find((line) => /^\S* *[❯>] /.test(line)) ?? lines.find(isText) ?? ""),
    ...ends.filter(isText),
  ];
  const marked = cursor === null ? [] : all.slice(cursor, cursor + 1);
  const last = rows > 1 + marked.length ? [foot.find(isText) ?? keys] : [];
  const question = head.filter(isText).slice(0, rows - marked.length - last.length);
  const room = rows - question.length - marked.length - last.length;
  const others = all.filter((line, i) => line !== "" && i !== cursor).slice(0, room);
  return [...question, ...others, ...marked, ...last];
}

function itemLines({ items, cursor }: Parts, room: number, screen: Screen): string[] {
  if (items.flat().length <= room) return items.flat();
  return itemsAround(items, Math.min(cursor ?? 0, items.length - 1), Math.max(leastItems, room), screen);
}

/** The lines of as many items around one as fit, with the number of items above and below them. */
function itemsAround(items: Parts["items"], cursor: number, room: number, { paint }: Screen): string[] {
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
