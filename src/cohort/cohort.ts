import { judge } from "../advice/judge.ts";
import { compileScorecard } from "../advice/scorecard.ts";
import { Totals } from "../advice/totals.ts";
import { describe, type Fault, fault, RoleAdvisorError } from "../fault.ts";
import { plural } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { open } from "../pack/pick.ts";
import type { ColumnMap } from "./column-map.ts";
import { mostSampled, openCsv } from "./csv-rows.ts";
import { Decoding, encodingNames, sampleBytes } from "./decoding.ts";
import { layoutInWords, namingInWords, unreadInWords } from "./describe-layout.ts";
import { fold } from "./fold-text.ts";
import { type Groups, groupsOf, mostGroups } from "./groups.ts";
import { readLayout } from "./layout.ts";
import { NdjsonRows } from "./ndjson-rows.ts";
import { type Person, personOf } from "./people.ts";
import { CsvResults, csvNames, NdjsonResults, ndjsonNames, type Results } from "./results.ts";
import type { Outcome, Row, Rows } from "./rows.ts";
import { type Summary, SummaryCounts } from "./summary.ts";
import { TableRows } from "./table-rows.ts";

export interface CohortOptions {
  /** Name of the input in faults. */
  readonly file: string;
  readonly from: "csv" | "ndjson";
  /** The form of the results. */
  readonly to: "csv" | "ndjson" | "summary" | "people";
  /** Delimiters of CSV: of the input, null to guess it; of the results, null for the one of the input. */
  readonly delimiters: { readonly from: string | null; readonly to: string | null };
  /** The column whose values form groups, for a summary of each group. */
  readonly by?: string | null;
  /** Text before the names of results. */
  readonly prefix?: string;
  readonly map?: ColumnMap | null;
  /** Write the whole advice for each row; only as NDJSON. */
  readonly isFull?: boolean;
  /** Write cells unchanged that a spreadsheet would run as a formula. */
  readonly isRaw?: boolean;
  /** Keep a line for every fault. */
  readonly keepsFaults?: boolean;
}

const usualOptions = { by: null, prefix: "", map: null, isFull: false, isRaw: false, keepsFaults: false };

/** Number of faults that are printed at the end of a run. */
const mostFirst = 5;

/** Turns the bytes of a cohort into the bytes of results, piece by piece: memory does not grow with the number of rows. */
export class Cohort {
  rows = 0;
  rejected = 0;
  /** Rows without any answer. */
  blank = 0;
  readonly firstFaults: Fault[] = [];

  readonly #pack: Pack;
  readonly #options: Required<CohortOptions>;
  /** Totals of the current row. */
  readonly #totals: Totals;
  /** The counts of each group; without groups, of everybody under "". */
  readonly #counts = new Map<string, SummaryCounts>();
  #sample: Uint8Array[] = [];
  #sampled = 0;
  #decoding: Decoding | null = null;
  #rows: Rows | null = null;
  #results: Results | null = null;
  #lines: string[] = [];
  #faultLines: string[] = [];
  #people: Person[] = [];

  constructor(pack: Pack, options: CohortOptions) {
    this.#pack = pack;
    this.#options = { ...usualOptions, ...options };
    this.#totals = new Totals(compileScorecard(pack));
    if (options.to === "summary" && this.#options.by === null) this.#counts.set("", new SummaryCounts(pack));
  }

  /** @throws RoleAdvisorError if the header is wrong, a quote never closes, or groups cannot be formed. */
  feed(chunk: Uint8Array): void {
    if (this.#decoding !== null) this.#rows?.read(this.#decoding.decode(chunk, false), false);
    else {
      this.#sample.push(Uint8Array.from(chunk));
      this.#sampled += chunk.length;
      if (this.#sampled >= sampleBytes) this.#start(false);
    }
  }

  /** Takes all rows of a sheet at once. @throws RoleAdvisorError if the header is wrong. */
  feedSheet(rows: readonly (readonly string[])[]): void {
    const options = { ...this.#rowsOptions(() => false), map: this.#options.map };
    const sample = rows.map((cells, i) => ({ cells, source: { line: i + 1, fault: null } }));
    const layout = readLayout(this.#pack, sample.slice(0, mostSampled), options);
    const table = new TableRows(this.#pack, options, layout, true);
    const style = { delimiter: ",", lineEnd: "\r\n" };
    this.#begin({ read: () => {}, remarks: layout.remarks, table, style }, true);
    for (const { cells, source } of sample) table.take(cells, source);
  }

  /** Ends the input. @throws RoleAdvisorError if there was no header, no question, or a quote that never closes. */
  close(): void {
    if (this.#rows === null) this.#start(true);
    else if (this.#decoding !== null) this.#rows.read(this.#decoding.decode(new Uint8Array(0), true), true);
    if (this.#results !== null) this.#lines.push(this.#results.end());
  }

  /** Returns the results since the last call. */
  take(): Uint8Array {
    return Buffer.from(this.#lines.splice(0).join(""));
  }

  /** Returns the respondents since the last call; none unless the results are people. */
  takePeople(): readonly Person[] {
    return this.#people.splice(0);
  }

  /** Returns a line for each fault since the last call. */
  takeFaults(): Uint8Array {
    return Buffer.from(this.#faultLines.splice(0).join(""));
  }

  /** Remarks for the user on the cohort as a whole. */
  remarks(): readonly string[] {
    const doubled = this.#rows?.table?.doubledIds.size ?? 0;
    const twice = `${doubled} ${plural(doubled, "id appears", "ids appear")} twice or more; all of its rows are kept`;
    return [
      ...(this.#rows?.remarks ?? []),
      ...(doubled === 0 ? [] : [doubled === 1 ? twice : twice.replace("its", "their")]),
      ...(this.#results?.remarks ?? []),
    ];
  }

  /** Says how a table was understood. A table in the form of batch --template needs no explanation unless it `isAsked`. */
  understanding(isAsked: boolean): readonly string[] {
    const table = this.#rows?.table;
    if (table === undefined || (table.layout.isPlain && !isAsked)) return [];
    const { layout, unreadCells } = table;
    const encoding = this.#decoding?.encoding ?? "utf-8";
    const decoded = encoding === "utf-8" ? [] : [`the encoding seems to be ${encodingNames[encoding]}`];
    const naming = isAsked ? [namingInWords(layout.names)] : [];
    return [...decoded, ...layoutInWords(this.#pack, layout), ...naming, ...unreadInWords(unreadCells)];
  }

  /** The summary of everybody; null if the options ask for rows, people or groups instead. */
  summary(program: string): Summary | null {
    return this.#options.by === null ? (this.#counts.get("")?.summary(program) ?? null) : null;
  }

  /** The summaries of the groups; null if there are no groups. */
  groups(program: string): Groups | null {
    const { by, to } = this.#options;
    if (by === null || to !== "summary") return null;
    return groupsOf(by, new Map([...this.#counts].map(([name, counts]) => [name, counts.summary(program)])));
  }

  #start(isWhole: boolean): void {
    const { from, delimiters, map } = this.#options;
    const sample = Buffer.concat(this.#sample.splice(0));
    const decoding = new Decoding(sample, from === "csv");
    this.#decoding = decoding;
    const text = decoding.decode(sample, isWhole);
    const options = this.#rowsOptions(() => decoding.isDamaged);
    const rows =
      from === "ndjson"
        ? new NdjsonRows(this.#pack, options, text)
        : openCsv(this.#pack, { ...options, delimiter: delimiters.from, map }, text, isWhole);
    // Results are UTF-8. Without a byte order mark, spreadsheets would read them in the encoding of the system.
    this.#begin(rows, decoding.hasMark || decoding.encoding !== "utf-8");
    rows.read(text, isWhole);
  }

  #rowsOptions(isDamaged: () => boolean) {
    const { file, to, prefix, isFull } = this.#options;
    const resultNames =
      to === "csv" ? csvNames(this.#pack, prefix) : to === "ndjson" ? ndjsonNames(prefix, isFull) : [];
    return { file, resultNames, onRow: (row: Row) => this.#take(row), isDamaged };
  }

  /** Prepares the results, in the style of the input unless options say otherwise. */
  #begin(rows: Rows, hasMark: boolean): void {
    const { to, prefix, isRaw, isFull, delimiters } = this.#options;
    const { delimiter, lineEnd } = rows.style;
    this.#rows = rows;
    if (to === "ndjson") this.#results = new NdjsonResults(this.#pack, prefix, isFull, lineEnd);
    if (to !== "csv") return;
    this.#results = new CsvResults(this.#pack, prefix, { delimiter: delimiters.to ?? delimiter, isRaw, lineEnd });
    if (hasMark) this.#lines.push("\ufeff");
  }

  #take(row: Row): void {
    this.rows++;
    const outcome = this.#outcomeOf(row);
    if (this.#options.to === "people") this.#people.push(personOf(this.#pack, row, outcome, this.rows));
    else if (this.#results !== null) this.#lines.push(this.#results.line(row, outcome));
    else this.#countsOf(row, outcome).add(outcome);
  }

  #outcomeOf({ faults, numbers }: Row): Outcome {
    if (faults.length > 0) {
      this.rejected++;
      this.firstFaults.push(...faults.slice(0, mostFirst - this.firstFaults.length));
      if (this.#options.keepsFaults) this.#faultLines.push(...faults.map((fault) => `${describe(fault)}\n`));
      return "rejected";
    }
    for (const number of numbers) {
      if (number === open) continue;
      this.#totals.count(numbers);
      return { totals: this.#totals, judgement: judge(this.#totals) };
    }
    this.blank++;
    return "blank";
  }

  #countsOf(row: Row, outcome: Outcome): SummaryCounts {
    const { by, file } = this.#options;
    const group = by === null ? "" : this.#groupOf(row, by, outcome);
    const known = this.#counts.get(group);
    if (known !== undefined) return known;
    if (by !== null && this.#counts.size === mostGroups) {
      throw new RoleAdvisorError([fault("too-many-groups", { by, most: mostGroups }, { file })]);
    }
    const counts = new SummaryCounts(this.#pack);
    this.#counts.set(group, counts);
    return counts;
  }

  #groupOf(row: Row, by: string, outcome: Outcome): string {
    const column = row.names.findIndex((name) => fold(name) === fold(by));
    if (column >= 0) return row.cell(column).trim();
    // A line of NDJSON that is not a record has no names.
    if (outcome === "rejected") return "";
    throw new RoleAdvisorError([fault("no-group-column", { by, known: row.names }, { file: this.#options.file })]);
  }
}
