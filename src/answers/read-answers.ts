import type { Answers } from "../advice/scorecard.ts";
import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import { mapOf } from "../pack/map-of.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { inOrder, isList, mayBeNone, sizesOf } from "../pack/pick.ts";
import { noneWord, openWord } from "../pack/reserved.ts";

/** Finds the places of answers in an input, for faults. `index` is the place of an option in a list of them. */
export interface Places {
  question(id: string): Place;
  answer(id: string, index?: number): Place;
}

/** The answers in an input that fit the pack, and faults for everything that does not. */
export interface ParsedAnswers {
  readonly answers: Answers;
  /** Questions that the input leaves open expressly. */
  readonly unsure: readonly string[];
  readonly faults: readonly Fault[];
  /** Answers to another version of the pack that no longer fit. Their questions are open. */
  readonly warnings?: readonly Fault[];
}

/** The result for an input of which no answer can be used. */
export function refuse(...faults: readonly Fault[]): ParsedAnswers {
  return { answers: {}, unsure: [], faults };
}

/**
 * Reads answers from a plain object that maps question ids to an option id or a list of them, or from a record with
 * such a map under `answers`, as in a saved advice. A question is open if it is absent or its answer is `unsure`. If it
 * allows several options, `none` or an empty list picks none of them.
 * @throws RoleAdvisorError with every fault.
 */
export function parseAnswers(pack: Pack, input: Readonly<Record<string, unknown>>): Answers {
  const map = isPlain(input) && input["answers"] !== undefined ? input["answers"] : input;
  if (!isPlain(map)) throw new RoleAdvisorError([fault("not-answers", { received: describeInput(map) })]);
  const { answers, faults } = readAnswers(pack, map);
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return answers;
}

/** Is it a plain object? A list is not, nor is a Map or an instance of a class, which would seem to have no entries. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** As `parseAnswers`, but returns the faults instead of throwing. Ids that the pack has renamed become the new ones. */
export function readAnswers(pack: Pack, input: Readonly<Record<string, unknown>>, places?: Places): ParsedAnswers {
  const answers = mapOf<readonly string[]>([]);
  const unsure: string[] = [];
  const faults: Fault[] = [];
  const questionIds = pack.questions.map(({ id }) => id);
  for (const [id, value] of Object.entries(input)) {
    const today = questionToday(pack, id);
    const question = pack.questions.find((q) => q.id === today);
    if (question === undefined) {
      faults.push(fault("unknown-question", { given: id, known: questionIds }, places?.question(id)));
      continue;
    }
    if (today !== id && Object.hasOwn(input, today)) {
      faults.push(fault("answered-twice", { old: id, question: today }, places?.question(id)));
      continue;
    }
    const words = wordsToday(pack, question, id, value);
    const isListed = Array.isArray(value) && value.length === words.length;
    const read = readAnswer(question, words, (index) => places?.answer(id, isListed ? index : undefined));
    faults.push(...read.faults);
    if (read.faults.length > 0) continue;
    if (read.picked === null) unsure.push(today);
    else answers[today] = read.picked;
  }
  return { answers, unsure, faults };
}

/** Turns the faults of answers that were made with another version of the pack into warnings. */
export function fromVersion(
  pack: Pack,
  version: string,
  { faults, ...read }: ParsedAnswers,
  place: Place = {},
): ParsedAnswers {
  if (faults.length === 0) return { ...read, faults };
  return { ...read, faults: [], warnings: [fault("other-version", { version, now: pack.version }, place), ...faults] };
}

/** The id that a question has in this version of the pack. */
export function questionToday({ renamed }: Pack, id: string): string {
  return Object.hasOwn(renamed, id) ? (renamed[id] ?? id) : id;
}

/** The words of an answer, with renamed options under their new ids. `usedId` may be an old id of the question. */
function wordsToday({ renamed }: Pack, { id, options }: Question, usedId: string, value: unknown): readonly unknown[] {
  const words = value === null || value === undefined ? [openWord] : Array.isArray(value) ? value : [value];
  return words.flatMap(wordsIn).map((word: unknown) => {
    // YAML and JSON read an unquoted `true` as a boolean, although it may be the id of an option.
    if (typeof word === "boolean" && options.some((option) => option.id === `${word}`)) return `${word}`;
    if (typeof word !== "string") return word;
    const old = [`${usedId}.${word}`, `${id}.${word}`].find((name) => Object.hasOwn(renamed, name));
    return old === undefined ? word : renamed[old];
  });
}

/** Splits a text with several options at commas and semicolons. */
function wordsIn(value: unknown): readonly unknown[] {
  return typeof value === "string" && /[,;]/.test(value) ? value.split(/[,;]/).map((word) => word.trim()) : [value];
}

/** Reads one answer: the picked option ids, or null for an open question. `at` is the place of one value, or of all. */
function readAnswer(
  question: Question,
  values: readonly unknown[],
  at: (index?: number) => Place | undefined,
): { picked: readonly string[] | null; faults: readonly Fault[] } {
  const { id, options } = question;
  const notAnAnswer = (received: string, place?: Place) => ({
    picked: null,
    faults: [fault("not-an-answer", { question: id, received, isList: isList(question) }, place)],
  });
  const words = values.filter((value) => typeof value === "string");
  const nonText = values.findIndex((value) => typeof value !== "string");
  if (nonText >= 0) return notAnAnswer(describeInput(values[nonText]), at(nonText));
  if (words.length === 0 && !mayBeNone(question)) return notAnAnswer("an empty list", at());
  const standalone = mayBeNone(question) ? [openWord, noneWord] : [openWord];
  const [first = ""] = words;
  if (words.length === 1 && standalone.includes(first)) return { picked: first === openWord ? null : [], faults: [] };
  const optionIds = options.map((option) => option.id);
  const faults = words.flatMap((word, i) => {
    if (optionIds.includes(word)) return [];
    if (standalone.includes(word)) return [fault("stands-alone", { question: id, given: word }, at(i))];
    return [fault("unknown-option", { question: id, given: word, known: optionIds }, at(i))];
  });
  const picked = inOrder(question, words);
  const { most } = sizesOf(question);
  if (picked.length > most) faults.push(fault("too-many", { question: id, given: picked.length, most }, at()));
  return { picked, faults };
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Describes a value for a fault. It never calls `toString` of an object, which could throw or print anything. */
function describeInput(value: unknown): string {
  if (Array.isArray(value)) return "a list in a list";
  if (typeof value === "object" && value !== null) return value instanceof Map ? "a Map" : "a map";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  return value === null ? "empty" : `${value}`;
}
