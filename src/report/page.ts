import { Chalk, type ChalkInstance } from "chalk";
import stringWidth from "fast-string-width";
import type { Output, World } from "../world.ts";

/** What a text may use: so many columns, colour or none, glyphs beyond ASCII or none. */
export interface Page {
  readonly width: number;
  readonly paint: ChalkInstance;
  readonly unicode: boolean;
  /** The text will be spoken: sentences, without bars, columns and glyphs. */
  readonly isSpoken?: boolean;
}

export const leastWidth = 40;
/** Longer lines are hard to read, however wide the terminal is. */
const mostWidth = 100;
/** Where nothing tells how wide the reader's lines are. */
const usualWidth = 80;

/** The page that a stream offers. `--no-color` counts as NO_COLOR. */
export function pageFor(stream: Output, env: World["env"], wantsColor = true): Page {
  const columns = stream.columns || Number.parseInt(env["COLUMNS"] ?? "", 10) || usualWidth;
  return pageOf(columns, wantsColor && hasColor(stream, env), hasUnicode(env));
}

/** A page of so many columns, within what can be read. */
export function pageOf(columns: number, color: boolean, unicode: boolean): Page {
  const width = Math.max(leastWidth, Math.min(columns, mostWidth));
  return { width, paint: new Chalk({ level: color ? 1 : 0 }), unicode };
}

/** https://no-color.org and https://force-color.org: any value but the empty one counts; 0 and false turn FORCE_COLOR around. */
function hasColor(stream: Output, env: World["env"]): boolean {
  const forced = env["FORCE_COLOR"];
  if (env["NO_COLOR"]) return false;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

/** A locale that is set, and is not one of UTF-8, means ASCII; so do a dumb terminal and the console of Linux, whose font has few glyphs. */
function hasUnicode(env: World["env"]): boolean {
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "UTF-8";
  return /utf-?8/.test(locale.toLowerCase()) && env["TERM"] !== "dumb" && env["TERM"] !== "linux";
}

/** Letters of Western Europe, and the marks, arrows, lines and blocks that we draw with: one column each. */
const narrow =
  /^[ -~\u00a1-\u00ac\u00ae-\u017f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2212\u2500-\u259f\u25cb\u25cf\u276f]*$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are how colours are written
const paint = /\u001b\[[\d;]*m/g;

/** Columns that a text takes: wide characters count as two, escapes as none. */
export function textWidth(text: string): number {
  const plain = text.includes("\u001b") ? text.replaceAll(paint, "") : text;
  // The library compiles large patterns at its first call; most text does not need it (6 ms of a start).
  return narrow.test(plain) ? plain.length : stringWidth(plain);
}

/**
 * Text in lines of at most `width` columns, each after `indent`; the first after `first`. Lines end between words, also where
 * a script writes no spaces; only too long a word is broken, between graphemes.
 */
export function wrap(text: string, width: number, indent = "", first = indent): string {
  const room = Math.max(8, width - textWidth(indent));
  const lines: string[] = [];
  let line = "";
  let taken = 0;
  for (const { word, gap } of text.split(" ").flatMap((one) => piecesOf(one, room))) {
    const needed = textWidth(word);
    if (line !== "" && taken + gap.length + needed > room) {
      lines.push(line);
      [line, taken] = [word, needed];
    } else {
      [line, taken] = line === "" ? [word, needed] : [`${line}${gap}${word}`, taken + gap.length + needed];
    }
  }
  return [...lines, line].map((one, i) => (i === 0 ? first : indent) + one).join("\n");
}

/** The same, line by line. */
export function wrapLines(text: string, width: number, indent = ""): string[] {
  return wrap(text, width, indent).split("\n");
}

/** Scripts that put no spaces between words. */
const spaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** What stood between two spaces, as pieces between which a line may end, each with the gap before it. */
function piecesOf(text: string, room: number): { readonly word: string; readonly gap: string }[] {
  // Most words are known to be one piece without a pattern that takes long to compile.
  if (narrow.test(text) && text.length <= room) return [{ word: text, gap: " " }];
  const words = spaceless.test(text) ? wordsOf(text) : [text];
  return words.flatMap((word) => broken(word, room)).map((word, i) => ({ word, gap: i === 0 ? " " : "" }));
}

/** Words with the signs after them, so that no line starts with a full stop. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)) {
    const last = words.pop();
    if (last === undefined) words.push(segment);
    else words.push(...(isWordLike === true ? [last, segment] : [`${last}${segment}`]));
  }
  return words;
}

function broken(word: string, room: number): string[] {
  if (textWidth(word) <= room) return [word];
  const parts: string[] = [];
  let part = "";
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (part !== "" && textWidth(`${part}${segment}`) > room) {
      parts.push(part);
      part = segment;
    } else part += segment;
  }
  return [...parts, part];
}

/** Text padded to a column, counting wide characters as two. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

/** Cells of several lines side by side, each padded to its width. */
export function sideBySide(cells: readonly (readonly string[])[], widths: readonly number[]): string[] {
  return Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, line) =>
    cells.map((lines, column) => pad(lines[line] ?? "", widths[column] ?? 0)).join(""),
  ).map((line) => line.trimEnd());
}

/** A text that does not fit, cut at the last character that does. */
export function clip(text: string, width: number, unicode = true): string {
  if (textWidth(text) <= width) return text;
  const more = unicode ? "…" : "...";
  const [start = ""] = broken(text, width - more.length);
  return `${start.trimEnd()}${more}`;
}

const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of `share` of `width` columns, to the eighth of a column. */
export function bar(share: number, width: number, unicode: boolean): string {
  const units = Math.round(Math.max(0, Math.min(1, share)) * width * 8);
  if (!unicode) return "#".repeat(Math.round(units / 8));
  return "█".repeat(Math.floor(units / 8)) + eighths[units % 8];
}

const ascii: Readonly<Record<string, string>> = {
  "–": "-",
  "—": "-",
  "−": "-",
  "…": "...",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "●": "o",
  "■": "#",
  "◆": "*",
  "▲": "^",
  "✚": "+",
  "○": "o",
  "·": "-",
  "→": "->",
  "←": "<-",
  "█": "#",
};

/** What an ASCII terminal can show of a text; other letters lose their accents, and what is left becomes "?". */
export function toAscii(text: string): string {
  return (
    text
      .replaceAll(/[^\n -~]/gu, (c) => ascii[c] ?? c)
      .normalize("NFKD")
      .replaceAll(/[\u0300-\u036f]/g, "")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are how colours are written
      .replaceAll(/[^\n\u001b -~]/g, "?")
  );
}

/** A text as its page can show it. */
export function limitGlyphs(text: string, { unicode }: Page): string {
  return unicode ? text : toAscii(text);
}
