import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tallyExactly, tallySamples } from "../../src/advice/tally.ts";
import type { Outcome } from "../../src/pack/pick.ts";

const outcome: fc.Arbitrary<Outcome> = fc.record({
  points: fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)),
  weight: fc.integer({ min: 1, max: 5 }),
});
const choices = fc.array(fc.array(outcome, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
const start = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5));

/** Every combination by itself, as often as it weighs. */
function enumerate(all: readonly (readonly Outcome[])[], points: readonly number[], weight = 1): [number[], number] {
  const [first, ...others] = all;
  if (first === undefined) {
    const most = Math.max(...points);
    const leaders = points.filter((had) => had === most).length;
    return [points.map((had) => (had === most && leaders === 1 ? weight : 0)), leaders > 1 ? weight : 0];
  }
  const parts = first.map((one) =>
    enumerate(
      others,
      points.map((had, role) => had + (one.points[role] ?? 0)),
      weight * one.weight,
    ),
  );
  return [
    points.map((_, role) => parts.reduce((n, [leads]) => n + (leads[role] ?? 0), 0)),
    parts.reduce((n, [, s]) => n + s, 0),
  ];
}

describe("a tally", () => {
  test("weighs each outcome, whether it convolves them or goes through them one by one", () => {
    fc.assert(
      fc.property(choices, start, fc.boolean(), (all, from, isFar) => {
        // Far apart, the differences of points do not fit a grid, and few combinations are gone through instead.
        const scale = isFar ? 1000 : 1;
        const scaled = all.map((outcomes) =>
          outcomes.map(({ points, weight }) => ({ points: points.map((n) => n * scale), weight })),
        );
        const [leads, shared] = enumerate(all, from);
        expect(
          tallyExactly(
            scaled,
            from.map((n) => n * scale),
          ),
        ).toEqual({ leads, shared });
      }),
      { numRuns: 300 },
    );
  });

  test("is left to samples where neither the grid nor the combinations are few", () => {
    const far = (count: number, options: number) =>
      Array.from({ length: count }, (_, i) =>
        Array.from({ length: options }, (_, o) => ({ points: [0, 997 * o * (i + 1), 1009 * o, 0], weight: 1 })),
      );
    const none = [0, 0, 0, 0];
    expect(tallyExactly(far(16, 2), none)).not.toBeNull();
    expect(tallyExactly(far(17, 2), none)).toBeNull();
    // One axis of up to two million cells is counted, however many combinations there are.
    const line = (most: number) => [
      ...Array.from({ length: 20 }, () => near),
      [near[0], { points: [0, most], weight: 1 }],
    ];
    const near: [Outcome, Outcome] = [
      { points: [0, 0], weight: 1 },
      { points: [0, 1], weight: 1 },
    ];
    const counted = (most: number) => tallyExactly(line(most) as Outcome[][], [0, 0]);
    expect(counted(2 ** 21 - 21)).not.toBeNull();
    expect(counted(2 ** 21 - 20)).toBeNull();
  });

  test("draws outcomes by their weight", () => {
    const heavy = [
      [
        { points: [1, 0], weight: 9 },
        { points: [0, 1], weight: 1 },
      ],
    ];
    const { leads, shared } = tallySamples(heavy, [0, 0], 10_000, 1);
    expect(shared).toBe(0);
    expect(Math.abs((leads[0] ?? 0) / 10_000 - 0.9)).toBeLessThan(0.015);
    expect((leads[0] ?? 0) + (leads[1] ?? 0)).toBe(10_000);
  });
});
