import { splitCode } from "../advice/code.ts";
import type { Numbers } from "../advice/scorecard.ts";
import { readCode } from "../answers/code.ts";
import type { Fault, Place } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { numberOf } from "../pack/pick.ts";
import { CellAnswers } from "./cell-answers.ts";

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

/** Reads a cohort's text in pieces, and hands on row by row. */
export interface Rows {
  read(text: string, isLast: boolean): void;
  /** What a person should know of the input as a whole; complete when all is read. */
  readonly remarks: readonly string[];
  /** What has to be said once all is read, if no row could have been advised. */
  readonly fault: Fault | null;
}

export interface RowsOptions {
  /** What faults call the input. */
  readonly file: string;
  /** Names of results, which what is passed on may not have. */
  readonly taken: readonly string[];
  onRow(row: Row): void;
}

/** The column or key that may hold all answers of a row as a code. */
export const codeName = "code";

export function isCode(text: unknown): text is string {
  return typeof text === "string" && splitCode(text) !== null;
}

/** Fills in the answers that a code holds, and returns what is wrong with it. */
export function fillFromCode(pack: Pack, code: string, numbers: Numbers, place: Place): readonly Fault[] {
  const { answers, faults } = readCode(pack, code);
  pack.questions.forEach((question, q) => {
    const picked = answers[question.id];
    if (picked !== undefined) numbers[q] = numberOf(question, picked);
  });
  return faults.map((fault) => ({ ...fault, ...place }));
}

export function answersByQuestion(pack: Pack): readonly CellAnswers[] {
  return pack.questions.map((question) => new CellAnswers(pack, question));
}
