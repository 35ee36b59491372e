import type { NamedNeighbour } from "./advice.ts";
import type { Judgement } from "./judge.ts";
import { measurePulls } from "./pulls.ts";
import { addAnswers, addPossible, at, type Numbers, type Scorecard } from "./scorecard.ts";

const mostNamed = 2;

/**
 * DESIGN 5.11: the neighbours, by number, that have a tenth more of their points than the leader has of its own. The greatest
 * share first, of equals in pack order.
 */
export function findNeighbours(card: Scorecard, answers: Numbers, judged: Judgement): number[] {
  const { pack, columns, scored } = card;
  if (judged.isShared || 3 * judged.answered < 2 * scored.length) return [];
  const leader = at(judged.points, judged.leader);
  const [leaderPossible = 0] = addPossible(card, answers, columns.roles.drawn + judged.leader, 1);
  const points = addAnswers(card, answers, columns.neighbours, pack.neighbours.length);
  const possible = addPossible(card, answers, columns.neighbours, pack.neighbours.length);
  const ahead: number[] = [];
  for (let n = 0; n < points.length; n++) {
    const had = points[n] ?? 0;
    if (had > 0 && 10 * had * leaderPossible >= 11 * leader * (possible[n] ?? 0)) ahead.push(n);
  }
  // Few respondents come so near to a neighbour that what pulls them matters.
  if (ahead.length === 0) return ahead;
  const { words } = measurePulls(card, answers);
  const isFaint = (n: number) =>
    pack.traits.some(({ id }, t) => words[t] === "faint" && pack.neighbours[n]?.traits[id]?.weight === 5);
  return ahead
    .filter((n) => !isFaint(n))
    .sort((a, b) => at(points, b) * at(possible, a) - at(points, a) * at(possible, b))
    .slice(0, mostNamed);
}

export function nameNeighbours(card: Scorecard, answers: Numbers, judged: Judgement): NamedNeighbour[] {
  const { pack, columns } = card;
  const points = addAnswers(card, answers, columns.neighbours, pack.neighbours.length);
  const possible = addPossible(card, answers, columns.neighbours, pack.neighbours.length);
  return findNeighbours(card, answers, judged).flatMap((n) =>
    pack.neighbours.slice(n, n + 1).map(({ id, short, name, look: { say, sources } }) => {
      return { id, short, name, points: at(points, n), possible: at(possible, n), say, sources };
    }),
  );
}
