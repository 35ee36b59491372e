import { say } from "../pack/say.ts";
import type { Advice } from "./advice.ts";
import { compileConditions, holds } from "./condition.ts";
import { type Pulls, strengthOf } from "./pulls.ts";
import { at } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

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
