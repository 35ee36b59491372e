import { at, type Scorecard, sum } from "../advice/scorecard.ts";
import { outcomesOf } from "../advice/tally.ts";
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
export function measureInfluence({ scored, roles }: Scorecard, [a, b]: readonly [number, number]): Influence[] {
  const spreads = scored.map((question) => {
    const parts = asParts(outcomesOf(question, roles)).map(({ points, weight }) => {
      return { weight, difference: at(points, a) - at(points, b) };
    });
    const mean = sum(parts.map(({ difference, weight }) => weight * difference));
    const differences = parts.map(({ difference }) => difference);
    return {
      question: question.question.id,
      variance: sum(parts.map(({ difference, weight }) => weight * (difference - mean) ** 2)),
      swing: Math.max(...differences) - Math.min(...differences),
      lean: round(mean),
    };
  });
  const all = sum(spreads.map(({ variance }) => variance));
  return spreads.map(({ question, variance, ...rest }) => {
    return { question, share: all === 0 ? 0 : round(variance / all), ...rest };
  });
}

/** Every two role numbers, the lower first. */
export function pairsOf(roles: number): [number, number][] {
  const all = Array.from({ length: roles }, (_, role) => role);
  return all.flatMap((a) => all.slice(a + 1).map((b): [number, number] => [a, b]));
}
