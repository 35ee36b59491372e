import type { Pack } from "../pack/pack.ts";
import { noneWord, openWord } from "../pack/reserved.ts";
import { open } from "./number.ts";
import type { Window } from "./window.ts";
import { Words } from "./words.ts";

const semicolon = 59;

/** Recognises answers in the cells of CSV. What it does not know is left to `readAnswers`, which says what an answer is. */
export class Vocabulary {
  /** Of the answer recognised last: its number, and where it ends. */
  number = open as number;
  end = 0;

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

  /** Does an answer stand here, and a delimiter, quote or line break after it? */
  match(question: number, window: Window, start: number): boolean {
    const { bytes } = window;
    let picked = 0;
    let count = 0;
    let p = start;
    this.end = p;
    if (this.#isEnd[bytes[p] as number] === 1) {
      this.number = open;
      return true;
    }
    for (;;) {
      const word = this.#words.find(question, window, p);
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
