import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reason } from "../../src/advice/advice.ts";
import { explain } from "../../src/advice/reasons.ts";
import { compileScorecard, numbersOf } from "../../src/advice/scorecard.ts";
import { at, points, questionsWith, ranking, traitShares } from "./brute-force.ts";
import { type Case, cases } from "./packs.ts";

describe("reasons", () => {
  test("sum to the margin over the runner-up", () => {
    check(({ reasons, totals, first, second }) => {
      const sum = reasons.reduce((n, { contribution }) => n + contribution, 0);
      expect(sum).toBe(at(totals, first) - at(totals, second));
    });
  });

  test("hold every answered scored question, the largest contribution first, then in pack order", () => {
    check(({ reasons, pack, answers }) => {
      const order = questionsWith(pack, "drawn")
        .map(({ id }) => id)
        .filter((id) => answers[id]);
      expect(reasons.map(({ question }) => question).toSorted()).toEqual(order.toSorted());
      for (const [i, later] of reasons.slice(1).entries()) {
        const [a, b] = [size(reasons[i]), size(later)];
        expect(a > b || (a === b && order.indexOf(reasons[i]?.question ?? "") < order.indexOf(later.question))).toBe(
          true,
        );
      }
    });
  });

  test("tell what was answered, and what the answer gives each role", () => {
    check(({ reasons, pack, answers, first, second }) => {
      for (const { question, answer, points: given, contribution } of reasons) {
        expect(answer).toEqual(answers[question]);
        const alone = points(pack, { [question]: answer });
        expect(given).toEqual(Object.fromEntries(pack.roles.map(({ id }, role) => [id, at(alone, role)])));
        expect(contribution).toBe(at(alone, first) - at(alone, second));
      }
    });
  });

  test("name the trait with the largest share, the first of those that are level, and say what the role that it favours has to do with it", () => {
    check(({ reasons, pack, first, second }) => {
      for (const { question: id, answer, contribution, trait, because, sources } of reasons) {
        if (contribution === 0) {
          expect({ trait, because, sources }).toEqual({ trait: null, because: null, sources: [] });
          continue;
        }
        const question = pack.questions.find((q) => q.id === id);
        const shares = question === undefined ? {} : traitShares(pack, question, answer, first, second);
        const sign = Math.sign(contribution);
        const most = Math.max(...Object.values(shares).map((share) => share * sign));
        expect(trait).toBe(Object.keys(shares).find((one) => (shares[one] ?? 0) * sign === most));
        const reason = pack.roles[contribution > 0 ? first : second]?.traits[trait ?? ""]?.because;
        expect({ say: because, sources }).toEqual(reason);
      }
    });
  });
});

interface Explained extends Case {
  readonly reasons: readonly Reason[];
  readonly totals: readonly number[];
  readonly first: number;
  readonly second: number;
}

/** Compares the leader with the runner-up, or the first two of those who share the lead. */
function check(property: (explained: Explained) => void): void {
  fc.assert(
    fc.property(cases(), ({ pack, answers }) => {
      const totals = points(pack, answers);
      const [first, second] = ranking(totals) as [number, number];
      const reasons = explain(compileScorecard(pack), numbersOf(pack, answers), first, second);
      property({ pack, answers, reasons, totals, first, second });
    }),
    { numRuns: 500 },
  );
}

function size(reason: Reason | undefined): number {
  return Math.abs(reason?.contribution ?? Number.NaN);
}
