import { open } from "../pack/pick.ts";
import type { Pull } from "./advice.ts";
import { at } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

/** By trait: how far the answers show it (DESIGN 5.10), as `pull` in the record. */
export type Pulls = readonly Pull["pull"][];

/** A trait that fewer answered questions could show has no pull. */
const fewestQuestions = 3;

export function measurePulls({ card, answers, points, possible }: Totals): Pulls {
  const first = card.columns.traits.drawn;
  return card.showing.map((questions, trait) => {
    let missing = fewestQuestions;
    for (let i = 0; i < questions.length && missing > 0; i++) if (answers[questions[i]?.place ?? 0] !== open) missing--;
    if (missing > 0) return null;
    const had = points[first + trait] ?? 0;
    const most = possible[first + trait] ?? 0;
    return 2 * had >= most ? "strong" : 6 * had <= most ? "faint" : "some";
  });
}

/** `2·had − possible`, by which strong pulls are ordered (DESIGN 5.10). */
export function strengthOf({ card, points, possible }: Totals, trait: number): number {
  const column = card.columns.traits.drawn + trait;
  return 2 * at(points, column) - at(possible, column);
}
