import type { Role } from "../pack/pack.ts";
import { open, pickedIn } from "../pack/pick.ts";
import type { Reason } from "./advice.ts";
import { at, type Numbers, rowOf, type Scorecard } from "./scorecard.ts";

/** What each answer adds to the margin of one role over another (DESIGN 5.2), largest first, then in pack order. */
export function explain(card: Scorecard, answers: Numbers, leader: number, runnerUp: number): Reason[] {
  const { roles, traits } = card.pack;
  const first = card.columns.traits.drawn;
  const weightOf = (role: number, trait: string) => roles[role]?.traits[trait]?.weight ?? 0;
  return card.scored
    .flatMap((one): Reason[] => {
      const number = at(answers, one.place);
      if (number === open) return [];
      const row = rowOf(one, number);
      const contribution = at(row, leader) - at(row, runnerUp);
      // The trait with the largest `drawn × difference of the weights` in the direction of the contribution.
      const shares = traits.map(({ id }, t) => ({
        id,
        share: Math.sign(contribution) * at(row, first + t) * (weightOf(leader, id) - weightOf(runnerUp, id)),
      }));
      const largest = shares.reduce((best, next) => (next.share > best.share ? next : best), { id: "", share: 0 });
      const favoured: Role | undefined = roles[contribution > 0 ? leader : runnerUp];
      const because = largest.share > 0 ? favoured?.traits[largest.id]?.because : undefined;
      return [
        {
          question: one.question.id,
          answer: pickedIn(one.question, number) ?? [],
          contribution,
          points: Object.fromEntries(roles.map(({ id }, role) => [id, at(row, role)])),
          trait: largest.share > 0 ? largest.id : null,
          because: because?.say ?? null,
          sources: because?.sources ?? [],
        },
      ];
    })
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}
