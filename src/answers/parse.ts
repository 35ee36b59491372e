import type { Answers } from "../advice/scorecard.ts";
import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { noneWord, openWord } from "../pack/reserved.ts";

/** Where the parts of an input stand, for faults. */
export interface Places {
  question(id: string): Place;
  answer(id: string, index?: number): Place;
}

const nowhere: Places = { question: () => ({}), answer: () => ({}) };

/** What reading answers found: those that fit, and everything that did not. */
export interface Read {
  readonly answers: Answers;
  /** Questions that are expressly left open. */
  readonly unsure: readonly string[];
  readonly faults: readonly Fault[];
  /** What no longer fits, of answers to another version of the pack; it is left open. */
  readonly warnings?: readonly Fault[];
}

/**
 * Answers from plain data: question id to an option id, or to a list of ids; or any record with such a map under `answers`,
 * as a saved advice is. `unsure` and an absent question both leave it
 * open; for questions where any may be picked, `none` or an empty list says that none fits.
 * @throws RoleAdvisorError with every fault.
 */
export function parseAnswers(pack: Pack, given: Readonly<Record<string, unknown>>): Answers {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new RoleAdvisorError([fault("not-answers", { received: inOneWord(given) })]);
  }
  const { answers: inside } = given;
  const isRecord = typeof inside === "object" && inside !== null && !Array.isArray(inside);
  const { answers, faults } = readAnswers(pack, isRecord ? (inside as Readonly<Record<string, unknown>>) : given);
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return answers;
}

/** As `parseAnswers`, but returns the faults beside what fits. Ids that the pack renamed are read as what they are now. */
export function readAnswers(pack: Pack, given: Readonly<Record<string, unknown>>, places: Places = nowhere): Read {
  const answers: Record<string, readonly string[]> = {};
  const unsure: string[] = [];
  const faults: Fault[] = [];
  for (const [id, value] of Object.entries(given)) {
    const today = questionToday(pack, id);
    const question = pack.questions.find((q) => q.id === today);
    if (question === undefined) {
      const known = pack.questions.map((q) => q.id);
      faults.push(fault("unknown-question", { given: id, known }, places.question(id)));
      continue;
    }
    if (today !== id && Object.hasOwn(given, today)) {
      faults.push(fault("answered-twice", { old: id, question: today }, places.question(id)));
      continue;
    }
    const read = readAnswer(question, wordsToday(pack, question, id, value), {
      question: () => places.question(id),
      answer: (_, index) => places.answer(id, index),
    });
    faults.push(...read.faults);
    if (read.faults.length > 0) continue;
    if (read.picked === null) unsure.push(today);
    else answers[today] = read.picked;
  }
  return { answers, unsure, faults };
}

/** What was read, where it was made with another version of the pack: what does not fit is a warning then. */
export function fromVersion(pack: Pack, version: string, { faults, ...read }: Read, place: Place = {}): Read {
  if (faults.length === 0) return { ...read, faults };
  return { ...read, faults: [], warnings: [fault("other-version", { version, now: pack.version }, place), ...faults] };
}

/** The id that a question has in this version of the pack. */
export function questionToday({ questions, renamed }: Pack, id: string): string {
  return questions.some((question) => question.id === id) || !Object.hasOwn(renamed, id) ? id : (renamed[id] as string);
}

/** The same for the options in an answer, under the old id of their question or under its new one. */
function wordsToday({ renamed }: Pack, { id, options }: Question, given: string, value: unknown): unknown {
  const today = (word: unknown) => {
    if (options.some((option) => option.id === word)) return word;
    const old = [`${given}.${word}`, `${id}.${word}`].find((name) => Object.hasOwn(renamed, name));
    return old === undefined ? word : renamed[old];
  };
  return Array.isArray(value) ? value.map(today) : today(value);
}

/** One answer: the ids picked, or null where the question stays open. */
function readAnswer(
  question: Question,
  value: unknown,
  places: Places,
): { picked: readonly string[] | null; faults: readonly Fault[] } {
  const { id, pick, most } = question;
  const known = question.options.map((option) => option.id);
  const given = value === null || value === undefined ? [openWord] : Array.isArray(value) ? value : [value];
  const notAnAnswer = (received: string, place: Place) => ({
    picked: null,
    faults: [fault("not-an-answer", { question: id, received, pick }, place)],
  });
  const words: string[] = [];
  for (const [i, word] of given.entries()) {
    if (typeof word !== "string")
      return notAnAnswer(inOneWord(word), places.answer(id, Array.isArray(value) ? i : undefined));
    words.push(word);
  }
  if (words.length === 1 && words[0] === openWord) return { picked: null, faults: [] };
  if (words.length === 1 && words[0] === noneWord && pick === "any") return { picked: [], faults: [] };
  if (words.length === 0 && pick === "one") return notAnAnswer("an empty list", places.answer(id));
  const faults = words.flatMap((word, i) => {
    if (known.includes(word)) return [];
    const place = places.answer(id, Array.isArray(value) ? i : undefined);
    const isAlone = word === openWord || (word === noneWord && pick === "any");
    return isAlone
      ? [fault("stands-alone", { question: id, given: word }, place)]
      : [fault("unknown-option", { question: id, given: word, known }, place)];
  });
  const picked = known.filter((option) => words.includes(option));
  const limit = pick === "one" ? 1 : most;
  if (picked.length > limit) {
    faults.push(fault("too-many", { question: id, given: picked.length, most: limit }, places.answer(id)));
  }
  return { picked, faults };
}

function inOneWord(value: unknown): string {
  if (Array.isArray(value)) return "a list in a list";
  if (typeof value === "object" && value !== null) return "a map";
  return value === null ? "empty" : `${value}`;
}
