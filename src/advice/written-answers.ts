import { mapOf } from "../pack/map-of.ts";
import type { Pack } from "../pack/pack.ts";
import { writtenAnswer } from "../pack/pick.ts";
import type { Advice } from "./advice.ts";
import type { Answers } from "./scorecard.ts";

/** Answers as records and files show them: the option's id alone for a `pick: one` question, otherwise a list. */
export function asWritten(pack: Pack, answers: Answers): Advice["answers"] {
  return mapOf(
    pack.questions.flatMap((question) => {
      const picked = answers[question.id];
      return picked === undefined ? [] : [[question.id, writtenAnswer(question, picked)]];
    }),
  );
}
