import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallestFlip } from "../../src/advice/flip.ts";
import { scoreRoles } from "../../src/advice/score.ts";
import { compileScorecard } from "../../src/advice/scorecard.ts";
import {
  at,
  flipSize,
  points,
  possibleAnswers,
  smallestFlip as smallestByEnumeration,
  soleLeader,
} from "./brute-force.ts";
import { type Case, cases } from "./packs.ts";

describe.each([2, 3, 4])("the flip, with %i roles", (roles) => {
  const packs = cases({ roles: fc.constant(roles), mostQuestions: 5, openOneIn: 8 });

  test("is as small as the smallest of all sets of changes, and null when none ends the lead", () => {
    fc.assert(
      fc.property(packs, (given) => {
        const flip = flipOf(given);
        const found = flip && { size: flip.changes.length, to: flip.to };
        expect(found).toEqual(smallestByEnumeration(given.pack, given.answers));
      }),
      { numRuns: 400 },
    );
  });

  test("really ends the lead, by answers that the pack allows to questions that a person can decide to change", () => {
    fc.assert(
      fc.property(packs, ({ pack, answers }) => {
        const flip = flipOf({ pack, answers });
        fc.pre(flip !== null);
        const leader = soleLeader(points(pack, answers));
        for (const { question: id, from, to } of flip.changes) {
          const question = pack.questions.find((q) => q.id === id);
          expect(question?.mutable).toBe(true);
          expect(from).toEqual(answers[id]);
          expect(to).not.toEqual(from);
          expect(question && possibleAnswers(question)).toContainEqual(to);
        }
        const changes = Object.fromEntries(flip.changes.map(({ question, to }) => [question, to]));
        expect(Object.keys(changes)).toHaveLength(flip.changes.length);
        const after = points(pack, { ...answers, ...changes });
        expect(soleLeader(after)).not.toBe(leader);
        expect(flip.to).not.toBe(leader);
        expect(at(after, flip.to)).toBeGreaterThanOrEqual(at(after, leader ?? -1));
      }),
      { numRuns: 400 },
    );
  });

  test("may change facts as well, where that is asked", () => {
    fc.assert(
      fc.property(packs, ({ pack, answers }) => {
        const scores = scoreRoles(compileScorecard(pack), answers, "able");
        expect(smallestFlip(scores, true)?.changes.length ?? null).toBe(flipSize(pack, answers, "able", true));
      }),
      { numRuns: 400 },
    );
  });
});

function flipOf({ pack, answers }: Case) {
  return smallestFlip(scoreRoles(compileScorecard(pack), answers));
}
