import { mapOf } from "../pack/map-of.ts";
import type { Neighbour, Pack, Question } from "../pack/pack.ts";
import { mostWorth, numberOf, pickedIn, toPlaces } from "../pack/pick.ts";
import { compileConditions } from "./condition.ts";

/** Answers of one respondent: question id to the ids of the options picked. A question without an entry is open. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** Answers as numbers (see `numberOf`), one for each question in pack order. */
export type Numbers = Int32Array;

/** The two kinds of evidence: what a person is drawn to decides, what a person is able in shapes the route. */
export const evidenceKinds = ["drawn", "able"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** The points that an answer gives. */
export interface AnswerRow {
  /** By column of the scorecard. */
  readonly points: Int32Array;
  /** The points without the columns of 0, which are most: a flat list of column, points, column, points… */
  readonly entries: Int32Array;
}

export type Scorecard = ReturnType<typeof compile>;
export type ScoredQuestion = ReturnType<typeof compileQuestion>;
export type TraitExperiments = Scorecard["experiments"][number][number];

const cards = new WeakMap<Pack, Scorecard>();

/** Compiles each pack once. */
export function compileScorecard(pack: Pack): Scorecard {
  const card = cards.get(pack) ?? compile(pack);
  cards.set(pack, card);
  return card;
}

/**
 * A pack compiled to integer points (DESIGN 5.1): one table with a row for each answer. Its columns are the roles and
 * then the traits, each by both kinds of evidence, the kinds of each role, and the neighbours, all in pack order.
 */
function compile(pack: Pack) {
  const { roles, traits } = pack;
  const columns = columnsOf(pack);
  const counts = countsOf(pack);
  const questions = pack.questions.map((question, place) => compileQuestion(question, place, pack, columns, counts));
  /** Questions that count for the recommendation, because an option shows what a person is drawn to. */
  const scored = questions.filter(({ isScored }) => isScored);
  return {
    pack,
    roles: roles.length,
    questions,
    scored,
    columns,
    /** By column: the most points that all questions together can give. */
    possible: Int32Array.from({ length: columns.all }, (_, column) =>
      sum(questions.map((question) => at(question.possible, column))),
    ),
    /** By trait: the questions that can show that a person is drawn to it. */
    showing: traits.map((_, trait) => scored.filter(({ possible }) => at(possible, columns.traits.drawn + trait) > 0)),
    /** By role and trait. */
    weights: roles.map((role) => traits.map(({ id }) => role.traits[id]?.weight ?? 0)),
    /** By role: the conditions of each stage of its path. */
    stages: roles.map(({ path }) => path.map((stage) => compileConditions(pack, stage))),
    /** By role: the experiments of each trait that has some there. */
    experiments: roles.map((role) =>
      traits.flatMap(({ id }, trait) => {
        const { grow = [], weight = 0 } = role.traits[id] ?? {};
        const experiments = grow.map((experiment) => ({ condition: compileConditions(pack, experiment), experiment }));
        return experiments.length === 0 ? [] : [{ trait, weight, experiments }];
      }),
    ),
  };
}

/** The first column of each group, where `kinds` has a group for each role, and in `all` the number of columns. */
function columnsOf({ roles, traits, neighbours }: Pack) {
  const [r, t] = [roles.length, traits.length];
  const kinds = roles.map((role) => role.kinds.length);
  return {
    roles: { drawn: 0, able: r },
    traits: { drawn: 2 * r, able: 2 * r + t },
    kinds: kinds.map((_, role) => 2 * (r + t) + sum(kinds.slice(0, role))),
    neighbours: 2 * (r + t) + sum(kinds),
    all: 2 * (r + t) + sum(kinds) + neighbours.length,
  };
}

/** By evidence and trait id: the columns in which a trait counts, with its weight there. Most traits count in few. */
function countsOf({ roles, traits, neighbours }: Pack) {
  const counts = { drawn: new Map<string, Count[]>(), able: new Map<string, Count[]>() };
  let column = 0;
  /** Adds the next column, in the order of `columnsOf`. */
  const add = (evidence: EvidenceKind, weights: Iterable<readonly [trait: string, weight: number]>) => {
    for (const [trait, weight] of weights) {
      const before = counts[evidence].get(trait);
      if (before === undefined) counts[evidence].set(trait, [{ column, weight }]);
      else before.push({ column, weight });
    }
    column++;
  };
  for (const evidence of evidenceKinds) for (const role of roles) add(evidence, weightsOf(role));
  for (const evidence of evidenceKinds) for (const { id } of traits) add(evidence, [[id, 1]]);
  for (const { kinds } of roles) for (const kind of kinds) add("drawn", Object.entries(kind.traits));
  for (const neighbour of neighbours) add("drawn", weightsOf(neighbour));
  return counts;
}

interface Count {
  readonly column: number;
  readonly weight: number;
}

function weightsOf({ traits }: Pick<Neighbour, "traits">): [trait: string, weight: number][] {
  return Object.entries(traits).map(([id, { weight }]) => [id, weight]);
}

function compileQuestion(
  question: Question,
  place: number,
  { roles }: Pack,
  columns: ReturnType<typeof columnsOf>,
  counts: ReturnType<typeof countsOf>,
) {
  const options = question.options.map((option) => {
    const row = new Int32Array(columns.all);
    for (const evidence of evidenceKinds)
      for (const [trait, strength] of Object.entries(option[evidence]))
        for (const { column, weight } of counts[evidence].get(trait) ?? [])
          row[column] = at(row, column) + strength * weight;
    return row;
  });
  const most = (worth: (row: Int32Array) => number) => mostWorth(question, options.map(worth));
  const possible = new Int32Array(columns.all);
  for (let column = 0; column < columns.all; column++)
    if (options.some((row) => row[column] !== 0)) possible[column] = most((row) => at(row, column));
  const gainsBy = (first: number) =>
    roles.map((_, leader) => roles.map((_, rival) => most((row) => at(row, first + rival) - at(row, first + leader))));
  /** Rows that `rowOf` keeps, by the number of the answer. */
  const rows: AnswerRow[] = [];
  return {
    place,
    question,
    isScored: isScored(question),
    /** By option and column. */
    options,
    /** By column: the most points that an answer can give. */
    possible,
    /** By evidence, leader and rival: the most points that an answer can gain the rival on the leader. */
    gains: { drawn: gainsBy(columns.roles.drawn), able: gainsBy(columns.roles.able) },
    rows,
  };
}

export function isScored(question: Question): boolean {
  return question.options.some(({ drawn }) => Object.keys(drawn).length > 0);
}

/** Rows of answers with a larger number are not kept, since a question of 24 options may have 16 million of them. */
const mostKept = 1024;

/** The row of an answer: the sum over the options picked (DESIGN 5.1). All 0 where the question is open. */
export function rowOf(scored: ScoredQuestion, number: number): AnswerRow {
  return scored.rows[number] ?? sumRow(scored, number);
}

/** Not part of `rowOf`, since its closures would make each look-up of a kept row allocate memory. */
function sumRow(scored: ScoredQuestion, number: number): AnswerRow {
  const points = new Int32Array(scored.possible.length);
  for (const place of toPlaces(scored.question.pick, number)) {
    scored.options[place]?.forEach((added, column) => {
      points[column] = at(points, column) + added;
    });
  }
  const row = { points, entries: Int32Array.from([...points.entries()].filter(([, n]) => n !== 0).flat()) };
  if (number <= mostKept) scored.rows[number] = row;
  return row;
}

export function numbersOf({ questions }: Pack, answers: Answers): Numbers {
  return Int32Array.from(questions, (question) =>
    numberOf(question, Object.hasOwn(answers, question.id) ? answers[question.id] : undefined),
  );
}

export function answersFrom({ questions }: Pack, numbers: Numbers): Answers {
  return mapOf(
    questions.flatMap((question, q) => {
      const picked = pickedIn(question, at(numbers, q));
      return picked === null ? [] : [[question.id, picked]];
    }),
  );
}

/** The number at a place, or 0 beyond the end. Code run for each row of a cohort has `?? 0`, three times as fast. */
export function at(numbers: ArrayLike<number>, place: number | undefined): number {
  return place === undefined ? 0 : (numbers[place] ?? 0);
}

/** By how many points one role is ahead of another. */
export function marginOf(points: ArrayLike<number>, leader: number, rival: number): number {
  return (points[leader] ?? 0) - (points[rival] ?? 0);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

export function product(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total * n, 1);
}
