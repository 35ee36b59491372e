import type { Pack } from "../pack/pack.ts";
import { isLeadCertain, judge } from "./judge.ts";
import type { Answers, ScoredQuestion } from "./scorecard.ts";
import { totalsOf } from "./totals.ts";

/**
 * The id of the question to ask next when only the recommendation counts (DESIGN 5.7). Topics stay whole and in pack
 * order; within a topic the largest swing between leader and runner-up comes first, then pack order. Null when none is
 * left to ask, or none that is left can end the lead. Questions in `unsure` stay open and are not asked again.
 */
export function nextQuestion(pack: Pack, answers: Answers, unsure: readonly string[] = []): string | null {
  const totals = totalsOf(pack, answers);
  const unasked = totals.unanswered.filter(({ question: { id } }) => !unsure.includes(id));
  const { points, leader, runnerUp, isShared } = judge(totals);
  if (!isShared && isLeadCertain(points, leader, unasked)) return null;
  const topic = pack.topics.find(({ questions }) => unasked.some(({ question: { id } }) => questions.includes(id)));
  const [widest] = unasked
    .filter(({ question: { id } }) => topic?.questions.includes(id))
    .sort((a, b) => swing(b, leader, runnerUp) - swing(a, leader, runnerUp));
  return widest?.question.id ?? null;
}

/** How far apart the answers to a question can move two roles, in points: from the best for `a` to the best for `b`. */
export function swing({ gains: { drawn } }: ScoredQuestion, a: number, b: number): number {
  return (drawn[a]?.[b] ?? 0) + (drawn[b]?.[a] ?? 0);
}
