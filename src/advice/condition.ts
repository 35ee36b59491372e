import type { Conditions, Pack, When } from "../pack/pack.ts";
import { open, type PickName, toPlaces } from "../pack/pick.ts";

export interface Condition {
  /** From `when`. */
  readonly all: readonly Choice[];
  /** From `unless`. */
  readonly none: readonly Choice[];
}

interface Choice {
  readonly place: number;
  readonly pick: PickName;
  /** By option of the question. */
  readonly isWanted: readonly boolean[];
}

export function compileConditions(pack: Pick<Pack, "questions">, { when, unless }: Conditions): Condition {
  return { all: compileChoices(pack, when), none: compileChoices(pack, unless) };
}

function compileChoices({ questions }: Pick<Pack, "questions">, when: When): Choice[] {
  return Object.entries(when).map(([id, wanted]) => {
    const place = questions.findIndex((question) => question.id === id);
    const { pick = "one", options = [] } = questions[place] ?? {};
    return { place, pick, isWanted: options.map((option) => wanted.includes(option.id)) };
  });
}

/** All of `when` must hold and none of `unless`. One of a question's options suffices; an open one never holds. */
export function holds({ all, none }: Condition, answers: ArrayLike<number>): boolean {
  for (const choice of all) if (!isChosen(choice, answers)) return false;
  for (const choice of none) if (isChosen(choice, answers)) return false;
  return true;
}

function isChosen({ place, pick, isWanted }: Choice, answers: ArrayLike<number>): boolean {
  for (const option of toPlaces(pick, answers[place] ?? open)) if (isWanted[option]) return true;
  return false;
}
