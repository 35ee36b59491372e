import type { Pack, Role, When } from "../pack/pack.ts";
import { compileJudge, type Judgement } from "./judge.ts";
import { type Numbers, open } from "./number.ts";
import { tabulate } from "./table.ts";

/** Where a respondent stands and goes, by numbers in pack order. The finder has one, and fills it anew for each row. */
export interface Way {
  /** Of the leader's kinds the one that suits best; -1 where it has none. */
  kind: number;
  /** The leader's stage where one stands; -1 where the answers do not tell. */
  here: number;
  /** The traits to grow first, at most three; -1 for none. */
  readonly grow: Int32Array;
  /** The role that leads by what one is able in; -1 where it is the leader, or either lead hangs on a single answer. */
  able: number;
}

/** Finds what src/advice/way.ts and its tension find (DESIGN 5.8, 5.9), for one who leads alone, by tables. */
export function compileWay(pack: Pack): (numbers: Numbers, judged: Judgement) => Way {
  const kinds = pack.roles.map((role) => compileKinds(pack, role));
  const stages = pack.roles.map(({ path }) => path.map(({ when }) => compileWhen(pack, when)));
  const grow = compileGrowth(pack);
  const judgeAble = compileJudge(pack, "able");
  const way: Way = { kind: -1, here: -1, grow: new Int32Array(mostToGrow), able: -1 };
  return (numbers, judged) => {
    const { leader } = judged;
    way.kind = kinds[leader]?.(numbers) ?? -1;
    way.here = stages[leader]?.findIndex((holds) => holds(numbers)) ?? -1;
    grow(numbers, leader, way.grow);
    way.able = -1;
    if (pack.tension !== null && isFirm(judged)) {
      const able = judgeAble(numbers);
      if (isFirm(able) && able.leader !== leader) way.able = able.leader;
    }
    return way;
  };
}

function isFirm({ isShared, flip }: Judgement): boolean {
  return !isShared && (flip < 0 || flip >= 2);
}

function compileKinds(pack: Pack, { kinds }: Role): (numbers: Numbers) => number {
  const table = tabulate(pack, kinds.length, ({ options }, _, o) =>
    kinds.map(({ traits }) =>
      Object.entries(options[o]?.drawn ?? {}).reduce((n, [trait, strength]) => n + strength * (traits[trait] ?? 0), 0),
    ),
  );
  const points = new Int32Array(kinds.length);
  return (numbers) => {
    table.sum(numbers, points);
    let best = kinds.length - 1;
    for (let k = best - 1; k >= 0; k--) if ((points[k] as number) >= (points[best] as number)) best = k;
    return points[best] === 0 ? -1 : best;
  };
}

/** All questions must hold, any of their options will do; an open question never holds. */
function compileWhen({ questions }: Pack, when: When): (numbers: Numbers) => boolean {
  const conditions = Object.entries(when).map(([id, options]) => {
    const q = questions.findIndex((question) => question.id === id);
    const question = questions[q];
    if (question === undefined) return { q: 0, holds: () => false };
    const wanted = question.options.map((option) => options.includes(option.id));
    const bits = wanted.reduce((n, isWanted, o) => (isWanted ? n + 2 ** o : n), 0);
    return {
      q,
      holds: (number: number) =>
        number !== open && ((question.pick === "one" ? 2 ** (number - 1) : number - 1) & bits) !== 0,
    };
  });
  return (numbers) => conditions.every(({ q, holds }) => holds(numbers[q] as number));
}

export const mostToGrow = 3;

/** DESIGN 5.9: the role's traits by weight × (1 − able had / able possible), largest first, then in pack order. */
function compileGrowth(pack: Pack): (numbers: Numbers, role: number, grow: Int32Array) => void {
  const { traits, questions, roles } = pack;
  const had = tabulate(pack, traits.length, ({ options }, _, o) => traits.map(({ id }) => options[o]?.able[id] ?? 0));
  const most = questions.map(({ pick, most, options }) =>
    traits.map(({ id }) => {
      const shown = options.map(({ able }) => able[id] ?? 0).sort((a, b) => b - a);
      return shown.slice(0, pick === "one" ? 1 : most).reduce((n, points) => n + points, 0);
    }),
  );
  const weights = roles.map((role) => Float64Array.from(traits, ({ id }) => role.traits[id]?.weight ?? 0));
  const hadPoints = new Int32Array(traits.length);
  const possible = new Int32Array(traits.length);
  const needs = new Float64Array(traits.length);
  return (numbers, role, grow) => {
    had.sum(numbers, hadPoints);
    possible.fill(0);
    for (let q = 0; q < numbers.length; q++) {
      if (numbers[q] === open) continue;
      const shown = most[q] as number[];
      for (let t = 0; t < shown.length; t++) possible[t] = (possible[t] as number) + (shown[t] as number);
    }
    const weight = weights[role] as Float64Array;
    for (let t = 0; t < needs.length; t++) {
      const missing = possible[t] === 0 ? 1 : 1 - (hadPoints[t] as number) / (possible[t] as number);
      needs[t] = (weight[t] as number) * missing;
    }
    for (let i = 0; i < grow.length; i++) {
      let next = -1;
      let least = 0;
      for (let t = 0; t < needs.length; t++) {
        if ((needs[t] as number) > least) {
          least = needs[t] as number;
          next = t;
        }
      }
      grow[i] = next;
      if (next >= 0) needs[next] = 0;
    }
  };
}
