import type { AdviceRecord } from "./advice-schema.ts";

/** The record that every format shows (DESIGN 6). Its keys are explained in the schema that ships with the program. */
export type Advice = AdviceRecord;

export type Recommendation = Advice["recommendation"];
export type RoleScore = Advice["roles"][number];
export type Pull = Advice["portrait"]["pulls"][number];
/** What one trait adds to the margin, over all answers that show it. */
export type Reason = Advice["reasons"][number];
/** What one answer adds to the margin. */
export type Contribution = Advice["contributions"][number];
export type Fit = NonNullable<Advice["fit"]>;
export type NamedNeighbour = Advice["neighbours"][number];
export type KindMatch = NonNullable<Advice["kind"]>;
export type Path = NonNullable<Advice["path"]>;
/** Something to try, and why. */
export type Trial = Path["grow"][number];
/** Kind and path of a role: of both in an undecided call. */
export type RolePath = Advice["paths"][number];

/** Between whom the answers do not decide yet: tie, early and close. */
export function isUndecided({ recommendation: { verdict } }: Pick<Advice, "recommendation">): boolean {
  return verdict === "tie" || verdict === "early" || verdict === "close";
}

/** The recommendation is certain though scored questions are open: how clearly it holds is not known (DESIGN 5.7). */
export function isShortForm({ recommendation, questions }: Pick<Advice, "recommendation" | "questions">): boolean {
  return recommendation.certain && questions.open.length > 0;
}

/** The roles that a recommendation compares: the leader (in a tie the first of the leaders) and the runner-up. */
export function comparedRoles({ role, leaders, runnerUp }: Recommendation): readonly [string, string] {
  return [role ?? leaders?.[0] ?? "", runnerUp];
}
