import { closestMatch } from "leven";
import { questionToday } from "../answers/read-answers.ts";
import { type Fault, fault, type Place } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { fold, foldWhole } from "./fold.ts";

/** The number of each question by its folded id, and by those that it had in earlier versions of the pack. */
export function questionsByName(pack: Pack): ReadonlyMap<string, number> {
  const ids = pack.questions.map(({ id }) => id);
  const names = [...ids, ...Object.keys(pack.renamed)];
  return new Map(
    names.map((name) => [name, ids.indexOf(questionToday(pack, name))] as const).filter(([, q]) => q >= 0),
  );
}

/** Two names for one question. */
export function twice({ renamed }: Pack, question: string, first: string, second: string, place: Place): Fault {
  const old = [first, second].find((name) => Object.hasOwn(renamed, fold(name)));
  if (old !== undefined) return fault("answered-twice", { old: fold(old), question }, place);
  return fault("doubled-answer", { question, names: [first, second] }, place);
}

/** A remark on a name that is passed on, and was probably meant for a question. */
export function likelyQuestion(questions: ReadonlyMap<string, number>, name: string): string[] {
  const meant = foldWhole(name);
  const near = name.length > 60 ? undefined : closestMatch(meant, [...questions.keys()], { maxDistance: 2 });
  const isFar = near === undefined || (near.length < 5 && near !== meant) || meant === "id";
  return isFar ? [] : [`"${name}" is no question and is passed on; did you mean "${near}"?`];
}
