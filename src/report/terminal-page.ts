import { Chalk, type ChalkInstance } from "chalk";
import stringWidth from "fast-string-width";
import type { Output, World } from "../world.ts";

/** What the output can show: its width, colours (through `paint`), and whether it has glyphs beyond ASCII. */
export interface Page {
  readonly width: number;
  readonly paint: ChalkInstance;
  readonly unicode: boolean;
  /** A screen reader speaks the text, so it uses sentences in place of bars, columns and glyphs. */
  readonly isSpoken?: boolean;
}

export const leastWidth = 40;
/** Below this width, in columns, the cells of a table are stacked. */
export const leastForColumns = 72;
/** Longer lines are hard to read, even on a wide terminal. */
const mostWidth = 100;
/** Used when neither the stream nor COLUMNS gives a width. */
const usualWidth = 80;

/** Finds out what a stream can show. `--no-color` has the effect of NO_COLOR. */
export function pageFor(stream: Output, env: World["env"], wantsColor = true): Page {
  const columns = stream.columns || Number.parseInt(env["COLUMNS"] ?? "", 10) || usualWidth;
  return pageOf(columns, wantsColor && hasColor(stream, env), hasUnicode(env));
}

/** Makes a page, with its width limited to 40 to 100 columns. */
export function pageOf(columns: number, color: boolean, unicode: boolean): Page {
  const width = Math.max(leastWidth, Math.min(columns, mostWidth));
  return { width, paint: new Chalk({ level: color ? 1 : 0 }), unicode };
}

/** See no-color.org and force-color.org: any non-empty value counts, but FORCE_COLOR=0 and =false mean no colour. */
function hasColor(stream: Output, env: World["env"]): boolean {
  const forced = env["FORCE_COLOR"];
  if (env["NO_COLOR"]) return false;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

/** False for a locale that is not UTF-8, for a dumb terminal, and for the Linux console, whose font has few glyphs. */
function hasUnicode(env: World["env"]): boolean {
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "UTF-8";
  return /utf-?8/.test(locale.toLowerCase()) && env["TERM"] !== "dumb" && env["TERM"] !== "linux";
}

/** Text of one column a character: Western European letters, and the marks, arrows, lines and blocks of reports. */
const narrow =
  /^[ -~\u00a1-\u00ac\u00ae-\u017f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2212\u2500-\u259f\u25cb\u25cf\u276f]*$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are how colours are written
const paint = /\u001b\[[\d;]*m/g;

/** Counts the columns that a text takes. A wide character counts as two, a colour escape as none. */
export function textWidth(text: string): number {
  const plain = text.includes("\u001b") ? text.replaceAll(paint, "") : text;
  // The library compiles large patterns at its first call; most text does not need it (6 ms of a start).
  return narrow.test(plain) ? plain.length : stringWidth(plain);
}

/**
 * Wraps text at `width` columns. The first line starts with `first`, all others with `indent`. Lines break between
 * words, also in scripts without spaces. A word is only broken, between graphemes, when it is longer than a line.
 */
export function wrap(text: string, width: number, indent = "", first = indent): string {
  const room = Math.max(8, width - textWidth(indent));
  const lines: string[] = [];
  let line = "";
  let columns = 0;
  for (const { word, gap } of text.split(" ").flatMap((one) => piecesOf(one, room))) {
    const needed = textWidth(word);
    if (line !== "" && columns + gap.length + needed > room) {
      lines.push(line);
      [line, columns] = [word, needed];
    } else {
      [line, columns] = line === "" ? [word, needed] : [`${line}${gap}${word}`, columns + gap.length + needed];
    }
  }
  return [...lines, line].map((one, i) => (i === 0 ? first : indent) + one).join("\n");
}

/** Wraps text as `wrap` does, and returns a list of lines. */
export function wrapLines(text: string, width: number, indent = ""): string[] {
  return wrap(text, width, indent).split("\n");
}

/** Matches a letter of a script that puts no spaces between words. */
const spaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Splits a text without spaces into pieces that a line may end after. Only the first piece has a space before it. */
function piecesOf(text: string, room: number): { readonly word: string; readonly gap: string }[] {
  // The usual word is one piece. This test avoids `spaceless`, a pattern that takes long to compile.
  if (narrow.test(text) && text.length <= room) return [{ word: text, gap: " " }];
  const words = spaceless.test(text) ? wordsOf(text) : [text];
  return words.flatMap((word) => breakWord(word, room)).map((word, i) => ({ word, gap: i === 0 ? " " : "" }));
}

/** Splits text into words. Punctuation stays with the word before it, so that no line starts with a full stop. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)) {
    const last = words.pop();
    if (last === undefined) words.push(segment);
    else words.push(...(isWordLike === true ? [last, segment] : [`${last}${segment}`]));
  }
  return words;
}

function breakWord(word: string, room: number): string[] {
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

/** Pads text with spaces to a number of columns. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

/** Joins cells of several lines side by side. Each cell is padded to its width in columns. */
export function sideBySide(cells: readonly (readonly string[])[], widths: readonly number[]): string[] {
  return Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, line) =>
    cells.map((lines, column) => pad(lines[line] ?? "", widths[column] ?? 0)).join(""),
  ).map((line) => line.trimEnd());
}

/** Cuts a text that is too wide after the last character that fits, and marks the cut with an ellipsis. */
export function clip(text: string, width: number, unicode = true): string {
  if (textWidth(text) <= width) return text;
  const more = unicode ? "…" : "...";
  const [start = ""] = breakWord(text, width - more.length);
  return `${start.trimEnd()}${more}`;
}

const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** Draws a bar over `share` (0 to 1) of `width` columns, to an eighth of a column, or to whole columns in ASCII. */
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

/** Converts text to ASCII. Known glyphs are replaced, letters lose their accents, and other characters become "?". */
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

/** Converts text to ASCII if the page has no other glyphs. */
export function limitGlyphs(text: string, { unicode }: Page): string {
  return unicode ? text : toAscii(text);
}
