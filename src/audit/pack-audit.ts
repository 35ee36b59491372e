import { countCompletions } from "../advice/completions.ts";
import { at, compileScorecard, sum } from "../advice/scorecard.ts";
import { Totals } from "../advice/totals.ts";
import type { Pack } from "../pack/pack.ts";
import { version } from "../version.ts";
import { measureReading } from "./reading.ts";
import { measureFlips, measureNeighbours, measureQuick, measureReliability } from "./respondents.ts";
import { measurePair, pairsOf } from "./role-pairs.ts";
import { round } from "./shares.ts";

/** Everything in it is a count over ways to answer, or a part of them; nothing was measured on people. */
export type Audit = ReturnType<typeof audit>;

/** Measures a pack: who leads how often, what each question can do, how firm a lead is. Pure, and the same each time. */
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
    /** Version of the program. */
    program: version,
    pack: { id: pack.id, version: pack.version, hash: pack.hash, title: pack.title },
    questions: { all: pack.questions.length, scored: card.scored.length },
    /** In pack order. */
    roles: pack.roles.map(({ id, short, name }) => ({ id, short, name })),
    /** Over all ways to answer every scored question (DESIGN 5.5). */
    combinations: {
      ...combinations,
      leads: Object.fromEntries(pack.roles.map(({ id }, n) => [id, at(combinations.leads, n)])),
    },
    /** Every two roles, as if there were no other. */
    pairs: pairs.map((pair) => step(measurePair(card, pair))),
    flips: step(measureFlips(card)),
    traits: shareTraits(pack),
    neighbours: step(measureNeighbours(card)),
    quick: step(measureQuick(pack, card)),
    reliability: step(measureReliability(card)),
    reading: measureReading(pack),
  };
}

/** What of all evidence of being drawn to something is of each trait (0 to 1, summing to 1), and how many questions show it. */
function shareTraits({ traits, questions }: Pack) {
  const counted = traits.map(({ id: trait }) => {
    const strengths = questions.map(({ options }) => sum(options.map(({ drawn }) => drawn[trait] ?? 0)));
    return { trait, evidence: sum(strengths), questions: strengths.filter((n) => n > 0).length };
  });
  const all = sum(counted.map(({ evidence }) => evidence));
  return counted.map(({ trait, evidence, ...rest }) => {
    return { trait, share: all === 0 ? 0 : round(evidence / all), ...rest };
  });
}
