import type { Pack } from "../pack/pack.ts";
import { bestAnswer, scoreRoles } from "./score.ts";
import type { Answers, Scorecard, ScoredQuestion } from "./scorecard.ts";
import { isCertain } from "./verdict.ts";

/**
 * The question to ask next when only the recommendation counts (DESIGN 5.7): topics stay whole and in pack order, inside
 * one the largest swing between leader and nearest rival comes first, then pack order. Null when nothing that is left to
 * ask can end the lead, or nothing is left. Questions in `unsure` were asked and stay open, so they are not waited for.
 */
export function nextQuestion(
  { topics }: Pick<Pack, "topics">,
  card: Scorecard,
  answers: Answers,
  unsure: readonly string[] = [],
): string | null {
  const scores = scoreRoles(card, answers);
  const open = scores.open.filter(({ id }) => !unsure.includes(id));
  if (isCertain({ ...scores, open })) return null;
  const [leader, rival] = scores.ranking as [number, number];
  const topic = topics.find(({ questions }) => open.some(({ id }) => questions.includes(id)));
  const [widest] = open
    .filter(({ id }) => topic?.questions.includes(id))
    .map((question) => ({ id: question.id, swing: swing(question, leader, rival) }))
    .sort((a, b) => b.swing - a.swing);
  return widest?.id ?? null;
}

/** How far apart the answers to a question can pull two roles. */
export function swing(question: ScoredQuestion, one: number, other: number): number {
  const pull = (to: number, from: number) =>
    bestAnswer(question, ({ drawn }) => (drawn[to] as number) - (drawn[from] as number)).value;
  return pull(one, other) + pull(other, one);
}
