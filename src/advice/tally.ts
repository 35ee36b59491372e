import { type Outcome, sumsOf } from "../pack/pick.ts";
import { randomFrom } from "./sample.ts";
import { at, type ScoredQuestion, sum } from "./scorecard.ts";

/** Who leads in the ways to answer some questions, by weight. */
export interface Tally {
  /** By role number: the ways in which it leads alone. */
  readonly leads: number[];
  /** The ways in which the lead is shared. */
  shared: number;
}

/** What the answers to a question come to, in points of the roles. */
export function outcomesOf({ question, options }: ScoredQuestion, roles: number): Outcome[] {
  return sumsOf(
    question,
    options.map((row) => [...row.subarray(0, roles)]),
  );
}

type Choices = readonly (readonly Outcome[])[];

/** Exact up to this many different sets of differences, or so many combinations. */
const mostCells = 2 ** 21;
const mostCombinations = 2 ** 16;

/**
 * Who leads after a start, over all combinations of the outcomes: the differences to the first role are convolved, one
 * question after the other (DESIGN 5.5); where there are more sets of differences than combinations, these are gone through.
 * Whole weights stay exact up to 2^53 in all. Null where both are too many.
 */
export function tallyExactly(choices: Choices, start: readonly number[]): Tally | null {
  const combinations = choices.reduce((product, { length }) => product * length, 1);
  const { lengths, least, strides, cells } = gridFor(choices, start.length);
  if (cells > mostCells) return combinations <= mostCombinations ? tallyOneByOne(choices, start) : null;
  let counts = new Float64Array(cells);
  counts[0] = 1;
  // No cell from here on is reached so far.
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
  const base = lengths.map((_, axis) => aheadOn(axis, start) + sum(least.map((one) => at(one, axis))));
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
    sum(differences.map((one) => at(one, axis)));
  const lengths = axes.map((axis) => 1 + on(axis, most) - on(axis, least));
  const product = (numbers: readonly number[]) => numbers.reduce((n, length) => n * length, 1);
  return { lengths, least, strides: axes.map((axis) => product(lengths.slice(0, axis))), cells: product(lengths) };
}

/** How far the axis's role is ahead of the first. */
function aheadOn(axis: number, points: readonly number[]): number {
  return at(points, axis + 1) - at(points, 0);
}

/** Tight, since it is most of the work: `to[cell + step] += from[cell] × weight` for each cell before the end. */
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

/** The same from so many combinations, drawn by weight with a seed: each counts one. */
export function tallySamples(choices: Choices, start: readonly number[], samples: number, seed: number): Tally {
  const random = randomFrom(seed);
  const totals = choices.map((outcomes) => outcomes.reduce((n, { weight }) => n + weight, 0));
  const tally = newTally(start.length);
  for (let i = 0; i < samples; i++) {
    const points = [...start];
    choices.forEach((outcomes, choice) => {
      const outcome = drawFrom(outcomes, random() * at(totals, choice));
      for (let role = 0; role < points.length; role++) {
        points[role] = at(points, role) + at(outcome?.points ?? [], role);
      }
    });
    addTo(tally, points, 1);
  }
  return tally;
}

function drawFrom(outcomes: readonly Outcome[], at: number): Outcome | undefined {
  let passed = 0;
  for (const outcome of outcomes) {
    passed += outcome.weight;
    if (at < passed) return outcome;
  }
  return outcomes.at(-1);
}

/** Of the shares that samples give, the greatest standard error. */
export function standardError({ leads }: Tally, samples: number): number {
  const errors = leads.map((led) => Math.sqrt(((led / samples) * (1 - led / samples)) / samples));
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
