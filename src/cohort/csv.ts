import { isUtf8 } from "node:buffer";
import type { Numbers } from "./number.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { carriageReturn, isMark, lineFeed, mostRowBytes, Window } from "./window.ts";

/** What is wrong with a row as CSV. */
export type CsvFault = "quote-left-open" | "text-after-quote" | "row-too-long" | "not-utf8";

/** How the text of a cell stands in the bytes. */
export const form = { plain: 0, quoted: 1, quotedTwice: 2, loose: 3 } as const;

const quote = 34;

const unfinished = -1;
const broken = -2;

/**
 * Splits bytes into the rows and cells of RFC 4180, in pieces as they come: quotes, line breaks in quotes, CRLF, LF or CR,
 * a byte order mark. A quote inside a cell that does not start with one is text. A row that breaks the rules ends with
 * its first line, and the next line is the next row, so that a stray quote costs no other row. The cells of a row are
 * offsets into `window.bytes`, valid until the next.
 *
 * A byte scanner, because a library that makes strings of all cells takes most of the time that a cohort takes;
 * tests compare it with papaparse and csv-parse on random texts.
 */
export class CsvScanner {
  readonly window = new Window();
  /** Of the row read last: how many cells, and for each the text from `starts` to `ends`, without quotes around it. */
  cells = 0;
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  forms = new Uint8Array(256);
  /** By question, the numbers of the answers in the row; -1 where the cell takes a closer look. */
  readonly numbers: Numbers;
  /** Does any? */
  isUnclear = false;
  fault: CsvFault | null = null;
  /** The cell that the fault is in. */
  faultCell = 0;
  /** Line on which the row starts, and where; counted from 1. */
  line = 1;
  start = 0;
  isBlank = false;

  readonly #isSpecial = new Uint8Array(256);
  #delimiter: number;
  #vocabulary: Vocabulary;
  #expected: Int32Array = new Int32Array(0);
  #nextLine = 1;
  #isFirst = true;
  #isSkipping = false;
  /** Up to here, lines were part of a row that broke. No cell in them spans lines, or each could read all the others again. */
  #reread = 0;

  constructor(delimiter: string, vocabulary: Vocabulary) {
    this.numbers = new Int32Array(vocabulary.questions);
    this.#delimiter = delimiter.charCodeAt(0);
    this.#vocabulary = vocabulary;
    for (const byte of [this.#delimiter, quote, lineFeed, carriageReturn]) this.#isSpecial[byte] = 1;
  }

  /** From the next row on, recognise the answers to these questions; -1 is a column without one. */
  expect(questions: Int32Array): void {
    this.#expected = questions;
  }

  feed(chunk: Uint8Array): void {
    this.#reread -= this.window.at;
    this.window.feed(chunk);
  }

  close(): void {
    this.window.isClosed = true;
  }

  /** Reads the next row; false where more input is needed, or the input is closed and at its end. */
  next(): boolean {
    const { window } = this;
    if (this.#isFirst && !this.#skipMark()) return false;
    if (this.#isSkipping && !this.#skipLine()) return false;
    if (window.at === window.end) return false;
    this.line = this.#nextLine;
    this.start = window.at;
    this.fault = null;
    this.isUnclear = false;
    const { bytes } = window;
    const delimiter = this.#delimiter;
    const expected = this.#expected;
    const vocabulary = this.#vocabulary;
    let p = window.at;
    let cell = 0;
    for (;;) {
      if (cell < expected.length && (expected[cell] as number) >= 0) {
        cell = vocabulary.readRun(window, p, cell, expected, this.numbers);
        p = vocabulary.end;
        if (vocabulary.isAtLineEnd) return this.#endRow(cell, p);
      }
      if (cell === this.starts.length) this.#grow(cell);
      p = bytes[p] === quote ? this.#readQuoted(cell, p) : this.#readPlain(cell, p);
      if (p < 0) return p === broken;
      cell++;
      if (bytes[p] !== delimiter) return this.#endRow(cell, p);
      p++;
    }
  }

  /** The cell at `p`, and where it ends; below zero where it does not, and the row is `broken` or `unfinished`. */
  #readPlain(cell: number, p: number): number {
    const { bytes } = this.window;
    const isSpecial = this.#isSpecial;
    this.starts[cell] = p;
    this.forms[cell] = form.plain;
    let stop = p;
    for (;;) {
      const byte = bytes[stop] as number;
      if (isSpecial[byte] === 1) {
        if (byte !== quote) break;
        this.forms[cell] = form.loose;
      }
      stop++;
    }
    this.ends[cell] = stop;
    this.#setUnclear(cell);
    return stop;
  }

  #readQuoted(cell: number, p: number): number {
    const { bytes, end, isClosed } = this.window;
    const start = p + 1;
    this.starts[cell] = start;
    this.forms[cell] = form.quoted;
    let stop = start;
    for (;;) {
      const byte = bytes[stop] as number;
      if (byte === quote) {
        if (stop + 1 === end && !isClosed) return this.#wait(cell, start, true);
        if (bytes[stop + 1] !== quote) break;
        this.forms[cell] = form.quotedTwice;
        stop++;
      } else if (byte === lineFeed || (byte === carriageReturn && bytes[stop + 1] !== lineFeed)) {
        if (stop === end) return this.#wait(cell, start, true);
        if (stop < this.#reread) return this.#break("quote-left-open", cell, start);
        this.#nextLine++;
      }
      stop++;
    }
    this.ends[cell] = stop;
    const after = bytes[stop + 1] as number;
    if (this.#isSpecial[after] !== 1 || after === quote) return this.#break("text-after-quote", cell, start);
    this.#setUnclear(cell);
    return stop + 1;
  }

  /** Unless it is an answer in quotes, a cell that answers a question and was not recognised takes a closer look. */
  #setUnclear(cell: number): void {
    const question = cell < this.#expected.length ? (this.#expected[cell] as number) : -1;
    if (question < 0) return;
    const isAnswer =
      this.forms[cell] === form.quoted &&
      this.#vocabulary.match(question, this.window, this.starts[cell] as number) &&
      this.#vocabulary.end === this.ends[cell];
    this.numbers[question] = isAnswer ? this.#vocabulary.number : -1;
    if (!isAnswer) this.isUnclear = true;
  }

  /** The row ends with so many cells, where the line breaks. */
  #endRow(cells: number, p: number): boolean {
    const { window } = this;
    const { bytes, end, isClosed } = window;
    let stop = p;
    if (bytes[p] === carriageReturn) {
      if (p + 1 === end && !isClosed) return this.#wait(cells - 1, p, false) === broken;
      if (bytes[p + 1] === lineFeed && p + 1 < end) stop++;
    } else if (p === end && !isClosed) return this.#wait(cells - 1, p, false) === broken;
    if (p - this.start > mostRowBytes) return this.#break("row-too-long", cells - 1, p) === broken;
    this.cells = cells;
    this.isBlank = p === this.start;
    window.at = Math.min(stop + 1, end);
    this.#nextLine++;
    if (!window.isAscii && !isUtf8(bytes.subarray(this.start, p))) this.fault = "not-utf8";
    return true;
  }

  /** The text of a cell. */
  text(cell: number): string {
    const raw = Buffer.from(this.window.bytes.buffer, this.starts[cell], this.length(cell)).toString("utf8");
    return this.forms[cell] === form.quotedTwice ? raw.replaceAll('""', '"') : raw;
  }

  length(cell: number): number {
    return (this.ends[cell] as number) - (this.starts[cell] as number);
  }

  /** The row is not whole yet. It is read again from its start when there is more, unless it is too long or at the end. */
  #wait(cell: number, start: number, isQuoted: boolean): number {
    const { window } = this;
    this.#nextLine = this.line;
    const isTooLong = window.end - window.at > mostRowBytes;
    if (!window.isClosed && !isTooLong) return unfinished;
    return this.#break(isQuoted ? "quote-left-open" : "row-too-long", cell, start);
  }

  /** The row is no CSV from the cell on whose text starts here: it ends with its first line. */
  #break(why: CsvFault, cell: number, start: number): number {
    this.fault = why;
    this.faultCell = cell;
    this.cells = cell;
    this.starts[cell] = start;
    this.forms[cell] = why === "row-too-long" ? form.plain : form.quoted;
    this.isBlank = false;
    this.#reread = Math.max(this.#reread, start);
    this.#nextLine = this.line;
    this.window.at = this.start;
    this.#isSkipping = true;
    this.#skipLine();
    return broken;
  }

  /** To the start of the next line; false where it is not in the window yet. */
  #skipLine(): boolean {
    const { window } = this;
    const { bytes, end } = window;
    let p = window.at;
    while (bytes[p] !== lineFeed && bytes[p] !== carriageReturn) p++;
    const isReturn = p < end && bytes[p] === carriageReturn;
    if (p === end || (isReturn && p + 1 === end && !window.isClosed)) {
      window.at = window.isClosed ? end : p;
      this.#isSkipping = !window.isClosed;
      return false;
    }
    window.at = Math.min(end, isReturn && bytes[p + 1] === lineFeed ? p + 2 : p + 1);
    this.#nextLine++;
    this.#isSkipping = false;
    return true;
  }

  /** The byte order mark; false where there is too little input to tell. */
  #skipMark(): boolean {
    const { window } = this;
    const { bytes, at, end, isClosed } = window;
    if (end - at < 3 && !isClosed) return false;
    if (isMark(bytes, at)) window.at += 3;
    this.#isFirst = false;
    return true;
  }

  #grow(cells: number): void {
    const longer = 2 * cells;
    const grown = <T extends Int32Array | Uint8Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.starts = grown(new Int32Array(longer), this.starts);
    this.ends = grown(new Int32Array(longer), this.ends);
    this.forms = grown(new Uint8Array(longer), this.forms);
  }
}
