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
    this.#most = Int32Array.from(questions, ({ most }) => most);
    for (const end of ends) this.#isEnd[end.charCodeAt(0)] = 1;
  }

  /**
   * Reads cells from `column` on, as long as each is an answer without quotes to the question that is expected of it, and
   * tells the column of the next. All in one loop, since most of a cohort is this. `isAtLineEnd` tells if the row is over.
   */
  readRun(window: Window, start: number, column: number, expected: Int32Array, numbers: Numbers): number {
    const { bytes } = window;
    const isEnd = this.#isEnd;
    const delimiter = this.#delimiter;
    let cell = column;
    let p = start;
    this.isAtLineEnd = false;
    while (cell < expected.length) {
      const question = expected[cell] as number;
      if (question < 0) break;
      if (isEnd[bytes[p] as number] === 1) {
        numbers[question] = open;
        this.end = p;
      } else if (this.match(question, window, p)) numbers[question] = this.number;
      else break;
      const after = bytes[this.end];
      if (after === quote) break;
      cell++;
      p = this.end + 1;
      if (after === delimiter) continue;
      this.isAtLineEnd = true;
      p = this.end;
      break;
    }
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
