import { closestMatch } from "leven";
import { questionToday } from "../answers/parse.ts";
import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { fold, foldWhole, shortened } from "./fold.ts";

/** What the columns of a CSV are for. */
export interface Header {
  readonly answers: readonly { readonly question: number; readonly column: number }[];
  /** Columns that are passed through, `id` first. */
  readonly passed: readonly number[];
}

/** The number of each question by its folded id, and by those that it had in earlier versions of the pack. */
export function questionsByName(pack: Pack): ReadonlyMap<string, number> {
  const ids = pack.questions.map(({ id }) => id);
  const names = [...ids, ...Object.keys(pack.renamed)];
  return new Map(
    names.map((name) => [name, ids.indexOf(questionToday(pack, name))] as const).filter(([, q]) => q >= 0),
  );
}

/** @throws RoleAdvisorError where a name stands twice, is one of those that are written, or none is a question. */
export function readHeader(pack: Pack, names: readonly string[], taken: readonly string[], place: Place): Header {
  const questions = questionsByName(pack);
  const columns = names.map((name, column) => ({ name, column, question: questions.get(fold(name)) ?? -1 }));
  const answers = columns.filter(({ question }) => question >= 0);
  const passed = columns.filter(({ question }) => question < 0);
  const faults: Fault[] = columns
    .filter(({ name, column }) => name !== "" && names.indexOf(name) < column)
    .map(({ name }) => fault("doubled-column", { name: shortened(name) }, place));
  for (const { name, question } of answers) {
    const first = answers.find((other) => other.question === question && other.name !== name);
    const id = pack.questions[question]?.id ?? "";
    if (first === undefined || answers.findIndex((one) => one.name === name) > answers.indexOf(first)) continue;
    faults.push(twice(pack, id, name, first.name, place));
  }
  for (const { name } of passed) if (taken.includes(name)) faults.push(fault("taken-name", { name }, place));
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  const isId = ({ name }: { name: string }) => fold(name) === "id";
  return {
    answers,
    passed: [...passed.filter(isId), ...passed.filter((column) => !isId(column))].map(({ column }) => column),
  };
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
