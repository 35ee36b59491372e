import { judge } from "../advice/judge.ts";
import { findNeighbours } from "../advice/neighbours.ts";
import { nextQuestion } from "../advice/next-question.ts";
import { randomFrom } from "../advice/random.ts";
import {
  type Answers,
  answersFrom,
  at,
  type Numbers,
  rowOf,
  type Scorecard,
  type ScoredQuestion,
  sum,
} from "../advice/scorecard.ts";
import { outcomesOf } from "../advice/tally.ts";
import { Totals } from "../advice/totals.ts";
import type { Pack } from "../pack/pack.ts";
import { bestAnswer, open, randomAnswer, toNumber } from "../pack/pick.ts";
import { type Method, normalizeWeights, round, shareLeads } from "./lead-shares.ts";

/** Measures the results of simulated respondents: some answer at random, some are made for a role or a neighbour. */

const seed = 1;

/** Random answers to every scored question; all answers to a question are equally likely. */
function drawAnswers(card: Scorecard, random: () => number): Numbers {
  return answerScored(card, ({ question }) => randomAnswer(question, random));
}

/**
 * The number of the answer that lifts a role or a neighbour furthest above the mean of all roles; with two roles, above
 * the other one. `column` is the column of the role or neighbour in the scorecard.
 */
export function idealAnswer({ question, options }: ScoredQuestion, column: number, roles: number): number {
  const lifts = options.map((row) => roles * at(row, column) - sum([...row.subarray(0, roles)]));
  return toNumber(question.pick, bestAnswer(question, lifts).places);
}

/** The ideal answer for a column of the scorecard to every scored question. */
export function idealAnswers(card: Scorecard, column: number): Numbers {
  return answerScored(card, (scored) => idealAnswer(scored, column, card.roles));
}

function answerScored({ questions }: Scorecard, answer: (question: ScoredQuestion) => number): Numbers {
  return Int32Array.from(questions, (one) => (one.isScored ? answer(one) : open));
}

const flipSamples = 5_000;

/** How many answers have to change to end the lead (DESIGN 5.3), as shares of respondents who answer at random. */
export function measureFlips(card: Scorecard) {
  const random = randomFrom(seed);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < flipSamples; i++) {
    const { isShared, flip } = judge(new Totals(card, drawAnswers(card, random)));
    const size = isShared ? 0 : Math.min(flip ?? 3, 3);
    counts[size] = at(counts, size) + 1;
  }
  const shares = counts.map((count) => count / flipSamples);
  const error = Math.max(...shares.map((share) => Math.sqrt((share * (1 - share)) / flipSamples)));
  const [shared = 0, one = 0, two = 0, more = 0] = shares.map(round);
  const method: Method = { exact: false, samples: flipSamples, seed, standardError: round(error) };
  return {
    one,
    two,
    /** Three answers or more, or no set of answers can end the lead. */
    more,
    /** Several roles share the lead. */
    shared,
    method,
  };
}

const neighbourSamples = 2_000;
/** The chance that somebody made for a role or a neighbour gives the ideal answer; otherwise the answer is random. */
const steady = 0.6;

/** How often neighbours are named (DESIGN 5.11), as shares of the respondents. Null if the pack has no neighbours. */
export function measureNeighbours(card: Scorecard) {
  const { pack, columns } = card;
  if (pack.neighbours.length === 0) return null;
  const anybody = nameNeighbours(card, ({ question }, random) => randomAnswer(question, random));
  const madeFor = (column: number) => {
    const ideal = idealAnswers(card, column);
    return nameNeighbours(card, ({ place, question }, random) =>
      random() < steady ? at(ideal, place) : randomAnswer(question, random),
    );
  };
  const shareOf = (people: readonly number[][], isMeant: (named: readonly number[]) => boolean) =>
    round(people.filter(isMeant).length / neighbourSamples);
  const shareOfAny = (people: readonly number[][]) => shareOf(people, (named) => named.length > 0);
  const shareOfThis = (people: readonly number[][], n: number) => shareOf(people, (named) => named.includes(n));
  return {
    steady,
    /** The share of respondents who answer at random for whom any neighbour is named. */
    random: shareOfAny(anybody),
    /** By role id: the share of respondents made for the role for whom any neighbour is named. */
    roles: Object.fromEntries(pack.roles.map(({ id }, role) => [id, shareOfAny(madeFor(columns.roles.drawn + role))])),
    /** By neighbour id: the shares for whom it is named, of respondents at random and of respondents made for it. */
    neighbours: Object.fromEntries(
      pack.neighbours.map(({ id }, n) => {
        return [id, { random: shareOfThis(anybody, n), own: shareOfThis(madeFor(columns.neighbours + n), n) }];
      }),
    ),
    samples: neighbourSamples,
    seed,
  };
}

/** For each simulated respondent, the indexes of the neighbours that are named. */
function nameNeighbours(card: Scorecard, answer: (scored: ScoredQuestion, random: () => number) => number): number[][] {
  const random = randomFrom(seed);
  return Array.from({ length: neighbourSamples }, () => {
    const answers = answerScored(card, (scored) => answer(scored, random));
    const totals = new Totals(card, answers);
    return findNeighbours(totals, judge(totals));
  });
}

const quickSamples = 400;

/** How many scored questions `--quick` asks until no answer can end the lead (DESIGN 5.7). */
export function measureQuick(pack: Pack, card: Scorecard) {
  const random = randomFrom(seed);
  const counts = Array.from({ length: quickSamples }, () => countAsked(pack, drawAnswers(card, random)));
  const mean = sum(counts) / quickSamples;
  const variance = sum(counts.map((n) => (n - mean) ** 2)) / (quickSamples - 1);
  return {
    /** The mean number of questions for respondents who answer at random. */
    mean: round(mean),
    samples: quickSamples,
    seed,
    standardError: round(Math.sqrt(variance / quickSamples)),
    /** By role id: the number of questions for a respondent whose answers are all ideal for that role. */
    ideal: Object.fromEntries(pack.roles.map(({ id }, role) => [id, countAsked(pack, idealAnswers(card, role))])),
  };
}

function countAsked(pack: Pack, numbers: Numbers): number {
  const answers = answersFrom(pack, numbers);
  const answersSoFar: Record<string, Answers[string]> = {};
  for (let n = 0; ; n++) {
    const next = nextQuestion(pack, answersSoFar);
    if (next === null) return n;
    answersSoFar[next] = answers[next] ?? [];
  }
}

/** Samples for each role and step, if an exact count would be too large. */
const reliabilitySamples = 5_000;
const steps = Array.from({ length: 11 }, (_, i) => i / 10);

/**
 * How often a noisy respondent gets the right role. The model: somebody made for a role gives its ideal answer to each
 * question with the probability `steady`, else any answer with equal probability. Answers are independent.
 */
export function measureReliability({ pack, scored, roles }: Scorecard) {
  const choices = scored.map((question) => ({ question, parts: normalizeWeights(outcomesOf(question, roles)) }));
  return steps.map((steady) => {
    const tallies = pack.roles.map((_, role) =>
      shareLeads(
        choices.map(({ question, parts }) => [
          {
            points: [...rowOf(question, idealAnswer(question, role, roles)).points.subarray(0, roles)],
            weight: steady,
          },
          ...parts.map(({ points, weight }) => ({ points, weight: (1 - steady) * weight })),
        ]),
        roles,
        reliabilitySamples,
      ),
    );
    return {
      steady,
      /** By role id: the share of the respondents made for the role for whom it leads alone. */
      right: Object.fromEntries(pack.roles.map(({ id }, role) => [id, round(at(tallies[role]?.leads ?? [], role))])),
      method: tallies[0]?.method ?? { exact: true },
    };
  });
}
