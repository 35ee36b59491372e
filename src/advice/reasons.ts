import type { Pack, Role } from "../pack/pack.ts";
import type { Reason } from "./advice.ts";
import type { Scores } from "./score.ts";

/** What each answer adds to the margin of one role over another (DESIGN 5.2), largest first, then in pack order. */
export function explain(pack: Pack, scores: Scores, leader: number, runnerUp: number): Reason[] {
  const ahead = pack.roles[leader] as Role;
  const behind = pack.roles[runnerUp] as Role;
  return scores.answered
    .map(({ question, picked, points }) => {
      const contribution = (points[leader] as number) - (points[runnerUp] as number);
      const trait = largestShare(pack, question.id, picked, ahead, behind, Math.sign(contribution));
      const because = trait === null ? undefined : (contribution > 0 ? ahead : behind).traits[trait]?.because;
      return {
        question: question.id,
        answer: picked,
        contribution,
        points: Object.fromEntries(pack.roles.map(({ id }, role) => [id, points[role] as number])),
        trait,
        because: because?.say ?? null,
        sources: because?.sources ?? [],
      };
    })
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}

/** The trait with the largest `drawn × difference of the weights` in the direction asked; none where nothing is added. */
function largestShare(
  pack: Pack,
  question: string,
  picked: readonly string[],
  ahead: Role,
  behind: Role,
  direction: number,
): string | null {
  const options = pack.questions.find(({ id }) => id === question)?.options ?? [];
  const shares = pack.traits.map(({ id }) => {
    const drawn = options.reduce((n, option) => n + (picked.includes(option.id) ? (option.drawn[id] ?? 0) : 0), 0);
    return { id, share: direction * drawn * ((ahead.traits[id]?.weight ?? 0) - (behind.traits[id]?.weight ?? 0)) };
  });
  const largest = shares.reduce((best, next) => (next.share > best.share ? next : best), { id: "", share: 0 });
  return largest.share > 0 ? largest.id : null;
}
