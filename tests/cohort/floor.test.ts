import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hideFew, hideSmall } from "../../src/cohort/floor.ts";

const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 });
const least = 5;
const isFew = (n: number) => n > 0 && n < least;
const sum = (all: readonly number[]) => all.reduce((n, one) => n + one, 0);

describe("counts of a total that is seen", () => {
  test.each([
    ["nothing is hidden where nobody is few", [5, 7, 0], [5, 7, 0]],
    ["the next smallest goes with a small one", [2, 9, 7, 0], [null, 9, null, null]],
    ["two small ones that are enough together stay two", [3, 4, 9], [null, null, 9]],
    [
      "so is who has none, or five of five people would be 1 each",
      [1, 1, 1, 1, 1, 0, 9],
      [null, null, null, null, null, null, null],
    ],
    ["two small ones that are few together take another", [1, 2, 9, 6], [null, null, 9, null]],
    ["all are hidden where there is nothing to go with", [0, 3, 0], [null, null, null]],
  ])("%s", (_, given, seen) => {
    expect(hideSmall(given, least)).toEqual(seen);
  });

  test("never let a hidden count be worked out, nor a few people together", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const seen = hideSmall(given, least);
        const hidden = given.filter((_, i) => seen[i] === null);
        expect(seen.every((n) => n === null || !isFew(n))).toBe(true);
        expect(seen.every((n, i) => n === null || n === given[i])).toBe(true);
        if (sum(given) >= least && hidden.length > 0) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(sum(hidden)).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });
});

test.each([
  [0, 20, 0],
  [4, 20, null],
  [5, 20, 5],
  [17, 20, null],
  [20, 20, 20],
])("%i of %i people are seen as %s", (count, of, seen) => {
  expect(hideFew(count, of, least)).toBe(seen);
});
