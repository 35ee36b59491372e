import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import { advise } from "../../src/advice/advise.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack, Question } from "../../src/pack/pack.ts";
import {
  at,
  completions,
  flipSize,
  holds,
  isCertain,
  leaders,
  points,
  pointsOf,
  possibleAnswers,
  possiblePoints,
  questionsWith,
  ranking,
  smallestFlip,
  tension,
  verdict,
} from "./brute-force.ts";
import { type Case, cases } from "./packs.ts";

describe("the advice", () => {
  test("recommends as the contract says, and names the runner-up and the margin", () => {
    check(({ pack, answers }, { recommendation, roles, questions }) => {
      const totals = points(pack, answers);
      const [first, second] = ranking(totals) as [number, number];
      const lead = leaders(totals).map((n) => pack.roles[n]?.id);
      expect(recommendation).toMatchObject({
        role: lead.length > 1 ? null : lead[0],
        runnerUp: pack.roles[second]?.id,
        verdict: verdict(pack, answers),
        margin: at(totals, first) - at(totals, second),
        certain: isCertain(pack, answers),
      });
      expect(recommendation.leaders).toEqual(lead.length > 1 ? lead : undefined);
      expect(roles.map(({ points }) => points)).toEqual(totals);
      expect(roles.map(({ able }) => able.points)).toEqual(points(pack, answers, "able"));
      expect(roles.map(({ possible }) => possible)).toEqual(possiblePoints(pack, answers, "drawn"));
      expect(roles.map(({ able }) => able.possible)).toEqual(possiblePoints(pack, answers, "able"));
      if (questions.answered === 0) expect(recommendation.summary).toContain("no question that counts is answered");
      else for (const n of leaders(totals)) expect(recommendation.summary).toContain(pack.roles[n]?.short);
      const open = questionsWith(pack, "drawn").filter(({ id }) => answers[id] === undefined);
      expect(questions.open).toEqual(open.map(({ id }) => id));
      expect(questions.answered + questions.open.length).toBe(questions.scored);
    });
  });

  test("has the smallest flip, who then has most points beside the leader, and the count of completions", () => {
    check(({ pack, answers }, advice) => {
      expect(advice.flip?.answers ?? null).toBe(flipSize(pack, answers));
      expect(advice.flip?.changes.length).toBe(advice.flip?.answers);
      if (advice.flip !== null) {
        const changed = Object.fromEntries(advice.flip.changes.map(({ question, to }) => [question, to]));
        const after = points(pack, { ...answers, ...changed });
        const others = ranking(after).filter((role) => pack.roles[role]?.id !== advice.recommendation.role);
        const most = others.filter((role) => at(after, role) === at(after, others[0] ?? -1));
        const { to: rival = -1 } = smallestFlip(pack, answers) ?? {};
        expect(advice.flip.to).toBe(pack.roles[most.includes(rival) ? rival : (most[0] ?? -1)]?.id);
      }
      const { combinations, leads, shared } = completions(pack, answers);
      const byRole = Object.fromEntries(pack.roles.map(({ id }, n) => [id, at(leads, n)]));
      expect(advice.completions).toEqual({ combinations, leads: byRole, shared, exact: true });
    });
  });

  test("says the tension where what draws a person and what they are able in point apart, both firmly", () => {
    check((given, advice) => {
      const found = tension(given.pack, given.answers);
      const [drawn, able] = [found?.drawn, found?.able].map((n) => given.pack.roles[n ?? -1]?.id);
      expect(advice.tension).toEqual(found && { ...given.pack.tension, drawn, able });
    }, 400);
  });

  test("shows the leader's notes that hold, then the pack's; in an open call those of both, in a tie of all who share the lead", () => {
    check(({ pack, answers }, { recommendation, notes }) => {
      const both = isOpenCall(recommendation) ? contenders(pack, answers, recommendation) : [];
      const lead = recommendation.leaders ?? [recommendation.role, ...both];
      const candidates = [
        ...pack.roles
          .filter(({ id }) => lead.includes(id))
          .sort((a, b) => Number(b.id === recommendation.role) - Number(a.id === recommendation.role))
          .flatMap((role) => role.notes),
        ...pack.notes,
      ];
      expect(notes).toEqual(
        candidates.filter((note) => holds(note, answers)).map(({ when: _, unless: __, inShort: ___, ...note }) => note),
      );
    });
  });

  test("has kind, path and counterpart of the leader, and of nobody in a tie", () => {
    check(({ pack }, { recommendation, kind, path, counterpart }) => {
      const leader = pack.roles.find(({ id }) => id === recommendation.role);
      expect(kind !== null).toBe((leader?.kinds.length ?? 0) > 0);
      expect(path?.stages.map(({ id }) => id)).toEqual(leader?.path.map(({ id }) => id));
      const others = pack.roles.map(({ id }) => id).filter((id) => leader?.counterpart[id]);
      expect(counterpart).toEqual(others.map((role) => ({ role, ...leader?.counterpart[role] })));
    });
  });

  test("shows both paths while the call is undecided, and neither when it is not", () => {
    check(({ pack, answers }, { recommendation, paths }) => {
      const both = contenders(pack, answers, recommendation);
      expect(paths.map(({ role }) => role)).toEqual(isOpenCall(recommendation) ? both : []);
    });
  });

  test("names up to three questions that would decide an open call: open ones that can end the lead by their pull, then answers that may change", () => {
    check(({ pack, answers }, { recommendation, deciding }) => {
      const [first, second] = contenders(pack, answers, recommendation).map((role) =>
        pack.roles.findIndex(({ id }) => id === role),
      ) as [number, number];
      const ahead = (question: Question, picked: readonly string[]) => {
        const given = pointsOf(pack, question, picked, "drawn");
        return at(given, first) - at(given, second);
      };
      const strongest = pack.questions.map((question) => {
        const leads = possibleAnswers(question).map((picked) => ahead(question, picked));
        const picked = answers[question.id];
        const most = picked === undefined ? Math.max(...leads) : question.mutable ? ahead(question, picked) : -Infinity;
        return { id: question.id, isOpen: picked === undefined, pull: most - Math.min(...leads) };
      });
      const worthAsking = strongest
        .filter(({ pull, isOpen }) => pull > 0 && !(isOpen && isCertain(pack, answers)))
        .sort((a, b) => Number(b.isOpen) - Number(a.isOpen) || b.pull - a.pull)
        .map(({ id }) => id);
      expect(deciding).toEqual(isOpenCall(recommendation) ? worthAsking.slice(0, 3) : []);
    }, 200);
  });

  test("lists exactly the sources that its parts name", () => {
    check(({ pack }, { sources, ...parts }) => {
      const named = new Set(citedIn(parts));
      expect(Object.keys(sources).toSorted()).toEqual([...named].toSorted());
      for (const [id, source] of Object.entries(sources)) expect(source).toEqual(pack.sources[id]);
    });
  });

  test("replays from its own record, byte by byte, and does not depend on the order in which answers are given", () => {
    const order = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(cases(), order, ({ pack, answers }, random) => {
        const shuffle = <T>(list: readonly T[]): T[] => {
          const keyed = list.map((item) => [random.next().value, item] as const);
          return keyed.toSorted(([a], [b]) => a - b).map(([, item]) => item);
        };
        const shuffled = Object.fromEntries(
          shuffle(Object.entries(answers)).map(([id, picked]) => [id, shuffle(picked)]),
        );
        const text = JSON.stringify(advise(pack, answers));
        expect(JSON.stringify(advise(pack, shuffled))).toBe(text);
        const record: Advice = JSON.parse(text);
        const replayed = Object.fromEntries(Object.entries(record.answers).map(([id, given]) => [id, [given].flat()]));
        expect(JSON.stringify(advise(pack, replayed))).toBe(text);
      }),
    );
  });

  test("shows the answer to a question that takes one as its id, others as lists, all in pack order", () => {
    check(({ pack, answers }, record) => {
      const answered = pack.questions.filter(({ id }) => answers[id]);
      const written = answered.map(({ id, pick }) => [id, pick === "one" ? answers[id]?.[0] : answers[id]] as const);
      expect(Object.entries(record.answers)).toEqual(written);
    }, 50);
  });

  test("does not depend on the order in which the evidence of an option is written", () => {
    check(({ pack, answers }, advice) => {
      const backwards = (map: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(map).reverse());
      const rewritten: Pack = {
        ...pack,
        questions: pack.questions.map((question) => ({
          ...question,
          options: question.options.map((option) => ({
            ...option,
            drawn: backwards(option.drawn),
            able: backwards(option.able),
          })),
        })),
      };
      expect(JSON.stringify(advise(rewritten, answers))).toBe(JSON.stringify(advice));
    });
  });

  test("does not change what it is given", () => {
    check(({ pack, answers }) => {
      const before = JSON.stringify({ pack, answers });
      advise(pack, answers);
      expect(JSON.stringify({ pack, answers })).toBe(before);
    }, 30);
  });
});

describe("the advice on the built-in pack", () => {
  const given = [...builtIn.examples, ...builtIn.tests].map(
    ({ name, answers }) => [name, advise(builtIn, answers)] as const,
  );

  test.each(given)("never speaks of probability, confidence or a chance: %s", (_, advice) => {
    expect(
      textsIn(advice).filter((text) => /probab|confiden|likel|chance|certainty|\d ?% (sure|certain)/i.test(text)),
    ).toEqual([]);
  });

  test.each(given)("survives JSON as it is, with no undefined in it: %s", (_, advice) => {
    expect(JSON.parse(JSON.stringify(advice))).toStrictEqual(structuredClone(advice));
  });
});

function check(property: (given: Case, advice: Advice) => void, runs = 60): void {
  const nearlyComplete = cases({ openOneIn: 10, mostQuestions: 5 });
  const given = fc.oneof(cases(), nearlyComplete, cases({ roles: fc.constant(2), mostQuestions: 5, openOneIn: 8 }));
  fc.assert(
    fc.property(given, (one) => {
      property(one, advise(one.pack, one.answers));
    }),
    { numRuns: runs },
  );
}

/** The leader, and whom an open call is between: in a close one the role that a single answer lets catch up. */
function contenders(pack: Pack, answers: Case["answers"], { verdict: word }: Advice["recommendation"]): string[] {
  const [first, second] = ranking(points(pack, answers)) as [number, number];
  const rival = word === "close" ? (smallestFlip(pack, answers)?.to ?? second) : second;
  return [first, rival].map((n) => pack.roles[n]?.id ?? "");
}

function isOpenCall({ verdict: word }: Advice["recommendation"]): boolean {
  return ["tie", "early", "close"].includes(word);
}

/** Every id in any list called `sources`, wherever it stands. */
function citedIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "sources" ? inner : citedIn(inner)));
}

/** All keys and all texts. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}
