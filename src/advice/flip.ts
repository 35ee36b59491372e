import { bestAnswer, open, pickedIn, toNumber } from "../pack/pick.ts";
import { at, type EvidenceKind, marginOf, rowOf } from "./scorecard.ts";
import { Totals } from "./totals.ts";

/** The change of one answer that gains a rival the most points on the leader. */
type Change = ReturnType<typeof changesFor>[number];

/** By scored question: the most points that a change could gain the rival (DESIGN 5.3); 0 if open or not `mutable`. */
export function gainsOf({ card, answers }: Totals, leader: number, rival: number): number[] {
  return card.scored.map((scored) => {
    const number = answers[scored.place] ?? open;
    if (number === open || !scored.question.mutable) return 0;
    const { points } = rowOf(scored, number);
    return (scored.gains.drawn[leader]?.[rival] ?? 0) + marginOf(points, leader, rival);
  });
}

/**
 * The smallest number of gains whose sum reaches the margin (DESIGN 5.3), or null where all of them together do not.
 * The largest come first: each answer counts on its own, so no other set of that size gains more. Sets the gains that
 * it counts to 0, since a copy would cost a cohort time.
 */
export function fewestToReach(margin: number, gains: number[]): number | null {
  let missing = margin;
  for (let count = 0; ; count++) {
    if (missing <= 0) return count;
    let largest = 0;
    for (let i = 1; i < gains.length; i++) if ((gains[i] ?? 0) > (gains[largest] ?? 0)) largest = i;
    const gain = gains[largest] ?? 0;
    if (gain <= 0) return null;
    missing -= gain;
    gains[largest] = 0;
  }
}

/** The changes that gain the rival points, largest gain first, then in pack order. The flip is the first few. */
export function changesFor(totals: Totals, leader: number, rival: number) {
  const gains = gainsOf(totals, leader, rival);
  return totals.card.scored
    .flatMap(({ question, place, options }, i) => {
      const gain = at(gains, i);
      if (gain <= 0) return [];
      const worth = options.map((row) => marginOf(row, rival, leader));
      const number = toNumber(question.pick, bestAnswer(question, worth).places);
      const [from, to] = [at(totals.answers, place), number].map((n) => pickedIn(question, n) ?? []);
      return [{ place, question: question.id, from: from ?? [], to: to ?? [], number, gain }];
    })
    .sort((a, b) => b.gain - a.gain);
}

/** The role that has most points after the changes, beside the leader: of equals the rival, then in pack order. */
export function leaderAfter(
  { card, answers }: Totals,
  changes: readonly Change[],
  leader: number,
  rival: number,
): number {
  const changed = Int32Array.from(answers);
  for (const { place, number } of changes) changed[place] = number;
  const points = new Totals(card, changed).pointsOfRoles("drawn");
  let most = rival;
  for (const [role, had] of points.entries()) if (role !== leader && had > at(points, most)) most = role;
  return most;
}

/** Can the change of a single answer, facts included, end the lead by this kind of evidence (DESIGN 5.8)? */
export function hangsOnOne({ card, answers, points }: Totals, evidence: EvidenceKind, leader: number): boolean {
  const { questions, roles, columns } = card;
  const first = columns.roles[evidence];
  for (let rival = 0; rival < roles; rival++) {
    if (rival === leader) continue;
    const margin = marginOf(points, first + leader, first + rival);
    for (const question of questions) {
      const number = answers[question.place] ?? open;
      if (number === open) continue;
      const { points: row } = rowOf(question, number);
      const gain = (question.gains[evidence][leader]?.[rival] ?? 0) + marginOf(row, first + leader, first + rival);
      if (gain >= margin) return true;
    }
  }
  return false;
}
