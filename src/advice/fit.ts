import type { Fit, Pull } from "./advice.ts";
import type { Pulls } from "./pulls.ts";
import { at, type Scorecard } from "./scorecard.ts";

/** The least weight of a trait that a role's work is most made of. */
export const heavy = 4;

/** How strongly the person is drawn to the traits that the role weighs 4 or 5: heaviest first, then in pack order. */
export function fitOf({ pack, weights }: Scorecard, pulls: Pulls, role: number): Fit | null {
  const leader = pack.roles[role];
  if (leader === undefined) return null;
  const most = pack.traits
    .map(({ id }, t) => ({ id, weight: at(weights[role] ?? [], t), pull: pulls[t] }))
    .filter(({ weight }) => weight >= heavy)
    .sort((a, b) => b.weight - a.weight);
  const pulling = (word: Pull["pull"]) => most.filter(({ pull }) => pull === word).map(({ id }) => id);
  const faint = pulling("faint").map((trait) => {
    const without = leader.traits[trait]?.without;
    return { trait, say: without?.say ?? null, sources: without?.sources ?? [] };
  });
  return { role: leader.id, strong: pulling("strong"), some: pulling("some"), faint };
}
