import type { Answers } from "../advice/scorecard.ts";
import type { Pack, Question } from "../pack/pack.ts";

/**
 * The answers of one respondent as numbers, by question in pack order. 0 is open. Where one option is picked, 1 is the
 * first; where any may be picked, it is 1 and a bit for each that was, so that 1 alone says that none fits. A question
 * has at most 24 options, so 32 bits hold every answer.
 */
export type Numbers = Int32Array;

export const open = 0;

export function numberOf({ pick, options }: Question, picked: readonly string[]): number {
  if (pick === "one") return 1 + options.findIndex(({ id }) => id === picked[0]);
  return options.reduce((n, { id }, i) => (picked.includes(id) ? n + 2 ** i : n), 1);
}

/** The options picked; null where the question is open. */
export function pickedIn({ pick, options }: Question, number: number): readonly string[] | null {
  if (number === open) return null;
  return options.filter((_, i) => (pick === "one" ? i === number - 1 : ((number - 1) >> i) & 1)).map(({ id }) => id);
}

export function answersFrom({ questions }: Pack, numbers: Numbers): Answers {
  return Object.fromEntries(
    questions.flatMap((question, q) => {
      const picked = pickedIn(question, numbers[q] as number);
      return picked === null ? [] : [[question.id, picked]];
    }),
  );
}
