import type { Numbers, Scorecard } from "../advice/scorecard.ts";
import { drawAnswer, open } from "../pack/pick.ts";

/** Answers to every scored question, each answer of a question as likely as any other. */
export function drawAnswers(card: Scorecard, random: () => number): Numbers {
  return Int32Array.from(card.questions, ({ question, isScored }) => (isScored ? drawAnswer(question, random) : open));
}
