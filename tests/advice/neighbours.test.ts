import fc from "fast-check";
import { expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { judge } from "../../src/advice/judge.ts";
import { nameNeighbours } from "../../src/advice/neighbours.ts";
import { totalsOf } from "../../src/advice/totals.ts";
import { loadPack } from "../../src/index.ts";
import { neighbours } from "./brute-force.ts";
import { cases } from "./packs.ts";

const many = cases({ mostQuestions: 6, openOneIn: 8 });

test("neighbours are named where a tenth more of their points is there than of the leader's, and nothing of them is faint", () => {
  fc.assert(
    fc.property(many, ({ pack, answers }) => {
      const totals = totalsOf(pack, answers);
      const named = nameNeighbours(totals, judge(totals));
      expect(named.map(({ id }) => id)).toEqual(neighbours(pack, answers));
      for (const { id, say } of named) expect(say).toBe(pack.neighbours.find((one) => one.id === id)?.look.say);
    }),
    { numRuns: 400 },
  );
});

test("neighbours change nothing else that is said", () => {
  const two = cases({ roles: fc.constant(2), mostQuestions: 6, openOneIn: 8 });
  fc.assert(
    fc.property(two, ({ pack, answers }) => {
      const [withThem, without] = [pack, { ...pack, neighbours: [] }].map((one) => {
        const { neighbours: _, sources: __, ...rest } = advise(one, answers);
        return rest;
      });
      expect(withThem).toEqual(without);
    }),
    { numRuns: 100 },
  );
});

test("a neighbour is not named where a trait that it weighs 5 is faint, however many points it has", async () => {
  const pack = await loadPack();
  const answers = pack.examples.find(({ name }) => name === "security-lead")?.answers ?? {};
  const { pulls } = advise(pack, answers).portrait;
  const strong = pulls.filter(({ pull }) => pull === "strong").map(({ trait }) => trait);
  const faint = pulls.filter(({ pull }) => pull === "faint").map(({ trait }) => trait);
  const [first] = pack.neighbours;
  const named = (weights: Readonly<Record<string, number>>) => {
    const because = { say: "Why.", sources: [] };
    const traits = Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, { weight, because }]));
    const neighbours = first === undefined ? [] : [{ ...first, traits }];
    return advise({ ...pack, neighbours }, answers).neighbours.map(({ id }) => id);
  };
  const most = Object.fromEntries(strong.map((trait) => [trait, 5]));
  expect(faint.length).toBeGreaterThan(0);
  for (const trait of faint) {
    expect(named({ ...most, [trait]: 1 })).toEqual([first?.id]);
    expect(named({ ...Object.fromEntries(strong.map((one) => [one, 25])), [trait]: 5 })).toEqual([]);
  }
});
