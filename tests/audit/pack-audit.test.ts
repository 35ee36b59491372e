import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextQuestion } from "../../src/advice/next-question.ts";
import { compileScorecard } from "../../src/advice/scorecard.ts";
import { audit } from "../../src/audit/pack-audit.ts";
import { measureNeighbours, measureReliability } from "../../src/audit/sampled-people.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { pickedIn, randomAnswer } from "../../src/pack/pick.ts";
import {
  assignments,
  at,
  completions,
  flipSize,
  neighbours,
  points,
  pointsOf,
  possibleAnswers,
  questionsWith,
  soleLeader,
} from "../advice/brute-force.ts";
import { cases as anyCases, type Sizes } from "../advice/packs.ts";

/** Without neighbours, which have a test of their own: to measure them takes longest. */
function cases(sizes: Sizes = {}) {
  return anyCases(sizes).map(({ pack, answers }) => ({ pack: { ...pack, neighbours: [] }, answers }));
}

/** Every way to answer every scored question. */
function everyWay(pack: Pack) {
  const scored = questionsWith(pack, "drawn").map((question) => ({
    id: question.id,
    values: possibleAnswers(question),
  }));
  return [...assignments(scored, {})];
}

const packs = (roles: number) => cases({ roles: fc.constant(roles), mostQuestions: 4 });

describe.each([2, 3])("an audit of any small pack with %i roles", (roles) => {
  test("counts who leads as full enumeration does", () => {
    fc.assert(
      fc.property(packs(roles), ({ pack }) => {
        const { combinations, leads, shared } = completions(pack, {});
        const counted = audit(pack).combinations;
        expect(counted).toMatchObject({ combinations, shared, exact: true });
        expect(Object.values(counted.leads)).toEqual(leads);
      }),
      { numRuns: 60 },
    );
  });

  test("tells for every two roles how often each is ahead", () => {
    fc.assert(
      fc.property(packs(roles), ({ pack }) => {
        const all = everyWay(pack).map((answers) => points(pack, answers));
        const { pairs } = audit(pack);
        expect(pairs).toHaveLength((roles * (roles - 1)) / 2);
        for (const pair of pairs) {
          const [a, b] = pair.roles.map((id) => pack.roles.findIndex((role) => role.id === id)) as [number, number];
          const part = (holds: (total: readonly number[]) => boolean) => all.filter(holds).length / all.length;
          expect(Object.values(pair.ahead)).toEqual([
            expect.closeTo(
              part((total) => at(total, a) > at(total, b)),
              5,
            ),
            expect.closeTo(
              part((total) => at(total, b) > at(total, a)),
              5,
            ),
          ]);
          expect(pair.level).toBeCloseTo(
            part((total) => at(total, a) === at(total, b)),
            5,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test("gives each question its share of the variance of all ways, its swing, and its lean", () => {
    fc.assert(
      fc.property(packs(roles), ({ pack }) => {
        const all = everyWay(pack).map((answers) => points(pack, answers));
        for (const { roles: pair, influence } of audit(pack).pairs) {
          const [a, b] = pair.map((id) => pack.roles.findIndex((role) => role.id === id)) as [number, number];
          const whole = variance(all.map((total) => at(total, a) - at(total, b)));
          const expected = questionsWith(pack, "drawn").map((question) => {
            const differences = possibleAnswers(question).map((picked) => {
              const had = pointsOf(pack, question, picked, "drawn");
              return at(had, a) - at(had, b);
            });
            return {
              question: question.id,
              share: expect.closeTo(whole === 0 ? 0 : variance(differences) / whole, 5),
              swing: Math.max(...differences) - Math.min(...differences),
              lean: expect.closeTo(differences.reduce((sum, n) => sum + n, 0) / differences.length, 5),
            };
          });
          expect(influence).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test("each trait has its share of all evidence, and the number of questions that show it", () => {
  fc.assert(
    fc.property(cases(), ({ pack }) => {
      const shown = pack.questions.map(({ options }) => options.map(({ drawn }) => drawn));
      const evidence = (id: string) => shown.flat().reduce((sum, drawn) => sum + (drawn[id] ?? 0), 0);
      const all = pack.traits.reduce((sum, { id }) => sum + evidence(id), 0);
      expect(audit(pack).traits).toEqual(
        pack.traits.map(({ id }) => ({
          trait: id,
          share: expect.closeTo(all === 0 ? 0 : evidence(id) / all, 5),
          questions: shown.filter((options) => options.some((drawn) => (drawn[id] ?? 0) > 0)).length,
        })),
      );
    }),
    { numRuns: 50 },
  );
});

test("neighbours are named about as often as over all ways to answer, and not measured where there are none", () => {
  fc.assert(
    fc.property(anyCases({ mostQuestions: 5 }), ({ pack }) => {
      const figures = measureNeighbours(compileScorecard(pack));
      if (pack.neighbours.length === 0) {
        expect(figures).toBeNull();
        return;
      }
      const named = everyWay(pack).map((answers) => neighbours(pack, answers));
      const share = (of: (ids: readonly string[]) => boolean) => named.filter(of).length / named.length;
      expect(figures?.random).toBeCloseTo(
        share(({ length }) => length > 0),
        1,
      );
      for (const { id } of pack.neighbours) {
        expect(Math.abs((figures?.neighbours[id]?.random ?? 9) - share((ids) => ids.includes(id)))).toBeLessThan(0.06);
      }
    }),
    { numRuns: 25 },
  );
});

test("how many answers end a lead is sampled, facts kept as they are, and comes near the parts of all ways", () => {
  fc.assert(
    fc.property(cases({ mostQuestions: 3 }), ({ pack }) => {
      const { one, two, more, shared, method } = audit(pack).flips;
      expect(method).toMatchObject({ exact: false, samples: 5000, seed: 1 });
      const expected = shareFlips(pack);
      [one, two, more, shared].forEach((share, i) => {
        expect(Math.abs(share - at(expected, i))).toBeLessThan(0.04);
      });
      expect(one + two + more + shared).toBeCloseTo(1, 5);
    }),
    { numRuns: 30 },
  );
});

/** One, two, more or none, and no sole leader: parts of all ways to answer. */
function shareFlips(pack: Pack): number[] {
  const counts = [0, 0, 0, 0];
  const ways = everyWay(pack);
  for (const answers of ways) {
    const size = flipSize(pack, answers);
    const sort = soleLeader(points(pack, answers)) === null ? 3 : size === 1 ? 0 : size === 2 ? 1 : 2;
    counts[sort] = at(counts, sort) + 1;
  }
  return counts.map((n) => n / ways.length);
}

describe("who is told the right role", () => {
  test("equals the sum over all ways to answer, each weighed as the model says", () => {
    fc.assert(
      fc.property(cases({ roles: fc.constant(2), mostQuestions: 3 }), ({ pack }) => {
        const scored = questionsWith(pack, "drawn");
        const ways = everyWay(pack);
        const ids = pack.roles.map(({ id }) => id);
        for (const { steady, right, method } of measureReliability(compileScorecard(pack))) {
          expect(method).toEqual({ exact: true });
          ids.forEach((id, role) => {
            let told = 0;
            for (const answers of ways) {
              if (soleLeader(points(pack, answers)) !== role) continue;
              told += scored.reduce((part, question) => {
                const lead = (picked: readonly string[]) => {
                  const had = pointsOf(pack, question, picked, "drawn");
                  return at(had, role) - at(had, 1 - role);
                };
                const all = possibleAnswers(question);
                const most = Math.max(...all.map(lead));
                // Answers that are equally ideal have the same lead, so it does not matter which of them is meant.
                const alike = all.filter((picked) => lead(picked) === most).length;
                const isIdeal = lead(answers[question.id] ?? []) === most;
                return part * ((1 - steady) / all.length + (isIdeal ? steady / alike : 0));
              }, 1);
            }
            expect(right[id]).toBeCloseTo(told, 4);
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  test("starts where answers fall anyhow, and ends with everybody for whom an ideal answer leads", () => {
    fc.assert(
      fc.property(packs(2), ({ pack }) => {
        const { combinations, reliability } = audit(pack);
        const [first, last] = [reliability[0], reliability.at(-1)];
        expect([first?.steady, last?.steady]).toEqual([0, 1]);
        for (const { id } of pack.roles) {
          expect(first?.right[id]).toBeCloseTo((combinations.leads[id] ?? 0) / combinations.combinations, 4);
          expect([0, 1]).toContain(last?.right[id]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the questions that --quick asks", () => {
  test("are never more than are scored, and as many for an ideal respondent as asking shows", () => {
    fc.assert(
      fc.property(packs(3), ({ pack }) => {
        const { quick, questions } = audit(pack);
        expect(quick.mean).toBeLessThanOrEqual(questions.scored);
        for (const asked of Object.values(quick.ideal)) expect(asked).toBeLessThanOrEqual(questions.scored);
      }),
      { numRuns: 20 },
    );
  });

  test("are on average as many as over all ways to answer", () => {
    fc.assert(
      fc.property(cases({ roles: fc.constant(2), mostQuestions: 3 }), ({ pack }) => {
        const ways = everyWay(pack);
        const asked = ways.map((answers) => {
          const given: Record<string, readonly string[]> = {};
          let n = 0;
          for (let next = nextQuestion(pack, given); next !== null; next = nextQuestion(pack, given)) {
            given[next] = answers[next] ?? [];
            n++;
          }
          return n;
        });
        const mean = asked.reduce((sum, n) => sum + n, 0) / ways.length;
        const { quick } = audit(pack);
        expect(Math.abs(quick.mean - mean)).toBeLessThan(5 * quick.standardError + 0.02);
      }),
      { numRuns: 30 },
    );
  });
});

test("drawn answers come to each answer about equally often, also where any may be picked", () => {
  const question = { pick: "any", most: 2, options: ["a", "b", "c"].map((id) => ({ id })) } as const;
  let state = 1;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const counts = new Map<string, number>();
  for (let i = 0; i < 7000; i++) {
    const key = pickedIn(question, randomAnswer(question, random))?.join() ?? "open";
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(["", "a", "a,b", "a,c", "b", "b,c", "c"]);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

function variance(numbers: readonly number[]): number {
  const mean = numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  return numbers.reduce((sum, n) => sum + (n - mean) ** 2, 0) / numbers.length;
}
