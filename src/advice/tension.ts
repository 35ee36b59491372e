import type { Advice } from "./advice.ts";
import { hangsOnOne } from "./flip.ts";
import { firstTwo, type Judgement } from "./judge.ts";
import { at } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

/** The role that leads by `able` (DESIGN 5.8), unless it is the leader or one change ends either lead; then null. */
export function findTension(totals: Totals, { isShared, leader }: Judgement): number | null {
  if (isShared || totals.card.pack.tension === null) return null;
  const points = totals.pointsOfRoles("able");
  const [able, second] = firstTwo(points);
  if (able === leader || at(points, able) === at(points, second)) return null;
  return hangsOnOne(totals, "able", able) || hangsOnOne(totals, "drawn", leader) ? null : able;
}

export function tellTension(totals: Totals, judged: Judgement): Advice["tension"] {
  const { tension, roles } = totals.card.pack;
  const able = findTension(totals, judged);
  const [drawn, other] = [roles[judged.leader], able === null ? undefined : roles[able]];
  if (tension === null || drawn === undefined || other === undefined) return null;
  return { say: tension.say, sources: tension.sources, drawn: drawn.id, able: other.id };
}
