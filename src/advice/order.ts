import type { Pack } from "../pack/pack.ts";
import { isLeadCertain, judge } from "./judge.ts";
import { type Answers, at, type ScoredQuestion } from "./scorecard.ts";
import { totalsOf } from "./totals.ts";

/**
 * The question to ask next when only the recommendation counts (DESIGN 5.7): topics stay whole and in pack order, inside
 * one the largest swing between leader and nearest rival comes first, then pack order. Null when nothing that is left to
 * ask can end the lead, or nothing is left. Questions in `unsure` were asked and stay open, so they are not waited for.
 */
export function nextQuestion(pack: Pack, answers: Answers, unsure: readonly string[] = []): string | null {
  const totals = totalsOf(pack, answers);
  const left = totals.unanswered.filter(({ question: { id } }) => !unsure.includes(id));
  const { points, leader, runnerUp, isShared } = judge(totals);
  if (!isShared && isLeadCertain(points, leader, left)) return null;
  const topic = pack.topics.find(({ questions }) => left.some(({ question: { id } }) => questions.includes(id)));
  const [widest] = left
    .filter(({ question: { id } }) => topic?.questions.includes(id))
    .sort((a, b) => swing(b, leader, runnerUp) - swing(a, leader, runnerUp));
  return widest?.question.id ?? null;
}

/** How far apart the answers to a question can pull two roles. */
export function swing({ gains: { drawn } }: ScoredQuestion, one: number, other: number): number {
  const roles = Math.sqrt(drawn.length);
  return at(drawn, one * roles + other) + at(drawn, other * roles + one);
}
