import { open } from "../pack/pick.ts";
import { addAnswers, at, type Numbers, type Scorecard, sum } from "./scorecard.ts";
import { outcomesOf, standardError, tallyExactly, tallySamples } from "./tally.ts";

/** In how many of the ways to answer the open scored questions each role leads (DESIGN 5.5): a count, not a chance. */
export interface Completions {
  /** The number of ways; when sampled and beyond 2^53, the nearest number that JSON can hold. */
  readonly combinations: number;
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

const samples = 20_000;
const seed = 1;

/** Exact up to 2^53 ways, as long as the differences of points fit a grid; sampled beyond. */
export function countCompletions(card: Scorecard, answers: Numbers): Completions {
  const points = addAnswers(card, answers, card.columns.roles.drawn, card.roles);
  const unanswered = card.scored.filter(({ place }) => at(answers, place) === open);
  const choices = unanswered.map((question) => outcomesOf(question, card.roles));
  const combinations = choices.reduce((product, outcomes) => product * sum(outcomes.map(({ weight }) => weight)), 1);
  const counted = combinations <= Number.MAX_SAFE_INTEGER ? tallyExactly(choices, points) : null;
  if (counted !== null) return { combinations, ...counted, exact: true };
  const drawn = tallySamples(choices, points, samples, seed);
  return { combinations, ...drawn, exact: false, samples, seed, standardError: standardError(drawn, samples) };
}
