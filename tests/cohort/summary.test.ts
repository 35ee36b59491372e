import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/advice/scorecard.ts";
import { addSummaries, emptySummary } from "../../src/cohort/summary.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { arbitraryAnswers, cases } from "../advice/packs.ts";
import { respondents, toNdjson } from "./rows.ts";
import { summarise } from "./summaries.ts";

describe("a summary counts what advise says of each", () => {
  const all = respondents(builtIn, 600);
  const summary = summarise(builtIn, toNdjson(builtIn, all));
  const advices = all.map((answers) => advise(builtIn, answers));
  const count = (holds: (advice: (typeof advices)[number], answers: Answers) => boolean) =>
    advices.filter((advice, i) => holds(advice, all[i] as Answers)).length;

  test("respondents, leaders, verdicts", () => {
    const role = (id: string | null) => count(({ recommendation }) => recommendation.role === id);
    expect(summary.respondents).toBe(600);
    expect(summary.silent).toBe(count(({ questions }) => questions.answered === 0));
    expect(summary.leaders).toEqual({ leads: { cio: role("cio"), cto: role("cto") }, shared: role(null) });
    for (const [verdict, n] of Object.entries(summary.verdicts)) {
      expect(n, verdict).toBe(count(({ recommendation }) => recommendation.verdict === verdict));
    }
  });

  test("margins, tensions, kinds, stages and steps", () => {
    for (const { id, kinds, path } of builtIn.roles) {
      const led = (holds: (advice: (typeof advices)[number]) => boolean) =>
        count((advice) => advice.recommendation.role === id && holds(advice));
      for (const [margin, n] of Object.entries(summary.margins[id] ?? {})) {
        expect(n).toBe(led(({ recommendation }) => recommendation.margin === Number(margin)));
      }
      for (const one of kinds) expect(summary.kinds[id]?.[one.id]).toBe(led(({ kind }) => kind?.id === one.id));
      for (const stage of path) {
        expect(summary.here[id]?.stages[stage.id]).toBe(led(({ path: way }) => way?.here === stage.id));
      }
      expect(summary.here[id]?.unknown).toBe(led(({ path: way }) => way?.here === null));
      for (const [trait, n] of Object.entries(summary.grow[id] ?? {})) {
        expect(n).toBe(led(({ path: way }) => way?.grow.some((one) => one.trait === trait) ?? false));
      }
    }
    for (const { drawn, able, respondents: n } of summary.tensions) {
      expect(n).toBe(count(({ tension }) => tension?.drawn === drawn && tension.able === able));
    }
  });

  test("every answer by leader", () => {
    for (const { question, answers, none, open } of summary.questions) {
      const led = (role: string | null, holds: (picked: readonly string[] | undefined) => boolean) =>
        count(({ recommendation }, given) => recommendation.role === role && holds(given[question]));
      for (const { option, picked } of answers) {
        expect(picked.leads["cto"]).toBe(led("cto", (given) => given?.includes(option) ?? false));
        expect(picked.shared).toBe(led(null, (given) => given?.includes(option) ?? false));
      }
      expect(none?.leads["cio"]).toBe(none && led("cio", (given) => given?.length === 0));
      expect(open.leads["cio"]).toBe(led("cio", (given) => given === undefined));
    }
  });

  test("how far apart the leaders' people answer a question", () => {
    const interest = summary.questions[0];
    const share = (role: string, option: string) => {
      const answered = count(
        ({ recommendation }, { interest }) => recommendation.role === role && interest !== undefined,
      );
      return (
        count(({ recommendation }, { interest }) => recommendation.role === role && interest?.[0] === option) / answered
      );
    };
    const apart = ["business", "both", "engineering"].map((option) =>
      Math.abs(share("cio", option) - share("cto", option)),
    );
    expect(interest?.split).toBeCloseTo(apart.reduce((n, one) => n + one, 0) / 2, 3);
  });

  test("and says that it holds full counts", () => {
    expect(summary.privacy).toMatch(/full counts/);
  });
});

describe("the summaries of parts add up to that of the whole, byte for byte", () => {
  const cohorts = cases({ roles: fc.integer({ min: 2, max: 3 }) }).chain(({ pack }) =>
    fc.tuple(
      fc.constant(pack),
      fc.array(fc.array(arbitraryAnswers(pack.questions, 3), { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
    ),
  );

  test("of any pack and any parts", () => {
    fc.assert(
      fc.property(cohorts, ([pack, parts]) => {
        const whole = summarise(pack, `${toNdjson(pack, parts.flat())}not a row\n`);
        const summaries = [
          ...parts.map((part) => summarise(pack, toNdjson(pack, part))),
          summarise(pack, "not a row\n"),
        ];
        const merged = summaries.reduce(addSummaries);
        expect(JSON.stringify(merged)).toBe(JSON.stringify(whole));
        expect(JSON.stringify(summaries.reduceRight(addSummaries))).toBe(JSON.stringify(whole));
        expect(JSON.stringify(addSummaries(emptySummary(pack, "1.0.0"), whole))).toBe(JSON.stringify(whole));
      }),
      { numRuns: 300 },
    );
  });
});
