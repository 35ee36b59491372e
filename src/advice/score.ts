import type { Answers, Scorecard, ScoredQuestion } from "./scorecard.ts";
import { sum } from "./scorecard.ts";

/** The two kinds of evidence: what one is drawn to decides, what one is able in shapes the route. */
export type Evidence = "drawn" | "able";

/** An answered question with the points that the answer gives each role. */
export interface ScoredAnswer {
  readonly question: ScoredQuestion;
  readonly picked: readonly string[];
  /** By role number. */
  readonly points: readonly number[];
}

export interface Scores {
  readonly evidence: Evidence;
  /** Answered questions that hold this evidence, in pack order. */
  readonly answered: readonly ScoredAnswer[];
  /** The other questions that hold it, in pack order. */
  readonly open: readonly ScoredQuestion[];
  /** Total of each role, by role number. */
  readonly points: readonly number[];
  /** The most that each role could have had from the answered questions. */
  readonly possible: readonly number[];
  /** Role numbers by points, most first, equal ones in pack order. */
  readonly ranking: readonly number[];
}

/** Adds up the answers (DESIGN 5.1). Answers must fit the pack; the order of their entries never matters. */
export function scoreRoles(card: Scorecard, answers: Answers, evidence: Evidence = "drawn"): Scores {
  const holding = card.questions.filter((question) => holds(question, evidence));
  const answered = holding.flatMap((question) => {
    const picked = answers[question.id];
    return picked === undefined ? [] : [{ question, picked, points: answerPoints(question, picked, evidence) }];
  });
  const roles = Array.from({ length: card.roles }, (_, role) => role);
  const points = roles.map((role) => sum(answered.map((answer) => answer.points[role] as number)));
  return {
    evidence,
    answered,
    open: holding.filter(({ id }) => answers[id] === undefined),
    points,
    possible: roles.map((role) =>
      sum(answered.map(({ question }) => bestAnswer(question, (option) => option[evidence][role] as number).value)),
    ),
    ranking: [...roles].sort((a, b) => (points[b] as number) - (points[a] as number) || a - b),
  };
}

function holds(question: ScoredQuestion, evidence: Evidence): boolean {
  return evidence === "drawn"
    ? question.isScored
    : question.options.some(({ able }) => able.some((points) => points > 0));
}

/** What an answer gives each role: the sum over what was picked. */
export function answerPoints(
  question: ScoredQuestion,
  picked: readonly string[],
  evidence: Evidence = "drawn",
): number[] {
  const options = question.options.filter(({ id }) => picked.includes(id));
  const roles = question.options[0]?.drawn.length ?? 0;
  return Array.from({ length: roles }, (_, role) => sum(options.map((option) => option[evidence][role] as number)));
}

/** The answer to a question that is worth most, when every option is worth what `worth` says. Options of equal worth: the first. */
export function bestAnswer(
  question: ScoredQuestion,
  worth: (option: ScoredQuestion["options"][number]) => number,
): { readonly value: number; readonly picked: readonly string[] } {
  const values = question.options.map(worth);
  const best = [...values.keys()].sort((a, b) => (values[b] as number) - (values[a] as number));
  const chosen =
    question.pick === "one" ? best.slice(0, 1) : best.slice(0, question.most).filter((i) => (values[i] as number) > 0);
  return {
    value: sum(chosen.map((i) => values[i] as number)),
    picked: question.options.filter((_, i) => chosen.includes(i)).map(({ id }) => id),
  };
}
