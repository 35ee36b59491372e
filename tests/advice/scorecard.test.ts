import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answersFrom, compileScorecard, numbersOf, rowOf } from "../../src/advice/scorecard.ts";
import { totalsOf } from "../../src/advice/totals.ts";
import type { Option, Pack } from "../../src/pack/pack.ts";
import { at, pointsOf, weightOf } from "./brute-force.ts";
import { type Case, cases } from "./packs.ts";

function pointsFor({ pack, answers }: Case): number[] {
  return totalsOf(pack, answers).pointsFrom(0, pack.roles.length);
}

describe("the points of the roles", () => {
  test("are those of all that was picked, of as many options as a question may have", () => {
    const wide = cases().map(({ pack }) => ({ ...pack, questions: pack.questions.map(widen) }));
    const picks = fc.array(fc.nat(23), { maxLength: 24 });
    fc.assert(
      fc.property(wide, picks, (pack, places) => {
        for (const [q, question] of pack.questions.entries()) {
          const picked = question.options.filter((_, place) => places.includes(place)).map(({ id }) => id);
          const numbers = numbersOf(pack, { [question.id]: picked });
          expect(answersFrom(pack, numbers)).toEqual({ [question.id]: picked });
          const scored = compileScorecard(pack).questions[q];
          const row = scored === undefined ? [] : [...rowOf(scored, at([...numbers], q)).points];
          const expected = pointsOf(pack, question, picked, "drawn");
          expect(row.slice(0, expected.length)).toEqual(expected);
        }
      }),
      { numRuns: 40 },
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
        const before = pointsFor({ pack, answers });
        const after = pointsFor({ pack: stronger, answers });
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
        const before = pointsFor({ pack, answers });
        const after = pointsFor({ pack, answers: { ...answers, [question.id]: more } });
        after.forEach((points, role) => {
          expect(points).toBeGreaterThanOrEqual(at(before, role));
        });
      }),
    );
  });
});

/** The same question, where any of 24 options may be picked. */
function widen(question: Pack["questions"][number]): Pack["questions"][number] {
  const options = Array.from({ length: 24 }, (_, i) => ({ ...pick(question.options, i), id: `o${i}` }));
  return { ...question, pick: "any", most: 24, options };
}

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
