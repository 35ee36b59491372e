import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileConditions, holds } from "../../src/advice/condition.ts";
import { matchKind } from "../../src/advice/kind.ts";
import { tellPath } from "../../src/advice/path.ts";
import { measurePulls } from "../../src/advice/pulls.ts";
import { numbersOf } from "../../src/advice/scorecard.ts";
import { totalsOf } from "../../src/advice/totals.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { respondents } from "../cohort/rows.ts";
import { ability, drawnPoints, holds as holdsByContract, trials } from "./brute-force.ts";
import { type Case, cases } from "./packs.ts";

test("a condition holds where every question is answered with one of its options", () => {
  eachRole(({ pack, answers }, n) => {
    for (const note of [...pack.notes, ...(pack.roles[n]?.notes ?? [])]) {
      expect(holds(compileConditions(pack, note), numbersOf(pack, answers))).toBe(holdsByContract(note, answers));
    }
  });
});

describe("the path of a role", () => {
  test("has its first stage that holds as where one stands, or null", () => {
    eachRole(({ pack, answers }, n) => {
      const role = pack.roles[n] ?? never();
      const here = role.path.filter((stage) => holdsByContract(stage, answers)).map(({ id }) => id);
      expect(pathOf({ pack, answers }, n).here).toBe(here[0] ?? null);
    });
  });

  test("has all stages in order, without their conditions, and of their steps those that fit", () => {
    eachRole(({ pack, answers }, n) => {
      const role = pack.roles[n] ?? never();
      const stages = role.path.map(({ id, title, usual, say, do: doing, sources }) => ({
        id,
        title,
        usual,
        say,
        do: doing
          .filter((step) => holdsByContract(step, answers))
          .map(({ say: step, sources: cited }) => ({ say: step, sources: cited })),
        sources,
      }));
      expect(pathOf({ pack, answers }, n).stages).toEqual(stages);
    });
  });

  test("tells which questions left open could tell the stage, and none where the answers fit no stage", () => {
    eachRole(({ pack, answers }, n) => {
      const { here, open } = pathOf({ pack, answers }, n);
      const stages = pack.roles[n]?.path ?? [];
      const isNamed = (id: string) =>
        stages.some(({ when, unless }) => when[id] !== undefined || unless[id] !== undefined);
      const left = pack.questions.map(({ id }) => id).filter((id) => answers[id] === undefined && isNamed(id));
      expect(open).toEqual(here === null ? left : []);
    });
  });

  test("tries what is untested, what is faint and what to grow, one of each first", () => {
    eachRole(({ pack, answers }, n) => {
      const role = pack.roles[n] ?? never();
      const { grow } = pathOf({ pack, answers }, n);
      expect(grow.map(({ why, trait }) => ({ why, trait }))).toEqual(trials(pack, answers, role));
      for (const { why: _, trait, weight, able, ...experiment } of grow) {
        const { weight: expected, grow: all = [] } = role.traits[trait] ?? {};
        const { do: what, learn, sources } = all.find((one) => holdsByContract(one, answers)) ?? never();
        expect({ weight, able }).toEqual({ weight: expected, able: ability(pack, answers, trait) });
        expect(experiment).toEqual({ do: what, learn, sources });
      }
    });
  });

  test("passes over a trait whose experiments are all for other people, and takes the next best in its turn", () => {
    const roles = builtIn.roles.map((role) => {
      const traits = Object.entries(role.traits).map(([id, { grow, ...trait }], t) => {
        const forSome = grow.map((one) => ({ ...one, when: t % 2 === 0 ? one.when : { level: ["starting"] } }));
        return [id, { ...trait, grow: forSome }];
      });
      return { ...role, traits: Object.fromEntries(traits) };
    });
    const pack = { ...builtIn, roles };
    for (const answers of respondents(builtIn, 100, 3)) {
      for (const [n, role] of roles.entries()) {
        const chosen = pathOf({ pack, answers }, n).grow.map(({ why, trait }) => ({ why, trait }));
        expect(chosen).toEqual(trials(pack, answers, role));
      }
    }
  });
});

describe("the kind of a role", () => {
  test("has the most points by its own weights, the first of those that are level, and says how narrowly; none where no answer shows any", () => {
    eachRole(({ pack, answers }, n) => {
      const role = pack.roles[n] ?? never();
      const points = role.kinds.map(({ traits }) => drawnPoints(pack, answers, traits));
      const kind = matchKind(totalsOf(pack, answers), n);
      const most = Math.max(...points, 0);
      if (most === 0) return expect(kind).toBeNull();
      const { traits: _, inShort: __, ...best } = role.kinds[points.indexOf(most)] ?? never();
      const others = points.toSpliced(points.indexOf(most), 1);
      expect(kind).toEqual({ ...best, ahead: others.length === 0 ? null : most - Math.max(...others) });
    });
  });
});

function pathOf({ pack, answers }: Case, role: number) {
  const totals = totalsOf(pack, answers);
  return tellPath(totals, role, measurePulls(totals));
}

function eachRole(property: (given: Case, role: number) => void): void {
  fc.assert(
    fc.property(cases({ mostQuestions: 6 }), (given) => {
      given.pack.roles.forEach((_, n) => {
        property(given, n);
      });
    }),
    { numRuns: 300 },
  );
}

function never(): never {
  throw new Error("cannot be");
}
