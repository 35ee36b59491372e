import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextQuestion } from "../../src/advice/next-question.ts";
import type { Answers } from "../../src/advice/scorecard.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack, Question } from "../../src/pack/pack.ts";
import { leaders, points, pointsOf, possibleAnswers, questionsWith } from "./brute-force.ts";
import { arbitraryAnswers, cases } from "./packs.ts";

/** Packs with two topics, what somebody would answer, and what that person would skip. */
const interviews = cases({ mostQuestions: 5, openOneIn: 4 }).chain(({ pack, answers }) =>
  fc.nat(pack.questions.length).map((cut) => {
    const ids = pack.questions.map(({ id }) => id);
    const topics = [ids.slice(0, cut), ids.slice(cut)].filter(({ length }) => length > 0);
    return { pack: { ...pack, topics: topics.map((questions, i) => ({ title: `${i}`, questions })) }, answers };
  }),
);

/** Asks in the order to be tested; every step with what was known before it. */
function quickly(pack: Pack, respondent: Answers) {
  const steps: { id: string; before: Answers; skipped: readonly string[] }[] = [];
  let before: Answers = {};
  let skipped: readonly string[] = [];
  for (;;) {
    const id = nextQuestion(pack, before, skipped);
    if (id === null) return { steps, answers: before };
    steps.push({ id, before, skipped });
    const answer = respondent[id];
    if (answer === undefined) skipped = [...skipped, id];
    else before = { ...before, [id]: answer };
  }
}

describe("asking no more than what decides", () => {
  it("always recommends what the full interview would", () => {
    fc.assert(
      fc.property(interviews, ({ pack, answers }) => {
        const { answers: asked } = quickly(pack, answers);
        expect(leaders(points(pack, asked))).toEqual(leaders(points(pack, answers)));
      }),
      { numRuns: 1000 },
    );
  });

  it("does so on the built-in pack", () => {
    fc.assert(
      fc.property(arbitraryAnswers(builtIn.questions, 12), (answers) => {
        const { answers: asked } = quickly(builtIn, answers);
        expect(leaders(points(builtIn, asked))).toEqual(leaders(points(builtIn, answers)));
      }),
      { numRuns: 500 },
    );
  });

  it("asks only while an answer that is still to come could end the lead", () => {
    fc.assert(
      fc.property(interviews, ({ pack, answers }) => {
        for (const { before, skipped } of quickly(pack, answers).steps) {
          const now = leaders(points(pack, before));
          const left = questionsWith(pack, "drawn").filter(
            ({ id }) => before[id] === undefined && !skipped.includes(id),
          );
          const ends = completions(left).map((more) => leaders(points(pack, { ...before, ...more })));
          expect(now.length > 1 || ends.some((end) => end.length > 1 || end[0] !== now[0])).toBe(true);
        }
      }),
    );
  });

  it("keeps topics whole, and asks first what pulls leader and rival furthest apart", () => {
    fc.assert(
      fc.property(interviews, ({ pack, answers }) => {
        for (const { id, before, skipped } of quickly(pack, answers).steps) {
          const totals = points(pack, before);
          const [leader, rival] = totals.map((_, role) => role).sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0)) as [
            number,
            number,
          ];
          const left = questionsWith(pack, "drawn").filter(
            (one) => before[one.id] === undefined && !skipped.includes(one.id),
          );
          const topic = pack.topics.find(({ questions }) => left.some((one) => questions.includes(one.id)));
          const swings = left
            .filter((one) => topic?.questions.includes(one.id))
            .map((one) => ({ id: one.id, swing: swingOf(pack, one, leader, rival) }));
          const widest = Math.max(...swings.map(({ swing }) => swing));
          expect(swings.find(({ swing }) => swing === widest)?.id).toBe(id);
        }
      }),
    );
  });

  it("goes on after a question that was left open, until the others are asked or cannot end the lead", () => {
    const [first, second] = builtIn.questions.filter(({ topic }) => topic === builtIn.questions[0]?.topic);
    const asked = nextQuestion(builtIn, {}, []);
    const next = nextQuestion(builtIn, {}, asked === null ? [] : [asked]);
    expect([asked, next].toSorted()).toEqual([first?.id, second?.id].toSorted());
    const all = builtIn.questions.map(({ id }) => id);
    expect(nextQuestion(builtIn, {}, all)).toBeNull();
    // What is left open gains nobody anything: with all others left open, one answer decides.
    const lone = questionsWith(builtIn, "drawn").find(({ options }) => options.length > 1);
    const picked = lone?.options.find(({ drawn }) => Object.keys(drawn).length > 0);
    const answers = { [lone?.id ?? ""]: [picked?.id ?? ""] };
    expect(
      nextQuestion(
        builtIn,
        answers,
        all.filter((id) => id !== lone?.id),
      ),
    ).toBeNull();
  });

  it("asks nothing twice, and nothing that is not scored", () => {
    fc.assert(
      fc.property(interviews, ({ pack, answers }) => {
        const asked = quickly(pack, answers).steps.map(({ id }) => id);
        const scored = questionsWith(pack, "drawn").map(({ id }) => id);
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.filter((id) => !scored.includes(id))).toEqual([]);
      }),
    );
  });
});

/** All ways to answer some questions, or to leave them open. */
function completions(questions: readonly Question[]): Answers[] {
  return questions.reduce<Answers[]>(
    (ways, question) =>
      ways.flatMap((way) => [way, ...possibleAnswers(question).map((picked) => ({ ...way, [question.id]: picked }))]),
    [{}],
  );
}

function swingOf(pack: Pack, question: Question, one: number, other: number): number {
  const differences = possibleAnswers(question).map((picked) => {
    const each = pointsOf(pack, question, picked, "drawn");
    return (each[one] ?? 0) - (each[other] ?? 0);
  });
  return Math.max(...differences) - Math.min(...differences);
}
