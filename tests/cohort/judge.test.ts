import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import { advise } from "../../src/advice/advise.ts";
import { smallestFlip } from "../../src/advice/flip.ts";
import { scoreRoles } from "../../src/advice/score.ts";
import { type Answers, compileScorecard } from "../../src/advice/scorecard.ts";
import { isCertain, judge as verdictOf } from "../../src/advice/verdict.ts";
import { compileJudge } from "../../src/cohort/judge.ts";
import { answersFrom, numberOf } from "../../src/cohort/number.ts";
import { compileWay } from "../../src/cohort/way.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { cases } from "../advice/packs.ts";
import { respondents } from "./rows.ts";

function inNumbers(pack: Pack, answers: Answers): Int32Array {
  return Int32Array.from(pack.questions, (question) => {
    const picked = answers[question.id];
    return picked === undefined ? 0 : numberOf(question, picked);
  });
}

/** All that the tables say of one respondent, in the words of an advice. */
function judgeIn(pack: Pack) {
  const judge = compileJudge(pack);
  const wayOf = compileWay(pack);
  return (answers: Answers) => {
    const numbers = inNumbers(pack, answers);
    const judged = judge(numbers);
    const found = {
      role: judged.isShared ? null : pack.roles[judged.leader]?.id,
      verdict: judged.verdict,
      margin: judged.margin,
      certain: judged.isCertain,
      flip: judged.flip < 0 ? null : judged.flip,
      points: [...judged.points],
      answered: judged.answered,
    };
    if (judged.isShared) return { ...found, kind: null, here: null, grow: null, able: null };
    const leader = pack.roles[judged.leader];
    const { kind, here, grow, able } = wayOf(numbers, judged);
    return {
      ...found,
      kind: leader?.kinds[kind]?.id ?? null,
      here: leader?.path[here]?.id ?? null,
      grow: [...grow].filter((trait) => trait >= 0).map((trait) => pack.traits[trait]?.id),
      able: pack.roles[able]?.id ?? null,
    };
  };
}

function told({ recommendation, flip, roles, questions, kind, path, tension }: Advice) {
  const { role, verdict, margin, certain } = recommendation;
  return {
    role,
    verdict,
    margin,
    certain,
    flip: flip?.answers ?? null,
    points: roles.map(({ points }) => points),
    answered: questions.answered,
    kind: kind?.id ?? null,
    here: path?.here ?? null,
    grow: path?.grow.map(({ trait }) => trait) ?? null,
    able: tension?.able ?? null,
  };
}

describe("the tables say what advise says", () => {
  test("of 10,000 respondents of the built-in pack", () => {
    const judge = judgeIn(builtIn);
    for (const answers of respondents(builtIn, 10_000)) {
      const [judged, expected] = [judge(answers), told(advise(builtIn, answers))];
      // Comparing texts first: 10,000 deep comparisons take longer than all the rest.
      if (JSON.stringify(judged) !== JSON.stringify(expected)) expect(judged).toEqual(expected);
    }
  }, 300_000);

  test("of respondents of any pack, with two roles or more", () => {
    fc.assert(
      fc.property(cases(), ({ pack, answers }) => {
        expect(judgeIn(pack)(answers)).toEqual(told(advise(pack, answers)));
      }),
      { numRuns: 200 },
    );
  });

  test("of many more of them, without what an advice holds besides", () => {
    fc.assert(
      fc.property(cases({ mostQuestions: 8 }), ({ pack, answers }) => {
        const scores = scoreRoles(compileScorecard(pack), answers);
        const flip = smallestFlip(scores);
        expect(judgeIn(pack)(answers)).toMatchObject({
          points: scores.points,
          flip: flip?.changes.length ?? null,
          certain: isCertain(scores),
          verdict: verdictOf(scores, flip, pack.verdict),
          answered: scores.answered.length,
        });
      }),
      { numRuns: 3000 },
    );
  });

  test("where so many options may be picked that not every set of them is tabled", () => {
    const wide = widen(builtIn);
    const judge = judgeIn(wide);
    for (const answers of respondents(wide, 200)) expect(judge(answers)).toEqual(told(advise(wide, answers)));
  });
});

test("numbers stand for answers, and answers for numbers", () => {
  for (const pack of [builtIn, widen(builtIn)]) {
    for (const answers of respondents(pack, 500)) expect(answersFrom(pack, inNumbers(pack, answers))).toEqual(answers);
  }
});

/** The same questions, where any of 12 options may be picked. */
function widen(pack: Pack): Pack {
  const questions = pack.questions.map((question, q) => {
    if (q % 8 !== 0) return question;
    const options = Array.from({ length: 12 }, (_, i) => {
      const option = question.options[i % question.options.length] as Pack["questions"][number]["options"][number];
      return { ...option, id: `${option.id}-${i}` };
    });
    return { ...question, pick: "any" as const, most: 9, options };
  });
  const never = (path: Pack["roles"][number]["path"]) => path.map((stage) => ({ ...stage, when: {} }));
  return { ...pack, questions, roles: pack.roles.map((role) => ({ ...role, path: never(role.path) })) };
}
