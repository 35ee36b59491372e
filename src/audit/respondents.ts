import { at, type Numbers, type Scorecard, type ScoredQuestion, sum } from "../advice/scorecard.ts";
import { bestAnswer, drawAnswer, open, toNumber } from "../pack/pick.ts";

/** Answers to every scored question, each answer of a question as likely as any other. */
export function drawAnswers(card: Scorecard, random: () => number): Numbers {
  return answerScored(card, ({ question }) => drawAnswer(question, random));
}

/**
 * The number of the answer that lifts a role or a neighbour, by its column, furthest above the mean of all roles; with two
 * roles, above the other.
 */
export function idealAnswer({ question, options }: ScoredQuestion, column: number, roles: number): number {
  const lifts = options.map((row) => roles * at(row, column) - sum([...row.subarray(0, roles)]));
  return toNumber(question.pick, bestAnswer(question, lifts).places);
}

/** That answer to every scored question. */
export function idealAnswers(card: Scorecard, column: number): Numbers {
  return answerScored(card, (one) => idealAnswer(one, column, card.roles));
}

export function answerScored({ questions }: Scorecard, answer: (question: ScoredQuestion) => number): Numbers {
  return Int32Array.from(questions, (one) => (one.isScored ? answer(one) : open));
}
