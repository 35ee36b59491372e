import type { Pack } from "../pack/pack.ts";
import type { Flip } from "./flip.ts";
import type { Scores } from "./score.ts";
import { bestAnswer } from "./score.ts";
import { sum } from "./scorecard.ts";

export const verdicts = ["tie", "early", "close", "leaning", "clear"] as const;
export type Verdict = (typeof verdicts)[number];

/** Can no answer to any open question end the lead (DESIGN 5.4)? */
export function isCertain({ points, open, ranking }: Scores): boolean {
  const [leader, ...rivals] = ranking as [number, ...number[]];
  return rivals.every((rival) => {
    const margin = (points[leader] as number) - (points[rival] as number);
    return margin > sum(open.map((question) => mostGained(question, leader, rival)));
  });
}

/** The most that a rival could gain on the leader by an open question; never less than zero, since it may stay open. */
function mostGained(question: Scores["open"][number], leader: number, rival: number): number {
  return Math.max(0, bestAnswer(question, ({ drawn }) => (drawn[rival] as number) - (drawn[leader] as number)).value);
}

/** Role numbers that share the most points, in pack order. */
export function leadersOf({ points, ranking }: Scores): number[] {
  return ranking.filter((role) => points[role] === points[ranking[0] as number]);
}

/** The first that holds (DESIGN 5.4). */
export function judge(scores: Scores, flip: Flip | null, { close, leaning }: Pack["verdict"]): Verdict {
  if (leadersOf(scores).length > 1) return "tie";
  if (!isCertain(scores)) return "early";
  const changes = flip?.changes.length ?? Number.POSITIVE_INFINITY;
  if (changes <= close) return "close";
  return changes <= leaning ? "leaning" : "clear";
}
