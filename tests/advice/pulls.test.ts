import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitOf } from "../../src/advice/fit.ts";
import { portray } from "../../src/advice/portrait.ts";
import { measurePulls } from "../../src/advice/pulls.ts";
import { totalsOf } from "../../src/advice/totals.ts";
import { say } from "../../src/pack/say.ts";
import { drawnPoints, holds, possibleAnswers, pullOf, questionsWith } from "./brute-force.ts";
import { type Case, cases } from "./packs.ts";

const many = cases({ mostQuestions: 7, openOneIn: 8 });

function portraitOf({ pack, answers }: Case) {
  const totals = totalsOf(pack, answers);
  return portray(totals, measurePulls(totals));
}

describe("a pull", () => {
  test("is strong from half of what could have been shown, faint up to a sixth, and none where fewer than three questions ask", () => {
    fc.assert(
      fc.property(many, (given) => {
        const expected = given.pack.traits.map(({ id }) => ({ trait: id, ...pullOf(given.pack, given.answers, id) }));
        expect(portraitOf(given).pulls).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("never falls when an answer with more of the trait replaces one with less", () => {
    const order = [null, "faint", "some", "strong"];
    fc.assert(
      fc.property(many, fc.nat(), fc.nat(), ({ pack, answers }, q, n) => {
        const question = pack.questions[q % pack.questions.length];
        fc.pre(question !== undefined && answers[question.id] !== undefined);
        const others = possibleAnswers(question);
        const changed = { ...answers, [question.id]: others[n % others.length] ?? [] };
        const [before, after] = [answers, changed].map((given) => portraitOf({ pack, answers: given }).pulls);
        for (const [t, { id }] of pack.traits.entries()) {
          if (drawnPoints(pack, changed, { [id]: 1 }) < drawnPoints(pack, answers, { [id]: 1 })) continue;
          const [had, has] = [before, after].map((pulls) => order.indexOf(pulls?.[t]?.pull ?? null));
          expect(has).toBeGreaterThanOrEqual(had ?? Number.NaN);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the portrait", () => {
  test("says where one stands, then what pulls strongly, strongest first, in three sentences at most", () => {
    fc.assert(
      fc.property(many, ({ pack, answers }) => {
        const stands = pack.portrait.filter((line) => holds(line, answers)).map((line) => line.say);
        const strong = pack.traits
          .map(({ id, portrait }) => ({ portrait, ...pullOf(pack, answers, id) }))
          .filter(({ pull }) => pull === "strong")
          .toSorted((a, b) => 2 * b.had - b.possible - (2 * a.had - a.possible))
          .map(({ portrait }) => portrait);
        const scored = questionsWith(pack, "drawn");
        const answered = scored.filter(({ id }) => answers[id] !== undefined).length;
        const isHalf = answered > 0 && answered >= scored.length / 2;
        const nothing = strong.length === 0 && isHalf ? [say(pack, "portrait.nothing")] : [];
        const says = [...stands.slice(0, 1), ...strong.filter((sentence) => sentence !== null), ...nothing];
        expect(portraitOf({ pack, answers }).say).toEqual(says.slice(0, 3));
      }),
      { numRuns: 300 },
    );
  });
});

describe("the fit", () => {
  test("names the role's traits of weight 4 and 5 by their pull, and what the job is like without the faint ones", () => {
    fc.assert(
      fc.property(many, ({ pack, answers }) => {
        const totals = totalsOf(pack, answers);
        for (const [n, role] of pack.roles.entries()) {
          const heavy = pack.traits
            .flatMap(({ id }) => (role.traits[id] === undefined ? [] : [{ id, ...role.traits[id] }]))
            .filter(({ weight }) => weight >= 4)
            .toSorted((a, b) => b.weight - a.weight);
          const of = (word: string) => heavy.filter(({ id }) => pullOf(pack, answers, id).pull === word);
          expect(fitOf(totals.card, measurePulls(totals), n)).toEqual({
            role: role.id,
            strong: of("strong").map(({ id }) => id),
            some: of("some").map(({ id }) => id),
            faint: of("faint").map(({ id, without }) => ({
              trait: id,
              say: without?.say ?? null,
              sources: without?.sources ?? [],
            })),
          });
        }
      }),
      { numRuns: 200 },
    );
  });
});
