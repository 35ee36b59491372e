import { judge } from "../advice/judge.ts";
import { compileScorecard, type Scorecard } from "../advice/scorecard.ts";
import { describe, type Fault } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { Bytes } from "./bytes.ts";
import { CsvRows } from "./csv-rows.ts";
import { NdjsonRows } from "./ndjson-rows.ts";
import { CsvResults, csvNames, NdjsonResults, ndjsonNames, type Results } from "./results.ts";
import type { Rows } from "./rows.ts";
import type { Summary } from "./summary.ts";
import { Tally } from "./tally.ts";

export interface CohortOptions {
  /** What faults call the input. */
  readonly file: string;
  readonly from: "csv" | "ndjson";
  /** What is made of the rows. */
  readonly to: "csv" | "ndjson" | "summary";
  /** Between the cells of the CSV that is read, and of the CSV that is written. */
  readonly delimiters: { readonly from: string; readonly to: string };
  /** Before the names of what is added to a row. */
  readonly prefix: string;
  /** The whole advice for each row, as NDJSON. */
  readonly isFull: boolean;
  /** Leave cells as they are, also those that a spreadsheet would run. */
  readonly isRaw: boolean;
  /** Keep a line for every fault. */
  readonly keepsFaults: boolean;
}

/** So many faults are kept to be shown; of the others only their lines, where these are asked for. */
const mostShown = 5;

/** Bytes of a cohort in, bytes of results out, in pieces: its memory does not grow with the rows. */
export class Cohort {
  rows = 0;
  rejected = 0;
  readonly firstFaults: Fault[] = [];
  readonly results = new Bytes();
  /** A line for each fault. */
  readonly faultLines = new Bytes();

  readonly #rows: Rows;
  readonly #card: Scorecard;
  readonly #to: Results | Tally;
  readonly #keepsFaults: boolean;

  constructor(pack: Pack, options: CohortOptions) {
    const { file, from, to, delimiters, keepsFaults } = options;
    const taken = to === "csv" ? csvNames(pack, options.prefix) : to === "ndjson" ? ndjsonNames(options) : [];
    this.#rows =
      from === "csv"
        ? new CsvRows(pack, { file, delimiter: delimiters.from, taken })
        : new NdjsonRows(pack, file, taken);
    this.#card = compileScorecard(pack);
    if (to === "summary") this.#to = new Tally(pack);
    else if (to === "ndjson") this.#to = new NdjsonResults(pack, this.results, options);
    else this.#to = new CsvResults(pack, this.results, { ...options, delimiter: delimiters.to });
    this.#keepsFaults = keepsFaults;
  }

  /** @throws RoleAdvisorError where the header is wrong. */
  feed(chunk: Uint8Array): void {
    this.#rows.feed(chunk);
    this.#advance();
  }

  /** There is no more. @throws RoleAdvisorError where there was no header. */
  close(): void {
    this.#rows.close();
    this.#advance();
    if (!(this.#to instanceof Tally)) this.#to.end(this.#rows);
  }

  /** What a person should know of the cohort as a whole. */
  remarks(): readonly string[] {
    return [...this.#rows.remarks, ...(this.#to instanceof Tally ? [] : this.#to.remarks)];
  }

  /** Null where rows are written instead. */
  summary(program: string): Summary | null {
    return this.#to instanceof Tally ? this.#to.summary(program) : null;
  }

  #advance(): void {
    const rows = this.#rows;
    const to = this.#to;
    while (rows.next()) {
      this.rows++;
      const judged = rows.faults.length > 0 ? this.#reject(rows.faults) : judge(this.#card, rows.numbers);
      if (!(to instanceof Tally)) to.write(rows, judged);
      else if (judged === null) to.reject();
      else to.add(rows.numbers, judged);
    }
  }

  #reject(faults: readonly Fault[]): null {
    this.rejected++;
    for (const fault of faults) {
      if (this.firstFaults.length < mostShown) this.firstFaults.push(fault);
      if (this.#keepsFaults) this.faultLines.text(`${describe(fault)}\n`);
    }
    return null;
  }
}
