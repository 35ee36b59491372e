import { at, type Scorecard, sum } from "../advice/scorecard.ts";
import { outcomesOf } from "../advice/tally.ts";
import { asParts, round, shareLeads } from "./shares.ts";

/** Two role numbers. */
type RolePair = readonly [a: number, b: number];

/** Every two role numbers, the lower first. */
export function pairsOf(roles: number): RolePair[] {
  const all = Array.from({ length: roles }, (_, role) => role);
  return all.flatMap((a) => all.slice(a + 1).map((b): RolePair => [a, b]));
}

/** How often either role has more points than the other, and what each question does to their difference. */
export function measurePair(card: Scorecard, [a, b]: RolePair) {
  const [first = "", second = ""] = [a, b].map((n) => card.pack.roles[n]?.id);
  const choices = card.scored.map((question) =>
    outcomesOf(question, card.roles).map(({ points, weight }) => ({ points: [at(points, a), at(points, b)], weight })),
  );
  const { leads, shared, method } = shareLeads(choices, 2);
  return {
    roles: [first, second] as const,
    /** By role id: the part of all ways in which it has more points than the other. */
    ahead: { [first]: round(at(leads, 0)), [second]: round(at(leads, 1)) },
    level: round(shared),
    method,
    influence: measureInfluence(card, [a, b]),
  };
}

/** What each scored question can do to the difference. Answers count each on their own, so variances add up. */
export function measureInfluence({ scored, roles }: Scorecard, [a, b]: RolePair) {
  const spreads = scored.map((question) => {
    const parts = asParts(outcomesOf(question, roles)).map(({ points, weight }) => {
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
    /** Its part of the variance of the difference, when every answer is as likely as any other: 0 to 1, summing to 1. */
    share: all === 0 ? 0 : round(variance / all),
    /** Points between the answer that is best for the one role and the answer that is best for the other. */
    swing,
    /** Points that the first role is ahead on average, when every answer is as likely as any other. */
    lean: round(mean),
  }));
}
