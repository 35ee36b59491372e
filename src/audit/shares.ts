import type { Completions } from "../advice/completions.ts";
import { sum } from "../advice/scorecard.ts";
import { standardError, type Tally, tallyExactly, tallySamples } from "../advice/tally.ts";
import type { Outcome } from "../pack/pick.ts";

/** How a figure was found: counted, or from so many samples with this seed. */
export type Method = Pick<Completions, "exact" | "samples" | "seed" | "standardError">;

const seed = 1;

/** Who leads, as parts of all combinations of the outcomes: exact where the differences fit a grid, sampled elsewhere. */
export function shareLeads(
  choices: readonly (readonly Outcome[])[],
  roles: number,
  samples = 20_000,
): Tally & { method: Method } {
  const start = Array.from({ length: roles }, () => 0);
  const parts = choices.map(asParts);
  const exact = tallyExactly(parts, start);
  if (exact !== null) return { ...exact, method: { exact: true } };
  const drawn = tallySamples(parts, start, samples, seed);
  return {
    leads: drawn.leads.map((led) => led / samples),
    shared: drawn.shared / samples,
    method: { exact: false, samples, seed, standardError: standardError(drawn, samples) },
  };
}

/** Outcomes whose weights sum to one. */
export function asParts(outcomes: readonly Outcome[]): Outcome[] {
  const all = sum(outcomes.map(({ weight }) => weight));
  return outcomes.map(({ points, weight }) => ({ points, weight: weight / all }));
}

/** Six decimals: more than anyone reads, and the same on every machine. */
export function round(share: number): number {
  // Plus zero, since a little less than nothing would round to minus zero.
  return Math.round(share * 1e6) / 1e6 + 0;
}
