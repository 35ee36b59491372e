import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contributionsOf, reasonsOf } from "../../src/advice/reasons.ts";
import { totalsOf } from "../../src/advice/totals.ts";
import { at, points, questionsWith, ranking, traitShares, weightOf } from "./brute-force.ts";
import { cases } from "./packs.ts";

test("what the answers add, and what the traits add, sum to the margin: one table, read by rows or by columns", () => {
  check(({ contributions, reasons, margin }) => {
    expect(total(contributions)).toBe(margin);
    expect(total(reasons)).toBe(margin);
    for (const { contribution, from } of reasons) expect(total(from)).toBe(contribution);
  });
});

describe("contributions", () => {
  test("hold every answered scored question, what was answered, and what that gives each role", () => {
    check(({ contributions, pack, answers, first, second }) => {
      const answered = questionsWith(pack, "drawn").filter(({ id }) => answers[id]);
      expect(contributions.map(({ question }) => question)).toEqual(inOrder(contributions, answered, "question"));
      for (const { question, answer, points: given, contribution } of contributions) {
        const alone = points(pack, { [question]: answer });
        expect(answer).toEqual(answers[question]);
        expect(given).toEqual(Object.fromEntries(pack.roles.map(({ id }, role) => [id, at(alone, role)])));
        expect(contribution).toBe(at(alone, first) - at(alone, second));
      }
    });
  });
});

describe("reasons", () => {
  test("are the traits that add something, each with the answers that show it and the sentence of the role it favours", () => {
    check(({ reasons, pack, answers, first, second }) => {
      const expected = pack.traits.flatMap(({ id }) => {
        const difference = weightOf(pack, first, id) - weightOf(pack, second, id);
        const from = pack.questions.flatMap((question) => {
          const answer = answers[question.id] ?? [];
          const contribution = traitShares(pack, question, answer, first, second)[id] ?? 0;
          return contribution === 0 ? [] : [{ question: question.id, answer, contribution }];
        });
        if (from.length === 0) return [];
        const { say: because, sources } = pack.roles[difference > 0 ? first : second]?.traits[id]?.because ?? {};
        return [{ trait: id, contribution: total(from), from, because, sources }];
      });
      expect(reasons.map(({ trait }) => trait)).toEqual(
        inOrder(
          expected,
          pack.traits.filter(({ id }) => expected.some(({ trait }) => trait === id)),
          "trait",
        ),
      );
      for (const reason of reasons) {
        const same = expected.find(({ trait }) => trait === reason.trait);
        expect({ ...reason, from: new Set(reason.from) }).toEqual({ ...same, from: new Set(same?.from) });
        expect(reason.from.map(({ question }) => question)).toEqual(
          inOrder(
            reason.from,
            pack.questions.filter(({ id }) => reason.from.some(({ question }) => question === id)),
            "question",
          ),
        );
      }
    });
  });
});

function total(parts: readonly { readonly contribution: number }[]): number {
  return parts.reduce((sum, { contribution }) => sum + contribution, 0);
}

/** Largest absolute contribution first, then in pack order. */
function inOrder<Key extends string>(
  parts: readonly ({ readonly contribution: number } & Readonly<Record<Key, string>>)[],
  all: readonly { readonly id: string }[],
  key: Key,
): string[] {
  const size = (id: string) => Math.abs(parts.find((part) => part[key] === id)?.contribution ?? Number.NaN);
  return all.map(({ id }) => id).toSorted((a, b) => size(b) - size(a));
}

/** Compares the leader with the runner-up, or the first two of those who share the lead. */
function check(property: (explained: ReturnType<typeof explain>) => void): void {
  fc.assert(
    fc.property(cases({ mostQuestions: 6 }), ({ pack, answers }) => property(explain(pack, answers))),
    { numRuns: 300 },
  );
}

function explain(pack: Parameters<typeof points>[0], answers: Parameters<typeof points>[1]) {
  const byRole = points(pack, answers);
  const [first = 0, second = 0] = ranking(byRole);
  const totals = totalsOf(pack, answers);
  const margin = at(byRole, first) - at(byRole, second);
  const contributions = contributionsOf(totals, first, second);
  return { pack, answers, first, second, margin, contributions, reasons: reasonsOf(totals, first, second) };
}
