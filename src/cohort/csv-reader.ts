import Papa from "papaparse";
import { fault, RoleAdvisorError } from "../fault.ts";
import { limits } from "../limits.ts";

/** Maximum length of a row in characters. The limit bounds the memory of a run, and shows where a line break was lost. */
export const mostRowLength = limits.rowLength;

/** Where a row of CSV, NDJSON or a sheet stands, and what is wrong with it as text. */
export interface Source {
  /** Line on which the row starts, counted from 1. */
  readonly line: number;
  readonly fault: "text-after-quote" | "quote-left-open" | "row-too-long" | null;
}

export type OnCsvRow = (cells: readonly string[], source: Source) => void;

/**
 * Splits CSV text that arrives in pieces into rows. papaparse splits rows into cells; this class decides how much text it
 * parses at once, because papaparse takes everything after a stray quote for one row. Here a stray quote costs its own row
 * only, which then ends at its first line break.
 * All pieces share one papaparse parser. `Papa.parse` creates a parser for each call, which takes three times as long (0.9
 * instead of 0.3 s for 66 MB), because the objects of a parser refer to each other and stay until a full garbage collection.
 */
export class CsvReader {
  readonly #parser: Papa.Parser;
  readonly #newline: "\n" | "\r";
  readonly #file: string;
  readonly #onRow: OnCsvRow;
  #rest = "";
  #line = 1;
  #isSkipping = false;

  /** @param file The name of the text in faults. */
  constructor(delimiter: string, newline: "\n" | "\r", file: string, onRow: OnCsvRow) {
    this.#file = file;
    this.#parser = new Papa.Parser({ delimiter, newline });
    this.#newline = newline;
    this.#onRow = onRow;
  }

  /** @throws RoleAdvisorError if a quote never closes. The end of no row after it can be trusted, so none of them is read. */
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

  /** Reads whole lines and returns the length that was read: the last row may go on behind a line break in quotes. */
  #readLines(text: string, isLast: boolean): number {
    if (text === "") return 0;
    const lines = text.endsWith(this.#newline) ? text : text + this.#newline;
    const hasQuotes = text.includes('"');
    const { rows, wrong } = this.#split(lines);
    if (hasQuotes && (wrong !== null || lines.length > mostRowLength)) return this.#readRows(text, isLast);
    const hasBreaks = hasQuotes && rows.length !== countOf(lines, this.#newline);
    for (const cells of rows) {
      const spans = hasBreaks ? cells.reduce((n, cell) => n + countOf(cell, this.#newline), 1) : 1;
      this.#pass(cells, spans, lines.length);
    }
    return text.length;
  }

  /** Reads row by row where a quote is wrong, the last row is not complete, or a row may be too long. */
  #readRows(text: string, isLast: boolean): number {
    let start = 0;
    while (start < text.length) {
      const end = this.#readRow(text, start, isLast);
      if (end === null) return start;
      start = end;
    }
    return start;
  }

  /** Reads the row at `start` and returns where it ends; null if it goes on beyond the text. */
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

  /** Splits whole lines into rows. `wrong` is the first quote that never closes, or that is followed by text where it closes. */
  #split(text: string): { rows: string[][]; wrong: { quote: number; isFollowed: boolean } | null } {
    const { data, errors }: Papa.ParseResult<string[]> = this.#parser.parse(text, 0, false);
    const wrong = errors.find(({ type }) => type === "Quotes");
    // papaparse returns one more, empty row after the last line break.
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

  /** Hands on a row that is wrong, and returns `next`, where the line after its first one starts. */
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

/** Position of the quote that closes a cell whose text begins at `start`, past doubled quotes; -1 if there is none. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

export function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++;
  return count;
}
