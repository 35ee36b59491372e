import { type Completions, countCompletions } from "../advice/completions.ts";
import { compileScorecard } from "../advice/scorecard.ts";
import { outcomesOf } from "../advice/tally.ts";
import type { Pack } from "../pack/pack.ts";
import { version } from "../version.ts";
import { type Flips, measureFlips } from "./flips.ts";
import { type Influence, measureInfluence } from "./influence.ts";
import { measureNeighbours, type NeighbourFigures } from "./neighbour-figures.ts";
import { pairsOf } from "./pairs.ts";
import { measureQuick, type Quick } from "./quick.ts";
import { measureReading, type Reading } from "./reading.ts";
import { measureReliability, type Reliability } from "./reliability.ts";
import { type Method, round, shareLeads } from "./shares.ts";
import { shareTraits, type TraitShare } from "./trait-shares.ts";

/** Is a pack fair? Everything is a count over ways to answer, or a part of them; nothing here was measured on people. */
export interface Audit {
  readonly format: "role-advisor/audit@1";
  /** Version of the program. */
  readonly program: string;
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string; readonly title: string };
  readonly questions: { readonly all: number; readonly scored: number };
  /** In pack order. */
  readonly roles: readonly { readonly id: string; readonly short: string; readonly name: string }[];
  /** Over all ways to answer every scored question (DESIGN 5.5). */
  readonly combinations: Omit<Completions, "leads"> & { readonly leads: Readonly<Record<string, number>> };
  /** Every two roles, as if there were no other. */
  readonly pairs: readonly Pair[];
  readonly flips: Flips;
  readonly traits: readonly TraitShare[];
  readonly neighbours: NeighbourFigures | null;
  readonly quick: Quick;
  readonly reliability: readonly Reliability[];
  readonly reading: Reading;
}

export interface Pair {
  readonly roles: readonly [string, string];
  /** By role id: the part of all ways in which it has more points than the other. */
  readonly ahead: Readonly<Record<string, number>>;
  readonly level: number;
  readonly method: Method;
  /** By scored question, in pack order. */
  readonly influence: readonly Influence[];
}

/** Measures a pack: who leads how often, what each question can do, how firm a lead is. Pure, and the same each time. */
export function audit(pack: Pack): Audit {
  const card = compileScorecard(pack);
  const outcomes = card.scored.map((question) => ({
    id: question.question.id,
    outcomes: outcomesOf(question, card.roles),
  }));
  const ids = pack.roles.map(({ id }) => id);
  const combinations = countCompletions(card, new Int32Array(card.questions.length));

  return {
    format: "role-advisor/audit@1",
    program: version,
    pack: { id: pack.id, version: pack.version, hash: pack.hash, title: pack.title },
    questions: { all: pack.questions.length, scored: card.scored.length },
    roles: pack.roles.map(({ id, short, name }) => ({ id, short, name })),
    combinations: {
      ...combinations,
      leads: Object.fromEntries(ids.map((id, n) => [id, combinations.leads[n] as number])),
    },
    pairs: pairsOf(ids.length).map(([a, b]) => {
      const [first, second] = [ids[a] as string, ids[b] as string];
      const two = outcomes.map((question) =>
        question.outcomes.map(({ points, weight }) => ({
          points: [points[a] as number, points[b] as number],
          weight,
        })),
      );
      const { leads, shared, method } = shareLeads(two, 2);
      return {
        roles: [first, second],
        ahead: { [first]: round(leads[0] as number), [second]: round(leads[1] as number) },
        level: round(shared),
        method,
        influence: measureInfluence(outcomes, [a, b]),
      };
    }),
    flips: measureFlips(card),
    traits: shareTraits(pack),
    neighbours: measureNeighbours(card),
    quick: measureQuick(pack, card),
    reliability: measureReliability(card, ids),
    reading: measureReading(pack),
  };
}
