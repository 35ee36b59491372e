import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureRobustness, rivalShare } from "../../src/advice/robustness.ts";
import { at, exactShareBelowZero, points, pointsOf, sampledShare, shareBelowZero, soleLeader } from "./brute-force.ts";
import { cases } from "./packs.ts";

const contribution = fc.integer({ min: -12, max: 12 });

describe("the rival's share of the ways to weigh the questions", () => {
  test.each([
    [[2, -1], 1 / 3],
    [[3, -1, -1], 7 / 16],
    [[5, -4, 0, -1, 3], 491 / 1512],
    [[0, 0, 4], 0],
    [[-1, 0], 1],
  ])("of contributions %j is %f", (contributions, share) => {
    expect(rivalShare(contributions)).toBeCloseTo(share, 14);
  });

  test("is the exact fraction where no two contributions are equal", () => {
    const distinct = fc.uniqueArray(contribution, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(distinct, (contributions) => {
        fc.pre(contributions.some((c) => c !== 0));
        const [numerator, denominator] = exactShareBelowZero(contributions);
        expect(rivalShare(contributions)).toBeCloseTo(Number(numerator) / Number(denominator), 12);
      }),
    );
  });

  test("is what integrating over all weights gives, equal contributions included", () => {
    fc.assert(
      fc.property(fc.array(contribution, { minLength: 2, maxLength: 20 }), (contributions) => {
        fc.pre(contributions.some((c) => c !== 0));
        expect(rivalShare(contributions)).toBeCloseTo(shareBelowZero(contributions), 6);
      }),
      { numRuns: 60 },
    );
  });

  test("stays a share for a long interview", () => {
    const many = Array.from({ length: 396 }, (_, i) => (i % 9) - 4);
    expect(rivalShare(many)).toBeCloseTo(0.5, 1);
    expect(rivalShare(many) + rivalShare(many.map((c) => -c))).toBeCloseTo(1, 10);
  });
});

test("two roles: the leader's share is exact", () => {
  check(2, ({ share, exact }, contributions) => {
    expect(exact).toBe(true);
    expect(share).toBeCloseTo(1 - shareBelowZero(contributions[0] ?? []), 3);
  });
});

test("a share that is almost all, or almost nothing, is not called all or nothing", () => {
  // One small contribution against many: the rival has far less than a hundredth of a percent of the weights.
  const almost = measureRobustness([[...Array.from({ length: 5 }, () => 9), -1]]);
  expect(almost).toMatchObject({ share: 0.9999, exact: true });
  expect(measureRobustness([[...Array.from({ length: 30 }, () => 9), -1]])?.share).toBe(0.9999);
  expect(measureRobustness([[3, 2, 0]])).toMatchObject({ share: 1, radius: 1 });
  expect(measureRobustness([[30, ...Array.from({ length: 20 }, () => -1)]])?.share).toBeGreaterThan(0);
});

test.each([3, 4])("%i roles: the leader's share is sampled, says so, and is near the truth", (roles) => {
  check(roles, ({ share, exact, samples, seed, standardError }, contributions) => {
    const sampling = { exact: false, samples: expect.any(Number), seed: expect.any(Number) };
    expect({ exact, samples, seed }).toEqual(sampling);
    const other = sampledShare(contributions, 5000);
    const deviation = Math.hypot(standardError ?? Number.NaN, Math.sqrt((other * (1 - other)) / 5000));
    expect(Math.abs(share - other)).toBeLessThan(6 * deviation + 0.002);
    expect(standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / (samples ?? Number.NaN)), 4);
  });
});

describe.each([2, 3, 4])("the radius, with %i roles", (roles) => {
  test("is a distance within which no change of the weights ends the lead, and just beyond which some does", () => {
    check(roles, ({ radius }, contributions) => {
      const leads = (weights: readonly number[]) => contributions.every((c) => dot(c, weights) > 0);
      const corners = (size: number) => contributions.map((c) => c.map((x) => 1 - Math.sign(x) * size));
      const inside = corners(radius * 0.9999);
      expect(inside.every(leads)).toBe(true);
      // Any mixture of corners is inside as well.
      expect(leads(inside.reduce((a, b) => a.map((x, q) => (x + at(b, q)) / 2)))).toBe(true);
      expect(corners(radius + 0.0002).every(leads)).toBe(false);
    });
  });

  test("is never stated larger than it is", () => {
    check(roles, ({ radius }, contributions) => {
      const shares = contributions.map(
        (c) =>
          dot(
            c,
            c.map(() => 1),
          ) / dot(c, c.map(Math.sign)),
      );
      expect(radius).toBeLessThanOrEqual(Math.min(...shares));
      expect(radius).toBeGreaterThan(Math.min(...shares) - 0.0001);
    });
  });
});

test("robustness is null where the lead is shared", () => {
  expect(
    measureRobustness([
      [2, -2],
      [3, 1],
    ]),
  ).toBeNull();
  expect(measureRobustness([[]])).toBeNull();
});

/** Where one role leads: what is measured, and the contributions of the answered questions against each rival. */
function check(
  roles: number,
  property: (measured: NonNullable<ReturnType<typeof measureRobustness>>, contributions: number[][]) => void,
): void {
  fc.assert(
    fc.property(cases({ roles: fc.constant(roles), openOneIn: 8, mostQuestions: 6 }), ({ pack, answers }) => {
      const leader = soleLeader(points(pack, answers));
      fc.pre(leader !== null);
      const given = pack.questions.flatMap((q) => {
        const picked = answers[q.id];
        return picked === undefined ? [] : [pointsOf(pack, q, picked, "drawn")];
      });
      const rivals = [...pack.roles.keys()].filter((role) => role !== leader);
      const contributions = rivals.map((rival) => given.map((p) => at(p, leader) - at(p, rival)));
      const measured = measureRobustness(contributions);
      if (measured === null) throw new Error("nothing is measured, though a role leads");
      property(measured, contributions);
    }),
    { numRuns: roles === 2 ? 200 : 15 },
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * at(b, i), 0);
}
