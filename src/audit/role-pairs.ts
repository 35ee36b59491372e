import { at, type Scorecard, sum } from "../advice/scorecard.ts";
import { outcomesOf } from "../advice/tally.ts";
import { normalizeWeights, round, shareLeads } from "./lead-shares.ts";

type RolePair = readonly [a: number, b: number];

/** All pairs of role numbers, the lower number first. */
export function pairsOf(roles: number): RolePair[] {
  const all = Array.from({ length: roles }, (_, role) => role);
  return all.flatMap((a) => all.slice(a + 1).map((b): RolePair => [a, b]));
}

/** How often each of two roles has more points than the other, and what each question does to the difference. */
export function measurePair(card: Scorecard, [a, b]: RolePair) {
  const [first = "", second = ""] = [a, b].map((n) => card.pack.roles[n]?.id);
  const choices = card.scored.map((question) =>
    outcomesOf(question, card.roles).map(({ points, weight }) => ({ points: [at(points, a), at(points, b)], weight })),
  );
  const { leads, shared, method } = shareLeads(choices, 2);
  return {
    roles: [first, second] as const,
    /** By role id: the share of all combinations of answers in which it has more points than the other. */
    ahead: { [first]: round(at(leads, 0)), [second]: round(at(leads, 1)) },
    level: round(shared),
    method,
    influence: measureInfluence(card, [a, b]),
  };
}

/** What each scored question does to the difference of two roles. Answers are independent, so variances add up. */
export function measureInfluence({ scored, roles }: Scorecard, [a, b]: RolePair) {
  const spreads = scored.map((question) => {
    const parts = normalizeWeights(outcomesOf(question, roles)).map(({ points, weight }) => {
      return { weight, difference: at(points, a) - at(points, b) };
    });
    const mean = sum(parts.map(({ difference, weight }) => weight * difference));
    const variance = sum(parts.map(({ difference, weight }) => weight * (difference - mean) ** 2));
    const differences = parts.map(({ difference }) => difference);
    return { id: question.question.id, mean, variance, swing: Math.max(...differences) - Math.min(...differences) };
  });
  const all = sum(spreads.map(({ variance }) => variance));
  return spreads.map(({ id, mean, variance, swing }) => ({
    question: id,
    /** Its share of the variance of the difference if all answers are equally likely: 0 to 1, with the sum 1. */
    share: all === 0 ? 0 : round(variance / all),
    /** Points between the best answer for the first role and the best answer for the second. */
    swing,
    /** Points by which the first role is ahead on average if all answers are equally likely. */
    lean: round(mean),
  }));
}
