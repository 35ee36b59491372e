import type { Advice } from "./advice/advice.ts";
import { advise as adviseChecked } from "./advice/advise.ts";
import { writeCode } from "./advice/code.ts";
import { judge as judgeTotals, leadersOf } from "./advice/judge.ts";
import type { Answers } from "./advice/scorecard.ts";
import { totalsOf } from "./advice/totals.ts";
import { readAnswersText } from "./answers/answers-file.ts";
import { type ParsedAnswers, parseAnswers } from "./answers/read-answers.ts";
import { readCode } from "./answers/read-code.ts";
import { RoleAdvisorError } from "./fault.ts";
import type { Pack } from "./pack/pack.ts";
import { pageOf } from "./report/terminal-page.ts";
import { renderText as renderOnPage } from "./report/text.ts";
import { type Comparison, compareSittings, type Side } from "./sittings/compare-sittings.ts";

/** The part of the public API that reads no disk and no stream, and so runs in a browser as well as in Node. */

export type { Advice } from "./advice/advice.ts";
export type { Answers } from "./advice/scorecard.ts";
export { parseAnswers } from "./answers/read-answers.ts";
export { type Audit, audit } from "./audit/pack-audit.ts";
export { type Fault, RoleAdvisorError } from "./fault.ts";
export type { Pack, PackFiles } from "./pack/pack.ts";
export { parsePack } from "./pack/parse-pack.ts";
export { renderHtml } from "./report/html/advice-page.ts";
export { renderMarkdown } from "./report/markdown.ts";
export type { ReportLabel as ReportOptions } from "./report/replay.ts";
export type { Comparison, Side } from "./sittings/compare-sittings.ts";

/**
 * Returns the whole advice for one respondent: the record that `--format json` prints. It takes about a millisecond.
 * Pure: the same answers, pack and program version give the same advice, byte for byte.
 * @param answers lists of option ids, by question id; a question without an entry is open.
 * @throws RoleAdvisorError if an id is unknown, or a value cannot be an answer.
 */
export function advise(pack: Pack, answers: Answers): Advice {
  return adviseChecked(pack, parseAnswers(pack, { answers }));
}

/** Who leads, and how firmly. Points and margins are whole numbers. */
export type Judgement = ReturnType<typeof judge>;

/**
 * Returns the verdict alone, which is about a hundred times as fast as `advise`. Both use the same engine.
 * @throws RoleAdvisorError if an id is unknown, or a value cannot be an answer.
 */
export function judge(pack: Pack, answers: Answers) {
  const judged = judgeTotals(totalsOf(pack, parseAnswers(pack, { answers })));
  const idOf = (role: number) => pack.roles[role]?.id ?? "";
  const points: Readonly<Record<string, number>> = Object.fromEntries(
    judged.points.map((had, role) => [idOf(role), had]),
  );
  return {
    /** The id of the role with the most points; null if roles share the lead, or if nothing is answered. */
    role: judged.isShared ? null : idOf(judged.leader),
    /** The ids of all roles with the most points, in pack order. There are several only in a tie. */
    leaders: leadersOf(judged.points).map(idOf),
    runnerUp: idOf(judged.runnerUp),
    verdict: judged.verdict,
    /** Points by which the leader is ahead of the runner-up. */
    margin: judged.margin,
    /** True if no answer to an open question can end the lead. */
    certain: judged.isCertain,
    /** The smallest number of answers whose change ends the lead; null if no change can, or if roles share the lead. */
    flip: judged.flip,
    /** The points of each role, by role id. */
    points,
    /** The number of scored questions that are answered. */
    answered: judged.answered,
  };
}

/** Answers that fit this version of the pack, and a warning for each that no longer does. */
export type ReadAnswers = ReturnType<typeof orThrow>;

/**
 * Reads answers from the text of an answers file in YAML or JSON, or from the text of a saved advice.
 * @param file the name of the text in faults.
 * @throws RoleAdvisorError with every fault, each with its line and column.
 */
export function readAnswers(pack: Pack, text: string, file = "answers") {
  return orThrow(readAnswersText(pack, text, file));
}

/**
 * Reads the answers in a code. It may come from an earlier version of the pack if history.yaml lists that version.
 * @throws RoleAdvisorError if the code is mistyped, or was made with another pack.
 */
export function answersFromCode(pack: Pack, code: string) {
  return orThrow(readCode(pack, code));
}

/** Writes answers as the short code that every report ends with. @throws RoleAdvisorError if an id is unknown. */
export function codeFromAnswers(pack: Pack, answers: Answers): string {
  return writeCode(pack, parseAnswers(pack, { answers }));
}

function orThrow({ answers, faults, warnings = [] }: ParsedAnswers) {
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return {
    answers,
    /** Empty if the answers were made with this version of the pack. */
    warnings,
  };
}

/**
 * Compares two to eight sittings: their results, the answers that differ, and what each difference does to the margin.
 * @throws RoleAdvisorError if an id is unknown.
 */
export function compare(pack: Pack, sides: readonly Side[]): Comparison {
  return compareSittings(
    pack,
    sides.map(({ name, answers }) => ({ name, answers: parseAnswers(pack, { answers }) })),
  );
}

export interface TextOptions {
  /** Width of the page in columns, 40 to 100. Default 80. */
  readonly width?: number;
  /** Adds escape sequences that colour the text in a terminal. Default false. */
  readonly color?: boolean;
  /** Uses characters beyond ASCII. Default true. */
  readonly unicode?: boolean;
  /** Prints everything that the advice holds, instead of what fits on one screen. Default false. */
  readonly details?: boolean;
}

/** Renders the advice as text for a terminal. The text ends with a line break. */
export function renderText(pack: Pack, advice: Advice, options: TextOptions = {}): string {
  const { width = 80, color = false, unicode = true, details = false } = options;
  return renderOnPage(pack, advice, { page: pageOf(width, color, unicode), details });
}
