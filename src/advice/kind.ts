import type { KindMatch } from "./advice.ts";
import { firstTwo } from "./judge.ts";
import { at } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

/** The role's kind with most points, and by how many it is ahead of the next; null where none has points. */
export function bestKind(
  totals: Totals,
  role: number,
): { readonly kind: number; readonly ahead: number | null } | null {
  const { pack, columns } = totals.card;
  const points = totals.pointsFrom(at(columns.kinds, role), pack.roles[role]?.kinds.length ?? 0);
  const [kind, next] = firstTwo(points);
  if (at(points, kind) === 0) return null;
  return { kind, ahead: points.length === 1 ? null : at(points, kind) - at(points, next) };
}

export function matchKind(totals: Totals, role: number): KindMatch | null {
  const best = bestKind(totals, role);
  const kind = best === null ? undefined : totals.card.pack.roles[role]?.kinds[best.kind];
  if (best === null || kind === undefined) return null;
  const { id, name, say, sources } = kind;
  return { id, name, say, ahead: best.ahead, sources };
}
