import type { Numbers } from "../advice/scorecard.ts";
import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { open } from "../pack/pick.ts";
import { type CellAnswers, unknown } from "./cell-answers.ts";
import { CsvReader, OpenQuote, type Source } from "./csv-reader.ts";
import { fold } from "./fold.ts";
import { type Header, likelyQuestion, questionsByName, readHeader } from "./header.ts";
import { answersByQuestion, codeName, fillFromCode, isCode, type Row, type Rows, type RowsOptions } from "./rows.ts";

export interface CsvOptions extends RowsOptions {
  /** Null where it is to be found out. */
  readonly delimiter: string | null;
  /** Something in the text was no UTF-8. */
  isDamaged(): boolean;
}

const delimiters = [",", ";", "\t", "|"] as const;
/** So many rows at most tell what the columns are. */
const mostSampled = 200;

interface Sampled {
  readonly cells: readonly string[];
  readonly source: Source;
}

/** A cohort in CSV: a header that names the questions, then a row for each respondent. */
export class CsvRows implements Rows, Row {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly remarks: string[] = [];
  readonly fault = null;
  faults: readonly Fault[] = [];
  readonly names: readonly string[];
  readonly numbers: Numbers;

  readonly #pack: Pack;
  readonly #options: CsvOptions;
  readonly #reader: CsvReader;
  readonly #columns: number;
  readonly #answers: readonly { readonly question: number; readonly column: number; readonly cells: CellAnswers }[];
  readonly #passed: readonly number[];
  readonly #code: number;
  /** So many rows come before the first respondent. */
  #above: number;
  #row = 0;
  #cells: readonly string[] = [];

  /** `sample` is the start of the text, and all of it where it `isWhole`. @throws RoleAdvisorError where the header is wrong. */
  constructor(pack: Pack, options: CsvOptions, sample: string, isWhole: boolean) {
    this.#pack = pack;
    this.#options = options;
    this.numbers = new Int32Array(pack.questions.length);
    const end = /\r\n|\n|\r/.exec(sample)?.[0] ?? "\n";
    this.lineEnd = sample.includes("\n") ? end.replace(/^\r$/, "\n") : end;
    const newline = this.lineEnd === "\r" ? "\r" : "\n";
    const rowsBy = (delimiter: string) => sampleRows(sample, isWhole, delimiter, newline);
    this.delimiter = options.delimiter ?? guessDelimiter(pack, sample, rowsBy);
    const rows = rowsBy(this.delimiter);
    const at = rows.findIndex(({ cells }) => !isBefore(cells));
    const header = rows[at];
    const { file } = options;
    if (header === undefined) throw new RoleAdvisorError([fault("no-header", {}, { file })]);
    const place = { file, line: header.source.line };
    if (/^\s*[{[]/.test(sample)) throw new RoleAdvisorError([looksLikeJson(sample, place)]);
    if (header.source.fault !== null) throw new RoleAdvisorError([fault(header.source.fault, {}, place)]);
    const names = header.cells;
    const columns: Header = readHeader(pack, names, options.taken, place);
    const cellAnswers = answersByQuestion(pack);
    this.#above = at + 1;
    this.#columns = names.length;
    this.#answers = columns.answers.flatMap(({ question, column }) => {
      const cells = cellAnswers[question];
      return cells === undefined ? [] : [{ question, column, cells }];
    });
    this.#code = this.#findCode(names, rows.slice(this.#above));
    if (this.#answers.length === 0 && this.#code < 0) throw new RoleAdvisorError([noQuestion(place)]);
    this.#passed = columns.passed.filter((column) => column !== this.#code);
    this.names = this.#passed.map((column) => names[column] || nameFor(column, names));
    const questions = questionsByName(pack);
    this.remarks.push(...this.#passed.flatMap((column) => likelyQuestion(questions, names[column] ?? "")));
    if (options.delimiter === null && this.delimiter !== ",") {
      this.remarks.push(`the separator seems to be ${nameOf(this.delimiter)}; if it is another, add --delimiter`);
    }
    this.#reader = new CsvReader(this.delimiter, newline, (cells, source) => this.#take(cells, source));
  }

  read(text: string, isLast: boolean): void {
    try {
      this.#reader.read(text, isLast);
    } catch (error) {
      if (!(error instanceof OpenQuote)) throw error;
      throw new RoleAdvisorError([fault("quote-left-open", {}, { file: this.#options.file, line: error.line })]);
    }
  }

  cell(name: number): string {
    return this.#cells[this.#passed[name] ?? -1] ?? "";
  }

  record(): string {
    const values = this.#passed.map((column) => JSON.stringify(this.#cells[column] ?? null));
    return `{${this.names.map((name, i) => `${JSON.stringify(name)}:${values[i]}`).join(",")}`;
  }

  /** The column of codes; one of that name that holds something else is passed on. */
  #findCode(names: readonly string[], rows: readonly Sampled[]): number {
    const column = names.findIndex((name) => fold(name) === codeName);
    if (column < 0) return -1;
    const first = rows.find(({ cells }) => (cells[column] ?? "") !== "");
    if (first === undefined || isCode(first.cells[column])) return column;
    this.remarks.push(`the cells of the column "${names[column]}" are no codes of answers, and are passed on`);
    return -1;
  }

  #take(cells: readonly string[], source: Source): void {
    if (this.#above-- > 0) return;
    if (isBlankLine(cells) && source.fault === null && this.#columns > 1) return;
    this.#row++;
    this.#cells = cells;
    this.faults = this.#faultsOf(cells, source);
    this.#options.onRow(this);
  }

  #faultsOf(cells: readonly string[], { line, fault: why }: Source): readonly Fault[] {
    const place = { file: this.#options.file, line, row: this.#row };
    if (why !== null) return [fault(why, {}, place)];
    if (cells.length !== this.#columns) {
      return [fault("cells", { given: cells.length, expected: this.#columns }, place)];
    }
    if (this.#options.isDamaged() && cells.some((cell) => cell.includes("\ufffd"))) {
      return [fault("not-utf8", {}, place)];
    }
    this.numbers.fill(open);
    const code = this.#code < 0 ? "" : (cells[this.#code] ?? "");
    const faults = code === "" ? [] : [...fillFromCode(this.#pack, code, this.numbers, place)];
    for (const { question, column, cells: answers } of this.#answers) {
      const cell = cells[column] ?? "";
      const number = answers.read(cell);
      if (number === unknown) faults.push(answers.faultOf(cell, place));
      else if (number !== open || code === "") this.numbers[question] = number;
    }
    return faults;
  }
}

function sampleRows(sample: string, isWhole: boolean, delimiter: string, newline: "\n" | "\r"): Sampled[] {
  const rows: Sampled[] = [];
  const reader = new CsvReader(delimiter, newline, (cells, source) => {
    if (rows.length < mostSampled) rows.push({ cells, source });
  });
  try {
    reader.read(sample, isWhole);
  } catch (error) {
    if (!(error instanceof OpenQuote)) throw error;
    // What stands before it may still tell the columns.
    rows.push({ cells: [], source: { line: error.line, fault: "quote-left-open" } });
  }
  return rows;
}

/** The one that Excel is told in a first line, else the one by which most columns are questions. */
function guessDelimiter(pack: Pack, sample: string, rowsBy: (delimiter: string) => readonly Sampled[]): string {
  const told = /^sep=(.)(?:\r|\n|$)/i.exec(sample)?.[1];
  if (told !== undefined) return told;
  const questions = questionsByName(pack);
  const columns = delimiters.map((delimiter) => {
    const header = rowsBy(delimiter).find(({ cells }) => !isBefore(cells))?.cells ?? [];
    const known = header.filter((name) => questions.has(fold(name)) || fold(name) === codeName).length;
    return { delimiter, known, all: header.length };
  });
  const [best] = columns.sort((a, b) => b.known - a.known || b.all - a.all);
  return best === undefined || best.all < 2 ? "," : best.delimiter;
}

/** Blank lines and comments, and what a spreadsheet is told. */
function isBefore(cells: readonly string[]): boolean {
  const [first = ""] = cells;
  return isBlankLine(cells) || first.startsWith("# ") || /^sep=.?$/i.test(first);
}

function isBlankLine(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === "";
}

function looksLikeJson(sample: string, place: Place): Fault {
  const isList = sample.trimStart().startsWith("[");
  const fix = isList
    ? "it looks like a JSON list; write one record on each line, and add --from ndjson"
    : "it looks like NDJSON; add --from ndjson";
  return fault("no-question-column", { fix }, place);
}

function noQuestion(place: Place): Fault {
  const fix = 'name the columns in its first line by the ids of the questions, as "role-advisor batch --template" does';
  return fault("no-question-column", { fix }, place);
}

function nameOf(delimiter: string): string {
  return delimiter === "\t" ? "a tab" : `"${delimiter}"`;
}

/** A name for a column that has none. */
function nameFor(column: number, names: readonly string[]): string {
  let name = `column ${column + 1}`;
  while (names.includes(name)) name += "_";
  return name;
}
