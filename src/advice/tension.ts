import type { Advice } from "./advice.ts";
import { hangsOnOne } from "./flip.ts";
import { firstTwo, type Judgement } from "./judge.ts";
import { at } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

/** DESIGN 5.8: the role that leads by what one is able in, where it is another and neither lead hangs on a single answer. */
export function findTension(totals: Totals, drawn: Judgement): number | null {
  const { pack, columns, roles } = totals.card;
  if (drawn.isShared || pack.tension === null) return null;
  const points = totals.pointsFrom(columns.roles.able, roles);
  const [able, second] = firstTwo(points);
  if (able === drawn.leader || at(points, able) === at(points, second)) return null;
  if (hangsOnOne(totals, "able", able)) return null;
  return hangsOnOne(totals, "drawn", drawn.leader) ? null : able;
}

export function tellTension(totals: Totals, judged: Judgement): Advice["tension"] {
  const { tension, roles } = totals.card.pack;
  const able = findTension(totals, judged);
  const [drawn, other] = [roles[judged.leader], able === null ? undefined : roles[able]];
  if (tension === null || drawn === undefined || other === undefined) return null;
  return { say: tension.say, sources: tension.sources, drawn: drawn.id, able: other.id };
}
