import type { Numbers } from "../advice/scorecard.ts";
import { type Fault, fault, type Place } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { open } from "../pack/pick.ts";
import { unknown } from "./cell-answers.ts";
import { fillFromCode } from "./code-cells.ts";
import type { Source } from "./csv-reader.ts";
import { fold, shortened } from "./fold-text.ts";
import { isBlankLine } from "./header-rows.ts";
import type { AnswerColumns, Layout } from "./layout.ts";
import { ticked, unticked } from "./option-words.ts";
import type { Row, RowsOptions, Table } from "./rows.ts";

/** Number of different cells that could not be read and are counted; it bounds memory. */
const mostCounted = 1000;
/** Number of rows in which ids that stand twice are noticed; it bounds memory. */
const mostIds = 10_000;

/** Reads the rows of a table, from CSV or a sheet, with the layout of its columns. */
export class TableRows implements Row, Table {
  faults: readonly Fault[] = [];
  readonly numbers: Numbers;
  readonly layout: Layout;
  readonly unreadCells = new Map<string, number>();
  readonly doubledIds = new Set<string>();

  readonly #pack: Pack;
  readonly #options: RowsOptions;
  readonly #ids = new Set<string>();
  readonly #idColumn: number;
  /** Questions with one column for the whole answer. */
  readonly #whole: readonly AnswerColumns[];
  /** Questions with a column for each option. */
  readonly #byOption: readonly AnswerColumns[];
  readonly #isSheet: boolean;
  /** Number of header rows that are still to come. */
  #headerRows: number;
  #row = 0;
  #cells: readonly string[] = [];

  constructor(pack: Pack, options: RowsOptions, layout: Layout, isSheet = false) {
    this.#pack = pack;
    this.#options = options;
    this.layout = layout;
    this.#whole = layout.answers.filter(({ column }) => column !== null);
    this.#byOption = layout.answers.filter(({ column }) => column === null);
    this.#isSheet = isSheet;
    this.#headerRows = layout.headerRows;
    this.#idColumn = fold(layout.names[0] ?? "") === "id" ? (layout.passedColumns[0] ?? -1) : -1;
    this.numbers = new Int32Array(pack.questions.length);
  }

  get names(): readonly string[] {
    return this.layout.names;
  }

  take(cells: readonly string[], source: Source): void {
    if (this.#headerRows-- > 0) return;
    if (isBlankLine(cells) && source.fault === null && this.layout.width > 1) return;
    this.#row++;
    this.#cells = cells;
    const id = this.#row > mostIds ? "" : (cells[this.#idColumn] ?? "");
    if (id !== "" && this.#ids.has(id)) this.doubledIds.add(id);
    this.#ids.add(id);
    this.faults = this.#faultsOf(cells, source);
    this.#options.onRow(this);
  }

  cell(name: number): string {
    return this.#cells[this.layout.passedColumns[name] ?? -1] ?? "";
  }

  record(): string {
    const values = this.layout.passedColumns.map((column) => JSON.stringify(this.#cells[column] ?? null));
    return `{${this.names.map((name, i) => `${JSON.stringify(name)}:${values[i]}`).join(",")}`;
  }

  #faultsOf(cells: readonly string[], { line, fault: why }: Source): readonly Fault[] {
    const { width, code } = this.layout;
    const place = { file: this.#options.file, line, row: this.#row };
    if (why !== null) return [fault(why, {}, place)];
    // A row of a sheet ends with its last cell that is not empty, so it may be shorter than the header.
    if (cells.length !== width && !this.#isSheet) {
      return [fault("cells", { given: cells.length, expected: width }, place)];
    }
    if (this.#options.isDamaged() && cells.some((cell) => cell.includes("\ufffd"))) {
      return [fault("not-utf8", {}, place)];
    }
    this.numbers.fill(open);
    const answersCode = code < 0 ? "" : (cells[code] ?? "");
    const faults = answersCode === "" ? [] : [...fillFromCode(this.#pack, answersCode, this.numbers, place)];
    let isAnswered = false;
    for (const { question, column, cells: reader } of this.#whole) {
      const cell = cells[column ?? -1] ?? "";
      const number = reader.read(cell);
      if (number === unknown) faults.push(this.#missed(cell, reader.faultOf(cell, place)));
      else if (number !== open || answersCode === "") this.numbers[question] = number;
      isAnswered ||= number !== open;
    }
    for (const columns of this.#byOption) faults.push(...this.#readOptions(columns, cells, isAnswered, place));
    return faults;
  }

  /** No tick at all is an answer if a cell says "no", or, in tables that never say so, if another question is answered. */
  #readOptions(
    { question, cells: reader, options, hasTicksAlone }: AnswerColumns,
    cells: readonly string[],
    isAnswered: boolean,
    place: Place,
  ): Fault[] {
    const asked = reader.question;
    const faults: Fault[] = [];
    const picked: number[] = [];
    let hasAnswer = isAnswered && hasTicksAlone;
    for (const { column, option } of options) {
      const cell = cells[column] ?? "";
      const word = fold(cell);
      if (word === "") continue;
      const id = asked.options[option]?.id ?? "";
      if (ticked.test(word) || reader.placeOf(cell) === option) picked.push(option);
      else if (unticked.test(word)) hasAnswer = true;
      else {
        const why = fault("not-a-tick", { question: asked.id, option: id, given: shortened(cell) }, place);
        faults.push(this.#missed(cell, why));
      }
    }
    if (picked.length === 0 && !hasAnswer) return faults;
    const number = reader.numberOf(picked);
    if (number !== unknown) this.numbers[question] = number;
    else faults.push(reader.faultOf(picked.map((option) => asked.options[option]?.id).join(";"), place));
    return faults;
  }

  /** Counts a cell that could not be read, and returns its fault `why`. */
  #missed(cell: string, why: Fault): Fault {
    const count = this.unreadCells.get(cell);
    if (count !== undefined || this.unreadCells.size < mostCounted) this.unreadCells.set(cell, (count ?? 0) + 1);
    return why;
  }
}
