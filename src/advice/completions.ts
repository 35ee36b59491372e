import type { Advice } from "./advice.ts";
import { product, sum } from "./scorecard.ts";
import { outcomesOf, standardError, tallyExactly, tallySamples } from "./tally.ts";
import type { Totals } from "./totals.ts";

/** By role: in how many completions (DESIGN 5.5), all or sampled, it leads alone. A count, not a chance. */
export type Completions = Omit<Advice["completions"], "leads"> & { readonly leads: readonly number[] };

const samples = 20_000;
const seed = 1;

/** Counts exactly up to 2^53 ways, as long as `tallyExactly` can; otherwise samples. */
export function countCompletions(totals: Totals): Completions {
  const { card, unanswered } = totals;
  const points = totals.pointsOfRoles("drawn");
  const choices = unanswered.map((question) => outcomesOf(question, card.roles));
  const combinations = product(choices.map((outcomes) => sum(outcomes.map(({ weight }) => weight))));
  const exact = combinations <= Number.MAX_SAFE_INTEGER ? tallyExactly(choices, points) : null;
  if (exact !== null) return { combinations, ...exact, exact: true };
  const sampled = tallySamples(choices, points, samples, seed);
  return { combinations, ...sampled, exact: false, samples, seed, standardError: standardError(sampled, samples) };
}
