import fc from "fast-check";
import { expect, test } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import { advise } from "../../src/advice/advise.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { cases } from "./packs.ts";

/** All that an advice says, but for what names one of equals, or lists in pack order. */
function essence({ recommendation, roles, contributions, reasons, completions, flip, robustness, portrait }: Advice) {
  const { role, leaders, verdict, margin, certain } = recommendation;
  const sorted = <T>(list: readonly T[]) => list.map((one) => JSON.stringify(one)).toSorted();
  return {
    ...{ role, verdict, margin, certain, flip: flip?.answers ?? null, leaders: leaders && sorted(leaders) },
    roles: sorted(roles),
    pulls: sorted(portrait.pulls),
    combinations: { ...completions, leads: sorted(Object.entries(completions.leads)) },
    radius: robustness?.radius ?? null,
    added:
      role !== null && isRunnerUpAlone(roles)
        ? [sorted(reasonsOf(reasons)), sorted(contributionsOf(contributions))]
        : null,
  };
}

function reasonsOf(reasons: Advice["reasons"]) {
  return reasons.map(({ trait, contribution }) => [trait, contribution]);
}

function contributionsOf(contributions: Advice["contributions"]) {
  return contributions.map(({ question, contribution }) => [question, contribution]);
}

function isRunnerUpAlone(roles: Advice["roles"]): boolean {
  const [, second, third] = roles.map(({ points }) => points).toSorted((a, b) => b - a);
  return second !== third;
}

test("the order of questions, options, traits and roles changes nothing but which of equals comes first", () => {
  fc.assert(
    fc.property(cases({ mostQuestions: 6, openOneIn: 6 }), ({ pack, answers }) => {
      const turned: Pack = {
        ...pack,
        roles: pack.roles.toReversed(),
        traits: pack.traits.toReversed(),
        questions: pack.questions
          .map((question) => ({ ...question, options: question.options.toReversed() }))
          .toReversed(),
      };
      expect(essence(advise(turned, answers))).toEqual(essence(advise(pack, answers)));
    }),
    { numRuns: 150 },
  );
});
