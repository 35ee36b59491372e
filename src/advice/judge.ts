import { fewestToReach, gainsOf } from "./flip.ts";
import type { ScoredQuestion } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

export const verdicts = ["tie", "early", "close", "leaning", "clear"] as const;
export type Verdict = (typeof verdicts)[number];

/** Who leads, and how firmly. Roles are known by their number, in pack order. */
export interface Judgement {
  readonly points: readonly number[];
  /** The role with most points, of equals the first; then the one with most after it. */
  readonly leader: number;
  readonly runnerUp: number;
  /** Points of the leader ahead of the runner-up. */
  readonly margin: number;
  readonly isShared: boolean;
  /** The fewest answers whose change ends the lead (DESIGN 5.3); null where no change does, or the lead is shared. */
  readonly flip: number | null;
  /** Who catches up by these changes: of equals the one with most points. The runner-up where there are none. */
  readonly rival: number;
  readonly isCertain: boolean;
  readonly verdict: Verdict;
  /** Scored questions that are answered. */
  readonly answered: number;
}

/** Judges one respondent. Fast because it is plain: it serves a cohort of millions, and everything else that needs a verdict. */
export function judge(totals: Totals): Judgement {
  const { card, unanswered } = totals;
  const points = totals.pointsFrom(card.columns.roles.drawn, card.roles);
  const answered = card.scored.length - unanswered.length;
  const [leader, runnerUp] = firstTwo(points);
  const margin = (points[leader] ?? 0) - (points[runnerUp] ?? 0);
  if (margin === 0) {
    const undecided = { isShared: true, flip: null, rival: runnerUp, isCertain: false, verdict: "tie" } as const;
    return { points, leader, runnerUp, margin, ...undecided, answered };
  }
  let flip: number | null = null;
  let rival = runnerUp;
  for (let other = 0; other < points.length; other++) {
    if (other === leader) continue;
    const changes = fewestToReach((points[leader] ?? 0) - (points[other] ?? 0), gainsOf(totals, leader, other));
    if (changes === null) continue;
    const isBetter =
      flip === null || changes < flip || (changes === flip && (points[other] ?? 0) > (points[rival] ?? 0));
    if (isBetter) [flip, rival] = [changes, other];
  }
  const isCertain = isLeadCertain(points, leader, unanswered);
  const { close, leaning } = card.pack.verdict;
  const firmness = flip === null || flip > leaning ? "clear" : flip > close ? "leaning" : "close";
  const verdict = isCertain ? firmness : "early";
  return { points, leader, runnerUp, margin, isShared: false, flip, rival, isCertain, verdict, answered };
}

/** The role numbers with most points; of equals the first. */
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

/** Can no answer to the questions end the lead (DESIGN 5.4)? Each may stay open, and so gains no rival less than zero. */
export function isLeadCertain(
  points: readonly number[],
  leader: number,
  questions: readonly ScoredQuestion[],
): boolean {
  for (let rival = 0; rival < points.length; rival++) {
    if (rival === leader) continue;
    let gained = 0;
    for (const { gains } of questions) gained += Math.max(0, gains.drawn[leader * points.length + rival] ?? 0);
    if ((points[leader] ?? 0) - (points[rival] ?? 0) <= gained) return false;
  }
  return true;
}

/** Role numbers that share the most points, in pack order. */
export function leadersOf(points: readonly number[]): number[] {
  const most = Math.max(...points);
  return points.flatMap((had, role) => (had === most ? [role] : []));
}
