import type { Pack } from "../pack/pack.ts";
import { noneWord, openWord } from "../pack/reserved.ts";
import { type Numbers, open } from "./number.ts";
import type { Window } from "./window.ts";
import { Words } from "./words.ts";

const quote = 34;
const semicolon = 59;

/** Recognises answers in the cells of CSV. What it does not know is left to `readAnswers`, which says what an answer is. */
export class Vocabulary {
  /** Of the answer recognised last: its number, and where it ends. */
  number = open as number;
  end = 0;
  isAtLineEnd = false;

  /** How many there are. */
  readonly questions: number;
  readonly #delimiter: number;
  readonly #words: Words;
  /** By word: its number where it is the whole answer, its bit where it is one of what was picked. */
  readonly #values: Int32Array;
  readonly #isWhole: Uint8Array;
  readonly #isAny: Uint8Array;
  readonly #most: Int32Array;
  readonly #isEnd = new Uint8Array(256);

  constructor({ questions }: Pack, delimiter: string) {
    const lists = questions.map(({ pick, options }) => [
      ...options.map(({ id }, o) =>
        pick === "one" ? { id, value: 1 + o, isWhole: true } : { id, value: 2 ** o, isWhole: false },
      ),
      ...(pick === "any" ? [{ id: noneWord, value: 1, isWhole: true }] : []),
      { id: openWord, value: open, isWhole: true },
    ]);
    this.questions = questions.length;
    this.#delimiter = delimiter.charCodeAt(0);
    const ends = `${delimiter}"\r\n`;
    this.#words = new Words(
      lists.map((list) => list.map(({ id }) => id)),
      `${ends};`,
    );
    this.#values = Int32Array.from(lists.flat(), ({ value }) => value);
    this.#isWhole = Uint8Array.from(lists.flat(), ({ isWhole }) => Number(isWhole));
    this.#isAny = Uint8Array.from(questions, ({ pick }) => Number(pick === "any"));
    this.#most = Int32Array.from(questions, ({ most }) => most);
    for (const end of ends) this.#isEnd[end.charCodeAt(0)] = 1;
  }

  /**
   * Reads cells from `column` on, as long as each is an answer without quotes to the question that is expected of it, and
   * tells the column of the next. All in one loop, since most of a cohort is this. `isAtLineEnd` tells if the row is over.
   */
  readRun(window: Window, start: number, column: number, expected: Int32Array, numbers: Numbers): number {
    const { bytes, view } = window;
    const words = this.#words;
    const values = this.#values;
    const isAny = this.#isAny;
    const isEnd = this.#isEnd;
    const delimiter = this.#delimiter;
    let cell = column;
    let p = start;
    let isAtLineEnd = false;
    for (; cell < expected.length; cell++) {
      const question = expected[cell] as number;
      if (question < 0) break;
      let stop = p;
      let number: number = open;
      if (isEnd[bytes[p] as number] === 0) {
        if (isAny[question] === 1) {
          if (!this.match(question, window, p)) break;
          number = this.number;
          stop = this.end;
        } else {
          const word = words.find(question, bytes, view, p);
          if (word < 0) break;
          number = values[word] as number;
          stop = p + (words.lengths[word] as number);
        }
      }
      const after = bytes[stop];
      if (after === quote) break;
      numbers[question] = number;
      p = stop;
      if (after !== delimiter) {
        isAtLineEnd = true;
        cell++;
        break;
      }
      p++;
    }
    this.isAtLineEnd = isAtLineEnd;
    this.end = p;
    return cell;
  }

  /** Does an answer stand here, and a delimiter, quote or line break after it? */
  match(question: number, { bytes, view }: Window, start: number): boolean {
    let picked = 0;
    let count = 0;
    let p = start;
    this.end = p;
    if (this.#isEnd[bytes[p] as number] === 1) {
      this.number = open;
      return true;
    }
    for (;;) {
      const word = this.#words.find(question, bytes, view, p);
      if (word < 0) return false;
      p += this.#words.lengths[word] as number;
      const isEnd = this.#isEnd[bytes[p] as number] === 1;
      this.end = p;
      if (this.#isWhole[word] === 1) {
        this.number = this.#values[word] as number;
        return isEnd && count === 0;
      }
      picked |= this.#values[word] as number;
      count++;
      if (isEnd) {
        this.number = 1 + picked;
        return count <= (this.#most[question] as number);
      }
      if (bytes[p] !== semicolon) return false;
      p++;
    }
  }
}
