import { splitCode } from "../advice/code.ts";
import type { Numbers } from "../advice/scorecard.ts";
import { readCode } from "../answers/read-code.ts";
import type { Fault, Place } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { numberOf } from "../pack/pick.ts";

/** Name of the column or key that may hold all answers of a row as a code. */
export const codeName = "code";

export function isCode(text: unknown): text is string {
  return typeof text === "string" && splitCode(text) !== null;
}

/** Copies the answers of a code into `numbers`, and returns the faults of the code. */
export function fillFromCode(pack: Pack, code: string, numbers: Numbers, place: Place): readonly Fault[] {
  const { answers, faults } = readCode(pack, code);
  pack.questions.forEach((question, q) => {
    const picked = answers[question.id];
    if (picked !== undefined) numbers[q] = numberOf(question, picked);
  });
  return faults.map((fault) => ({ ...fault, ...place }));
}
