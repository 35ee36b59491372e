import type { Conditions, Pack, Role, When } from "../pack/pack.ts";
import type { Growth, KindMatch, Path } from "./advice.ts";
import type { Evidence } from "./score.ts";
import type { Answers } from "./scorecard.ts";

/** All of `when` must hold and none of `unless`: any of a question's options will do, and an open question never holds. */
export function holds({ when, unless }: Conditions, answers: Answers): boolean {
  const has = ([question, options]: [string, When[string]]) =>
    answers[question]?.some((id) => options.includes(id)) ?? false;
  return Object.entries(when).every(has) && !Object.entries(unless).some(has);
}

/** The sort of this role that suits best: the same traits with other weights, and how narrowly it is ahead. */
export function matchKind(pack: Pack, role: Role, answers: Answers): KindMatch | null {
  const had = traitPoints(pack, answers, "drawn");
  const ranked = role.kinds
    .map((kind) => ({ kind, points: dot(had, kind.traits) }))
    .sort((a, b) => b.points - a.points);
  const [best, next] = ranked;
  // Nothing that was answered shows any of them.
  if (best === undefined || best.points === 0) return null;
  const { id, name, say, sources } = best.kind;
  return { id, name, say, sources, ahead: next === undefined ? null : best.points - next.points };
}

/** DESIGN 5.9: "you are here" is the first stage whose `when` holds. */
export function findPath(pack: Pack, role: Role, answers: Answers): Path {
  return {
    here: role.path.find((stage) => holds(stage, answers))?.id ?? null,
    stages: role.path.map(({ when: _, unless: __, do: steps, ...stage }) => ({
      ...stage,
      do: steps.filter((step) => holds(step, answers)).map(({ say, sources }) => ({ say, sources })),
    })),
    grow: growFirst(pack, role, answers),
  };
}

const mostToGrow = 3;

/** DESIGN 5.9: the role's traits by weight × (1 − able had / able possible), largest first. */
function growFirst(pack: Pack, role: Role, answers: Answers): Growth[] {
  const had = traitPoints(pack, answers, "able");
  const possible = possibleTraitPoints(pack, answers, "able");
  return pack.traits
    .flatMap(({ id, name }) => {
      const weighed = role.traits[id];
      if (weighed === undefined) return [];
      const able = { had: had[id] ?? 0, possible: possible[id] ?? 0 };
      const missing = able.possible === 0 ? 1 : 1 - able.had / able.possible;
      return [
        {
          need: weighed.weight * missing,
          growth: {
            trait: id,
            name,
            weight: weighed.weight,
            able,
            experiments: weighed.grow
              .filter((experiment) => holds(experiment, answers))
              .map(({ do: what, learn, sources }) => ({ do: what, learn, sources })),
          },
        },
      ];
    })
    .filter(({ need }) => need > 0)
    .sort((a, b) => b.need - a.need)
    .slice(0, mostToGrow)
    .map(({ growth }) => growth);
}

/** Evidence of each trait in the answers. For `drawn` only scored questions hold any. */
export function traitPoints(pack: Pack, answers: Answers, evidence: Evidence): Record<string, number> {
  const points: Record<string, number> = {};
  for (const question of pack.questions) {
    for (const option of question.options) {
      if (!answers[question.id]?.includes(option.id)) continue;
      for (const [trait, n] of Object.entries(option[evidence])) points[trait] = (points[trait] ?? 0) + n;
    }
  }
  return points;
}

/** The most evidence of each trait that the answered questions could have shown. */
export function possibleTraitPoints(pack: Pack, answers: Answers, evidence: Evidence): Record<string, number> {
  const possible: Record<string, number> = {};
  for (const question of pack.questions.filter(({ id }) => answers[id] !== undefined)) {
    for (const { id } of pack.traits) {
      const shown = question.options.map((option) => option[evidence][id] ?? 0).sort((a, b) => b - a);
      const most = shown.slice(0, question.pick === "one" ? 1 : question.most).reduce((n, points) => n + points, 0);
      if (most > 0) possible[id] = (possible[id] ?? 0) + most;
    }
  }
  return possible;
}

function dot(points: Readonly<Record<string, number>>, weights: Readonly<Record<string, number>>): number {
  return Object.entries(weights).reduce((n, [trait, weight]) => n + weight * (points[trait] ?? 0), 0);
}
