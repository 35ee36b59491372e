import type { Advice } from "./advice.ts";
import { sum } from "./scorecard.ts";
import { outcomesOf, standardError, tallyExactly, tallySamples } from "./tally.ts";
import type { Totals } from "./totals.ts";

/**
 * In how many of the ways to answer the open scored questions (when sampled: of the samples) each role leads alone, by role
 * number (DESIGN 5.5): a count, not a chance.
 */
export type Completions = Omit<Advice["completions"], "leads"> & { readonly leads: readonly number[] };

const samples = 20_000;
const seed = 1;

/** Exact up to 2^53 ways, as long as the differences of points fit a grid; sampled beyond. */
export function countCompletions(totals: Totals): Completions {
  const { card, unanswered } = totals;
  const points = totals.pointsFrom(card.columns.roles.drawn, card.roles);
  const choices = unanswered.map((question) => outcomesOf(question, card.roles));
  const combinations = choices.reduce((product, outcomes) => product * sum(outcomes.map(({ weight }) => weight)), 1);
  const counted = combinations <= Number.MAX_SAFE_INTEGER ? tallyExactly(choices, points) : null;
  if (counted !== null) return { combinations, ...counted, exact: true };
  const drawn = tallySamples(choices, points, samples, seed);
  return { combinations, ...drawn, exact: false, samples, seed, standardError: standardError(drawn, samples) };
}
