import type { Advice } from "../advice/advice.ts";
import { advise } from "../advice/advise.ts";
import { type Answers, isScored } from "../advice/scorecard.ts";
import type { Pack } from "../pack/pack.ts";
import { version } from "../version.ts";

/** Answers to compare, with the name that reports give them. */
export interface Side {
  /** A kept name, a file or a code, as the user wrote it. */
  readonly name: string;
  readonly answers: Answers;
}

/** Two to eight sittings with one pack: the advice of each, and where they differ. Swapping two inverts the signs. */
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
      name: sides[n]?.name ?? "",
      code,
      recommendation,
      roles: roles.map(({ id, points, possible }) => ({ id, points, possible })),
      /** In pack order of the traits, as in an advice. */
      pulls: portrait.pulls,
    })),
    /** The two roles with most points over all sittings, whose margins are compared. Ties are in pack order. */
    between,
    /** The points of the first of these roles minus those of the second, by sitting. */
    margins: advices.map((advice) => pointsOf(advice, between[0]) - pointsOf(advice, between[1])),
    /** Questions that not all sittings answer alike, those with the largest effect first. */
    differences: questions.filter(({ answers }) => !areAlike(answers)).sort(largestFirst(pack)),
    /** Traits whose pull differs between sittings, with the pull at each sitting. */
    pulls: pulls.filter(({ pull }) => !areAlike(pull)),
    same: {
      /** Ids of questions that all sittings answer alike. Open questions do not count. */
      answers: questions.flatMap(({ question, answers }) => (answers[0] && areAlike(answers) ? [question] : [])),
      /** Ids of traits that pull strongly at all sittings. */
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
  [first, second]: readonly [string, string],
) {
  const contributions = advices.map(({ contributions }) => {
    const points = contributions.find((part) => part.question === question)?.points;
    return (points?.[first] ?? 0) - (points?.[second] ?? 0);
  });
  const [from = 0, to = 0] = contributions;
  return {
    question,
    /** By sitting. Null for an open question. */
    answers: sides.map(({ answers }) => answers[question] ?? null),
    /** Points that the answer adds to the margin between the two roles, by sitting. */
    contributions,
    /**
     * For two sittings, the second contribution minus the first; these sum to the difference of the margins. For more
     * than two, the largest contribution minus the smallest.
     */
    effect: sides.length === 2 ? to - from : Math.max(...contributions) - Math.min(...contributions),
  };
}

function areAlike(values: readonly unknown[]): boolean {
  const [first, ...others] = values.map((value) => JSON.stringify(value));
  return others.every((other) => other === first);
}

/** Orders by size of the effect. With equal effects, scored questions come first, then pack order decides. */
function largestFirst(pack: Pack): (a: Difference, b: Difference) => number {
  const counts = (id: string) => Number(pack.questions.some((question) => question.id === id && isScored(question)));
  return (a, b) => Math.abs(b.effect) - Math.abs(a.effect) || counts(b.question) - counts(a.question);
}
