import { bestAnswer, open, pickedIn, toNumber } from "../pack/pick.ts";
import { at, type EvidenceKind, rowOf } from "./scorecard.ts";
import { Totals } from "./totals.ts";

/** The change of an answer that gains a rival most on the leader. */
type Change = ReturnType<typeof changesFor>[number];

/**
 * DESIGN 5.3: what a change of each answer could at most gain the rival on the leader, by scored question. Open questions and
 * facts that nobody can decide to change gain nothing.
 */
export function gainsOf({ card, answers }: Totals, leader: number, rival: number): number[] {
  const { scored, roles } = card;
  const pair = leader * roles + rival;
  return scored.map((one) => {
    const number = answers[one.place] ?? 0;
    if (number === open || !one.question.mutable) return 0;
    const { points } = rowOf(one, number);
    return (one.gains.drawn[pair] ?? 0) - ((points[rival] ?? 0) - (points[leader] ?? 0));
  });
}

/**
 * How few of the gains reach the margin: the largest first, since each answer counts on its own and no other set of so many
 * gains more. Null where all of them do not. What is taken of `gains` is 0 afterwards: a cohort has no time for a copy.
 */
export function fewestToReach(margin: number, gains: number[]): number | null {
  let missing = margin;
  for (let taken = 0; ; taken++) {
    if (missing <= 0) return taken;
    let largest = 0;
    for (let i = 1; i < gains.length; i++) if ((gains[i] ?? 0) > (gains[largest] ?? 0)) largest = i;
    const gain = gains[largest] ?? 0;
    if (gain <= 0) return null;
    missing -= gain;
    gains[largest] = 0;
  }
}

/** Changes that gain the rival something, largest first, then in pack order: the first of them are the flip. */
export function changesFor(totals: Totals, leader: number, rival: number) {
  const gains = gainsOf(totals, leader, rival);
  return totals.card.scored
    .flatMap(({ question, place, options }, i) => {
      const gain = at(gains, i);
      if (gain <= 0) return [];
      const worth = options.map((row) => at(row, rival) - at(row, leader));
      const number = toNumber(question.pick, bestAnswer(question, worth).places);
      const [from, to] = [at(totals.answers, place), number].map((one) => pickedIn(question, one) ?? []);
      return [{ place, question: question.id, from: from ?? [], to: to ?? [], number, gain }];
    })
    .sort((a, b) => b.gain - a.gain);
}

/** Who beside the leader has most points after the changes: of equals the rival that they were found for, then in pack order. */
export function leaderAfter(
  { card, answers }: Totals,
  changes: readonly Change[],
  leader: number,
  rival: number,
): number {
  const changed = Int32Array.from(answers);
  for (const { place, number } of changes) changed[place] = number;
  const points = new Totals(card, changed).pointsFrom(card.columns.roles.drawn, card.roles);
  let most = rival;
  for (const [role, had] of points.entries()) if (role !== leader && had > at(points, most)) most = role;
  return most;
}

/** Does the change of a single answer, facts included, end the lead by this evidence (DESIGN 5.8)? */
export function hangsOnOne({ card, answers, points }: Totals, evidence: EvidenceKind, leader: number): boolean {
  const { questions, roles, columns } = card;
  const first = columns.roles[evidence];
  for (let rival = 0; rival < roles; rival++) {
    if (rival === leader) continue;
    const margin = (points[first + leader] ?? 0) - (points[first + rival] ?? 0);
    for (const one of questions) {
      const number = answers[one.place] ?? 0;
      if (number === open) continue;
      const { points: row } = rowOf(one, number);
      const now = (row[first + rival] ?? 0) - (row[first + leader] ?? 0);
      if (at(one.gains[evidence], leader * roles + rival) - now >= margin) return true;
    }
  }
  return false;
}
