import { type Outcome, sumsOf } from "../pack/pick.ts";
import { randomFrom } from "./random.ts";
import { at, product, type ScoredQuestion, sum } from "./scorecard.ts";

/** Which role leads in how many of the ways to answer some questions. */
export interface Tally {
  /** By role: the number of ways in which it leads alone. */
  readonly leads: number[];
  /** The number of ways in which the lead is shared. */
  shared: number;
}

/** The different points that answers to a question can give the roles, each with the number of such answers. */
export function outcomesOf({ question, options }: ScoredQuestion, roles: number): Outcome[] {
  return sumsOf(
    question,
    options.map((row) => [...row.subarray(0, roles)]),
  );
}

type Choices = readonly (readonly Outcome[])[];

/** The limits of exact counting: cells of the grid of differences, and, beyond them, combinations of outcomes. */
const mostCells = 2 ** 21;
const mostCombinations = 2 ** 16;

/**
 * Which role leads over all combinations of the outcomes, added to the points in `start` (DESIGN 5.5). The differences
 * to the first role are convolved, one question after the other; where their grid is too large, the combinations are
 * listed instead. Null where these are too many as well. Whole weights stay exact up to a sum of 2^53.
 */
export function tallyExactly(choices: Choices, start: readonly number[]): Tally | null {
  const combinations = product(choices.map(({ length }) => length));
  const { lengths, least, strides, cells } = gridFor(choices, start.length);
  if (cells > mostCells) return combinations <= mostCombinations ? tallyOneByOne(choices, start) : null;
  let counts = new Float64Array(cells);
  counts[0] = 1;
  // All cells from this one on are still 0.
  let end = 1;
  choices.forEach((outcomes, choice) => {
    const steps = outcomes.map(({ points }) =>
      sum(strides.map((stride, axis) => stride * (aheadOn(axis, points) - at(least[choice] ?? [], axis)))),
    );
    const next = new Float64Array(cells);
    for (const [i, { weight }] of outcomes.entries()) addShifted(next, counts, end, at(steps, i), weight);
    counts = next;
    end += Math.max(...steps);
  });
  const base = lengths.map((_, axis) => aheadOn(axis, start) + sum(least.map((differences) => at(differences, axis))));
  const tally = newTally(start.length);
  const ahead = [0, ...base];
  for (let cell = 0; cell < cells; cell++) {
    const count = counts[cell] ?? 0;
    if (count === 0) continue;
    lengths.forEach((length, axis) => {
      ahead[axis + 1] = at(base, axis) + (Math.floor(cell / at(strides, axis)) % length);
    });
    addTo(tally, ahead, count);
  }
  return tally;
}

/** A dense grid over the differences of points to the first role: one axis for each further role. */
function gridFor(choices: Choices, roles: number) {
  const axes = Array.from({ length: roles - 1 }, (_, axis) => axis);
  const ends = (end: (...differences: number[]) => number) =>
    choices.map((outcomes) => axes.map((axis) => end(...outcomes.map(({ points }) => aheadOn(axis, points)))));
  /** The least difference that each choice can bring on each axis: `least[choice][axis]`. */
  const [least, most] = [ends(Math.min), ends(Math.max)];
  const on = (axis: number, differences: readonly (readonly number[])[]) =>
    sum(differences.map((ofChoice) => at(ofChoice, axis)));
  const lengths = axes.map((axis) => 1 + on(axis, most) - on(axis, least));
  return { lengths, least, strides: axes.map((axis) => product(lengths.slice(0, axis))), cells: product(lengths) };
}

/** By how many points the role of this axis is ahead of the first role. */
function aheadOn(axis: number, points: readonly number[]): number {
  return at(points, axis + 1) - at(points, 0);
}

/** `to[cell + step] += from[cell] × weight` for each cell before `end`. A plain loop, since it is most of the work. */
function addShifted(to: Float64Array, from: Float64Array, end: number, step: number, weight: number): void {
  for (let cell = 0; cell < end; cell++) to[cell + step] = (to[cell + step] ?? 0) + (from[cell] ?? 0) * weight;
}

function tallyOneByOne(choices: Choices, start: readonly number[]): Tally {
  const tally = newTally(start.length);
  const go = (choice: number, points: readonly number[], weight: number): void => {
    const outcomes = choices[choice];
    if (outcomes === undefined) addTo(tally, points, weight);
    else
      for (const outcome of outcomes)
        go(
          choice + 1,
          points.map((had, role) => had + at(outcome.points, role)),
          weight * outcome.weight,
        );
  };
  go(0, start, 1);
  return tally;
}

/** Which role leads in a sample of combinations, chosen at random by weight; each counts 1. */
export function tallySamples(choices: Choices, start: readonly number[], samples: number, seed: number): Tally {
  const random = randomFrom(seed);
  const totals = choices.map((outcomes) => sum(outcomes.map(({ weight }) => weight)));
  const tally = newTally(start.length);
  for (let i = 0; i < samples; i++) {
    const points = [...start];
    choices.forEach((outcomes, choice) => {
      const outcome = outcomeAt(outcomes, random() * at(totals, choice));
      for (let role = 0; role < points.length; role++) {
        points[role] = at(points, role) + at(outcome?.points ?? [], role);
      }
    });
    addTo(tally, points, 1);
  }
  return tally;
}

/** The outcome at a position from 0 up to the sum of the weights. */
function outcomeAt(outcomes: readonly Outcome[], position: number): Outcome | undefined {
  let end = 0;
  for (const outcome of outcomes) {
    end += outcome.weight;
    if (position < end) return outcome;
  }
  return outcomes.at(-1);
}

/** The greatest standard error of the sampled shares, to four decimals. */
export function standardError({ leads }: Tally, samples: number): number {
  const errors = leads.map((n) => Math.sqrt(((n / samples) * (1 - n / samples)) / samples));
  return Math.round(Math.max(...errors) * 1e4) / 1e4;
}

function newTally(roles: number): Tally {
  return { leads: Array.from({ length: roles }, () => 0), shared: 0 };
}

function addTo(tally: Tally, totals: readonly number[], count: number): void {
  const most = Math.max(...totals);
  const leader = totals.indexOf(most);
  if (totals.lastIndexOf(most) !== leader) tally.shared += count;
  else tally.leads[leader] = at(tally.leads, leader) + count;
}
