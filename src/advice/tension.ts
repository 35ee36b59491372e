import type { Advice } from "./advice.ts";
import { hangsOnOne } from "./flip.ts";
import { firstTwo, type Judgement } from "./judge.ts";
import { addAnswers, at, type Numbers, type Scorecard } from "./scorecard.ts";

/** DESIGN 5.8: the role that leads by what one is able in, where it is another and neither lead hangs on a single answer. */
export function findTension(card: Scorecard, answers: Numbers, drawn: Judgement): number | null {
  if (drawn.isShared || card.pack.tension === null) return null;
  const points = addAnswers(card, answers, card.columns.roles.able, card.roles);
  const [able, second] = firstTwo(points);
  if (able === drawn.leader || at(points, able) === at(points, second)) return null;
  if (hangsOnOne(card, answers, "able", points, able)) return null;
  return hangsOnOne(card, answers, "drawn", drawn.points, drawn.leader) ? null : able;
}

export function tellTension(card: Scorecard, answers: Numbers, judged: Judgement): Advice["tension"] {
  const { tension, roles } = card.pack;
  const able = findTension(card, answers, judged);
  const [drawn, other] = [roles[judged.leader], able === null ? undefined : roles[able]];
  if (tension === null || drawn === undefined || other === undefined) return null;
  return { say: tension.say, sources: tension.sources, drawn: drawn.id, able: other.id };
}
