import type { Experiment } from "../pack/pack.ts";
import type { Pull, Trial } from "./advice.ts";
import { holds } from "./condition.ts";
import { heavy } from "./fit.ts";
import { type Pulls, strengthOf } from "./pulls.ts";
import { at, type TraitExperiments } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

export interface ChosenTrial {
  readonly why: Trial["why"];
  /** Trait number, in pack order. */
  readonly trait: number;
  readonly experiment: Experiment;
  readonly able: Trial["able"];
}

const mostTrials = 3;
/** Each is chosen for in turn. */
const whys = ["untested", "faint", "grow"] as const;
/** The worth of a trait for a `why` that does not apply to it. */
const notApplicable = -1;

/**
 * What to try before betting on a role (DESIGN 5.9), for each `why` in turn: `untested` pulls strongly and no
 * experience shows it, `faint` hardly pulls and is much of the work, `grow` is most needed and least shown.
 */
export function chooseTrials(totals: Totals, role: number, pulls: Pulls): ChosenTrial[] {
  const { card, answers, points, possible } = totals;
  const unused = [...(card.experiments[role] ?? [])];
  const chosen: ChosenTrial[] = [];
  for (let turn = 0; turn < mostTrials * whys.length && chosen.length < mostTrials; turn++) {
    const why = whys[turn % whys.length] ?? "grow";
    for (;;) {
      const best = bestOf(totals, unused, pulls, why);
      if (best === null) break;
      unused.splice(unused.indexOf(best), 1);
      // Conditions take longest, so they come last. All experiments of a trait may be meant for other answers.
      const match = best.experiments.find(({ condition }) => holds(condition, answers));
      if (match === undefined) continue;
      const column = card.columns.traits.able + best.trait;
      const able = { had: at(points, column), possible: at(possible, column) };
      chosen.push({ why, trait: best.trait, experiment: match.experiment, able });
      break;
    }
  }
  return chosen;
}

/** The trait that is worth most for `why`, of equals the first; null where `why` applies to none. */
function bestOf(
  totals: Totals,
  traits: readonly TraitExperiments[],
  pulls: Pulls,
  why: Trial["why"],
): TraitExperiments | null {
  let best: TraitExperiments | null = null;
  let most = notApplicable;
  for (const candidate of traits) {
    const worth = worthOf(totals, candidate, pulls[candidate.trait] ?? null, why);
    if (worth <= most) continue;
    best = candidate;
    most = worth;
  }
  return best;
}

function worthOf(totals: Totals, { trait, weight }: TraitExperiments, pull: Pull["pull"], why: Trial["why"]): number {
  if (why !== "grow" && (weight < heavy || pull !== (why === "faint" ? "faint" : "strong"))) return notApplicable;
  if (why === "faint") return weight;
  const { card, points, possible } = totals;
  const column = card.columns.traits.able + trait;
  const had = points[column] ?? 0;
  if (why === "untested") return had === 0 ? strengthOf(totals, trait) : notApplicable;
  const most = possible[column] ?? 0;
  const need = weight * (most === 0 ? 1 : 1 - had / most);
  return need > 0 ? need : notApplicable;
}
