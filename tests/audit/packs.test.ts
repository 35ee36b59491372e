import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { findMisses } from "../../src/audit/expectations.ts";
import { findWarnings } from "../../src/audit/find-warnings.ts";
import { audit } from "../../src/audit/pack-audit.ts";
import { loadFolder } from "../../src/pack/load-folder.ts";
import { scoredQuestions } from "../scored-questions.ts";

const shipped = readdirSync("data/packs").map((name) => `data/packs/${name}`);

describe("the built-in pack", () => {
  const pack = loadFolder("data");
  const measured = audit(pack);
  const [pair] = measured.pairs;

  test("lets each role lead in 47 to 53 of a hundred combinations, counted exactly", () => {
    const { combinations, leads, exact } = measured.combinations;
    expect(exact).toBe(true);
    for (const led of Object.values(leads)) {
      expect(led / combinations).toBeGreaterThanOrEqual(0.47);
      expect(led / combinations).toBeLessThanOrEqual(0.53);
    }
  });

  test("lets no question carry more than 15 % of the variance, and none less than 1 %", () => {
    for (const { question, share } of pair?.influence ?? []) {
      expect(share, question).toBeLessThanOrEqual(0.15);
      expect(share, question).toBeGreaterThanOrEqual(0.01);
    }
    expect(pair?.influence.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 4);
  });

  test("tells nine of ten the right role when a third of their answers are the ideal ones", () => {
    const [, , , third] = measured.reliability;
    expect(third?.steady).toBe(0.3);
    for (const told of Object.values(third?.right ?? {})) expect(told).toBeGreaterThan(0.9);
  });

  test("tells the role that twelve of seventeen answers speak for, whichever twelve", () => {
    const scored = scoredQuestions(pack);
    const likeRole = (role: 0 | 1) =>
      scored.map(({ id, options }) => {
        const lead = ({ drawn }: (typeof options)[number]) => (drawn[role] ?? 0) - (drawn[1 - role] ?? 0);
        return [id, [options.toSorted((a, b) => lead(b) - lead(a))[0]?.id ?? ""]] as const;
      });
    // Stepping by 5 around the 17 questions spreads the twelve differently at each start.
    for (const role of [0, 1] as const) {
      for (let start = 0; start < scored.length; start++) {
        const twelve = new Set(Array.from({ length: 12 }, (_, i) => (start + i * 5) % scored.length));
        const answers = scored.map((_, i) => likeRole(twelve.has(i) ? role : role === 0 ? 1 : 0)[i] ?? ["", [""]]);
        const { recommendation } = advise(pack, Object.fromEntries(answers));
        expect(recommendation.role).toBe(pack.roles[role]?.id);
      }
    }
  });
});

describe.each(["data", "data/starter", ...shipped])("the pack in %s", (folder) => {
  const pack = loadFolder(folder);

  test("comes out as its own tests expect", () => {
    expect(findMisses(pack)).toEqual([]);
    expect(pack.tests.length).toBeGreaterThan(0);
  });

  test("gives no reason to warn, but for options that are meant to count for nobody", () => {
    expect(findWarnings(pack).filter(({ code }) => !["no-gain", "forgotten-trait"].includes(code))).toEqual([]);
  });

  test("lets every role lead", () => {
    for (const led of Object.values(audit(pack).combinations.leads)) expect(led).toBeGreaterThan(0);
  });
});

test("the second pack ships", () => {
  expect(existsSync("data/packs/technology-leadership/pack.yaml")).toBe(true);
});
