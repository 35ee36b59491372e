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
}

/**
 * Answers from plain data: question id to an option id, or to a list of ids. `unsure` and an absent question both leave it
 * open; for questions where any may be picked, `none` or an empty list says that none fits.
 * @throws RoleAdvisorError with every fault.
 */
export function parseAnswers(pack: Pack, given: Readonly<Record<string, unknown>>): Answers {
  const { answers, faults } = readAnswers(pack, given);
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return answers;
}

/** As `parseAnswers`, but returns the faults beside what fits. */
export function readAnswers(pack: Pack, given: Readonly<Record<string, unknown>>, places: Places = nowhere): Read {
  const answers: Record<string, readonly string[]> = {};
  const unsure: string[] = [];
  const faults: Fault[] = [];
  for (const [id, value] of Object.entries(given)) {
    const question = pack.questions.find((q) => q.id === id);
    if (question === undefined) {
      const known = pack.questions.map((q) => q.id);
      faults.push(fault("unknown-question", { given: id, known }, places.question(id)));
      continue;
    }
    const read = readAnswer(question, value, places);
    faults.push(...read.faults);
    if (read.faults.length > 0) continue;
    if (read.picked === null) unsure.push(id);
    else answers[id] = read.picked;
  }
  return { answers, unsure, faults };
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
  const faults = words.flatMap((word, i) =>
    known.includes(word)
      ? []
      : [
          fault(
            "unknown-option",
            { question: id, given: word, known },
            places.answer(id, Array.isArray(value) ? i : undefined),
          ),
        ],
  );
  const picked = known.filter((option) => words.includes(option));
  const limit = pick === "one" ? 1 : most;
  if (faults.length === 0 && picked.length > limit) {
    faults.push(fault("too-many", { question: id, given: picked.length, most: limit }, places.answer(id)));
  }
  return { picked, faults };
}

function inOneWord(value: unknown): string {
  if (Array.isArray(value)) return "a list in a list";
  if (typeof value === "object" && value !== null) return "a map";
  return value === null ? "empty" : `${value}`;
}
