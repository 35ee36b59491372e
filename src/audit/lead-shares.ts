import type { Completions } from "../advice/completions.ts";
import { sum } from "../advice/scorecard.ts";
import { standardError, type Tally, tallyExactly, tallySamples } from "../advice/tally.ts";
import type { Outcome } from "../pack/pick.ts";

/** How a figure was computed: by an exact count, or from a number of samples with a seed. */
export type Method = Pick<Completions, "exact" | "samples" | "seed" | "standardError">;

const seed = 1;

/** Who leads, as shares of all combinations of outcomes: exact if `tallyExactly` can count them, else sampled. */
export function shareLeads(
  choices: readonly (readonly Outcome[])[],
  roles: number,
  samples = 20_000,
): Tally & { method: Method } {
  const start = Array.from({ length: roles }, () => 0);
  const parts = choices.map(normalizeWeights);
  const exact = tallyExactly(parts, start);
  if (exact !== null) return { ...exact, method: { exact: true } };
  const tally = tallySamples(parts, start, samples, seed);
  return {
    leads: tally.leads.map((count) => count / samples),
    shared: tally.shared / samples,
    method: { exact: false, samples, seed, standardError: standardError(tally, samples) },
  };
}

/** Scales the weights of outcomes so that their sum is one. */
export function normalizeWeights(outcomes: readonly Outcome[]): Outcome[] {
  const all = sum(outcomes.map(({ weight }) => weight));
  return outcomes.map(({ points, weight }) => ({ points, weight: weight / all }));
}

/** Rounds to six decimals: more than anyone reads, and few enough that all machines agree. */
export function round(share: number): number {
  // Adding zero turns -0, to which tiny negative numbers round, into 0.
  return Math.round(share * 1e6) / 1e6 + 0;
}
