import { countCompletions } from "../advice/completions.ts";
import { at, compileScorecard, sum } from "../advice/scorecard.ts";
import { Totals } from "../advice/totals.ts";
import type { Pack } from "../pack/pack.ts";
import { version } from "../version.ts";
import { round } from "./lead-shares.ts";
import { measureReading } from "./reading-time.ts";
import { measurePair, pairsOf } from "./role-pairs.ts";
import { measureFlips, measureNeighbours, measureQuick, measureReliability } from "./sampled-people.ts";

/** All figures are counts of possible answers, or shares of them from 0 to 1. None was measured on people. */
export type Audit = ReturnType<typeof audit>;

/**
 * Measures a pack: how often each role leads, what each question can do, how firm a lead is. Pure: the figures are the
 * same each time. @param tell is called after each of `all` steps with the number of those that are done.
 */
export function audit(pack: Pack, tell: (done: number, all: number) => void = () => {}) {
  const card = compileScorecard(pack);
  const combinations = countCompletions(new Totals(card));
  const pairs = pairsOf(card.roles);
  let done = 0;
  const step = <T>(figures: T): T => {
    done += 1;
    tell(done, pairs.length + 4);
    return figures;
  };
  return {
    format: "role-advisor/audit@1" as const,
    program: version,
    pack: { id: pack.id, version: pack.version, hash: pack.hash, title: pack.title },
    questions: { all: pack.questions.length, scored: card.scored.length },
    roles: pack.roles.map(({ id, short, name }) => ({ id, short, name })),
    /** Who leads, over all combinations of answers to every scored question (DESIGN 5.5). */
    combinations: {
      ...combinations,
      leads: Object.fromEntries(pack.roles.map(({ id }, n) => [id, at(combinations.leads, n)])),
    },
    /** Every two roles, compared as if the pack had no others. */
    pairs: pairs.map((pair) => step(measurePair(card, pair))),
    flips: step(measureFlips(card)),
    traits: shareTraits(pack),
    neighbours: step(measureNeighbours(card)),
    quick: step(measureQuick(pack, card)),
    reliability: step(measureReliability(card)),
    reading: measureReading(pack),
  };
}

/** The share of each trait in all `drawn` evidence (0 to 1, with the sum 1), and how many questions show it. */
function shareTraits({ traits, questions }: Pack) {
  const counts = traits.map(({ id: trait }) => {
    const strengths = questions.map(({ options }) => sum(options.map(({ drawn }) => drawn[trait] ?? 0)));
    return { trait, evidence: sum(strengths), questions: strengths.filter((n) => n > 0).length };
  });
  const all = sum(counts.map(({ evidence }) => evidence));
  return counts.map(({ trait, evidence, ...rest }) => {
    return { trait, share: all === 0 ? 0 : round(evidence / all), ...rest };
  });
}
