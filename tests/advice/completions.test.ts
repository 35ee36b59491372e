import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countCompletions } from "../../src/advice/completions.ts";
import type { Answers } from "../../src/advice/scorecard.ts";
import { totalsOf } from "../../src/advice/totals.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { at, completions } from "./brute-force.ts";
import { cases } from "./packs.ts";

function count(pack: Pack, answers: Answers = {}) {
  return countCompletions(totalsOf(pack, answers));
}

describe.each([2, 3, 4])("completions, with %i roles", (roles) => {
  test("count who leads in every way to answer the open questions", () => {
    fc.assert(
      fc.property(cases({ roles: fc.constant(roles), mostQuestions: 5, openOneIn: 2 }), ({ pack, answers }) => {
        const counted = count(pack, answers);
        expect(counted).toEqual({ ...completions(pack, answers), exact: true });
      }),
      { numRuns: 500 },
    );
  });
});

describe("completions that are too many to count", () => {
  // Four roles that each own a trait: the differences fill a grid beyond any size that is worth holding.
  const pack = wide(4, 60);
  const sampled = count(pack);

  test("are sampled, and say so with the seed, the samples and the standard error", () => {
    expect(sampled.exact).toBe(false);
    expect(sampled.combinations).toBe(4 ** 60);
    expect(sampled).toMatchObject({ samples: expect.any(Number), seed: expect.any(Number) });
    expect(sampled.leads.reduce((n, led) => n + led, sampled.shared)).toBe(sampled.samples);
    const shares = [...sampled.leads, sampled.shared].map((n) => n / (sampled.samples ?? Number.NaN));
    const errors = shares.map((p) => Math.sqrt((p * (1 - p)) / (sampled.samples ?? Number.NaN)));
    expect(sampled.standardError).toBeGreaterThan(0);
    expect(sampled.standardError).toBeLessThanOrEqual(Math.max(...errors) + 1e-4);
  });

  test("come near the truth: by symmetry each of four equal roles leads equally often", () => {
    const [first, ...others] = sampled.leads.map((n) => n / (sampled.samples ?? Number.NaN));
    for (const share of others) expect(Math.abs(share - (first ?? 0))).toBeLessThan(6 * (sampled.standardError ?? 0));
  });

  test("are sampled with what was answered as a head start, and the error of the least certain share", () => {
    const given = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`q${i + 1}`, ["o1"]]));
    expect(count(pack, given(30))).toMatchObject({
      leads: [20_000, 0, 0, 0],
      samples: 20_000,
    });
    const { leads, samples = 0, standardError } = count(pack, given(4));
    const [first, ...others] = leads.map((led) => led / samples);
    expect(first).toBeGreaterThan(2 * Math.max(...others));
    const errors = [first ?? 0, ...others].map((share) => Math.sqrt((share * (1 - share)) / samples));
    expect(standardError).toBeCloseTo(Math.max(...errors), 4);
    expect(Math.max(...errors) - Math.min(...errors)).toBeGreaterThan(1e-4);
  });

  test("are sampled also where the ways could be counted, and the differences would not fit in memory", () => {
    const far = count(wide(4, 26, 15));
    expect([far.exact, far.combinations <= Number.MAX_SAFE_INTEGER]).toEqual([false, true]);
  });

  test("are sampled the same way each time", () => {
    expect(count(pack)).toEqual(sampled);
  });

  test("come near the exact count of a pack with one question less", () => {
    // With two roles counting stays exact until the ways pass 2^53: 3^33 is below, 3^34 above.
    const [exact, estimate] = [33, 34].map((n) => count(wide(2, n)));
    expect([exact?.exact, estimate?.exact]).toEqual([true, false]);
    const [counted, seen] = [
      (exact?.shared ?? 0) / (exact?.combinations ?? 1),
      (estimate?.shared ?? 0) / (estimate?.samples ?? 1),
    ];
    expect(Math.abs(counted - seen)).toBeLessThan(0.02);
  });
});

test("completions of a role that cannot be caught are all its own", () => {
  const pack = wide(3, 4);
  const three = { q1: ["o1"], q2: ["o1"], q3: ["o1"] };
  const { leads, combinations } = count(pack, three);
  expect([at(leads, 0), combinations]).toEqual([4, 4]);
});

/** Every role weighs a trait of its own, and every question has an option for each, and one for none. */
function wide(roles: number, questions: number, weight = 1): Pack {
  const ids = Array.from({ length: roles }, (_, i) => i + 1);
  const profile = {
    faces: [],
    orientation: [],
    measured_by: [],
    responsibilities: [],
    goals: [],
    challenges: [],
    reports_to: [],
    qualifies_by: [],
  };
  const saying = { say: "So.", sources: ["s"] };
  const names = Array.from({ length: questions }, (_, i) => `q${i + 1}`);
  const choices = [...ids, ...(roles === 4 ? [] : [0])];
  return {
    format: 1,
    id: "wide",
    version: "1.0.0",
    hash: "sha256:0",
    lang: "en",
    portrait: [],
    neighbours: [],
    evidence: null,
    words: {},
    title: "Wide",
    intro: "Wide.",
    limits: saying,
    tension: null,
    verdict: { close: 1, leaning: 2 },
    notes: [],
    renamed: {},
    gone: [],
    history: {},
    traits: ids.map((n) => ({ id: `t${n}`, name: "", drawn: "", able: "", portrait: null })),
    topics: [{ title: "All", questions: names }],
    questions: names.map((id) => ({
      id,
      short: id,
      topic: "All",
      ask: "?",
      why: "So.",
      sources: [],
      pick: "one" as const,
      most: 1,
      mutable: true,
      options: choices.map((n) => ({ id: `o${n}`, label: "", drawn: n === 0 ? {} : { [`t${n}`]: 1 }, able: {} })),
    })),
    roles: ids.map((n) => ({
      id: `r${n}`,
      name: "",
      short: "",
      inShort: saying,
      profile,
      traits: { [`t${n}`]: { weight, because: saying, without: null, grow: [] } },
      kinds: [],
      path: [],
      notes: [],
      counterpart: {},
    })),
    sources: { s: { title: "", by: "" } },
    guide: [],
    tests: [],
    examples: [],
  };
}
