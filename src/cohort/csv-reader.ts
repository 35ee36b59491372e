import Papa from "papaparse";
import { fault, RoleAdvisorError } from "../fault.ts";
import { limits } from "../limits.ts";

/** So memory does not grow with the input, and a lost line break is noticed. */
export const mostRowLength = limits.rowLength;

/** A row of CSV, NDJSON or a sheet as it was read. */
export interface Source {
  /** Where it starts, counted from 1. */
  readonly line: number;
  readonly fault: "text-after-quote" | "quote-left-open" | "row-too-long" | null;
}

export type OnCsvRow = (cells: readonly string[], source: Source) => void;

/**
 * Splits text into the rows of CSV, in pieces as they come. papaparse splits them into cells; this only decides how much it
 * is given at once, since on its own it takes everything after a stray quote for one row. A row that breaks ends with its
 * first line.
 * It uses one parser of papaparse's for all pieces: `Papa.parse` makes a new one each time, in objects that refer to each other
 * until V8 has looked through all of its memory, and so takes three times as long (0.9 instead of 0.3 s for 66 MB).
 */
export class CsvReader {
  readonly #parser: Papa.Parser;
  readonly #newline: "\n" | "\r";
  readonly #file: string;
  readonly #onRow: OnCsvRow;
  #rest = "";
  #line = 1;
  #isSkipping = false;

  /** `file` is what faults call the text. */
  constructor(delimiter: string, newline: "\n" | "\r", file: string, onRow: OnCsvRow) {
    this.#file = file;
    this.#parser = new Papa.Parser({ delimiter, newline });
    this.#newline = newline;
    this.#onRow = onRow;
  }

  /** @throws RoleAdvisorError where a quote never closes: nothing after it can be told apart, so nothing after it is read. */
  read(piece: string, isLast: boolean): void {
    let text = this.#rest === "" ? piece : this.#rest + piece;
    if (this.#isSkipping) text = this.#skipLine(text);
    const end = isLast ? text.length : text.lastIndexOf(this.#newline) + 1;
    const read = this.#readLines(text.slice(0, end), isLast);
    this.#rest = text.slice(read);
    if (!isLast && read === end && this.#rest.length > mostRowLength) {
      this.#onRow([], { line: this.#line, fault: "row-too-long" });
      this.#isSkipping = true;
      this.#rest = "";
    }
  }

  /** Reads whole lines, and returns how far it came: a row may not be over where the lines are. */
  #readLines(text: string, isLast: boolean): number {
    if (text === "") return 0;
    const lines = text.endsWith(this.#newline) ? text : text + this.#newline;
    if (!text.includes('"')) {
      for (const cells of this.#split(lines).rows) this.#pass(cells, 1, lines.length);
      return text.length;
    }
    const { rows, wrong } = this.#split(lines);
    const count = countOf(lines, this.#newline);
    // What is too long is looked at row by row.
    if (wrong !== null || lines.length > mostRowLength) return this.#readRows(text, isLast);
    for (const cells of rows) {
      const spans = rows.length === count ? 1 : cells.reduce((n, cell) => n + countOf(cell, this.#newline), 1);
      this.#pass(cells, spans, 0);
    }
    return text.length;
  }

  /** The same for text in which a quote is wrong, or a row goes on: row by row, and only as far as a quote goes. */
  #readRows(text: string, isLast: boolean): number {
    let start = 0;
    while (start < text.length) {
      const end = this.#readRow(text, start, isLast);
      if (end === null) return start;
      start = end;
    }
    return start;
  }

  /** Where the row that starts here ends; null where it goes on beyond the text. */
  #readRow(text: string, start: number, isLast: boolean): number | null {
    const cells: string[] = [];
    let from = start;
    let end = this.#endOfLine(text, start);
    const next = end + 1;
    if (end - start > mostRowLength) return this.#reject([], "row-too-long", next);
    for (;;) {
      const piece = text.slice(from, end) + this.#newline;
      const { rows, wrong } = this.#split(piece);
      if (wrong === null) {
        this.#pass([...cells, ...(rows[0] ?? [""])], 1 + countOf(text.slice(start, end), this.#newline), end - start);
        return end + 1;
      }
      cells.push(...this.#cellsBefore(piece, wrong.quote));
      if (wrong.isFollowed) return this.#reject(cells, "text-after-quote", next);
      const opens = from + wrong.quote;
      const closes = closingQuote(text, opens + 1);
      const isTooLong = (closes < 0 ? text.length : closes) - start > mostRowLength;
      if (isTooLong || (closes < 0 && isLast)) {
        const line = this.#line + countOf(text.slice(start, opens), this.#newline);
        throw new RoleAdvisorError([fault("quote-left-open", {}, { file: this.#file, line })]);
      }
      if (closes < 0) return null;
      from = opens;
      end = this.#endOfLine(text, closes);
    }
  }

  /** The rows of whole lines, and the first quote that is wrong: it is not closed, or text follows the one that closes it. */
  #split(text: string): { rows: string[][]; wrong: { quote: number; isFollowed: boolean } | null } {
    const { data, errors }: Papa.ParseResult<string[]> = this.#parser.parse(text, 0, false);
    const wrong = errors.find(({ type }) => type === "Quotes");
    // After the last line break papaparse finds one more row, which is empty.
    if (wrong === undefined) return { rows: data.slice(0, -1), wrong: null };
    return { rows: data, wrong: { quote: (wrong.index ?? 1) - 1, isFollowed: wrong.code === "InvalidQuotes" } };
  }

  #cellsBefore(text: string, quote: number): string[] {
    return quote === 0 ? [] : (this.#split(text.slice(0, quote) + this.#newline).rows[0] ?? []).slice(0, -1);
  }

  #pass(cells: string[], lines: number, length: number): void {
    const last = cells.at(-1);
    if (last?.endsWith("\r")) cells[cells.length - 1] = last.slice(0, -1);
    const isLong = length > mostRowLength && cells.reduce((n, cell) => n + cell.length + 1, -1) > mostRowLength;
    this.#onRow(isLong ? [] : cells, { line: this.#line, fault: isLong ? "row-too-long" : null });
    this.#line += lines;
  }

  /** A row that breaks ends with its first line. */
  #reject(cells: readonly string[], fault: Source["fault"], next: number): number {
    this.#onRow(cells, { line: this.#line, fault });
    this.#line++;
    return next;
  }

  #endOfLine(text: string, from: number): number {
    const end = text.indexOf(this.#newline, from);
    return end < 0 ? text.length : end;
  }

  #skipLine(text: string): string {
    const end = text.indexOf(this.#newline);
    if (end < 0) return "";
    this.#isSkipping = false;
    this.#line++;
    return text.slice(end + 1);
  }
}

/** The quote that closes a cell whose text starts here; two in a row stand for one in the cell. Below zero if there is none. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++;
  return count;
}
