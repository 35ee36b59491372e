import { mapOf } from "../pack/map-of.ts";
import type { Experiment, Neighbour, Pack, Question, Strengths } from "../pack/pack.ts";
import { bestAnswer, numberOf, open, pickedIn, toPlaces } from "../pack/pick.ts";
import { type Condition, compileConditions } from "./condition.ts";

/** What one respondent said: question id to the option ids picked. A question without an entry is open. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** The same as numbers (see `numberOf`), by question in pack order. */
export type Numbers = Int32Array;

/** The two kinds of evidence: what one is drawn to decides, what one is able in shapes the route. */
export type EvidenceKind = "drawn" | "able";

/**
 * A pack compiled to integer points (DESIGN 5.1): one table, with a row for each answer. Its columns are the roles by either
 * evidence, the evidence of each trait, and the kinds of each role and the neighbours. Everything is numbered in pack order.
 */
export interface Scorecard {
  readonly pack: Pack;
  readonly roles: number;
  /** Every question. */
  readonly questions: readonly ScoredQuestion[];
  /** Those that count for the recommendation, because an option shows what a person is drawn to. */
  readonly scored: readonly ScoredQuestion[];
  readonly columns: Columns;
  /** By role and trait. */
  readonly weights: readonly (readonly number[])[];
  /** By role: the conditions of each stage of its path. */
  readonly stages: readonly (readonly Condition[])[];
  /** By role and trait. */
  readonly experiments: readonly (readonly (readonly ConditionalExperiment[])[])[];
}

export interface ConditionalExperiment {
  readonly condition: Condition;
  readonly experiment: Experiment;
}

/** Where the columns of the table start. */
export interface Columns {
  readonly roles: Readonly<Record<EvidenceKind, number>>;
  readonly traits: Readonly<Record<EvidenceKind, number>>;
  /** By role. */
  readonly kinds: readonly number[];
  readonly neighbours: number;
}

export interface ScoredQuestion {
  readonly place: number;
  readonly question: Question;
  readonly isScored: boolean;
  /** By option and column. */
  readonly options: readonly Int32Array[];
  /** By column: the most that an answer can give. */
  readonly possible: Int32Array;
  /** By leader × roles + rival: the most that an answer can gain the rival on the leader. */
  readonly gains: Readonly<Record<EvidenceKind, readonly number[]>>;
  /** Rows that were asked for, by the number of the answer. */
  readonly rows: Int32Array[];
}

const cards = new WeakMap<Pack, Scorecard>();

/** Each pack is compiled once. */
export function compileScorecard(pack: Pack): Scorecard {
  const known = cards.get(pack);
  if (known !== undefined) return known;
  const { roles, traits } = pack;
  const [r, t] = [roles.length, traits.length];
  const kinds = roles.map(({ kinds: { length } }) => length);
  const columns: Columns = {
    roles: { drawn: 0, able: r },
    traits: { drawn: 2 * r, able: 2 * r + t },
    kinds: kinds.map((_, role) => 2 * (r + t) + sum(kinds.slice(0, role))),
    neighbours: 2 * (r + t) + sum(kinds),
  };
  const weighings = weighingsOf(pack);
  const questions = pack.questions.map((question, place) => compileQuestion(pack, question, place, weighings, columns));
  const card = {
    pack,
    roles: r,
    questions,
    scored: questions.filter(({ isScored }) => isScored),
    columns,
    weights: roles.map((role) => weightsOf(pack, role)),
    stages: roles.map(({ path }) => path.map((stage) => compileConditions(pack, stage))),
    experiments: roles.map((role) =>
      traits.map(({ id }) =>
        (role.traits[id]?.grow ?? []).map((experiment) => {
          return { condition: compileConditions(pack, experiment), experiment };
        }),
      ),
    ),
  };
  cards.set(pack, card);
  return card;
}

/** What a column counts: one kind of evidence, by the weight of each trait in pack order. */
interface Weighing {
  readonly evidence: EvidenceKind;
  readonly weights: readonly number[];
}

/** In the order of `Columns`. */
function weighingsOf(pack: Pack): Weighing[] {
  const { roles, traits, neighbours } = pack;
  const byRole = roles.map((role) => weightsOf(pack, role));
  const byTrait = traits.map((_, t) => traits.map((_, other) => (other === t ? 1 : 0)));
  const kinds = roles.flatMap((role) => role.kinds.map((kind) => traits.map(({ id }) => kind.traits[id] ?? 0)));
  const weighed = (evidence: EvidenceKind) => (weights: readonly number[]) => ({ evidence, weights });
  return [
    ...byRole.map(weighed("drawn")),
    ...byRole.map(weighed("able")),
    ...byTrait.map(weighed("drawn")),
    ...byTrait.map(weighed("able")),
    ...kinds.map(weighed("drawn")),
    ...neighbours.map((neighbour) => weightsOf(pack, neighbour)).map(weighed("drawn")),
  ];
}

function weightsOf({ traits }: Pack, { traits: own }: Pick<Neighbour, "traits">): number[] {
  return traits.map(({ id }) => own[id]?.weight ?? 0);
}

function compileQuestion(
  { traits, roles: { length: roles } }: Pack,
  question: Question,
  place: number,
  weighings: readonly Weighing[],
  columns: Columns,
): ScoredQuestion {
  const options = question.options.map((option) => {
    const shown = { drawn: shownBy(traits, option.drawn), able: shownBy(traits, option.able) };
    return Int32Array.from(weighings, ({ evidence, weights }) => weigh(shown[evidence], weights));
  });
  const most = (worth: (row: Int32Array) => number) => bestAnswer(question, options.map(worth)).value;
  const gains = (evidence: EvidenceKind) =>
    Array.from({ length: roles * roles }, (_, pair) => {
      const [leader, rival] = [Math.floor(pair / roles), pair % roles].map((role) => columns.roles[evidence] + role);
      return leader === rival ? 0 : most((row) => at(row, rival) - at(row, leader));
    });
  return {
    place,
    question,
    isScored: isScored(question),
    options,
    possible: Int32Array.from(weighings, (_, column) => most((row) => at(row, column))),
    gains: { drawn: gains("drawn"), able: gains("able") },
    rows: [],
  };
}

/** The traits that an option shows, by number, each with its strength: two or three of them, so most need not be weighed. */
function shownBy(
  traits: Pack["traits"],
  strengths: Strengths,
): readonly (readonly [trait: number, strength: number])[] {
  return Object.entries(strengths).map(([id, strength]) => [traits.findIndex((trait) => trait.id === id), strength]);
}

function weigh(shown: ReturnType<typeof shownBy>, weights: readonly number[]): number {
  let points = 0;
  for (const [trait, strength] of shown) points += strength * (weights[trait] ?? 0);
  return points;
}

export function isScored(question: Question): boolean {
  return question.options.some(({ drawn }) => Object.keys(drawn).length > 0);
}

/** Rows of larger numbers are added up each time: a question of 24 options may have 16 million of them. */
const mostKept = 1024;

/** What an answer gives in each column: the sum over what was picked. Nothing where the question is open. */
export function rowOf(scored: ScoredQuestion, number: number): Int32Array {
  return scored.rows[number] ?? sumRow(scored, number);
}

/** Apart, since what it captures would cost each look at a kept row an allocation. */
function sumRow(scored: ScoredQuestion, number: number): Int32Array {
  const row = new Int32Array(scored.possible.length);
  for (const place of toPlaces(scored.question.pick, number)) {
    scored.options[place]?.forEach((points, column) => {
      row[column] = (row[column] ?? 0) + points;
    });
  }
  if (number <= mostKept) scored.rows[number] = row;
  return row;
}

/** What all answers give in so many columns, from the first on. */
export function addAnswers({ questions }: Scorecard, answers: Numbers, first: number, columns: number): number[] {
  const totals = zeros(columns);
  for (const question of questions) {
    const number = answers[question.place] ?? 0;
    if (number !== open) addTo(totals, rowOf(question, number), first);
  }
  return totals;
}

/** The most that the answered questions could have given there. */
export function addPossible({ questions }: Scorecard, answers: Numbers, first: number, columns: number): number[] {
  const totals = zeros(columns);
  for (const { place, possible } of questions) if ((answers[place] ?? 0) !== open) addTo(totals, possible, first);
  return totals;
}

export function addTo(totals: number[], row: Int32Array, first: number): void {
  for (let i = 0; i < totals.length; i++) totals[i] = (totals[i] ?? 0) + (row[first + i] ?? 0);
}

export function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
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

/** The number at a place; 0 beyond the end. Loops that a cohort runs for each row spell it out, which is three times as fast. */
export function at(numbers: ArrayLike<number>, place: number | undefined): number {
  return place === undefined ? 0 : (numbers[place] ?? 0);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
