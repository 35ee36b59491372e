import { randomFrom } from "./sample.ts";
import { scoreRoles } from "./score.ts";
import type { Answers, Scorecard, ScoredQuestion } from "./scorecard.ts";

/** In how many of the ways to answer the open scored questions each role leads (DESIGN 5.5): a count, not a chance. */
export interface Completions {
  /** The number of ways; when sampled and beyond 2^53, the nearest number that JSON can hold. */
  readonly ways: number;
  /** By role number: ways (when sampled: samples) in which it leads alone. */
  readonly leads: readonly number[];
  /** Ways (when sampled: samples) in which the lead is shared. */
  readonly shared: number;
  readonly exact: boolean;
  /** Only when sampled. */
  readonly samples?: number;
  readonly seed?: number;
  /** Of the share that each role leads in, the greatest. */
  readonly standardError?: number;
}

/** Exact up to this many different sets of differences, and up to 2^53 ways; sampled beyond. */
const mostCells = 2 ** 21;
const samples = 20_000;
const seed = 1;

export function countCompletions(card: Scorecard, answers: Answers): Completions {
  const { open, points } = scoreRoles(card, answers);
  const choices = open.map((question) => answerVectors(question, card.roles));
  const ways = choices.reduce((product, { length }) => product * length, 1);
  const grid = gridFor(choices, card.roles);
  return grid.cells <= mostCells && ways <= Number.MAX_SAFE_INTEGER
    ? { ways, ...countExactly(choices, points, grid), exact: true }
    : { ways, ...countSamples(choices, points) };
}

/** The points of every answer that a question allows. */
export function answerVectors({ options, pick, most }: ScoredQuestion, roles: number): number[][] {
  if (pick === "one") return options.map(({ drawn }) => [...drawn]);
  let sets: { size: number; points: number[] }[] = [{ size: 0, points: Array.from({ length: roles }, () => 0) }];
  for (const { drawn } of options) {
    const larger = sets
      .filter(({ size }) => size < most)
      .map(({ size, points }) => ({ size: size + 1, points: points.map((p, role) => p + (drawn[role] as number)) }));
    sets = [...sets, ...larger];
  }
  return sets.map(({ points }) => points);
}

/** A dense grid over the differences of points to the first role: one axis for each further role. */
interface Grid {
  readonly lengths: readonly number[];
  /** The least difference that each choice can bring on each axis: `least[choice][axis]`. */
  readonly least: readonly (readonly number[])[];
  readonly cells: number;
}

function gridFor(choices: readonly (readonly (readonly number[])[])[], roles: number): Grid {
  const axes = Array.from({ length: roles - 1 }, (_, i) => i + 1);
  const spans = choices.map((answers) =>
    axes.map((role) => {
      const differences = answers.map((points) => (points[role] as number) - (points[0] as number));
      return { min: Math.min(...differences), max: Math.max(...differences) };
    }),
  );
  const lengths = axes.map((_, axis) =>
    spans.reduce((n, span) => n + (span[axis]?.max ?? 0) - (span[axis]?.min ?? 0), 1),
  );
  return {
    lengths,
    least: spans.map((span) => span.map(({ min }) => min)),
    cells: lengths.reduce((product, length) => product * length, 1),
  };
}

/** Convolves the differences, one question after the other. Counts stay below 2^53, so doubles hold them exactly. */
function countExactly(
  choices: readonly (readonly (readonly number[])[])[],
  points: readonly number[],
  { lengths, least, cells }: Grid,
): { leads: number[]; shared: number } {
  const strides = lengths.map((_, axis) => lengths.slice(0, axis).reduce((product, length) => product * length, 1));
  let counts = new Float64Array(cells);
  counts[0] = 1;
  choices.forEach((answers, choice) => {
    const steps = answers.map((answer) =>
      strides.reduce((step, stride, axis) => {
        const difference = (answer[axis + 1] as number) - (answer[0] as number);
        return step + stride * (difference - (least[choice]?.[axis] as number));
      }, 0),
    );
    const next = new Float64Array(cells);
    for (let cell = 0; cell < cells; cell++) {
      const count = counts[cell] as number;
      if (count === 0) continue;
      for (const step of steps) next[cell + step] = (next[cell + step] as number) + count;
    }
    counts = next;
  });
  const base = lengths.map(
    (_, axis) =>
      (points[axis + 1] as number) - (points[0] as number) + least.reduce((n, l) => n + (l[axis] as number), 0),
  );
  const tally = newTally(points.length);
  const ahead = [0, ...base];
  for (let cell = 0; cell < cells; cell++) {
    const count = counts[cell] as number;
    if (count === 0) continue;
    lengths.forEach((length, axis) => {
      ahead[axis + 1] = (base[axis] as number) + (Math.floor(cell / (strides[axis] as number)) % length);
    });
    addTo(tally, ahead, count);
  }
  return tally;
}

function countSamples(
  choices: readonly (readonly (readonly number[])[])[],
  points: readonly number[],
): Omit<Completions, "ways"> {
  const random = randomFrom(seed);
  const tally = newTally(points.length);
  for (let i = 0; i < samples; i++) {
    const totals = [...points];
    for (const answers of choices) {
      const answer = answers[Math.floor(random() * answers.length)] as readonly number[];
      answer.forEach((p, role) => {
        totals[role] = (totals[role] as number) + p;
      });
    }
    addTo(tally, totals, 1);
  }
  const errors = tally.leads.map((led) => Math.sqrt(((led / samples) * (1 - led / samples)) / samples));
  return { ...tally, exact: false, samples, seed, standardError: Math.round(Math.max(...errors) * 1e4) / 1e4 };
}

function newTally(roles: number): { leads: number[]; shared: number } {
  return { leads: Array.from({ length: roles }, () => 0), shared: 0 };
}

function addTo(tally: { leads: number[]; shared: number }, totals: readonly number[], count: number): void {
  const most = Math.max(...totals);
  const leader = totals.indexOf(most);
  if (totals.lastIndexOf(most) !== leader) tally.shared += count;
  else tally.leads[leader] = (tally.leads[leader] as number) + count;
}
