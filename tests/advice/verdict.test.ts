import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallestFlip } from "../../src/advice/flip.ts";
import { scoreRoles } from "../../src/advice/score.ts";
import { compileScorecard } from "../../src/advice/scorecard.ts";
import { isCertain, judge, leadersOf } from "../../src/advice/verdict.ts";
import { isCertain as isCertainByEnumeration, leaders, verdict } from "./brute-force.ts";
import { type Case, cases } from "./packs.ts";

describe.each([2, 3, 4])("with %i roles", (roles) => {
  const packs = cases({ roles: fc.constant(roles), openOneIn: 2 });

  test("certain means that no way to answer the open questions, or to leave them, ends the lead", () => {
    fc.assert(
      fc.property(packs, (given) => {
        expect(isCertain(scoresOf(given))).toBe(isCertainByEnumeration(given.pack, given.answers));
      }),
      { numRuns: 1000 },
    );
  });

  test("the verdict is the first row of the table that holds", () => {
    const nearlyComplete = cases({ roles: fc.constant(roles), openOneIn: 10 });
    fc.assert(
      fc.property(fc.oneof(packs, nearlyComplete), (given) => {
        const scores = scoresOf(given);
        expect(judge(scores, smallestFlip(scores), given.pack.verdict)).toBe(verdict(given.pack, given.answers));
      }),
      { numRuns: 500 },
    );
  });

  test("the leaders are all roles with the most points, in pack order", () => {
    fc.assert(
      fc.property(packs, (given) => {
        const scores = scoresOf(given);
        expect(leadersOf(scores)).toEqual(leaders(scores.points));
      }),
    );
  });
});

function scoresOf({ pack, answers }: Case) {
  return scoreRoles(compileScorecard(pack), answers);
}
