import fc from "fast-check";
import { expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { neighbours } from "./brute-force.ts";
import { cases } from "./packs.ts";

const many = cases({ mostQuestions: 6, openOneIn: 8 });

test("neighbours are named where a tenth more of their points is there than of the leader's, and nothing of them is faint", () => {
  fc.assert(
    fc.property(many, ({ pack, answers }) => {
      const named = advise(pack, answers).neighbours;
      expect(named.map(({ id }) => id)).toEqual(neighbours(pack, answers));
      for (const { id, say } of named) expect(say).toBe(pack.neighbours.find((one) => one.id === id)?.look.say);
    }),
    { numRuns: 400 },
  );
});

test("neighbours change neither leader, verdict nor flip", () => {
  fc.assert(
    fc.property(many, ({ pack, answers }) => {
      const [withThem, without] = [pack, { ...pack, neighbours: [] }].map((one) => {
        const { neighbours: _, sources: __, ...rest } = advise(one, answers);
        return rest;
      });
      expect(withThem).toEqual(without);
    }),
    { numRuns: 100 },
  );
});
