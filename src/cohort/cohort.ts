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
import { fold } from "./fold.ts";
import { type Groups, groupsOf, mostGroups } from "./groups.ts";
import { readLayout } from "./layout.ts";
import { NdjsonRows } from "./ndjson-rows.ts";
import { type Person, personOf } from "./people.ts";
import { CsvResults, csvNames, NdjsonResults, ndjsonNames, type Results } from "./results.ts";
import type { Outcome, Row, Rows } from "./rows.ts";
import { type Summary, SummaryCounts } from "./summary.ts";
import { TableRows } from "./table-rows.ts";
import { layoutInWords, namingInWords, strangeInWords } from "./understanding.ts";

export interface CohortOptions {
  /** What faults call the input. */
  readonly file: string;
  readonly from: "csv" | "ndjson";
  /** What is made of the rows. */
  readonly to: "csv" | "ndjson" | "summary" | "people";
  /** Between the cells of the CSV that is read, null to find it out, and of the CSV that is written, null for the same. */
  readonly delimiters: { readonly from: string | null; readonly to: string | null };
  /** The column whose values make groups, where a summary of each is wanted. */
  readonly by?: string | null;
  /** Before the names of what is added to a row. */
  readonly prefix?: string;
  /** Which column answers which question, where it was said. */
  readonly map?: ColumnMap | null;
  /** The whole advice for each row, as NDJSON. */
  readonly isFull?: boolean;
  /** Leave cells as they are, also those that a spreadsheet would run. */
  readonly isRaw?: boolean;
  /** Keep a line for every fault. */
  readonly keepsFaults?: boolean;
}

const usualOptions = { by: null, prefix: "", map: null, isFull: false, isRaw: false, keepsFaults: false };

/** So many faults are kept to be shown; of the others only their lines, where these are asked for. */
const mostShown = 5;

/** Bytes of a cohort in, text of results out, in pieces: its memory does not grow with the rows. */
export class Cohort {
  rows = 0;
  rejected = 0;
  /** Rows without any answer. */
  blank = 0;
  readonly firstFaults: Fault[] = [];

  readonly #pack: Pack;
  readonly #options: Required<CohortOptions>;
  /** Of the row at hand. */
  readonly #totals: Totals;
  /** By group; one alone where there are no groups. */
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

  /** @throws RoleAdvisorError where the header is wrong, or nothing more can be read. */
  feed(chunk: Uint8Array): void {
    if (this.#decoding !== null) this.#rows?.read(this.#decoding.decode(chunk, false), false);
    else {
      this.#sample.push(Uint8Array.from(chunk));
      this.#sampled += chunk.length;
      if (this.#sampled >= sampleBytes) this.#start(false);
    }
  }

  /** All rows of a sheet at once. @throws RoleAdvisorError where the header is wrong. */
  feedSheet(rows: readonly (readonly string[])[]): void {
    const options = { ...this.#rowsOptions(() => false), map: this.#options.map };
    const sample = rows.map((cells, i) => ({ cells, source: { line: i + 1, fault: null } }));
    const layout = readLayout(this.#pack, sample.slice(0, mostSampled), options);
    const table = new TableRows(this.#pack, options, layout, true);
    const style = { delimiter: ",", lineEnd: "\r\n" };
    this.#begin({ read: () => {}, remarks: layout.remarks, fault: null, table, layout, style }, true);
    for (const { cells, source } of sample) table.take(cells, source);
  }

  /** There is no more. @throws RoleAdvisorError where there was no header, or no question. */
  close(): void {
    if (this.#rows === null) this.#start(true);
    else if (this.#decoding !== null) this.#rows.read(this.#decoding.decode(new Uint8Array(0), true), true);
    if (this.#rows?.fault) throw new RoleAdvisorError([this.#rows.fault]);
    if (this.#results !== null) this.#lines.push(this.#results.end());
  }

  /** The results since this was last asked for. */
  take(): Uint8Array {
    return Buffer.from(this.#lines.splice(0).join(""));
  }

  /** The respondents since this was last asked for, where people are wanted. */
  takePeople(): readonly Person[] {
    return this.#people.splice(0);
  }

  /** A line for each fault since this was last asked for. */
  takeFaults(): Uint8Array {
    return Buffer.from(this.#faultLines.splice(0).join(""));
  }

  /** What a person should know of the cohort as a whole. */
  remarks(): readonly string[] {
    const doubled = this.#rows?.table?.doubledIds.size ?? 0;
    const twice = `${doubled} ${plural(doubled, "id stands", "ids stand")} twice or more; all of its rows are kept`;
    return [
      ...(this.#rows?.remarks ?? []),
      ...(doubled === 0 ? [] : [doubled === 1 ? twice : twice.replace("its", "their")]),
      ...(this.#results?.remarks ?? []),
    ];
  }

  /** How a table was understood; nothing where it is written as batch --template does, unless it `isAsked`. */
  understanding(isAsked: boolean): readonly string[] {
    const { layout, table } = this.#rows ?? {};
    if (layout === undefined || table === undefined || (layout.isPlain && !isAsked)) return [];
    const encoding = this.#decoding?.encoding ?? "utf-8";
    const decoded = encoding === "utf-8" ? [] : [`the encoding seems to be ${encodingNames[encoding]}`];
    const naming = isAsked ? [namingInWords(layout.names)] : [];
    return [...decoded, ...layoutInWords(this.#pack, layout), ...naming, ...strangeInWords(table.strange)];
  }

  /** Null where rows are written instead, or groups were asked for. */
  summary(program: string): Summary | null {
    return this.#options.by === null ? (this.#counts.get("")?.summary(program) ?? null) : null;
  }

  /** The summaries of the groups; null where none were asked for. */
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
    // A spreadsheet takes CSV without a mark for the system's encoding, where the input was in no other.
    this.#begin(rows, decoding.hasMark || decoding.encoding !== "utf-8");
    rows.read(text, isWhole);
  }

  #rowsOptions(isDamaged: () => boolean) {
    const { file, to, prefix, isFull } = this.#options;
    const taken = to === "csv" ? csvNames(this.#pack, prefix) : to === "ndjson" ? ndjsonNames(prefix, isFull) : [];
    return { file, taken, onRow: (row: Row) => this.#take(row), isDamaged };
  }

  /** Results look like the rows that they come from, unless something else was said. */
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
      this.firstFaults.push(...faults.slice(0, mostShown - this.firstFaults.length));
      for (const one of this.#options.keepsFaults ? faults : []) this.#faultLines.push(`${describe(one)}\n`);
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

  /** The counts of the row's group. */
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
    // A row that is no record at all has no names.
    if (outcome === "rejected") return "";
    throw new RoleAdvisorError([fault("no-group-column", { by, known: row.names }, { file: this.#options.file })]);
  }
}
