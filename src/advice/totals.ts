import type { Pack } from "../pack/pack.ts";
import { open } from "../pack/pick.ts";
import {
  type Answers,
  compileScorecard,
  type Numbers,
  numbersOf,
  rowOf,
  type Scorecard,
  type ScoredQuestion,
} from "./scorecard.ts";

/**
 * What the answers of one respondent come to in each column of the scorecard, and the most that they could have come to. All
 * that is said of a respondent is read from it. It is made once and counted again for the next respondent of a cohort, whose
 * rows it serves by the million.
 */
export class Totals {
  readonly card: Scorecard;
  answers: Numbers;
  /** By column. */
  readonly points: Int32Array;
  readonly possible: Int32Array;
  /** The scored questions that are open. */
  unanswered: readonly ScoredQuestion[] = [];

  constructor(card: Scorecard, answers: Numbers = new Int32Array(card.questions.length)) {
    this.card = card;
    this.points = new Int32Array(card.columns.all);
    this.possible = new Int32Array(card.columns.all);
    this.answers = answers;
    this.count(answers);
  }

  /** Begins anew with these answers. */
  count(answers: Numbers): void {
    const { points, possible } = this;
    const unanswered: ScoredQuestion[] = [];
    this.answers = answers;
    this.unanswered = unanswered;
    points.fill(0);
    possible.set(this.card.possible);
    for (const question of this.card.questions) {
      const number = answers[question.place] ?? open;
      if (number !== open) {
        const { entries } = rowOf(question, number);
        for (let i = 0; i < entries.length; i += 2) {
          const column = entries[i] ?? 0;
          points[column] = (points[column] ?? 0) + (entries[i + 1] ?? 0);
        }
        continue;
      }
      // Few questions are open, so that it is less to take away than to add up.
      for (let column = 0; column < possible.length; column++) {
        possible[column] = (possible[column] ?? 0) - (question.possible[column] ?? 0);
      }
      if (question.isScored) unanswered.push(question);
    }
  }

  /** The points of so many columns, from the first on. */
  pointsFrom(first: number, count: number): number[] {
    const points = new Array<number>(count);
    for (let n = 0; n < count; n++) points[n] = this.points[first + n] ?? 0;
    return points;
  }
}

export function totalsOf(pack: Pack, answers: Answers): Totals {
  return new Totals(compileScorecard(pack), numbersOf(pack, answers));
}
