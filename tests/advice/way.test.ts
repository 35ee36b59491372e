import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPath, holds, matchKind } from "../../src/advice/way.ts";
import { ability, drawnPoints, holds as holdsByContract } from "./brute-force.ts";
import { type Case, cases } from "./packs.ts";

describe("a condition", () => {
  const answers = { mba: ["pursuing"], departments: ["product", "finance"], owned: [] };
  test.each([
    [{}, true],
    [{ mba: ["pursuing"] }, true],
    [{ mba: ["have", "pursuing"] }, true],
    [{ mba: ["have"] }, false],
    [{ departments: ["finance"] }, true],
    [{ departments: ["engineering"] }, false],
    [{ owned: ["budget"] }, false],
    [{ level: ["lead"] }, false],
    [{ mba: ["pursuing"], departments: ["product"] }, true],
    [{ mba: ["pursuing"], level: ["lead"] }, false],
  ])("when %j holds: %s", (when, isTrue) => {
    expect(holds({ when, unless: {} }, answers)).toBe(isTrue);
  });

  test.each([
    [{ mba: ["pursuing"] }, false],
    [{ mba: ["have"] }, true],
    [{ level: ["lead"] }, true],
    [{ mba: ["have"], departments: ["finance"] }, false],
  ])("unless %j holds: %s", (unless, isTrue) => {
    expect(holds({ when: { departments: ["product"] }, unless }, answers)).toBe(isTrue);
  });
});

describe("the path of a role", () => {
  test("has its first stage that holds as where one stands, or null", () => {
    eachRole(({ pack, answers }, n) => {
      const role = pack.roles[n] ?? never();
      const here = role.path.filter(({ when }) => holdsByContract(when, answers)).map(({ id }) => id);
      expect(findPath(pack, role, answers).here).toBe(here[0] ?? null);
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
          .filter(({ when }) => holdsByContract(when, answers))
          .map(({ say: step, sources: cited }) => ({ say: step, sources: cited })),
        sources,
      }));
      expect(findPath(pack, role, answers).stages).toEqual(stages);
    });
  });

  test("grows first the three traits with the largest weight × (1 − able had / able possible)", () => {
    eachRole(({ pack, answers }, n) => {
      const role = pack.roles[n] ?? never();
      const { grow } = findPath(pack, role, answers);
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
      const kind = matchKind(pack, role, answers);
      const most = Math.max(...points, 0);
      if (most === 0) return expect(kind).toBeNull();
      const { traits: _, inShort: __, ...best } = role.kinds[points.indexOf(most)] ?? never();
      const others = points.toSpliced(points.indexOf(most), 1);
      expect(kind).toEqual({ ...best, ahead: others.length === 0 ? null : most - Math.max(...others) });
    });
  });
});

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
