import { open } from "../pack/pick.ts";
import { say } from "../pack/say.ts";
import type { Advice, Fit, Pull } from "./advice.ts";
import { compileConditions, holds } from "./condition.ts";
import { at, type Numbers, rowOf, type Scorecard, zeros } from "./scorecard.ts";

/** How far the answers show each trait, by trait number (DESIGN 5.10). */
export interface Pulls {
  /** The evidence given, and the most that could have been. */
  readonly had: readonly number[];
  readonly possible: readonly number[];
  /** `pull` of the record. */
  readonly words: readonly Pull["pull"][];
}

/** Fewer answered questions that could show a trait tell nothing of it. */
const fewestQuestions = 3;

export function measurePulls(card: Scorecard, answers: Numbers): Pulls {
  const first = card.columns.traits.drawn;
  const had = zeros(card.pack.traits.length);
  const possible = zeros(had.length);
  const questions = zeros(had.length);
  for (const scored of card.scored) {
    const number = answers[scored.place] ?? open;
    if (number === open) continue;
    const row = rowOf(scored, number);
    for (let t = 0; t < had.length; t++) {
      const most = scored.possible[first + t] ?? 0;
      had[t] = (had[t] ?? 0) + (row[first + t] ?? 0);
      possible[t] = (possible[t] ?? 0) + most;
      if (most > 0) questions[t] = (questions[t] ?? 0) + 1;
    }
  }
  const words = had.map((n, t): Pull["pull"] => {
    const most = possible[t] ?? 0;
    if ((questions[t] ?? 0) < fewestQuestions) return null;
    return 2 * n >= most ? "strong" : 6 * n <= most ? "faint" : "some";
  });
  return { had, possible, words };
}

/** By how much the evidence exceeds half of what could have been: the order of strong pulls. */
export function strengthOf({ had, possible }: Pulls, trait: number): number {
  return 2 * at(had, trait) - at(possible, trait);
}

const mostSentences = 3;

/** The person in a few sentences: where one stands, then what pulls strongly. */
export function portray(card: Scorecard, answers: Numbers, pulls: Pulls): Advice["portrait"] {
  const { pack, scored } = card;
  const stands = pack.portrait.find((line) => holds(compileConditions(pack, line), answers));
  const strong = pack.traits
    .flatMap(({ portrait }, trait) => (pulls.words[trait] === "strong" ? [{ portrait, trait }] : []))
    .sort((a, b) => strengthOf(pulls, b.trait) - strengthOf(pulls, a.trait));
  const answered = scored.filter(({ place }) => at(answers, place) !== open).length;
  // A few answers cannot spread over many traits.
  const isKnown = answered > 0 && 2 * answered >= scored.length;
  const drawn = strong.length === 0 && isKnown ? [say(pack, "portrait.nothing")] : strong.map((one) => one.portrait);
  return {
    say: [stands?.say, ...drawn].flatMap((sentence) => sentence ?? []).slice(0, mostSentences),
    pulls: pack.traits.map(({ id }, t) => {
      return { trait: id, had: at(pulls.had, t), possible: at(pulls.possible, t), pull: pulls.words[t] ?? null };
    }),
  };
}

/** From this weight on a trait is what the work is made of. */
export const heavy = 4;

/** How what the role's work is most made of draws the person, heaviest first, then in pack order. */
export function fitOf({ pack, weights }: Scorecard, pulls: Pulls, role: number): Fit | null {
  const leader = pack.roles[role];
  if (leader === undefined) return null;
  const most = pack.traits
    .map(({ id }, t) => ({ id, weight: at(weights[role] ?? [], t), pull: pulls.words[t] }))
    .filter(({ weight }) => weight >= heavy)
    .sort((a, b) => b.weight - a.weight);
  const pulling = (word: Pull["pull"]) => most.filter(({ pull }) => pull === word).map(({ id }) => id);
  const faint = pulling("faint").map((trait) => {
    const without = leader.traits[trait]?.without;
    return { trait, say: without?.say ?? null, sources: without?.sources ?? [] };
  });
  return { role: leader.id, strong: pulling("strong"), some: pulling("some"), faint };
}
