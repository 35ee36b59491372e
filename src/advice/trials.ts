import type { Experiment } from "../pack/pack.ts";
import type { Pull, Trial } from "./advice.ts";
import { holds } from "./condition.ts";
import { heavy, type Pulls, strengthOf } from "./pulls.ts";
import { at, type TraitExperiments } from "./scorecard.ts";
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
  const experimentOf = ({ experiments }: TraitExperiments) =>
    experiments.find(({ condition }) => holds(condition, answers))?.experiment;
  const left = (card.experiments[role] ?? []).filter((one) => experimentOf(one) !== undefined);
  const chosen: ChosenTrial[] = [];
  for (let turn = 0; turn < mostTrials * sorts.length && chosen.length < mostTrials; turn++) {
    const why = sorts[turn % sorts.length] ?? "grow";
    let best: TraitExperiments | null = null;
    let most = isNot;
    for (const one of left) {
      const worth = worthOf(totals, one, pulls[one.trait] ?? null, why);
      if (worth <= most) continue;
      best = one;
      most = worth;
    }
    const experiment = best === null ? undefined : experimentOf(best);
    if (best === null || experiment === undefined) continue;
    const { trait } = best;
    left.splice(left.indexOf(best), 1);
    const column = card.columns.traits.able + trait;
    chosen.push({ why, trait, experiment, able: { had: at(points, column), possible: at(possible, column) } });
  }
  return chosen;
}

function worthOf(totals: Totals, { trait, weight }: TraitExperiments, pull: Pull["pull"], why: Trial["why"]): number {
  const { card, points, possible } = totals;
  const had = points[card.columns.traits.able + trait] ?? 0;
  if (why === "grow") {
    const most = possible[card.columns.traits.able + trait] ?? 0;
    const need = weight * (most === 0 ? 1 : 1 - had / most);
    return need > 0 ? need : isNot;
  }
  if (weight < heavy) return isNot;
  if (why === "faint") return pull === "faint" ? weight : isNot;
  return pull === "strong" && had === 0 ? strengthOf(totals, trait) : isNot;
}
