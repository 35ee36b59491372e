import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge, leadersOf } from "../../src/advice/judge.ts";
import { totalsOf } from "../../src/advice/totals.ts";
import * as bruteForce from "./brute-force.ts";
import { cases } from "./packs.ts";

describe.each([2, 3, 4, 5])("a judgement, with %i roles", (roles) => {
  const given = fc.oneof(
    cases({ roles: fc.constant(roles), openOneIn: 2 }),
    cases({ roles: fc.constant(roles), openOneIn: 10, mostQuestions: 5 }),
  );

  test("is what the contract says, found by going through everything", () => {
    fc.assert(
      fc.property(given, ({ pack, answers }) => {
        const points = bruteForce.points(pack, answers);
        const [leader = 0, runnerUp = 0] = bruteForce.ranking(points);
        const flip = bruteForce.smallestFlip(pack, answers);
        const scored = bruteForce.questionsWith(pack, "drawn");
        const judged = judge(totalsOf(pack, answers));
        expect(judged).toEqual({
          points,
          leader,
          runnerUp,
          margin: bruteForce.at(points, leader) - bruteForce.at(points, runnerUp),
          isShared: bruteForce.leaders(points).length > 1,
          flip: flip?.size ?? null,
          rival: flip?.to ?? runnerUp,
          isCertain: bruteForce.isCertain(pack, answers),
          verdict: bruteForce.verdict(pack, answers),
          answered: scored.filter(({ id }) => answers[id] !== undefined).length,
        });
        expect(leadersOf(points)).toEqual(bruteForce.leaders(points));
      }),
      { numRuns: 250 },
    );
  });
});
