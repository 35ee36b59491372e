import { isUtf8 } from "node:buffer";
import type { Vocabulary } from "./vocabulary.ts";
import { carriageReturn, isMark, lineFeed, mostRowBytes, Window } from "./window.ts";

/** What is wrong with a row as CSV. */
export type CsvFault = "quote-left-open" | "text-after-quote" | "row-too-long" | "not-utf8";

/** How the text of a cell stands in the bytes. */
export const form = { plain: 0, quoted: 1, quotedTwice: 2, loose: 3 } as const;

const quote = 34;

/**
 * Splits bytes into the rows and cells of RFC 4180, in pieces as they come: quotes, line breaks in quotes, CRLF, LF or CR,
 * a byte order mark. A quote inside a cell that does not start with one is text. A row that breaks the rules ends with
 * its line, and the next line is the next row. The cells of a row are offsets into `window.bytes`, valid until the next.
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
  /** The numbers of answers that were recognised; -1 in other cells. */
  numbers = new Int32Array(256);
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

  constructor(delimiter: string, vocabulary: Vocabulary) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#vocabulary = vocabulary;
    for (const byte of [this.#delimiter, quote, lineFeed, carriageReturn]) this.#isSpecial[byte] = 1;
  }

  /** From the next row on, recognise the answers to these questions; -1 is a column without one. */
  expect(questions: Int32Array): void {
    this.#expected = questions;
  }

  feed(chunk: Uint8Array): void {
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
    this.cells = 0;
    const { bytes, end } = window;
    const isSpecial = this.#isSpecial;
    const delimiter = this.#delimiter;
    const vocabulary = this.#vocabulary;
    const expected = this.#expected;
    let p = window.at;
    for (;;) {
      if (this.cells === this.starts.length) this.#grow();
      const cell = this.cells;
      const isQuoted = bytes[p] === quote;
      let start = p;
      let stop: number;
      let shape: number = form.plain;
      if (cell < expected.length && this.#isAnswer(expected[cell] as number, p, isQuoted)) {
        this.numbers[cell] = vocabulary.number;
        p = stop = vocabulary.end;
        if (isQuoted) {
          start++;
          p++;
          shape = form.quoted;
        }
      } else if (isQuoted) {
        start = ++p;
        shape = form.quoted;
        for (;;) {
          const byte = bytes[p] as number;
          if (byte === quote) {
            if (p + 1 === end && !window.isClosed) return this.#wait(cell, start, true);
            if (bytes[p + 1] !== quote) break;
            shape = form.quotedTwice;
            p++;
          } else if (byte === lineFeed) {
            if (p === end) return this.#wait(cell, start, true);
            this.#nextLine++;
          } else if (byte === carriageReturn && bytes[p + 1] !== lineFeed) this.#nextLine++;
          p++;
        }
        stop = p++;
        const byte = bytes[p] as number;
        if (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn) {
          return this.#break("text-after-quote", cell, start, p);
        }
        this.numbers[cell] = -1;
      } else {
        for (;;) {
          const byte = bytes[p] as number;
          if (isSpecial[byte] === 1) {
            if (byte !== quote) break;
            shape = form.loose;
          }
          p++;
        }
        stop = p;
        this.numbers[cell] = -1;
      }
      this.starts[cell] = start;
      this.ends[cell] = stop;
      this.forms[cell] = shape;
      this.cells = cell + 1;
      if (bytes[p] === delimiter) {
        p++;
        continue;
      }
      if (p === end && !window.isClosed) return this.#wait(cell, start, false);
      if (bytes[p] === carriageReturn) {
        if (p + 1 === end && !window.isClosed) return this.#wait(cell, start, false);
        if (bytes[p + 1] === lineFeed && p + 1 < end) p++;
      }
      window.at = Math.min(p + 1, end);
      this.#nextLine++;
      this.isBlank = this.cells === 1 && shape === form.plain && start === stop;
      if (!window.isAscii && !isUtf8(bytes.subarray(this.start, p))) this.fault = "not-utf8";
      return true;
    }
  }

  /** The text of a cell. */
  text(cell: number): string {
    const raw = Buffer.from(this.window.bytes.buffer, this.starts[cell], this.length(cell)).toString("utf8");
    return this.forms[cell] === form.quotedTwice ? raw.replaceAll('""', '"') : raw;
  }

  length(cell: number): number {
    return (this.ends[cell] as number) - (this.starts[cell] as number);
  }

  /** Does the cell hold an answer to this question, and nothing else? */
  #isAnswer(question: number, p: number, isQuoted: boolean): boolean {
    const vocabulary = this.#vocabulary;
    const { window } = this;
    if (question < 0 || !vocabulary.match(question, window, isQuoted ? p + 1 : p)) return false;
    const isClosed = window.bytes[vocabulary.end] === quote;
    if (!isQuoted) return !isClosed;
    const after = window.bytes[vocabulary.end + 1] as number;
    return isClosed && this.#isSpecial[after] === 1 && after !== quote && vocabulary.end + 1 < window.end;
  }

  /** The row is not whole yet. It is read again from its start when there is more, unless it is too long or at the end. */
  #wait(cell: number, start: number, isQuoted: boolean): boolean {
    const { window } = this;
    this.#nextLine = this.line;
    const isTooLong = window.end - window.at > mostRowBytes;
    if (!window.isClosed && !isTooLong) return false;
    return this.#break(isQuoted ? "quote-left-open" : "row-too-long", cell, start, start);
  }

  /** The row is no CSV from here on: it ends with this line. */
  #break(why: CsvFault, cell: number, start: number, p: number): boolean {
    this.fault = why;
    this.faultCell = cell;
    this.starts[cell] = start;
    this.forms[cell] = why === "row-too-long" ? form.plain : form.quoted;
    this.isBlank = false;
    this.window.at = p;
    this.#isSkipping = true;
    this.#skipLine();
    return true;
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

  #grow(): void {
    const longer = 2 * this.starts.length;
    const grown = <T extends Int32Array | Uint8Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.starts = grown(new Int32Array(longer), this.starts);
    this.ends = grown(new Int32Array(longer), this.ends);
    this.numbers = grown(new Int32Array(longer), this.numbers);
    this.forms = grown(new Uint8Array(longer), this.forms);
  }
}
