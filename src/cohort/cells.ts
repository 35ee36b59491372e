import type { Bytes } from "./bytes.ts";
import { carriageReturn, lineFeed } from "./window.ts";

/** How CSV is written. */
export interface CsvStyle {
  readonly delimiter: string;
  /** As it is, also what a spreadsheet would take for a formula. */
  readonly isRaw: boolean;
}

const quote = 34;
const apostrophe = 39;

/** A spreadsheet runs a cell that starts with one of these: https://owasp.org/www-community/attacks/CSV_Injection */
export function startsFormula(byte: number | undefined): boolean {
  return (
    byte === 61 ||
    byte === 43 ||
    byte === 45 ||
    byte === 64 ||
    byte === 9 ||
    byte === lineFeed ||
    byte === carriageReturn
  );
}

/** Writes a text as a cell: quoted where it must be, and defused. */
export function writeCell(out: Bytes, text: string, { delimiter, isRaw }: CsvStyle): void {
  const safe = !isRaw && startsFormula(text.charCodeAt(0)) ? `'${text}` : text;
  const isPlain = !safe.includes(delimiter) && !/["\r\n]/.test(safe);
  out.text(isPlain ? safe : `"${safe.replaceAll('"', '""')}"`);
}

/** Copies a cell that is quoted as it must be, or needs no quotes. `start` and `end` are those of its text. */
export function copyCell(out: Bytes, from: Uint8Array, start: number, end: number, isQuoted: boolean, isRaw: boolean) {
  if (isQuoted) out.byte(quote);
  if (!isRaw && end > start && startsFormula(from[start])) out.byte(apostrophe);
  out.copy(from, start, end);
  if (isQuoted) out.byte(quote);
}
