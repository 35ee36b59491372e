import type { AdviceRecord } from "./advice-schema.ts";

/** The record that every report shows (DESIGN 6). `advice-schema.ts` describes its keys. */
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
/** An experiment that the advice proposes, and why. */
export type Trial = Path["grow"][number];
/** Kind and path of one of the two roles of an undecided call. */
export type RolePath = Advice["paths"][number];

/** Does the verdict leave the choice between two roles open? */
export function isUndecided(advice: { readonly recommendation: Pick<Recommendation, "verdict"> }): boolean {
  const { verdict } = advice.recommendation;
  return verdict === "tie" || verdict === "early" || verdict === "close";
}

/** Is the recommendation certain while scored questions are open (DESIGN 5.7)? How clear it is, is then unknown. */
export function isShortForm({ recommendation, questions }: Pick<Advice, "recommendation" | "questions">): boolean {
  return recommendation.certain && questions.open.length > 0;
}

/** The roles that a recommendation compares: the leader (in a tie the first of the leaders) and the runner-up. */
export function comparedRoles({ role, leaders, runnerUp }: Recommendation): readonly [string, string] {
  return [role ?? leaders?.[0] ?? "", runnerUp];
}
