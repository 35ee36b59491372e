import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import { advise } from "../../src/advice/advise.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { cases } from "../advice/packs.ts";
import { respondents, toNdjson } from "./rows.ts";
import { rowsOf } from "./summaries.ts";

/** What a row says, made from the whole advice. */
function inShort({ recommendation, flip, roles, questions, kind, neighbours, code }: Advice) {
  const { role, verdict, margin, certain, summary } = recommendation;
  return {
    role,
    verdict,
    margin,
    flip: flip?.answers ?? null,
    certain,
    points: Object.fromEntries(roles.map(({ id, points }) => [id, points])),
    answered: questions.answered,
    summary,
    kind: kind?.id ?? null,
    neighbour: neighbours.map(({ id }) => id),
    code,
    error: null,
  };
}

/** The rows' results, without what is passed on. */
function resultsOf(pack: Pack, text: string): unknown[] {
  const kept = new Set(Object.keys(inShort(advise(pack, {}))));
  return rowsOf(pack, text)
    .trimEnd()
    .split("\n")
    .map((line) => Object.fromEntries(Object.entries(JSON.parse(line)).filter(([key]) => kept.has(key))));
}

describe("a row says what the whole advice says", () => {
  test("of random respondents of the built-in pack", () => {
    const all = respondents(builtIn, 150, 21);
    expect(resultsOf(builtIn, toNdjson(builtIn, all))).toEqual(all.map((answers) => inShort(advise(builtIn, answers))));
  });

  test("of any pack and answers", () => {
    fc.assert(
      fc.property(cases({ mostQuestions: 5 }), ({ pack, answers }) => {
        if (Object.keys(answers).length === 0) return;
        expect(resultsOf(pack, toNdjson(pack, [answers]))).toEqual([inShort(advise(pack, answers))]);
      }),
      { numRuns: 60 },
    );
  });
});
