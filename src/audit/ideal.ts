import { at, type Numbers, type Scorecard, type ScoredQuestion, sum } from "../advice/scorecard.ts";
import { bestAnswer, open, toNumber } from "../pack/pick.ts";

/**
 * The number of the answer that lifts a role or a neighbour, by its column, furthest above the mean of all roles; with two
 * roles, above the other.
 */
export function idealAnswer({ question, options }: ScoredQuestion, column: number, roles: number): number {
  const lifts = options.map((row) => roles * at(row, column) - sum([...row.subarray(0, roles)]));
  return toNumber(question.pick, bestAnswer(question, lifts).places);
}

/** That answer to every scored question. */
export function idealAnswers({ questions, roles }: Scorecard, column: number): Numbers {
  return Int32Array.from(questions, (one) => (one.isScored ? idealAnswer(one, column, roles) : open));
}
