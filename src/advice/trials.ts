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
  const candidates: { trait: number; experiment: Experiment; need: number }[] = [];
  for (let trait = 0; trait < traits; trait++) {
    const most = possible[trait] ?? 0;
    const need = (weight[trait] ?? 0) * (most === 0 ? 1 : 1 - (had[trait] ?? 0) / most);
    const experiment = experiments[role]?.[trait]?.find(({ condition }) => holds(condition, answers))?.experiment;
    if (experiment !== undefined) candidates.push({ trait, experiment, need });
  }
  const pulling = (word: "strong" | "faint") =>
    candidates.filter(({ trait }) => (weight[trait] ?? 0) >= heavy && pulls.words[trait] === word);
  const sorts = [
    {
      why: "untested" as const,
      queue: pulling("strong")
        .filter(({ trait }) => had[trait] === 0)
        .sort((a, b) => strengthOf(pulls, b.trait) - strengthOf(pulls, a.trait)),
    },
    { why: "faint" as const, queue: pulling("faint").sort((a, b) => at(weight, b.trait) - at(weight, a.trait)) },
    { why: "grow" as const, queue: candidates.filter(({ need }) => need > 0).sort((a, b) => b.need - a.need) },
  ];
  const chosen: ChosenTrial[] = [];
  for (let round = 0; round < mostTrials; round++) {
    for (const { why, queue } of sorts) {
      const next = queue.find(({ trait }) => !chosen.some((one) => one.trait === trait));
      if (next === undefined || chosen.length === mostTrials) continue;
      const { trait, experiment } = next;
      chosen.push({ why, trait, experiment, able: { had: at(had, trait), possible: at(possible, trait) } });
    }
  }
  return chosen;
}
