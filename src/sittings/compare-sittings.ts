import type { Advice } from "../advice/advice.ts";
import { advise } from "../advice/advise.ts";
import { type Answers, isScored } from "../advice/scorecard.ts";
import type { Pack } from "../pack/pack.ts";
import { version } from "../version.ts";

/** One of those that are compared. */
export interface Side {
  /** A kept name, a file or a code, as it was given. */
  readonly name: string;
  readonly answers: Answers;
}

/** Two to eight sittings with one pack: what each says, and where they differ. Swapping two turns the signs around. */
export type Comparison = ReturnType<typeof compareSittings>;

export function compareSittings(pack: Pack, sides: readonly Side[]) {
  const advices = sides.map(({ answers }) => advise(pack, answers));
  const [first] = advices;
  if (first === undefined) throw new Error("nothing is compared");
  const between = rolesBetween(pack, advices);
  const questions = pack.questions.map(({ id }) => differenceIn(id, sides, advices, between));
  const pulls = pack.traits.map(({ id: trait }, t) => ({
    trait,
    pull: advices.map(({ portrait }) => portrait.pulls[t]?.pull ?? null),
  }));
  return {
    format: "role-advisor/comparison@1" as const,
    program: version,
    pack: first.pack,
    sittings: advices.map(({ code, recommendation, roles, portrait }, n) => ({
      /** A kept name, a file or a code, as it was given. */
      name: sides[n]?.name ?? "",
      code,
      recommendation,
      roles: roles.map(({ id, points, possible }) => ({ id, points, possible })),
      /** By trait in pack order, as in an advice. */
      pulls: portrait.pulls,
    })),
    /** The two roles whose margin is explained: those with most points over all sittings, of equals in pack order. */
    between,
    /** Points of the first of these roles ahead of the second, by sitting. */
    margins: advices.map((advice) => pointsOf(advice, between[0]) - pointsOf(advice, between[1])),
    /** Answers that are not the same everywhere, those that move the margin most first. */
    differences: questions.filter(({ answers }) => !areAlike(answers)).sort(largestFirst(pack)),
    /** Traits whose pull is not the same everywhere, with the pull at each sitting. */
    pulls: pulls.filter(({ pull }) => !areAlike(pull)),
    same: {
      /** Questions that all answered, and alike. */
      answers: questions.flatMap(({ question, answers }) => (answers[0] && areAlike(answers) ? [question] : [])),
      /** Traits that pull strongly everywhere. */
      strong: pulls.filter(({ pull }) => pull.every((word) => word === "strong")).map(({ trait }) => trait),
      verdict: areAlike(advices.map(({ recommendation: { role, verdict } }) => [role, verdict])),
    },
  };
}

function rolesBetween(pack: Pack, advices: readonly Advice[]): readonly [string, string] {
  const total = (role: string) => advices.reduce((points, advice) => points + pointsOf(advice, role), 0);
  const [first = "", second = ""] = pack.roles.map(({ id }) => id).sort((a, b) => total(b) - total(a));
  return [first, second];
}

function pointsOf({ roles }: Advice, role: string): number {
  return roles.find(({ id }) => id === role)?.points ?? 0;
}

type Difference = ReturnType<typeof differenceIn>;

function differenceIn(
  question: string,
  sides: readonly Side[],
  advices: readonly Advice[],
  [one, other]: readonly [string, string],
) {
  const contributions = advices.map(({ contributions }) => {
    const points = contributions.find((part) => part.question === question)?.points;
    return (points?.[one] ?? 0) - (points?.[other] ?? 0);
  });
  const [from = 0, to = 0] = contributions;
  return {
    question,
    /** By sitting; null where it is open. */
    answers: sides.map(({ answers }) => answers[question] ?? null),
    /** What the answer adds to the margin between the two roles, by sitting. */
    contributions,
    /**
     * Of two sittings the second's contribution less the first's, which sum to the difference of the margins over all
     * answers that differ. Of more than two how far apart the contributions are.
     */
    effect: sides.length === 2 ? to - from : Math.max(...contributions) - Math.min(...contributions),
  };
}

function areAlike(values: readonly unknown[]): boolean {
  const [first, ...others] = values.map((value) => JSON.stringify(value));
  return others.every((other) => other === first);
}

/** Of equals those that count for the recommendation, then in pack order. */
function largestFirst(pack: Pack): (a: Difference, b: Difference) => number {
  const counts = (id: string) => Number(pack.questions.some((question) => question.id === id && isScored(question)));
  return (a, b) => Math.abs(b.effect) - Math.abs(a.effect) || counts(b.question) - counts(a.question);
}
