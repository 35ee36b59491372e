import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { countCompletions } from "../../src/advice/completions.ts";
import { totalsOf } from "../../src/advice/totals.ts";
import { loadFolder } from "../../src/pack/load-folder.ts";
import { scoredQuestions } from "../scored-questions.ts";
import { runIn } from "../world.ts";

const folder = "data/packs/technology-leadership";
const pack = loadFolder(folder);
const scored = scoredQuestions(pack);
const roles = pack.roles.map(({ id }) => id);

it.each(pack.tests)("holds what it expects of $name", ({ answers, expect: expected }) => {
  const { recommendation, flip, kind, path, tension, notes } = advise(pack, answers);
  const got = {
    leader: recommendation.role,
    verdict: recommendation.verdict,
    certain: recommendation.certain,
    flip: flip?.answers,
    kind: kind?.id,
    here: path?.here,
    tension: tension !== null,
    notes: expected.notes?.filter((id) => notes.some((note) => note.id === id)),
  };
  expect(got).toMatchObject(expected);
});

it("leads to each of the five roles in 15 to 25 of a hundred ways to answer", () => {
  const { leads, combinations, exact, samples } = countCompletions(totalsOf(pack, {}));
  const all = exact ? combinations : (samples ?? 0);
  for (const [role, led] of leads.entries()) {
    expect(led / all, roles[role]).toBeGreaterThanOrEqual(0.15);
    expect(led / all, roles[role]).toBeLessThanOrEqual(0.25);
  }
});

it("lets no question carry more than a fifth of what parts any two roles", () => {
  for (const a of roles.keys()) {
    for (const b of [...roles.keys()].slice(a + 1)) {
      const spread = scored.map(({ options }) =>
        variance(options.map(({ drawn }) => (drawn[a] ?? 0) - (drawn[b] ?? 0))),
      );
      const total = spread.reduce((sum, x) => sum + x, 0);
      expect(Math.max(...spread) / total).toBeLessThanOrEqual(0.2);
    }
  }
});

it("shows every trait in the options of at least two questions", () => {
  const shown = pack.traits.map(({ id }) => [
    id,
    pack.questions.filter(({ options }) => options.some(({ drawn }) => id in drawn)).length,
  ]);
  expect(shown.filter(([, times]) => (times as number) < 2)).toEqual([]);
});

it("names no role in an option, has options of like length, and an answer for nobody in a third of the questions", () => {
  const labels = scored.flatMap(({ id }) => pack.questions.find((question) => question.id === id)?.options ?? []);
  expect(labels.filter(({ label }) => /CIO|CTO|CISO|CPO|VP|chief|officer/i.test(label))).toEqual([]);
  expect(Math.max(...labels.map(({ label }) => label.length))).toBeLessThanOrEqual(45);
  const withNeutral = scored.filter(({ options }) =>
    options.some(({ drawn }) => drawn.every((points) => points === 0)),
  );
  expect(withNeutral.length * 3).toBeGreaterThanOrEqual(scored.length);
});

it("tells a source for everything, and uses every source", () => {
  const { sources, ...rest } = pack;
  const used = new Set(
    [...JSON.stringify(rest).matchAll(/"sources":\[([^\]]*)\]/g)].flatMap(([, ids]) => JSON.parse(`[${ids}]`)),
  );
  expect(Object.keys(sources).filter((id) => !used.has(id))).toEqual([]);
});

it("gives every role two kinds, a path, experiments for its heavy traits, and a counterpart", () => {
  for (const { kinds, path, traits, counterpart } of pack.roles) {
    expect(kinds.length).toBeGreaterThanOrEqual(2);
    expect(new Set(kinds.map((kind) => Object.values(kind.traits).reduce((sum, x) => sum + x, 0))).size).toBe(1);
    expect(path.length).toBeGreaterThanOrEqual(4);
    expect(Object.values(traits).filter(({ weight, grow }) => weight >= 3 && grow.length === 0)).toEqual([]);
    expect(Object.keys(counterpart).length).toBeGreaterThanOrEqual(1);
  }
});

it("has an example that leads to each role", () => {
  const led = pack.examples.map(({ answers }) => advise(pack, answers).recommendation.role);
  expect(roles.filter((id) => !led.includes(id))).toEqual([]);
});

it.each(readdirSync(`${folder}/examples`).map((file) => file.replace(".yaml", "")))(
  "role-advisor --pack technology-leadership --example %s reads well at 80 and 44 columns",
  async (name) => {
    for (const columns of [44, 80]) {
      const { code, stdout, stderr } = await runIn({ columns }, "--pack", folder, "-e", name);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).not.toMatch(/undefined|null|NaN|\[object/);
    }
  },
);

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
}
