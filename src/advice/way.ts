import type { Pack, Role } from "../pack/pack.ts";
import type { Growth, KindMatch, Path } from "./advice.ts";
import { compileConditions, holds } from "./condition.ts";
import { hangsOnOne } from "./flip.ts";
import { firstTwo, type Judgement } from "./judge.ts";
import {
  type Answers,
  addAnswers,
  addPossible,
  at,
  compileScorecard,
  type EvidenceKind,
  type Numbers,
  numbersOf,
  type Scorecard,
} from "./scorecard.ts";

/** Where a respondent stands and goes, by numbers in pack order. */
export interface Way {
  /** Of the role's kinds the one that suits best; null where nothing that was answered shows any. */
  readonly kind: number | null;
  /** Points ahead of the next kind; null where there is only one. */
  readonly ahead: number | null;
  /** The first of its stages whose `when` holds. */
  readonly here: number | null;
  /** The traits to grow first, at most three. */
  readonly grow: readonly number[];
}

/** DESIGN 5.9, for one of the roles. */
export function findWay(card: Scorecard, answers: Numbers, role: number): Way {
  const { pack, columns, stages } = card;
  const kinds = addAnswers(card, answers, at(columns.kinds, role), pack.roles[role]?.kinds.length ?? 0);
  const [best, next] = firstTwo(kinds);
  const isShown = at(kinds, best) > 0;
  const here = stages[role]?.findIndex((condition) => holds(condition, answers)) ?? -1;
  return {
    kind: isShown ? best : null,
    ahead: isShown && kinds.length > 1 ? at(kinds, best) - at(kinds, next) : null,
    here: here < 0 ? null : here,
    grow: growFirst(card, answers, role),
  };
}

const mostToGrow = 3;

/** The role's traits by weight × (1 − able had / able possible), largest first, then in pack order. */
function growFirst(card: Scorecard, answers: Numbers, role: number): number[] {
  const { had, possible } = evidenceOf(card, answers, "able");
  const needs = (card.weights[role] ?? []).map((weight, trait) => {
    const most = possible[trait] ?? 0;
    return most === 0 ? weight : weight * (1 - (had[trait] ?? 0) / most);
  });
  const first: number[] = [];
  for (let taken = 0; taken < mostToGrow; taken++) {
    let next = 0;
    for (let trait = 1; trait < needs.length; trait++) if ((needs[trait] ?? 0) > (needs[next] ?? 0)) next = trait;
    if ((needs[next] ?? 0) <= 0) break;
    first.push(next);
    needs[next] = 0;
  }
  return first;
}

/** Evidence of each trait in the answers, and the most that the answered questions could have shown. */
export function evidenceOf(card: Scorecard, answers: Numbers, evidence: EvidenceKind) {
  const { columns, pack } = card;
  const [first, length] = [columns.traits[evidence], pack.traits.length];
  return { had: addAnswers(card, answers, first, length), possible: addPossible(card, answers, first, length) };
}

/** DESIGN 5.8: the role that leads by what one is able in, where it is another and neither lead hangs on a single answer. */
export function findTension(card: Scorecard, answers: Numbers, drawn: Judgement): number | null {
  if (drawn.isShared || card.pack.tension === null) return null;
  const points = addAnswers(card, answers, card.columns.roles.able, card.roles);
  const [able, second] = firstTwo(points);
  if (able === drawn.leader || at(points, able) === at(points, second)) return null;
  if (hangsOnOne(card, answers, "able", points, able)) return null;
  return hangsOnOne(card, answers, "drawn", drawn.points, drawn.leader) ? null : able;
}

/** The sort of this role that suits best, and how narrowly it is ahead. */
export function matchKind({ kinds }: Role, { kind, ahead }: Way): KindMatch | null {
  const best = kind === null ? undefined : kinds[kind];
  if (best === undefined) return null;
  const { id, name, say, sources } = best;
  return { id, name, say, sources, ahead };
}

export function tellPath(card: Scorecard, answers: Numbers, role: Role, way: Way): Path {
  const { had, possible } = evidenceOf(card, answers, "able");
  return {
    here: (way.here === null ? undefined : role.path[way.here]?.id) ?? null,
    stages: role.path.map(({ when: _, unless: __, do: steps, ...stage }) => ({
      ...stage,
      do: steps
        .filter((step) => holds(compileConditions(card.pack, step), answers))
        .map(({ say, sources }) => ({ say, sources })),
    })),
    grow: way.grow.flatMap((n): Growth[] => {
      const trait = card.pack.traits[n];
      const weighed = trait === undefined ? undefined : role.traits[trait.id];
      if (trait === undefined || weighed === undefined) return [];
      const able = { had: at(had, n), possible: at(possible, n) };
      const experiments = weighed.grow
        .filter((experiment) => holds(compileConditions(card.pack, experiment), answers))
        .map(({ do: what, learn, sources }) => ({ do: what, learn, sources }));
      return [{ trait: trait.id, name: trait.name, weight: weighed.weight, able, experiments }];
    }),
  };
}

/** By trait: the evidence that the answers show, and the most that the answered questions could have shown. */
export function traitEvidence(
  pack: Pack,
  answers: Answers,
  evidence: EvidenceKind,
): (trait: string) => {
  readonly had: number;
  readonly possible: number;
} {
  const { had, possible } = evidenceOf(compileScorecard(pack), numbersOf(pack, answers), evidence);
  return (trait) => {
    const t = pack.traits.findIndex(({ id }) => id === trait);
    return { had: at(had, t), possible: at(possible, t) };
  };
}
