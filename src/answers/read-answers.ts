import type { Answers } from "../advice/scorecard.ts";
import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import { mapOf } from "../pack/map-of.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { inOrder, isList, mayBeNone, sizesOf } from "../pack/pick.ts";
import { noneWord, openWord } from "../pack/reserved.ts";

/** Where the parts of an input stand, for faults. */
export interface Places {
  question(id: string): Place;
  answer(id: string, index?: number): Place;
}

/** What reading answers found: those that fit, and everything that did not. */
export interface ParsedAnswers {
  readonly answers: Answers;
  /** Questions that are expressly left open. */
  readonly unsure: readonly string[];
  readonly faults: readonly Fault[];
  /** What no longer fits, of answers to another version of the pack; it is left open. */
  readonly warnings?: readonly Fault[];
}

/** What is read where something is wrong with the whole. */
export function refuse(...faults: readonly Fault[]): ParsedAnswers {
  return { answers: {}, unsure: [], faults };
}

/**
 * Answers from plain data: question id to an option id, or to a list of ids; or any record with such a map under `answers`,
 * as a saved advice is. `unsure` and an absent question both leave it open; for questions where any may be picked, `none`
 * or an empty list says that none fits.
 * @throws RoleAdvisorError with every fault.
 */
export function parseAnswers(pack: Pack, given: Readonly<Record<string, unknown>>): Answers {
  const map = isPlain(given) && given["answers"] !== undefined ? given["answers"] : given;
  if (!isPlain(map)) throw new RoleAdvisorError([fault("not-answers", { received: inOneWord(map) })]);
  const { answers, faults } = readAnswers(pack, map);
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return answers;
}

/** A record as JSON has it: a list is none, and a Map or an instance of a class would read as one without entries. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const above: unknown = Object.getPrototypeOf(value);
  return above === null || Object.getPrototypeOf(above) === null;
}

/** As `parseAnswers`, but returns the faults beside what fits. Ids that the pack renamed are read as what they are now. */
export function readAnswers(pack: Pack, given: Readonly<Record<string, unknown>>, places?: Places): ParsedAnswers {
  const answers = mapOf<readonly string[]>([]);
  const unsure: string[] = [];
  const faults: Fault[] = [];
  const known = pack.questions.map(({ id }) => id);
  for (const [id, value] of Object.entries(given)) {
    const today = questionToday(pack, id);
    const question = pack.questions.find((q) => q.id === today);
    if (question === undefined) {
      faults.push(fault("unknown-question", { given: id, known }, places?.question(id)));
      continue;
    }
    if (today !== id && Object.hasOwn(given, today)) {
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

/** What was read, where it was made with another version of the pack: what does not fit is a warning then. */
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

/** The words of an answer as this version of the pack has them, under the old id of their question or under its new one. */
function wordsToday({ renamed }: Pack, { id, options }: Question, given: string, value: unknown): readonly unknown[] {
  const words = value === null || value === undefined ? [openWord] : Array.isArray(value) ? value : [value];
  return words.flatMap(wordsIn).map((word: unknown) => {
    // In YAML and JSON, true is no text; where an option has this id, it is meant.
    if (typeof word === "boolean" && options.some((option) => option.id === `${word}`)) return `${word}`;
    if (typeof word !== "string") return word;
    const old = [`${given}.${word}`, `${id}.${word}`].find((name) => Object.hasOwn(renamed, name));
    return old === undefined ? word : renamed[old];
  });
}

/** Several options in one text have commas or semicolons between them, wherever the text comes from. */
function wordsIn(value: unknown): readonly unknown[] {
  return typeof value === "string" && /[,;]/.test(value) ? value.split(/[,;]/).map((word) => word.trim()) : [value];
}

/** One answer: the ids picked, or null where the question stays open. `at` is the place of one word, or of all. */
function readAnswer(
  question: Question,
  given: readonly unknown[],
  at: (index?: number) => Place | undefined,
): { picked: readonly string[] | null; faults: readonly Fault[] } {
  const { id, options } = question;
  const notAnAnswer = (received: string, place?: Place) => ({
    picked: null,
    faults: [fault("not-an-answer", { question: id, received, isList: isList(question) }, place)],
  });
  const words = given.filter((word) => typeof word === "string");
  const odd = given.findIndex((word) => typeof word !== "string");
  if (odd >= 0) return notAnAnswer(inOneWord(given[odd]), at(odd));
  if (words.length === 0 && !mayBeNone(question)) return notAnAnswer("an empty list", at());
  const loners = mayBeNone(question) ? [openWord, noneWord] : [openWord];
  const [first = ""] = words;
  if (words.length === 1 && loners.includes(first)) return { picked: first === openWord ? null : [], faults: [] };
  const known = options.map((option) => option.id);
  const faults = words.flatMap((given, i) => {
    if (known.includes(given)) return [];
    if (loners.includes(given)) return [fault("stands-alone", { question: id, given }, at(i))];
    return [fault("unknown-option", { question: id, given, known }, at(i))];
  });
  const picked = inOrder(question, words);
  const { most } = sizesOf(question);
  if (picked.length > most) faults.push(fault("too-many", { question: id, given: picked.length, most }, at()));
  return { picked, faults };
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** No text is made of an object by its own methods. */
function inOneWord(value: unknown): string {
  if (Array.isArray(value)) return "a list in a list";
  if (typeof value === "object" && value !== null) return value instanceof Map ? "a Map" : "a map";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  return value === null ? "empty" : `${value}`;
}
