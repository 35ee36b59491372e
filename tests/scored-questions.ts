import { compileScorecard } from "../src/advice/scorecard.ts";
import type { Pack } from "../src/pack/pack.ts";

/** The questions that count, with the points that each option gives each role. */
export function scoredQuestions(pack: Pack) {
  const { scored, roles } = compileScorecard(pack);
  return scored.map(({ question, options }) => ({
    id: question.id,
    isMutable: question.mutable,
    options: question.options.map(({ id }, o) => ({ id, drawn: [...(options[o]?.subarray(0, roles) ?? [])] })),
  }));
}
