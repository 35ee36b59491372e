import type { Pack, Question, Strengths } from "../pack/pack.ts";

/** What one respondent said: question id to the option ids picked. A question without an entry is open. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** A pack compiled to integer points (DESIGN 5.1). Roles are numbered in pack order. */
export interface Scorecard {
  readonly roles: number;
  /** Every question, in pack order. */
  readonly questions: readonly ScoredQuestion[];
}

export interface ScoredQuestion {
  readonly id: string;
  /** Does any option show what a person is drawn to? Otherwise the recommendation ignores the question. */
  readonly isScored: boolean;
  readonly isMutable: boolean;
  readonly pick: "one" | "any";
  readonly most: number;
  readonly options: readonly ScoredOption[];
}

export interface ScoredOption {
  readonly id: string;
  /** Points for each role from what the option says one is drawn to. */
  readonly drawn: readonly number[];
  /** The same from what it says one is able in. */
  readonly able: readonly number[];
}

/** DESIGN 5.1: points[q][o][r] = Σ over traits t of evidence[q][o][t] × weight[r][t]. */
export function compileScorecard(pack: Pack): Scorecard {
  const score = (evidence: Strengths) =>
    pack.roles.map((role) => sum(Object.entries(evidence).map(([t, e]) => e * (role.traits[t]?.weight ?? 0))));
  return {
    roles: pack.roles.length,
    questions: pack.questions.map((question) => ({
      id: question.id,
      isScored: isScored(question),
      isMutable: question.mutable,
      pick: question.pick,
      most: question.most,
      options: question.options.map(({ id, drawn, able }) => ({ id, drawn: score(drawn), able: score(able) })),
    })),
  };
}

export function isScored(question: Question): boolean {
  return question.options.some(({ drawn }) => Object.keys(drawn).length > 0);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
