import type { Advice } from "./advice/advice.ts";
import { advise as adviseChecked } from "./advice/advise.ts";
import { writeCode } from "./advice/code.ts";
import { judge as judgeTotals, leadersOf } from "./advice/judge.ts";
import type { Answers } from "./advice/scorecard.ts";
import { totalsOf } from "./advice/totals.ts";
import { readAnswersText } from "./answers/answers-text.ts";
import { parseAnswers, type Read } from "./answers/read-answers.ts";
import { readCode } from "./answers/read-code.ts";
import { RoleAdvisorError } from "./fault.ts";
import type { Pack } from "./pack/pack.ts";
import { pageOf } from "./report/page.ts";
import { renderText as renderOnPage } from "./report/text.ts";
import { type Comparison, compareSittings, type Side } from "./sittings/compare-sittings.ts";

/** What programs import, and what runs in a browser as well as in Node: everything but what reads a disk or a stream. */

export type { Advice } from "./advice/advice.ts";
export type { Answers } from "./advice/scorecard.ts";
export { parseAnswers } from "./answers/read-answers.ts";
export { type Audit, audit } from "./audit/pack-audit.ts";
export { type Fault, RoleAdvisorError } from "./fault.ts";
export type { Pack, PackFiles } from "./pack/pack.ts";
export { parsePack } from "./pack/parse-pack.ts";
export { renderHtml } from "./report/html/advice-page.ts";
export { renderMarkdown } from "./report/markdown.ts";
export type { Whose as ReportOptions } from "./report/replay.ts";
export type { Comparison, Side } from "./sittings/compare-sittings.ts";

/**
 * The whole advice for one respondent: the record that `--format json` prints. Pure: the same answers, pack and program give
 * the same advice, byte for byte. About a millisecond.
 * @param answers lists of option ids, by question id; a question without an entry is open.
 * @throws RoleAdvisorError where an id is unknown, or an answer is none.
 */
export function advise(pack: Pack, answers: Answers): Advice {
  return adviseChecked(pack, parseAnswers(pack, { answers }));
}

/** Who leads, and how firmly: what a program needs for many respondents. All figures are whole numbers of points. */
export type Judgement = ReturnType<typeof judge>;

/**
 * The verdict alone, by the same engine, about a hundred times as fast as `advise`.
 * @throws RoleAdvisorError where an id is unknown, or an answer is none.
 */
export function judge(pack: Pack, answers: Answers) {
  const judged = judgeTotals(totalsOf(pack, parseAnswers(pack, { answers })));
  const idOf = (role: number) => pack.roles[role]?.id ?? "";
  const points: Readonly<Record<string, number>> = Object.fromEntries(
    judged.points.map((had, role) => [idOf(role), had]),
  );
  return {
    /** The id of the role with most points; null where the lead is shared, or nothing is answered. */
    role: judged.isShared ? null : idOf(judged.leader),
    /** All roles with most points, in pack order: one, but for a tie. */
    leaders: leadersOf(judged.points).map(idOf),
    runnerUp: idOf(judged.runnerUp),
    verdict: judged.verdict,
    /** Points ahead of the runner-up. */
    margin: judged.margin,
    /** No answer to an open question can end the lead. */
    certain: judged.isCertain,
    /** The fewest answers whose change ends the lead; null where no change does, or the lead is shared. */
    flip: judged.flip,
    /** By role id. */
    points,
    /** How many of the questions that count are answered. */
    answered: judged.answered,
  };
}

/** Answers that were read, and what of them no longer fits this version of the pack. */
export type ReadAnswers = ReturnType<typeof orThrow>;

/**
 * Answers from the text of an answers file in YAML or JSON, or of a saved advice.
 * @param file what faults call the text.
 * @throws RoleAdvisorError with every fault, each with its line and column.
 */
export function readAnswers(pack: Pack, text: string, file = "answers") {
  return orThrow(readAnswersText(pack, text, file));
}

/**
 * The answers in a code, also one of an earlier version that the pack's history knows.
 * @throws RoleAdvisorError where it is of another pack, or mistyped.
 */
export function answersFromCode(pack: Pack, code: string) {
  return orThrow(readCode(pack, code));
}

/** Answers as the short string that every report ends with. @throws RoleAdvisorError where an id is unknown. */
export function codeFromAnswers(pack: Pack, answers: Answers): string {
  return writeCode(pack, parseAnswers(pack, { answers }));
}

function orThrow({ answers, faults, warnings = [] }: Read) {
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return {
    answers,
    /** Empty where they were made with this version. */
    warnings,
  };
}

/**
 * Two to eight sittings side by side: what each says, which answers differ, and what each of these does to the margin.
 * @throws RoleAdvisorError where an id is unknown.
 */
export function compare(pack: Pack, sides: readonly Side[]): Comparison {
  return compareSittings(
    pack,
    sides.map(({ name, answers }) => ({ name, answers: parseAnswers(pack, { answers }) })),
  );
}

export interface TextOptions {
  /** Columns, 40 to 100. Default 80. */
  readonly width?: number;
  /** With the escapes that colour a terminal. Default false. */
  readonly color?: boolean;
  /** With glyphs beyond ASCII. Default true. */
  readonly unicode?: boolean;
  /** All that the advice holds, instead of what fits one screen. Default false. */
  readonly details?: boolean;
}

/** The advice as a terminal shows it. Ends with a line break. */
export function renderText(pack: Pack, advice: Advice, options: TextOptions = {}): string {
  const { width = 80, color = false, unicode = true, details = false } = options;
  return renderOnPage(pack, advice, { page: pageOf(width, color, unicode), details });
}
