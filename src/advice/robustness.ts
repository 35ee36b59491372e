import type { Advice } from "./advice.ts";
import { randomFrom } from "./random.ts";
import { at, sum } from "./scorecard.ts";

/** The last decimal of a rounded share. */
const least = 1e-4;
const samples = 20_000;
const seed = 1;

/**
 * How far the weights of the questions could be off before the lead ends (DESIGN 5.6): `radius` is the share by which
 * all may be off at once, `share` the part of all ways to weigh the answers in which the leader leads alone. Null when
 * the lead is shared. `contributions` holds, for each rival, what every answer adds to the margin over it.
 */
export function measureRobustness(contributions: readonly (readonly number[])[]): Advice["robustness"] {
  if (contributions.some((c) => sum(c) === 0)) return null;
  // Rounded down, since the lead must hold within the radius that the record states.
  const radius = Math.min(...contributions.map((c) => Math.floor((sum(c) * 1e4) / sum(c.map(Math.abs))))) / 1e4;
  const [only, ...others] = contributions;
  if (only !== undefined && others.length === 0) {
    const rival = rivalShare(only);
    // A rival's share above 0 must not round to a leader's share of 1.
    return { radius, share: rival === 0 ? 1 : round(Math.min(1 - rival, 1 - least)), exact: true };
  }
  const share = sampleShare(contributions);
  const standardError = round(Math.sqrt((share * (1 - share)) / samples));
  return { radius, share: round(share), exact: false, samples, seed, standardError };
}

/**
 * DESIGN 5.6(b): the part of the weight simplex in which the rival has at least as much as the leader, by Varsi's
 * recurrence (1973). All terms are positive, so it is stable. Contributions (2, −1) give 1/3.
 */
export function rivalShare(contributions: readonly number[]): number {
  const against = contributions.filter((c) => c < 0);
  const inFavour = contributions.filter((c) => c > 0);
  // row[k] is A(h, k); it starts as A(0, k) = 0, and A(h, 0) = 1.
  const row = [0, ...inFavour.map(() => 0)];
  for (const x of against) {
    row[0] = 1;
    inFavour.forEach((y, i) => {
      row[i + 1] = (y * at(row, i + 1) - x * at(row, i)) / (y - x);
    });
  }
  return at(row, inFavour.length);
}

/** Uniform weights on the simplex are the gaps between sorted uniform numbers. */
function sampleShare(contributions: readonly (readonly number[])[]): number {
  const questions = contributions[0]?.length ?? 0;
  const random = randomFrom(seed);
  let leads = 0;
  for (let i = 0; i < samples; i++) {
    const cuts = Float64Array.from({ length: questions - 1 }, random).sort();
    const weights = Array.from({ length: questions }, (_, q) => (cuts[q] ?? 1) - (cuts[q - 1] ?? 0));
    if (contributions.every((c) => sum(c.map((points, q) => points * at(weights, q))) > 0)) leads++;
  }
  return leads / samples;
}

/** Rounds to four decimals, which are the same on every machine, and never to 0 or 1 what is neither. */
function round(share: number): number {
  if (share <= 0 || share >= 1) return share;
  return Math.min(Math.max(Math.round(share * 1e4) / 1e4, least), 1 - least);
}
