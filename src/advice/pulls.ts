import { open } from "../pack/pick.ts";
import { say } from "../pack/say.ts";
import type { Advice, Fit, Pull } from "./advice.ts";
import { compileConditions, holds } from "./condition.ts";
import { at, type Scorecard } from "./scorecard.ts";
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

const mostSentences = 3;

/** The person in up to three sentences (DESIGN 5.10): where the person stands, then the strong pulls. */
export function portray(totals: Totals, pulls: Pulls): Advice["portrait"] {
  const { card, answers, points, possible, unanswered } = totals;
  const { pack, scored, columns } = card;
  const standing = pack.portrait.find((line) => holds(compileConditions(pack, line), answers));
  const strong = pack.traits
    .flatMap(({ portrait }, trait) => (pulls[trait] === "strong" ? [{ portrait, trait }] : []))
    .sort((a, b) => strengthOf(totals, b.trait) - strengthOf(totals, a.trait));
  const answered = scored.length - unanswered.length;
  // A few answers cannot show many traits, so the lack of a strong pull then says nothing.
  const isKnown = answered > 0 && 2 * answered >= scored.length;
  const sentences = strong.length === 0 && isKnown ? [say(pack, "portrait.nothing")] : strong.map((t) => t.portrait);
  return {
    say: [standing?.say, ...sentences].flatMap((sentence) => sentence ?? []).slice(0, mostSentences),
    pulls: pack.traits.map(({ id }, t) => {
      const column = columns.traits.drawn + t;
      return { trait: id, had: at(points, column), possible: at(possible, column), pull: pulls[t] ?? null };
    }),
  };
}

/** The least weight of a trait that a role's work is most made of. */
export const heavy = 4;

/** How strongly the person is drawn to the traits that the role weighs 4 or 5: heaviest first, then in pack order. */
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
