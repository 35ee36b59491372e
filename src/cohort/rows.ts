import type { Fault } from "../fault.ts";
import type { Bytes } from "./bytes.ts";
import type { CsvStyle } from "./cells.ts";
import type { Numbers } from "./number.ts";

/** Reads a cohort row by row, in pieces as they come. What it tells is of the row read last, until the next is read. */
export interface Rows {
  feed(chunk: Uint8Array): void;
  /** There is no more to feed. */
  close(): void;
  /** Reads the next row; false where more input is needed, or all is read. */
  next(): boolean;
  /** Counted from 1; a header and blank lines do not count. */
  readonly row: number;
  /** What the respondent said; worth nothing where there are faults. */
  readonly numbers: Numbers;
  readonly faults: readonly Fault[];
  /** Names of what is passed through: `id` first, then as they stand. The same array as long as the names are the same. */
  readonly names: readonly string[];
  writeCell(name: number, out: Bytes, style: CsvStyle): void;
  writeJson(name: number, out: Bytes): void;
  /** What a person should know of the input as a whole, when all is read. */
  readonly remarks: readonly string[];
}

const mostShown = 120;

/** A word of the input, short enough for a line of a message. */
export function shortened(word: string): string {
  return word.length > mostShown ? `${word.slice(0, mostShown)}…` : word;
}
