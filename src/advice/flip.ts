import type { Scores } from "./score.ts";
import { bestAnswer } from "./score.ts";

/** The smallest set of answers whose change ends the lead (DESIGN 5.3). */
export interface Flip {
  readonly changes: readonly Change[];
  /** The role number that then shares the lead or takes it. */
  readonly to: number;
}

export interface Change {
  readonly question: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Points that the rival gains on the leader. */
  readonly gain: number;
}

/**
 * Changes are taken by what they gain the rival, largest first, until the margin is reached; each answer counts on its
 * own, so no smaller set can do it. Of equal ones that to the role with most points. Null if no set of changes ends the
 * lead, or if nobody leads alone.
 * `everything` also changes answers that a person cannot decide to change.
 */
export function smallestFlip(scores: Scores, everything = false): Flip | null {
  const [leader, ...rivals] = scores.ranking as [number, ...number[]];
  if (rivals.some((rival) => scores.points[rival] === scores.points[leader])) return null;
  const flips = rivals.map((rival) => flipTo(scores, leader, rival, everything)).filter((flip) => flip !== null);
  return flips.reduce<Flip | null>(
    (least, flip) => (least === null || flip.changes.length < least.changes.length ? flip : least),
    null,
  );
}

function flipTo(scores: Scores, leader: number, rival: number, everything: boolean): Flip | null {
  const margin = (scores.points[leader] as number) - (scores.points[rival] as number);
  const changes: Change[] = [];
  let gained = 0;
  for (const change of possibleGains(scores, leader, rival, everything)) {
    if (gained >= margin || change.gain <= 0) break;
    changes.push(change);
    gained += change.gain;
  }
  return gained >= margin ? { changes, to: rival } : null;
}

/** For every answer that may change, the change that gains the rival most on the leader, largest first, then in pack order. */
export function possibleGains(scores: Scores, leader: number, rival: number, everything = false): Change[] {
  return scores.answered
    .filter(({ question }) => everything || question.isMutable)
    .map(({ question, picked, points }) => {
      const best = bestAnswer(
        question,
        (option) => (option[scores.evidence][rival] as number) - (option[scores.evidence][leader] as number),
      );
      const now = (points[rival] as number) - (points[leader] as number);
      return { question: question.id, from: picked, to: best.picked, gain: best.value - now };
    })
    .sort((a, b) => b.gain - a.gain);
}
