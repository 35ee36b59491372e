import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { compareSittings } from "../../src/sittings/compare-sittings.ts";
import { arbitraryAnswers, cases } from "../advice/packs.ts";

/** A pack, and what some people said. */
const several = (least: number, most: number) =>
  cases().chain(({ pack }) => {
    const all = fc.array(arbitraryAnswers(pack.questions, 3), { minLength: least, maxLength: most });
    return fc.record({ pack: fc.constant(pack), all });
  });
const sides = (all: readonly Parameters<typeof advise>[1][]) => all.map((answers, n) => ({ name: `${n}`, answers }));

describe("two sittings", () => {
  test("differ by answers whose effects sum to the difference of the margins", () => {
    fc.assert(
      fc.property(several(2, 2), ({ pack, all }) => {
        const { margins, differences, between } = compareSittings(pack, sides(all));
        const [from = 0, to = 0] = margins;
        expect(differences.reduce((sum, { effect }) => sum + effect, 0)).toBe(to - from);
        const points = all.map((answers) =>
          Object.fromEntries(advise(pack, answers).roles.map((one) => [one.id, one.points])),
        );
        expect(margins).toEqual(points.map((had) => (had[between[0]] ?? 0) - (had[between[1]] ?? 0)));
        const total = (role: string) => points.reduce((sum, had) => sum + (had[role] ?? 0), 0);
        const most = pack.roles.map(({ id }) => id).sort((a, b) => total(b) - total(a));
        expect(between).toEqual(most.slice(0, 2));
      }),
      { numRuns: 60 },
    );
  });

  test("are the same the other way round, but for the sign", () => {
    fc.assert(
      fc.property(several(2, 2), ({ pack, all }) => {
        const there = compareSittings(pack, sides(all));
        const back = compareSittings(pack, sides(all).toReversed());
        expect(back.between).toEqual(there.between);
        expect(back.margins).toEqual(there.margins.toReversed());
        expect(back.same).toEqual(there.same);
        expect(back.differences).toEqual(
          there.differences.map((one) => ({
            ...one,
            answers: one.answers.toReversed(),
            contributions: one.contributions.toReversed(),
            effect: 0 - one.effect,
          })),
        );
        expect(back.pulls).toEqual(there.pulls.map(({ trait, pull }) => ({ trait, pull: pull.toReversed() })));
      }),
      { numRuns: 60 },
    );
  });
});

test("a sitting beside itself shows no difference", () => {
  fc.assert(
    fc.property(several(1, 1), fc.integer({ min: 2, max: 8 }), ({ pack, all: [answers = {}] }, times) => {
      const { differences, pulls, same, margins } = compareSittings(pack, sides(Array(times).fill(answers)));
      expect({ differences, pulls, verdict: same.verdict }).toEqual({ differences: [], pulls: [], verdict: true });
      expect(new Set(margins).size).toBe(1);
      expect(same.answers).toEqual(pack.questions.map(({ id }) => id).filter((id) => answers[id] !== undefined));
    }),
    { numRuns: 40 },
  );
});

test("many sittings differ in the questions that not all answered alike, those farthest apart first", () => {
  fc.assert(
    fc.property(several(3, 8), ({ pack, all }) => {
      const { differences } = compareSittings(pack, sides(all));
      const differing = pack.questions
        .map(({ id }) => id)
        .filter((id) => new Set(all.map((one) => `${one[id]}`)).size > 1);
      expect(differences.map(({ question }) => question).toSorted()).toEqual(differing.toSorted());
      const spans = differences.map(({ contributions }) => Math.max(...contributions) - Math.min(...contributions));
      expect(differences.map(({ effect }) => effect)).toEqual(spans);
      expect(spans).toEqual(spans.toSorted((a, b) => b - a));
    }),
    { numRuns: 40 },
  );
});
