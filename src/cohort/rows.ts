import type { Judgement } from "../advice/judge.ts";
import type { Numbers } from "../advice/scorecard.ts";
import type { Totals } from "../advice/totals.ts";
import type { Fault } from "../fault.ts";
import type { Layout } from "./layout.ts";

/** The row that was read last, as results need it. Readers reuse the object: it changes when the next row is read. */
export interface Row {
  readonly faults: readonly Fault[];
  /** The respondent's answers by question; only valid if there are no faults. */
  readonly numbers: Numbers;
  /** Names of the values that are passed on: `id`, then the others in input order. Rows with the same names share an array. */
  readonly names: readonly string[];
  /** The passed-on value at an index of `names`, as the text of a CSV cell. */
  cell(name: number): string;
  /** A JSON record of the passed-on values, without its closing brace. */
  record(): string;
}

/** What became of a row: it was judged, it holds no answer, or it has faults. */
export type Outcome = Judged | "blank" | "rejected";

export interface Judged {
  readonly totals: Totals;
  readonly judgement: Judgement;
}

/** A reader of a cohort's text, which arrives in pieces and is handed on row by row. */
export interface Rows {
  /** @throws RoleAdvisorError if a quote never closes, or no row up to the last could be advised. */
  read(text: string, isLast: boolean): void;
  /** How the input is written; results are written the same way. */
  readonly style: { readonly delimiter: string; readonly lineEnd: string };
  /** Remarks for the user on the input as a whole; complete once all rows are read. */
  readonly remarks: readonly string[];
  /** Missing for NDJSON. */
  readonly table?: Table;
}

/** What is known of a table as a whole. */
export interface Table {
  readonly layout: Layout;
  /** How often each cell occurs that could not be read as an answer. */
  readonly unreadCells: ReadonlyMap<string, number>;
  /** Ids that stand in several rows. */
  readonly doubledIds: ReadonlySet<string>;
}

export interface RowsOptions {
  /** Name of the input in faults. */
  readonly file: string;
  /** Whether some bytes so far could not be decoded; U+FFFD then marks the rows that hold them. */
  isDamaged(): boolean;
  /** Names of result columns, which passed-on columns may not have. */
  readonly resultNames: readonly string[];
  onRow(row: Row): void;
}
