import { fewestToReach, gainsOf } from "./flip.ts";
import { marginOf, type ScoredQuestion } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

export const verdicts = ["tie", "early", "close", "leaning", "clear"] as const;
export type Verdict = (typeof verdicts)[number];

/** Which role leads, and how firmly (DESIGN 5.3, 5.4). Roles are numbers in pack order. */
export interface Judgement {
  /** By role. */
  readonly points: readonly number[];
  /** The role with most points; of equals the first. */
  readonly leader: number;
  /** The role with most points except the leader; of equals the first. */
  readonly runnerUp: number;
  /** Points of the leader ahead of the runner-up. */
  readonly margin: number;
  readonly isShared: boolean;
  /** The fewest answers whose change ends the lead (DESIGN 5.3); null where no change does, or the lead is shared. */
  readonly flip: number | null;
  /** The role that these changes let catch up; of equals the one with most points. The runner-up if `flip` is null. */
  readonly rival: number;
  readonly isCertain: boolean;
  readonly verdict: Verdict;
  /** Number of scored questions that are answered. */
  readonly answered: number;
}

/** Judges one respondent (DESIGN 5.4). Its loops are plain, because a cohort runs it for millions of rows. */
export function judge(totals: Totals): Judgement {
  const { card, unanswered } = totals;
  const points = totals.pointsOfRoles("drawn");
  const answered = card.scored.length - unanswered.length;
  const [leader, runnerUp] = firstTwo(points);
  const margin = marginOf(points, leader, runnerUp);
  if (margin === 0) {
    const undecided = { isShared: true, flip: null, rival: runnerUp, isCertain: false, verdict: "tie" } as const;
    return { points, leader, runnerUp, margin, ...undecided, answered };
  }
  let flip: number | null = null;
  let rival = runnerUp;
  for (let other = 0; other < points.length; other++) {
    if (other === leader) continue;
    const changes = fewestToReach(marginOf(points, leader, other), gainsOf(totals, leader, other));
    if (changes === null) continue;
    const isBetter = flip === null || changes < flip || (changes === flip && marginOf(points, other, rival) > 0);
    if (isBetter) [flip, rival] = [changes, other];
  }
  const isCertain = isLeadCertain(points, leader, unanswered);
  const { close, leaning } = card.pack.verdict;
  const firmness = flip === null || flip > leaning ? "clear" : flip > close ? "leaning" : "close";
  const verdict = isCertain ? firmness : "early";
  return { points, leader, runnerUp, margin, isShared: false, flip, rival, isCertain, verdict, answered };
}

/** The two places with most points; of equals the first ones. */
export function firstTwo(points: readonly number[]): [number, number] {
  let leader = 0;
  let runnerUp = 1;
  for (let role = 1; role < points.length; role++) {
    const had = points[role] ?? 0;
    if (had > (points[leader] ?? 0)) {
      runnerUp = leader;
      leader = role;
    } else if (had > (points[runnerUp] ?? 0)) runnerUp = role;
  }
  return [leader, runnerUp];
}

/** Can no answer to these open questions end the lead (DESIGN 5.4)? Each may stay open and so gain a rival 0. */
export function isLeadCertain(
  points: readonly number[],
  leader: number,
  questions: readonly ScoredQuestion[],
): boolean {
  for (let rival = 0; rival < points.length; rival++) {
    if (rival === leader) continue;
    let gained = 0;
    for (const { gains } of questions) gained += Math.max(0, gains.drawn[leader]?.[rival] ?? 0);
    if (marginOf(points, leader, rival) <= gained) return false;
  }
  return true;
}

/** The roles that have the most points, in pack order. */
export function leadersOf(points: readonly number[]): number[] {
  const most = Math.max(...points);
  return points.flatMap((had, role) => (had === most ? [role] : []));
}
