import type { Pack } from "../pack/pack.ts";
import { open } from "../pack/pick.ts";
import {
  type Answers,
  compileScorecard,
  type EvidenceKind,
  type Numbers,
  numbersOf,
  rowOf,
  type Scorecard,
  type ScoredQuestion,
} from "./scorecard.ts";

/**
 * The points of one respondent in each column of the scorecard, and the most that the answered questions could have
 * given. All of the advice is derived from them. A cohort reuses one object for millions of rows (see `count`).
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

  /** Replaces the answers and counts their points. */
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
      // Few questions are open, so subtracting these from the whole takes less time than adding up the others.
      for (let column = 0; column < possible.length; column++) {
        possible[column] = (possible[column] ?? 0) - (question.possible[column] ?? 0);
      }
      if (question.isScored) unanswered.push(question);
    }
  }

  /** Points by role number. */
  pointsOfRoles(evidence: EvidenceKind): number[] {
    return this.pointsFrom(this.card.columns.roles[evidence], this.card.roles);
  }

  /** The points of `count` columns, starting at the column `first`. */
  pointsFrom(first: number, count: number): number[] {
    const points = new Array<number>(count);
    for (let n = 0; n < count; n++) points[n] = this.points[first + n] ?? 0;
    return points;
  }
}

export function totalsOf(pack: Pack, answers: Answers): Totals {
  return new Totals(compileScorecard(pack), numbersOf(pack, answers));
}
