import type { Pack } from "../pack/pack.ts";
import { noneWord, openWord } from "../pack/reserved.ts";
import { open } from "./number.ts";
import { carriageReturn, lineFeed, slack, type Window } from "./window.ts";

const semicolon = 59;
const quote = 34;

/** How a word stands for an answer. */
const meaning = { whole: 0, part: 1 } as const;

/**
 * Recognises the answers of a pack in bytes, without making strings of them: by the words that start with the same byte,
 * as a rule one or two, four bytes at a time. What it does not recognise is left to `readAnswers`, which alone says what
 * an answer may be.
 */
export class Vocabulary {
  /** Of the answer recognised last: its number, and where it ends. */
  number = open as number;
  end = 0;

  /** By question and first byte: the first word that starts so, or -1. */
  readonly #heads: Int32Array;
  /** By word: the next that starts so, or -1. */
  readonly #next: Int32Array;
  readonly #lengths: Int32Array;
  /** Its bytes by fours; the last are masked. */
  readonly #fours: Int32Array;
  readonly #firstFour: Int32Array;
  readonly #masks: Int32Array;
  /** Its number where it is the whole answer; its bit where it is one of what was picked. */
  readonly #values: Int32Array;
  readonly #meanings: Uint8Array;
  readonly #most: Int32Array;
  readonly #isEnd = new Uint8Array(256);

  constructor({ questions }: Pack, delimiter: string) {
    const words = questions
      .flatMap(({ pick, options }, question) => [
        ...options.map(({ id }, o) =>
          pick === "one"
            ? { question, id, value: 1 + o, meaning: meaning.whole }
            : { question, id, value: 2 ** o, meaning: meaning.part },
        ),
        ...(pick === "any" ? [{ question, id: noneWord, value: 1, meaning: meaning.whole }] : []),
        { question, id: openWord, value: open, meaning: meaning.whole },
      ])
      .filter(({ id }) => id.length <= slack - 4);
    this.#heads = new Int32Array(questions.length * 256).fill(-1);
    this.#next = Int32Array.from(words, ({ question, id }, w) => {
      const head = question * 256 + id.charCodeAt(0);
      const next = this.#heads[head] as number;
      this.#heads[head] = w;
      return next;
    });
    this.#lengths = Int32Array.from(words, ({ id }) => id.length);
    this.#masks = Int32Array.from(words, ({ id }) => 2 ** (8 * (id.length % 4)) - 1);
    const fours = words.map(({ id }) => Array.from({ length: 1 + (id.length >> 2) }, (_, i) => four(id.slice(4 * i))));
    this.#fours = Int32Array.from(fours.flat());
    this.#firstFour = Int32Array.from(fours, (_, w) => fours.slice(0, w).flat().length);
    this.#values = Int32Array.from(words, ({ value }) => value);
    this.#meanings = Uint8Array.from(words, (word) => word.meaning);
    this.#most = Int32Array.from(questions, ({ most }) => most);
    for (const byte of [delimiter.charCodeAt(0), quote, lineFeed, carriageReturn]) this.#isEnd[byte] = 1;
  }

  /** Does an answer stand here, and a delimiter, quote or line break after it? */
  match(question: number, { bytes, view }: Window, start: number): boolean {
    let picked = 0;
    let count = 0;
    let p = start;
    if (this.#isEnd[bytes[p] as number] === 1) {
      this.number = open;
      this.end = p;
      return true;
    }
    for (;;) {
      const word = this.#find(question, bytes, view, p);
      if (word < 0) return false;
      p += this.#lengths[word] as number;
      const after = bytes[p] as number;
      const isEnd = this.#isEnd[after] === 1;
      this.end = p;
      if (this.#meanings[word] === meaning.whole) {
        this.number = this.#values[word] as number;
        return isEnd && count === 0;
      }
      picked |= this.#values[word] as number;
      count++;
      if (isEnd) {
        this.number = 1 + picked;
        return count <= (this.#most[question] as number);
      }
      if (after !== semicolon) return false;
      p++;
    }
  }

  /** The word that starts here, of those that a longer one does not continue; -1 where none does. */
  #find(question: number, bytes: Uint8Array, view: DataView, p: number): number {
    let word = this.#heads[question * 256 + (bytes[p] as number)] as number;
    for (; word >= 0; word = this.#next[word] as number) {
      const after = bytes[p + (this.#lengths[word] as number)] as number;
      if (this.#isEnd[after] === 0 && after !== semicolon) continue;
      let four = this.#firstFour[word] as number;
      let at = p;
      const last = four + ((this.#lengths[word] as number) >> 2);
      while (four < last && view.getInt32(at, true) === this.#fours[four]) {
        four++;
        at += 4;
      }
      if (four === last && (view.getInt32(at, true) & (this.#masks[word] as number)) === this.#fours[four]) return word;
    }
    return -1;
  }
}

/** The first four bytes of a text as a number, as a DataView reads it. */
function four(text: string): number {
  return [...text.slice(0, 4)].reduce((n, c, i) => n | (c.charCodeAt(0) << (8 * i)), 0);
}
