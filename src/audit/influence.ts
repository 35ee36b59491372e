import { at, sum } from "../advice/scorecard.ts";
import type { Outcome } from "../pack/pick.ts";
import { asParts, round } from "./shares.ts";

/** What a question can do to the difference of two roles. */
export interface Influence {
  readonly question: string;
  /** Its part of the variance of the difference, when every answer is as likely as any other: 0 to 1, summing to 1. */
  readonly share: number;
  /** Points between the answer that is best for the one role and the answer that is best for the other. */
  readonly swing: number;
  /** Points that the first role is ahead on average, when every answer is as likely as any other. */
  readonly lean: number;
}

/** By question, in pack order. Answers count each on their own, so variances add up. */
export function measureInfluence(
  questions: readonly { readonly id: string; readonly outcomes: readonly Outcome[] }[],
  [a, b]: readonly [number, number],
): Influence[] {
  const spreads = questions.map(({ id, outcomes }) => {
    const parts = asParts(outcomes).map(({ points, weight }) => ({
      weight,
      difference: at(points, a) - at(points, b),
    }));
    const mean = sum(parts.map(({ difference, weight }) => weight * difference));
    const differences = parts.map(({ difference }) => difference);
    return {
      question: id,
      variance: sum(parts.map(({ difference, weight }) => weight * (difference - mean) ** 2)),
      swing: Math.max(...differences) - Math.min(...differences),
      lean: round(mean),
    };
  });
  const all = sum(spreads.map(({ variance }) => variance));
  return spreads.map(({ question, variance, swing, lean }) => ({
    question,
    share: all === 0 ? 0 : round(variance / all),
    swing,
    lean,
  }));
}
