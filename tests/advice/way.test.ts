import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileConditions, holds } from "../../src/advice/condition.ts";
import { compileScorecard, numbersOf } from "../../src/advice/scorecard.ts";
import { findWay, matchKind, tellPath } from "../../src/advice/way.ts";
import { ability, drawnPoints, holds as holdsByContract } from "./brute-force.ts";
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

  test("grows first the three traits with the largest weight × (1 − able had / able possible)", () => {
    eachRole(({ pack, answers }, n) => {
      const role = pack.roles[n] ?? never();
      const { grow } = pathOf({ pack, answers }, n);
      const need = (trait: string) => {
        const { had, possible } = ability(pack, answers, trait);
        return (role.traits[trait]?.weight ?? 0) * (possible === 0 ? 1 : 1 - had / possible);
      };
      const needs = Object.keys(role.traits)
        .map(need)
        .filter((size) => size > 0);
      const first = needs.toSorted((a, b) => b - a).slice(0, 3);
      expect(grow.map(({ trait }) => need(trait))).toEqual(first);
      expect(new Set(grow.map(({ trait }) => trait)).size).toBe(grow.length);
      for (const { trait, name, weight, able, experiments } of grow) {
        expect(able).toEqual(ability(pack, answers, trait));
        expect({ weight, experiments }).toEqual({
          weight: role.traits[trait]?.weight,
          experiments: role.traits[trait]?.grow.map(({ when: _, unless: __, ...experiment }) => experiment),
        });
        expect(name).toBe(pack.traits.find(({ id }) => id === trait)?.name);
      }
    });
  });
});

describe("the kind of a role", () => {
  test("has the most points by its own weights, the first of those that are level, and says how narrowly; none where no answer shows any", () => {
    eachRole(({ pack, answers }, n) => {
      const role = pack.roles[n] ?? never();
      const points = role.kinds.map(({ traits }) => drawnPoints(pack, answers, traits));
      const kind = matchKind(role, wayOf({ pack, answers }, n));
      const most = Math.max(...points, 0);
      if (most === 0) return expect(kind).toBeNull();
      const { traits: _, inShort: __, ...best } = role.kinds[points.indexOf(most)] ?? never();
      const others = points.toSpliced(points.indexOf(most), 1);
      expect(kind).toEqual({ ...best, ahead: others.length === 0 ? null : most - Math.max(...others) });
    });
  });
});

function wayOf({ pack, answers }: Case, role: number) {
  return findWay(compileScorecard(pack), numbersOf(pack, answers), role);
}

function pathOf(given: Case, role: number) {
  const card = compileScorecard(given.pack);
  return tellPath(card, numbersOf(given.pack, given.answers), given.pack.roles[role] ?? never(), wayOf(given, role));
}

function eachRole(property: (given: Case, role: number) => void): void {
  fc.assert(
    fc.property(cases(), (given) => {
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
