import type { Experiment } from "../pack/pack.ts";
import type { Trial } from "./advice.ts";
import { holds } from "./condition.ts";
import { heavy, type Pulls, strengthOf } from "./pulls.ts";
import { addAnswers, addPossible, at, type Numbers, type Scorecard } from "./scorecard.ts";

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
export function chooseTrials(card: Scorecard, answers: Numbers, role: number, pulls: Pulls): ChosenTrial[] {
  const { columns, pack, weights, experiments } = card;
  const [first, traits] = [columns.traits.able, pack.traits.length];
  const had = addAnswers(card, answers, first, traits);
  const possible = addPossible(card, answers, first, traits);
  const weight = weights[role] ?? [];
  const experimentOf = (trait: number) =>
    experiments[role]?.[trait]?.find(({ condition }) => holds(condition, answers))?.experiment;
  const worthOf = (why: Trial["why"], trait: number): number => {
    const heaviness = weight[trait] ?? 0;
    const most = possible[trait] ?? 0;
    const need = heaviness * (most === 0 ? 1 : 1 - (had[trait] ?? 0) / most);
    if (why === "grow") return need > 0 ? need : isNot;
    if (heaviness < heavy || pulls.words[trait] !== (why === "faint" ? "faint" : "strong")) return isNot;
    return why === "faint" ? heaviness : had[trait] === 0 ? strengthOf(pulls, trait) : isNot;
  };
  const chosen: ChosenTrial[] = [];
  const isChosen = new Uint8Array(traits);
  for (let turn = 0; turn < mostTrials * sorts.length && chosen.length < mostTrials; turn++) {
    const why = sorts[turn % sorts.length] ?? "grow";
    let best = -1;
    let worthMost = isNot;
    for (let trait = 0; trait < traits; trait++) {
      const worth = worthOf(why, trait);
      if (worth <= worthMost || isChosen[trait] === 1 || experimentOf(trait) === undefined) continue;
      best = trait;
      worthMost = worth;
    }
    const experiment = experimentOf(best);
    if (experiment !== undefined) {
      isChosen[best] = 1;
      chosen.push({ why, trait: best, experiment, able: { had: at(had, best), possible: at(possible, best) } });
    }
  }
  return chosen;
}
