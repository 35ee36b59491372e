import { readAnswers } from "../answers/parse.ts";
import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import type { Pack, Question } from "../pack/pack.ts";
import type { Bytes } from "./bytes.ts";
import { type CsvStyle, copyCell, writeCell } from "./cells.ts";
import { CsvScanner, form } from "./csv.ts";
import { likelyQuestion, otherDelimiter, questionsByName, readHeader } from "./header.ts";
import { type Numbers, numberOf, open } from "./number.ts";
import { type Rows, shortened } from "./rows.ts";
import { Vocabulary } from "./vocabulary.ts";

const noFaults: readonly Fault[] = [];
const openingBrace = 123;

export interface CsvSource {
  /** What faults call it. */
  readonly file: string;
  readonly delimiter: string;
  /** Names that are written beside what is passed through, which therefore may not have them. */
  readonly taken: readonly string[];
}

/** A cohort in CSV: a header that names the questions, then a row for each respondent. */
export class CsvRows implements Rows {
  row = 0;
  faults: readonly Fault[] = noFaults;
  names: readonly string[] = [];
  readonly numbers: Numbers;
  readonly remarks: string[] = [];

  readonly #pack: Pack;
  readonly #source: CsvSource;
  readonly #scanner: CsvScanner;
  #hasHeader = false;
  #columns = 0;
  /** Question numbers, and beside them the columns that answer them. */
  #questions = new Int32Array(0);
  #answerColumns = new Int32Array(0);
  #answerNames: readonly string[] = [];
  #passedColumns = new Int32Array(0);

  constructor(pack: Pack, source: CsvSource) {
    this.#pack = pack;
    this.#source = source;
    this.#scanner = new CsvScanner(source.delimiter, new Vocabulary(pack, source.delimiter));
    this.numbers = this.#scanner.numbers;
  }

  feed(chunk: Uint8Array): void {
    this.#scanner.feed(chunk);
  }

  close(): void {
    this.#scanner.close();
  }

  next(): boolean {
    const scanner = this.#scanner;
    do {
      if (!scanner.next()) {
        if (scanner.window.isClosed && !this.#hasHeader) {
          throw new RoleAdvisorError([fault("no-header", {}, { file: this.#source.file })]);
        }
        return false;
      }
    } while (this.#isPassedOver());
    this.row++;
    this.faults = noFaults;
    if (scanner.fault !== null || scanner.cells !== this.#columns) this.#reject();
    else if (scanner.isUnclear) this.#lookCloser();
    return true;
  }

  writeCell(name: number, out: Bytes, style: CsvStyle): void {
    const scanner = this.#scanner;
    const cell = this.#passedColumns[name] as number;
    if (cell >= scanner.cells) return;
    const shape = scanner.forms[cell];
    if (shape === form.loose || scanner.fault !== null) writeCell(out, scanner.text(cell), style);
    else {
      const { bytes } = scanner.window;
      const [start, end] = [scanner.starts[cell] as number, scanner.ends[cell] as number];
      copyCell(out, bytes, start, end, shape !== form.plain, style.isRaw);
    }
  }

  writeJson(name: number, out: Bytes): void {
    const cell = this.#passedColumns[name] as number;
    out.text(cell >= this.#scanner.cells ? "null" : JSON.stringify(this.#scanner.text(cell)));
  }

  /** Blank lines, and before the header lines that start with "# "; the header itself. */
  #isPassedOver(): boolean {
    const scanner = this.#scanner;
    if (scanner.isBlank && (!this.#hasHeader || this.#columns > 1)) return true;
    if (this.#hasHeader) return false;
    if (scanner.fault === null && scanner.text(0).startsWith("# ")) return true;
    this.#readHeader();
    return true;
  }

  #readHeader(): void {
    const scanner = this.#scanner;
    if (scanner.window.bytes[scanner.start] === openingBrace) {
      const mend = "it looks like NDJSON, so give --from ndjson";
      throw new RoleAdvisorError([fault("no-question-column", { mend }, this.#place(0))]);
    }
    if (scanner.fault !== null) {
      const after = (scanner.ends[scanner.faultCell] as number) + 1;
      const isAfterQuote = scanner.fault === "text-after-quote";
      const mend = isAfterQuote
        ? otherDelimiter(String.fromCharCode(scanner.window.bytes[after] as number))
        : undefined;
      throw new RoleAdvisorError([
        mend === undefined ? this.#csvFault() : fault("no-question-column", { mend }, this.#place(0)),
      ]);
    }
    const names = Array.from({ length: scanner.cells }, (_, cell) => scanner.text(cell));
    const places = names.map((_, cell) => this.#place(cell));
    const header = readHeader(this.#pack, names, this.#source.taken, places);
    this.#columns = names.length;
    this.#questions = Int32Array.from(header.answers, ({ question }) => question);
    this.#answerColumns = Int32Array.from(header.answers, ({ column }) => column);
    this.#answerNames = header.answers.map(({ column }) => names[column] as string);
    const expected = new Int32Array(names.length).fill(-1);
    for (const { question, column } of header.answers) expected[column] = question;
    scanner.expect(expected);
    this.#passedColumns = Int32Array.from(header.passed);
    this.names = header.passed.map((column) => names[column] || nameFor(column, names));
    const questions = questionsByName(this.#pack);
    this.remarks.push(...header.passed.flatMap((column) => likelyQuestion(questions, names[column] as string)));
    this.#hasHeader = true;
  }

  #lookCloser(): void {
    for (let i = 0; i < this.#questions.length; i++) {
      const question = this.#questions[i] as number;
      if (this.numbers[question] === -1) this.numbers[question] = this.#understand(i);
    }
  }

  /** A closer look at a cell that answers a question; where it holds no answer, a fault tells why. */
  #understand(i: number): number {
    const question = this.#pack.questions[this.#questions[i] as number] as Question;
    const cell = this.#answerColumns[i] as number;
    const text = this.#scanner.text(cell);
    const place = () => this.#place(cell);
    if (question.pick === "any" && text.includes(",")) {
      this.faults = [...this.faults, fault("commas", { question: question.id, given: shortened(text) }, place())];
      return open;
    }
    const given = cellAnswer(question, text);
    const read = readAnswers(
      this.#pack,
      { [this.#answerNames[i] as string]: given },
      { question: place, answer: place },
    );
    if (read.faults.length > 0) {
      this.faults = [...this.faults, ...read.faults];
      return open;
    }
    const picked = read.answers[question.id];
    return picked === undefined ? open : numberOf(question, picked);
  }

  #reject(): void {
    const scanner = this.#scanner;
    if (scanner.fault !== null) this.faults = [this.#csvFault()];
    else {
      const counted = { given: scanner.cells, expected: this.#columns };
      this.faults = [fault("cells", counted, { ...this.#place(0), column: undefined })];
    }
  }

  #csvFault(): Fault {
    const { fault: why, faultCell } = this.#scanner;
    if (why === null) throw new Error("a row without a fault was rejected");
    const hasColumn = why === "quote-left-open" || why === "text-after-quote";
    return fault(why, {}, hasColumn ? this.#place(faultCell) : { ...this.#place(0), column: undefined });
  }

  /** File, line, column and row of a cell. */
  #place(cell: number): Place {
    const { window, line, start, starts, forms } = this.#scanner;
    const isQuoted = forms[cell] === form.quoted || forms[cell] === form.quotedTwice;
    const end = (starts[cell] as number) - (isQuoted ? 1 : 0);
    const before = Buffer.from(window.bytes.buffer, start, end - start)
      .toString("utf8")
      .split(/\r\n|\r|\n/);
    const place = { file: this.#source.file, line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
    return this.#hasHeader ? { ...place, row: this.row } : place;
  }
}

/** A name for a column that has none. */
function nameFor(column: number, others: readonly string[]): string {
  let name = `column ${column + 1}`;
  while (others.includes(name)) name += "_";
  return name;
}

/** A cell as the answer it stands for: empty is open, and `;` parts what is picked where any may be. */
function cellAnswer({ pick }: Question, text: string): string | readonly string[] | null {
  const words = (pick === "any" ? text.split(";") : [text]).map((word) => word.trim()).filter((word) => word !== "");
  if (words.length === 0) return null;
  return pick === "any" ? words.map(shortened) : shortened(words.join());
}
