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
  const left = [...(card.experiments[role] ?? [])];
  const chosen: ChosenTrial[] = [];
  for (let turn = 0; turn < mostTrials * sorts.length && chosen.length < mostTrials; turn++) {
    const why = sorts[turn % sorts.length] ?? "grow";
    for (let best = bestOf(totals, left, pulls, why); best !== null; best = bestOf(totals, left, pulls, why)) {
      left.splice(left.indexOf(best), 1);
      // Looked up last, since it takes longest: a trait may have experiments for other people alone.
      const found = best.experiments.find(({ condition }) => holds(condition, answers));
      if (found === undefined) continue;
      const column = card.columns.traits.able + best.trait;
      const able = { had: at(points, column), possible: at(possible, column) };
      chosen.push({ why, trait: best.trait, experiment: found.experiment, able });
      break;
    }
  }
  return chosen;
}

/** The trait that is worth most by a sort, of equals the first; null where none is of it. */
function bestOf(
  totals: Totals,
  traits: readonly TraitExperiments[],
  pulls: Pulls,
  why: Trial["why"],
): TraitExperiments | null {
  let best: TraitExperiments | null = null;
  let most = isNot;
  for (const one of traits) {
    const worth = worthOf(totals, one, pulls[one.trait] ?? null, why);
    if (worth <= most) continue;
    best = one;
    most = worth;
  }
  return best;
}

function worthOf(totals: Totals, { trait, weight }: TraitExperiments, pull: Pull["pull"], why: Trial["why"]): number {
  if (why !== "grow" && (weight < heavy || pull !== (why === "faint" ? "faint" : "strong"))) return isNot;
  if (why === "faint") return weight;
  const { card, points, possible } = totals;
  const column = card.columns.traits.able + trait;
  const had = points[column] ?? 0;
  if (why === "untested") return had === 0 ? strengthOf(totals, trait) : isNot;
  const most = possible[column] ?? 0;
  const need = weight * (most === 0 ? 1 : 1 - had / most);
  return need > 0 ? need : isNot;
}
