import type { Advice, Pull } from "../advice/advice.ts";
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
export interface Comparison {
  readonly format: "role-advisor/comparison@1";
  readonly program: string;
  readonly pack: Advice["pack"];
  readonly sittings: readonly ComparedSitting[];
  /** The two roles whose margin is explained: those with most points over all sittings, of equals in pack order. */
  readonly between: readonly [string, string];
  /** Points of the first of these roles ahead of the second, by sitting. */
  readonly margins: readonly number[];
  /** Answers that are not the same everywhere, those that move the margin most first. */
  readonly differences: readonly Difference[];
  /** Traits whose pull is not the same everywhere. */
  readonly pulls: readonly { readonly trait: string; readonly pull: readonly Pull["pull"][] }[];
  readonly same: {
    /** Questions that all answered, and alike. */
    readonly answers: readonly string[];
    /** Traits that pull strongly everywhere. */
    readonly strong: readonly string[];
    readonly verdict: boolean;
  };
}

export interface ComparedSitting {
  readonly name: string;
  readonly code: string;
  readonly recommendation: Advice["recommendation"];
  readonly roles: readonly { readonly id: string; readonly points: number; readonly possible: number }[];
  /** By trait in pack order, as in an advice. */
  readonly pulls: Advice["portrait"]["pulls"];
}

export interface Difference {
  readonly question: string;
  /** By sitting; null where it is open. */
  readonly answers: readonly (readonly string[] | null)[];
  /** What the answer adds to the margin between the two roles, by sitting. */
  readonly contributions: readonly number[];
  /** Of two sittings: the second's contribution less the first's. Of all differences these sum to that of the margins. */
  readonly effect: number;
}

/** Of more than two the effect is how far apart the contributions are. */
export function compareSittings(pack: Pack, sides: readonly Side[]): Comparison {
  const advices = sides.map(({ answers }) => advise(pack, answers));
  const between = rolesBetween(pack, advices);
  const margins = advices.map((advice) => pointsOf(advice, between[0]) - pointsOf(advice, between[1]));
  const [first] = advices;
  if (first === undefined) throw new Error("nothing is compared");
  const pullOf = ({ portrait }: Advice, t: number) => portrait.pulls[t]?.pull ?? null;
  const pulls = pack.traits.map(({ id: trait }, t) => ({ trait, pull: advices.map((advice) => pullOf(advice, t)) }));
  const questions = pack.questions.map(({ id }) => differenceIn(id, sides, advices, between));
  const verdicts = advices.map(({ recommendation: { role, verdict } }) => `${role} ${verdict}`);
  return {
    format: "role-advisor/comparison@1",
    program: version,
    pack: first.pack,
    sittings: advices.map(({ code, recommendation, roles, portrait }, n) => ({
      name: sides[n]?.name ?? "",
      code,
      recommendation,
      roles: roles.map(({ id, points, possible }) => ({ id, points, possible })),
      pulls: portrait.pulls,
    })),
    between,
    margins,
    differences: questions.filter(({ answers }) => !areAlike(answers)).sort(largestFirst(pack)),
    pulls: pulls.filter(({ pull }) => !areAlike(pull)),
    same: {
      answers: questions.flatMap(({ question, answers }) => (answers[0] && areAlike(answers) ? [question] : [])),
      strong: pulls.filter(({ pull }) => pull.every((word) => word === "strong")).map(({ trait }) => trait),
      verdict: areAlike(verdicts),
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

function differenceIn(
  question: string,
  sides: readonly Side[],
  advices: readonly Advice[],
  [one, other]: readonly [string, string],
): Difference {
  const contributions = advices.map(({ contributions }) => {
    const points = contributions.find((part) => part.question === question)?.points;
    return (points?.[one] ?? 0) - (points?.[other] ?? 0);
  });
  const [from = 0, to = 0] = contributions;
  return {
    question,
    answers: sides.map(({ answers }) => answers[question] ?? null),
    contributions,
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
