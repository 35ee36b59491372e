import type { Experiment } from "../pack/pack.ts";
import type { Trial } from "./advice.ts";
import { holds } from "./condition.ts";
import { heavy, type Pulls, strengthOf } from "./pulls.ts";
import { at } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

/** An experiment to try, by number of its trait. */
export interface ChosenTrial {
  readonly why: Trial["why"];
  readonly trait: number;
  readonly experiment: Experiment;
  readonly able: Trial["able"];
}

const mostTrials = 3;
const sorts = ["untested", "faint", "grow"] as const;
/** What a trait is worth by a sort that it is not of. */
const isNot = -1;

/**
 * What to try before one bets on a role (DESIGN 5.9): one of each sort first. What pulls strongly and no experience shows;
 * what hardly pulls and is much of the work; what is most needed and shown least.
 */
export function chooseTrials(totals: Totals, role: number, pulls: Pulls): ChosenTrial[] {
  const { card, answers, points, possible } = totals;
  const { columns, weights, experiments } = card;
  const able = columns.traits.able;
  const weight = weights[role] ?? [];
  const experimentOf = (trait: number) =>
    experiments[role]?.[trait]?.find(({ condition }) => holds(condition, answers))?.experiment;
  const worthOf = (why: Trial["why"], trait: number): number => {
    const heaviness = weight[trait] ?? 0;
    const [had, most] = [points[able + trait] ?? 0, possible[able + trait] ?? 0];
    const need = heaviness * (most === 0 ? 1 : 1 - had / most);
    if (why === "grow") return need > 0 ? need : isNot;
    if (heaviness < heavy || pulls[trait] !== (why === "faint" ? "faint" : "strong")) return isNot;
    return why === "faint" ? heaviness : had === 0 ? strengthOf(totals, trait) : isNot;
  };
  const chosen: ChosenTrial[] = [];
  const isChosen = new Uint8Array(pulls.length);
  for (let turn = 0; turn < mostTrials * sorts.length && chosen.length < mostTrials; turn++) {
    const why = sorts[turn % sorts.length] ?? "grow";
    let best = -1;
    let worthMost = isNot;
    for (let trait = 0; trait < pulls.length; trait++) {
      const worth = worthOf(why, trait);
      if (worth <= worthMost || isChosen[trait] === 1 || experimentOf(trait) === undefined) continue;
      best = trait;
      worthMost = worth;
    }
    const experiment = experimentOf(best);
    if (experiment !== undefined) {
      isChosen[best] = 1;
      const [had, most] = [at(points, able + best), at(possible, able + best)];
      chosen.push({ why, trait: best, experiment, able: { had, possible: most } });
    }
  }
  return chosen;
}
