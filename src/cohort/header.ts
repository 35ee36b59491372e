import { closestMatch } from "leven";
import { questionToday } from "../answers/parse.ts";
import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { shortened } from "./rows.ts";

/** What the columns of a CSV are for. */
export interface Header {
  readonly answers: readonly { readonly question: number; readonly column: number }[];
  /** Columns that are passed through, `id` first. */
  readonly passed: readonly number[];
}

/** The number of each question by its id, and by those that it had in earlier versions of the pack. */
export function questionsByName(pack: Pack): ReadonlyMap<string, number> {
  const ids = pack.questions.map(({ id }) => id);
  const names = [...ids, ...Object.keys(pack.renamed)];
  return new Map(
    names.map((name) => [name, ids.indexOf(questionToday(pack, name))] as const).filter(([, q]) => q >= 0),
  );
}

/** @throws RoleAdvisorError where a name stands twice, is one of those that are written, or none is a question. */
export function readHeader(
  pack: Pack,
  names: readonly string[],
  taken: readonly string[],
  places: readonly Place[],
): Header {
  const questions = questionsByName(pack);
  const columns = names.map((name, column) => ({ name, column, question: questions.get(name) ?? -1 }));
  const answers = columns.filter(({ question }) => question >= 0);
  const passed = columns.filter(({ question }) => question < 0);
  const faults: Fault[] = columns
    .filter(({ name, column }) => name !== "" && names.indexOf(name) < column)
    .map(({ name, column }) => fault("doubled-column", { name: shortened(name) }, places[column]));
  for (const { name: old, column, question } of answers) {
    const id = pack.questions[question]?.id ?? "";
    const isTwice = answers.some((other) => other.question === question && other.name !== old);
    if (old !== id && isTwice) faults.push(fault("answered-twice", { old, question: id }, places[column]));
  }
  for (const { name, column } of passed) {
    if (taken.includes(name)) faults.push(fault("taken-name", { name }, places[column]));
  }
  if (answers.length === 0) faults.push(fault("no-question-column", { mend: mendFor(names[0] ?? "") }, places[0]));
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  const isId = ({ name }: { name: string }) => name === "id";
  return {
    answers,
    passed: [...passed.filter(isId), ...passed.filter((column) => !isId(column))].map(({ column }) => column),
  };
}

function mendFor(first: string): string {
  return (
    otherDelimiter(first) ??
    'name the columns in its first line by the ids of the questions, as "role-advisor batch --template" does'
  );
}

/** What to do if the delimiter is one that stands in the text. */
export function otherDelimiter(text: string): string | undefined {
  const other = [";", "\t", "|", ","].find((delimiter) => text.includes(delimiter));
  if (other === undefined) return undefined;
  return `if its cells are parted by ${other === "\t" ? "tabs" : `"${other}"`}, give --delimiter ${other === "\t" ? "tab" : `"${other}"`}`;
}

/** A remark on a name that is passed through, and was probably meant for a question. */
export function likelyQuestion(questions: ReadonlyMap<string, number>, name: string): string[] {
  const meant = name.trim().toLowerCase();
  const near = name.length > 60 ? undefined : closestMatch(meant, [...questions.keys()], { maxDistance: 2 });
  const isFar = near === undefined || (near.length < 5 && near !== meant) || name === "id";
  return isFar ? [] : [`"${name}" is no question and is passed through; did you mean "${near}"?`];
}
