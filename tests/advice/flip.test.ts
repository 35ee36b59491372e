import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { changesFor, fewestToReach, hangsOnOne } from "../../src/advice/flip.ts";
import { judge } from "../../src/advice/judge.ts";
import { totalsOf } from "../../src/advice/totals.ts";
import { readCode } from "../../src/answers/read-code.ts";
import { loadFolder } from "../../src/pack/load-folder.ts";
import { at, flipSize, points, possibleAnswers, soleLeader } from "./brute-force.ts";
import { cases } from "./packs.ts";

test.each([
  [5, [3, 2, 2], 2],
  [5, [2, 2, 0, 2], 3],
  [3, [3, 3], 1],
  [4, [3, 0, -2], null],
  [4, [], null],
])("a margin of %i is reached by gains %j in %j, and by nothing that gains nothing", (margin, gains, fewest) => {
  expect(fewestToReach(margin, gains)).toBe(fewest);
});

test("names who leads once the flip is made, which need not be whom it lets catch up", () => {
  const pack = loadFolder("tests/fixtures/technology-leadership-1.0.0");
  const { answers } = readCode(pack, "technology-leadership@1.0.0:8e34354515343244100000007");
  const { recommendation, flip } = advise(pack, answers);
  const changed = Object.fromEntries(flip?.changes.map(({ question, to }) => [question, to]) ?? []);
  const after = advise(pack, { ...answers, ...changed });
  expect(recommendation.role).not.toBe("vpe");
  expect(flip?.to).toBe("vpe");
  expect(after.recommendation).toMatchObject({ role: "vpe", margin: 5 });
});

describe.each([2, 3, 4])("the flip, with %i roles", (roles) => {
  const packs = cases({ roles: fc.constant(roles), mostQuestions: 5, openOneIn: 8 });

  test("really ends the lead, by answers that the pack allows to questions that a person can decide to change", () => {
    fc.assert(
      fc.property(packs, ({ pack, answers }) => {
        const totals = totalsOf(pack, answers);
        const { flip, leader, rival } = judge(totals);
        fc.pre(flip !== null);
        const changes = changesFor(totals, leader, rival).slice(0, flip);
        for (const { question: id, from, to, gain } of changes) {
          const question = pack.questions.find((q) => q.id === id);
          expect(question?.mutable).toBe(true);
          expect(from).toEqual(answers[id]);
          expect(gain).toBeGreaterThan(0);
          expect(question && possibleAnswers(question)).toContainEqual(to);
        }
        const changed = Object.fromEntries(changes.map(({ question, to }) => [question, to]));
        expect(Object.keys(changed)).toHaveLength(flip);
        const after = points(pack, { ...answers, ...changed });
        expect(at(after, rival)).toBeGreaterThanOrEqual(at(after, leader));
      }),
      { numRuns: 200 },
    );
  });

  test.each(["drawn", "able"] as const)(
    "takes one answer where a lead hangs on one, facts included: %s",
    (evidence) => {
      fc.assert(
        fc.property(packs, ({ pack, answers }) => {
          const leader = soleLeader(points(pack, answers, evidence));
          fc.pre(leader !== null);
          const hangs = hangsOnOne(totalsOf(pack, answers), evidence, leader);
          expect(hangs).toBe(flipSize(pack, answers, evidence, true) === 1);
        }),
        { numRuns: 200 },
      );
    },
  );
});
