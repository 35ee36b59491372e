import type { NamedNeighbour } from "./advice.ts";
import type { Judgement } from "./judge.ts";
import type { Pulls } from "./pulls.ts";
import { addAnswers, addPossible, at, type Numbers, type Scorecard } from "./scorecard.ts";

const mostNamed = 2;

/**
 * DESIGN 5.11: the neighbours, by number, that have a tenth more of their points than the leader has of its own. The greatest
 * share first, of equals in pack order.
 */
export function findNeighbours(card: Scorecard, answers: Numbers, judged: Judgement, pulls: Pulls): number[] {
  const { pack, columns, scored } = card;
  if (judged.isShared || 3 * judged.answered < 2 * scored.length) return [];
  const leader = at(judged.points, judged.leader);
  const [leaderPossible = 0] = addPossible(card, answers, columns.roles.drawn + judged.leader, 1);
  const points = addAnswers(card, answers, columns.neighbours, pack.neighbours.length);
  const possible = addPossible(card, answers, columns.neighbours, pack.neighbours.length);
  return [...pack.neighbours.entries()]
    .filter(([n, { traits }]) => {
      const isAhead = 10 * at(points, n) * leaderPossible >= 11 * leader * at(possible, n) && at(points, n) > 0;
      return isAhead && !pack.traits.some(({ id }, t) => traits[id]?.weight === 5 && pulls.words[t] === "faint");
    })
    .map(([n]) => n)
    .sort((a, b) => at(points, b) * at(possible, a) - at(points, a) * at(possible, b))
    .slice(0, mostNamed);
}

export function nameNeighbours(card: Scorecard, answers: Numbers, judged: Judgement, pulls: Pulls): NamedNeighbour[] {
  const { pack, columns } = card;
  const points = addAnswers(card, answers, columns.neighbours, pack.neighbours.length);
  const possible = addPossible(card, answers, columns.neighbours, pack.neighbours.length);
  return findNeighbours(card, answers, judged, pulls).flatMap((n) =>
    pack.neighbours.slice(n, n + 1).map(({ id, short, name, look: { say, sources } }) => {
      return { id, short, name, points: at(points, n), possible: at(possible, n), say, sources };
    }),
  );
}
