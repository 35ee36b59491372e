import { open } from "../pack/pick.ts";
import type { Path } from "./advice.ts";
import { compileConditions, holds } from "./condition.ts";
import { chooseTrials } from "./experiments.ts";
import type { Pulls } from "./pulls.ts";
import { at, type Numbers, type Scorecard } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

/** The respondent's stage (DESIGN 5.9): the first of the role's path whose conditions hold; null where none does. */
export function stageOf({ stages }: Scorecard, answers: Numbers, role: number): number | null {
  const here = stages[role]?.findIndex((condition) => holds(condition, answers)) ?? -1;
  return here < 0 ? null : here;
}

export function tellPath(totals: Totals, role: number, pulls: Pulls): Path {
  const { card, answers } = totals;
  const { pack } = card;
  const { path = [], traits = {} } = pack.roles[role] ?? {};
  const here = stageOf(card, answers, role);
  const named = new Set(path.flatMap(({ when, unless }) => [...Object.keys(when), ...Object.keys(unless)]));
  const unanswered = pack.questions.filter(({ id }, q) => named.has(id) && at(answers, q) === open);
  return {
    here: here === null ? null : (path[here]?.id ?? null),
    open: here === null ? unanswered.map(({ id }) => id) : [],
    stages: path.map(({ id, title, usual, say, sources, do: steps }) => ({
      id,
      title,
      usual,
      say,
      sources,
      do: steps
        .filter((step) => holds(compileConditions(pack, step), answers))
        .map((step) => ({ say: step.say, sources: step.sources })),
    })),
    grow: chooseTrials(totals, role, pulls).map(({ why, trait, experiment, able }) => {
      const { id = "" } = pack.traits[trait] ?? {};
      const { do: instruction, learn, sources } = experiment;
      return { why, trait: id, weight: traits[id]?.weight ?? 0, able, do: instruction, learn, sources };
    }),
  };
}
