import { bestAnswer } from "../advice/score.ts";
import { type Answers, type Scorecard, type ScoredQuestion, sum } from "../advice/scorecard.ts";

/** The answer that lifts the role furthest above the mean of the others; with two roles, above the other. */
export function idealAnswer(question: ScoredQuestion, role: number): readonly string[] {
  return bestAnswer(question, ({ drawn }) => drawn.length * (drawn[role] as number) - sum(drawn)).picked;
}

/** That answer to every scored question. */
export function idealAnswers(card: Scorecard, role: number): Answers {
  const scored = card.questions.filter(({ isScored }) => isScored);
  return Object.fromEntries(scored.map((question) => [question.id, idealAnswer(question, role)]));
}
