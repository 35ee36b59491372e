import { type Completions, countCompletions } from "../advice/completions.ts";
import { at, compileScorecard, type Scorecard } from "../advice/scorecard.ts";
import { outcomesOf } from "../advice/tally.ts";
import type { Pack } from "../pack/pack.ts";
import { version } from "../version.ts";
import { type Flips, measureFlips } from "./flips.ts";
import { type Influence, measureInfluence, pairsOf } from "./influence.ts";
import { measureNeighbours, type NeighbourFigures } from "./neighbour-figures.ts";
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
export function audit(pack: Pack, tell: (done: number, all: number) => void = () => {}): Audit {
  const card = compileScorecard(pack);
  const combinations = countCompletions(card, new Int32Array(card.questions.length));
  const pairs = pairsOf(card.roles);
  let done = 0;
  const step = <T>(figures: T): T => {
    done += 1;
    tell(done, pairs.length + 4);
    return figures;
  };
  return {
    format: "role-advisor/audit@1",
    program: version,
    pack: { id: pack.id, version: pack.version, hash: pack.hash, title: pack.title },
    questions: { all: pack.questions.length, scored: card.scored.length },
    roles: pack.roles.map(({ id, short, name }) => ({ id, short, name })),
    combinations: {
      ...combinations,
      leads: Object.fromEntries(pack.roles.map(({ id }, n) => [id, at(combinations.leads, n)])),
    },
    pairs: pairs.map((pair) => step(measurePair(card, pair))),
    flips: step(measureFlips(card)),
    traits: shareTraits(pack),
    neighbours: step(measureNeighbours(card)),
    quick: step(measureQuick(pack, card)),
    reliability: step(measureReliability(card)),
    reading: measureReading(pack),
  };
}

function measurePair(card: Scorecard, [a, b]: readonly [number, number]): Pair {
  const [first = "", second = ""] = [a, b].map((n) => card.pack.roles[n]?.id);
  const two = card.scored.map((question) =>
    outcomesOf(question, card.roles).map(({ points, weight }) => ({ points: [at(points, a), at(points, b)], weight })),
  );
  const { leads, shared, method } = shareLeads(two, 2);
  return {
    roles: [first, second],
    ahead: { [first]: round(at(leads, 0)), [second]: round(at(leads, 1)) },
    level: round(shared),
    method,
    influence: measureInfluence(card, [a, b]),
  };
}
