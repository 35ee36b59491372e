import { open } from "../pack/pick.ts";
import { say } from "../pack/say.ts";
import type { Advice, Fit, Pull } from "./advice.ts";
import { compileConditions, holds } from "./condition.ts";
import { at, type Scorecard } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

/** How far the answers show each trait, by trait number (DESIGN 5.10): `pull` of the record. */
export type Pulls = readonly Pull["pull"][];

/** Fewer answered questions that could show a trait tell nothing of it. */
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

/** By how much the evidence exceeds half of what could have been: the order of strong pulls. */
export function strengthOf({ card, points, possible }: Totals, trait: number): number {
  const column = card.columns.traits.drawn + trait;
  return 2 * at(points, column) - at(possible, column);
}

const mostSentences = 3;

/** The person in a few sentences: where one stands, then what pulls strongly. */
export function portray(totals: Totals, pulls: Pulls): Advice["portrait"] {
  const { card, answers, points, possible, unanswered } = totals;
  const { pack, scored, columns } = card;
  const stands = pack.portrait.find((line) => holds(compileConditions(pack, line), answers));
  const strong = pack.traits
    .flatMap(({ portrait }, trait) => (pulls[trait] === "strong" ? [{ portrait, trait }] : []))
    .sort((a, b) => strengthOf(totals, b.trait) - strengthOf(totals, a.trait));
  const answered = scored.length - unanswered.length;
  // A few answers cannot spread over many traits.
  const isKnown = answered > 0 && 2 * answered >= scored.length;
  const drawn = strong.length === 0 && isKnown ? [say(pack, "portrait.nothing")] : strong.map((one) => one.portrait);
  return {
    say: [stands?.say, ...drawn].flatMap((sentence) => sentence ?? []).slice(0, mostSentences),
    pulls: pack.traits.map(({ id }, t) => {
      const column = columns.traits.drawn + t;
      return { trait: id, had: at(points, column), possible: at(possible, column), pull: pulls[t] ?? null };
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
    .map(({ id }, t) => ({ id, weight: at(weights[role] ?? [], t), pull: pulls[t] }))
    .filter(({ weight }) => weight >= heavy)
    .sort((a, b) => b.weight - a.weight);
  const pulling = (word: Pull["pull"]) => most.filter(({ pull }) => pull === word).map(({ id }) => id);
  const faint = pulling("faint").map((trait) => {
    const without = leader.traits[trait]?.without;
    return { trait, say: without?.say ?? null, sources: without?.sources ?? [] };
  });
  return { role: leader.id, strong: pulling("strong"), some: pulling("some"), faint };
}
