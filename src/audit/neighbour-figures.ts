import { judge } from "../advice/judge.ts";
import { findNeighbours } from "../advice/neighbours.ts";
import { randomFrom } from "../advice/sample.ts";
import { at, type Numbers, type Scorecard } from "../advice/scorecard.ts";
import { drawAnswer } from "../pack/pick.ts";
import { answerScored, drawAnswers, idealAnswers } from "./respondents.ts";
import { round } from "./shares.ts";

/** How often neighbours are named (DESIGN 5.11), in parts of the people who were drawn. */
export interface NeighbourFigures {
  /** People made for something give the ideal answer to this part of the questions, and any answer to the rest. */
  readonly steady: number;
  /** Of people who answer anyhow: the part that is named any neighbour. */
  readonly random: number;
  /** By role id: the same of people made for the role. */
  readonly roles: Readonly<Record<string, number>>;
  /** By neighbour id: the part that is named this one, of people who answer anyhow and of people made for it. */
  readonly neighbours: Readonly<Record<string, { readonly random: number; readonly own: number }>>;
  readonly samples: number;
  readonly seed: number;
}

const steady = 0.6;
const samples = 2_000;
const seed = 1;

/** Null where the pack has no neighbours. */
export function measureNeighbours(card: Scorecard): NeighbourFigures | null {
  const { pack, columns } = card;
  if (pack.neighbours.length === 0) return null;
  const random = countNamed(card, (next) => drawAnswers(card, next));
  const any = (named: readonly number[]) => round((named.at(-1) ?? 0) / samples);
  const madeFor = (column: number) => {
    const ideal = idealAnswers(card, column);
    return countNamed(card, (next) =>
      answerScored(card, ({ place, question }) => (next() < steady ? at(ideal, place) : drawAnswer(question, next))),
    );
  };
  return {
    steady,
    random: any(random),
    roles: Object.fromEntries(pack.roles.map(({ id }, role) => [id, any(madeFor(columns.roles.drawn + role))])),
    neighbours: Object.fromEntries(
      pack.neighbours.map(({ id }, n) => {
        const own = madeFor(columns.neighbours + n);
        return [id, { random: round((random[n] ?? 0) / samples), own: round((own[n] ?? 0) / samples) }];
      }),
    ),
    samples,
    seed,
  };
}

/** By neighbour how many people are named it; the last counts those who are named any. */
function countNamed(card: Scorecard, draw: (random: () => number) => Numbers): number[] {
  const random = randomFrom(seed);
  const counts = Array.from({ length: card.pack.neighbours.length + 1 }, () => 0);
  for (let i = 0; i < samples; i++) {
    const answers = draw(random);
    const named = findNeighbours(card, answers, judge(card, answers));
    for (const n of named.length === 0 ? [] : [...named, counts.length - 1]) counts[n] = (counts[n] ?? 0) + 1;
  }
  return counts;
}
