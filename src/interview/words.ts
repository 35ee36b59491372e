import { judge } from "../advice/judge.ts";
import { compileScorecard, numbersOf } from "../advice/scorecard.ts";
import { plural } from "../advice/words.ts";
import { measureReading } from "../audit/reading.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { sourceLine } from "../report/citations.ts";
import { answerLabel } from "../report/words.ts";
import { type Interview, type Progress, progress } from "./state.ts";
import { unasked } from "./view.ts";

/** The sentences that asking by keys and asking by lines share. */

/** By the words of a question on average, as the audit measures them, so that the two say the same. */
export function timeLeft(pack: Pack, { left }: Progress): string {
  const { words, wordsPerMinute } = measureReading(pack);
  const minutes = Math.round((left * words) / pack.questions.length / wordsPerMinute);
  if (minutes < 1) return "less than a minute left";
  return `about ${minutes} ${plural(minutes, "minute")} left`;
}

export function countOf(pack: Pack, interview: Interview): string {
  const { number, total } = progress(pack, interview);
  return `${number} of ${interview.isQuick ? "at most " : ""}${total}`;
}

export const notSure = "Not sure";

/** What was said to a question, in the pack's words. */
export function said(pack: Pack, { id }: Question, { answers }: Pick<Interview, "answers">): string {
  const picked = answers[id];
  return picked === undefined ? notSure : answerLabel(pack, id, picked);
}

/** An answered question in one short line. */
export function shortLine(pack: Pack, question: Question, interview: Pick<Interview, "answers">): string {
  return `${question.short}: ${said(pack, question, interview)}`;
}

export function whySaid(pack: Pack, { why, sources }: Question): string[] {
  const cited = sources.flatMap((id) => (pack.sources[id] === undefined ? [] : [sourceLine(pack.sources[id])]));
  return [why, ...cited];
}

/** How many may still be picked, and what picking none says. */
export function leftToPick({ most }: Question, picked: readonly string[], isOnUnsure: boolean): string {
  if (isOnUnsure) return `Pick up to ${most}; Enter stays with "not sure"`;
  if (picked.length === 0) return `Pick up to ${most}; with none picked, Enter says "none of these"`;
  return `${picked.length} picked, ${most - picked.length} left to pick`;
}

export const quickOffer = "Short of time? Press q: only what counts, until it is certain.";
export const quickTaken = "Quick: only what counts, until it is certain. Press q to be asked all.";

/** Why a quick interview stops; null where everything was asked. */
export function whyItStops(pack: Pack, interview: Interview): string | null {
  const rest = unasked(pack, interview).length;
  if (rest === 0) return null;
  const them = rest === 1 ? "the one that is left" : `the ${rest} that are left`;
  return judge(compileScorecard(pack), numbersOf(pack, interview.answers)).isCertain
    ? `This is certain now, ${rest} ${plural(rest, "question")} earlier: no answer to ${them} can end the lead.`
    : `Nothing decides more now, ${rest} ${plural(rest, "question")} earlier: ${them} cannot change the recommendation.`;
}

export function goOn(pack: Pack, interview: Interview): string {
  const rest = unasked(pack, interview).length;
  return `Go on with ${rest} more ${plural(rest, "question")}, for the fuller advice`;
}

export const seeResult = "See the result";

/** What may be done with an interview that was left: continue it, or start afresh. */
export function leftChoices(pack: Pack, left: Interview): readonly [string, string] {
  return [
    left.at === null ? "Continue by looking over what you said" : `Continue with question ${countOf(pack, left)}`,
    "Start afresh",
  ];
}

/** Where an interview that is stopped leaves one. */
export function keptUntilNext({ answers, unsure }: Interview): string {
  const { length } = Object.keys(answers);
  const kept =
    unsure.length > 0 ? "What you said is" : `${length} ${plural(length, "answer")} ${length === 1 ? "is" : "are"}`;
  return `Stopped. ${kept} kept; run the same command again to continue.`;
}
