import type { NamedNeighbour } from "./advice.ts";
import type { Judgement } from "./judge.ts";
import { measurePulls } from "./pulls.ts";
import { at } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

const mostNamed = 2;

/** Numbers of the neighbours to name (DESIGN 5.11): the greatest share p(n) / P(n) first, of equals in pack order. */
export function findNeighbours(totals: Totals, { isShared, answered, leader }: Judgement): number[] {
  const { points, possible } = totals;
  const { pack, columns, scored } = totals.card;
  if (isShared || 3 * answered < 2 * scored.length) return [];
  const first = columns.neighbours;
  const leading = columns.roles.drawn + leader;
  const ahead: number[] = [];
  for (let n = 0; n < pack.neighbours.length; n++) {
    const had = points[first + n] ?? 0;
    const isAhead = 10 * had * (possible[leading] ?? 0) >= 11 * (points[leading] ?? 0) * (possible[first + n] ?? 0);
    if (had > 0 && isAhead) ahead.push(n);
  }
  // Pulls take longer to measure, and few respondents have a neighbour that gets this far.
  if (ahead.length === 0) return ahead;
  const pulls = measurePulls(totals);
  const isFaint = (n: number) =>
    pack.traits.some(({ id }, t) => pulls[t] === "faint" && pack.neighbours[n]?.traits[id]?.weight === 5);
  return ahead
    .filter((n) => !isFaint(n))
    .sort((a, b) => at(points, first + b) * at(possible, first + a) - at(points, first + a) * at(possible, first + b))
    .slice(0, mostNamed);
}

export function nameNeighbours(totals: Totals, judged: Judgement): NamedNeighbour[] {
  const { points, possible } = totals;
  const { pack, columns } = totals.card;
  return findNeighbours(totals, judged).flatMap((n) =>
    pack.neighbours.slice(n, n + 1).map(({ id, short, name, look: { say, sources } }) => {
      const column = columns.neighbours + n;
      return { id, short, name, points: at(points, column), possible: at(possible, column), say, sources };
    }),
  );
}
