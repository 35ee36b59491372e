import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreRoles } from "../../src/advice/score.ts";
import { compileScorecard } from "../../src/advice/scorecard.ts";
import type { Option, Pack } from "../../src/pack/pack.ts";
import { at, points, pointsOf, possiblePoints, questionsWith, ranking, weightOf } from "./brute-force.ts";
import { cases } from "./packs.ts";

describe("the points of the roles", () => {
  test.each(["drawn", "able"] as const)(
    "are evidence times weight, summed over all that was picked: %s",
    (evidence) => {
      fc.assert(
        fc.property(cases(), ({ pack, answers }) => {
          const scores = scoreRoles(compileScorecard(pack), answers, evidence);
          expect(scores.points).toEqual(points(pack, answers, evidence));
          expect(scores.ranking).toEqual(ranking(scores.points));
          for (const { question, picked, points: given } of scores.answered) {
            const asked = pack.questions.find(({ id }) => id === question.id);
            expect(given).toEqual(asked && pointsOf(pack, asked, picked, evidence));
          }
        }),
        { numRuns: 500 },
      );
    },
  );

  test.each(["drawn", "able"] as const)(
    "are out of the most that the answered questions could give: %s",
    (evidence) => {
      fc.assert(
        fc.property(cases(), ({ pack, answers }) => {
          expect(scoreRoles(compileScorecard(pack), answers, evidence).possible).toEqual(
            possiblePoints(pack, answers, evidence),
          );
        }),
        { numRuns: 500 },
      );
    },
  );

  test("split the scored questions into answered and open, in pack order", () => {
    fc.assert(
      fc.property(cases(), ({ pack, answers }) => {
        const scores = scoreRoles(compileScorecard(pack), answers);
        const scored = questionsWith(pack, "drawn").map(({ id }) => id);
        expect(scores.answered.map(({ question }) => question.id)).toEqual(scored.filter((id) => answers[id]));
        expect(scores.open.map(({ id }) => id)).toEqual(scored.filter((id) => answers[id] === undefined));
      }),
    );
  });

  test("never fall when an answer shows more of a trait that a role weighs", () => {
    const more = fc.record({
      question: fc.nat(),
      option: fc.nat(),
      trait: fc.nat(),
      strength: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(cases(), more, ({ pack, answers }, { question: q, option: o, trait: t, strength }) => {
        const question = pick(pack.questions, q);
        const option = pick(question.options, o);
        const trait = pick(pack.traits, t).id;
        const stronger = withEvidence(pack, question.id, option.id, trait, strength);
        const gain = answers[question.id]?.includes(option.id) ? strength : 0;
        const before = scoreRoles(compileScorecard(pack), answers).points;
        const after = scoreRoles(compileScorecard(stronger), answers).points;
        expect(after).toEqual(before.map((had, role) => had + gain * weightOf(pack, role, trait)));
      }),
    );
  });

  test("never fall when one more option is picked", () => {
    fc.assert(
      fc.property(cases(), fc.nat(), fc.nat(), ({ pack, answers }, q, o) => {
        const question = pick(pack.questions, q);
        fc.pre(question.pick === "any");
        const more = [...(answers[question.id] ?? []), pick(question.options, o).id];
        const before = scoreRoles(compileScorecard(pack), answers).points;
        const after = scoreRoles(compileScorecard(pack), { ...answers, [question.id]: more }).points;
        after.forEach((points, role) => {
          expect(points).toBeGreaterThanOrEqual(at(before, role));
        });
      }),
    );
  });
});

function withEvidence(pack: Pack, question: string, option: string, trait: string, more: number): Pack {
  const stronger = (given: Option): Option =>
    given.id === option ? { ...given, drawn: { ...given.drawn, [trait]: (given.drawn[trait] ?? 0) + more } } : given;
  return {
    ...pack,
    questions: pack.questions.map((q) => (q.id === question ? { ...q, options: q.options.map(stronger) } : q)),
  };
}

function pick<T>(list: readonly T[], n: number): T {
  const picked = list[n % list.length];
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
}
