import type { Judgement } from "../advice/judge.ts";
import type { Numbers } from "../advice/scorecard.ts";
import type { Totals } from "../advice/totals.ts";
import type { Fault } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { CellAnswers } from "./cell-answers.ts";
import type { Layout } from "./layout.ts";

/** One respondent as the results need it. It tells of the row read last, until the next is read. */
export interface Row {
  readonly faults: readonly Fault[];
  /** What the respondent said; worth nothing where there are faults. */
  readonly numbers: Numbers;
  /** Names of what is passed on: `id` first, then as they stand. The same array as long as the names are the same. */
  readonly names: readonly string[];
  /** The value under a name, as CSV holds it. */
  cell(name: number): string;
  /** A record with what is passed on, without its closing brace. */
  record(): string;
}

/** What is made of a row: it was judged, it answers nothing, or something in it is wrong. */
export type Outcome = Judged | "blank" | "rejected";

export interface Judged {
  readonly totals: Totals;
  readonly judgement: Judgement;
}

/** Reads a cohort's text in pieces, and hands on row by row. */
export interface Rows {
  read(text: string, isLast: boolean): void;
  /** How it is written; what is made of it is written alike. */
  readonly style: { readonly delimiter: string; readonly lineEnd: string };
  /** What a person should know of the input as a whole; complete when all is read. */
  readonly remarks: readonly string[];
  /** Of a table, what its columns are for, and the cells that were not understood. */
  readonly layout?: Layout;
  readonly table?: { readonly strange: ReadonlyMap<string, number>; readonly doubledIds: ReadonlySet<string> };
  /** What has to be said once all is read, if no row could have been advised. */
  readonly fault: Fault | null;
}

export interface RowsOptions {
  /** What faults call the input. */
  readonly file: string;
  /** Something in the text could not be decoded. */
  isDamaged(): boolean;
  /** Names of results, which what is passed on may not have. */
  readonly taken: readonly string[];
  onRow(row: Row): void;
}

export function answersByQuestion(pack: Pack): readonly CellAnswers[] {
  return pack.questions.map((question) => new CellAnswers(pack, question));
}
