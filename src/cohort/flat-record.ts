import type { Pack } from "../pack/pack.ts";
import { type Numbers, open } from "./number.ts";
import type { Window } from "./window.ts";
import { Words } from "./words.ts";

const space = 32;
const quote = 34;
const comma = 44;
const minus = 45;
const zero = 48;
const nine = 57;
const colon = 58;
const openingBracket = 91;
const backslash = 92;
const closingBracket = 93;
const letterN = 110;
const openingBrace = 123;
const closingBrace = 125;

/** Longer numbers may lose digits, and are left to a closer look. */
const mostDigits = 15;
const mostNames = 24;

/**
 * Reads the usual form of a record in bytes, several times faster than JSON.parse: flat, every answer as it should be, and
 * beside the answers nothing but strings without escapes and whole numbers, under names seen before. Of anything else it
 * says no, and JSON.parse has the word.
 */
export class FlatRecord {
  /** Of the record read last: the numbers of the names in `names`, and where their values stand, quotes included. */
  readonly found = new Int32Array(mostNames);
  readonly starts = new Int32Array(mostNames);
  readonly ends = new Int32Array(mostNames);
  count = 0;
  readonly names: string[] = [];

  /** The first list holds the questions; then follow their options, question by question. */
  readonly #words: Words;
  #names = new Words([[]], '"');
  /** By word: its number, or where any may be picked its bit. */
  readonly #values: Int32Array;
  readonly #isAny: Uint8Array;
  readonly #most: Int32Array;

  constructor({ questions }: Pack) {
    const ids = questions.map(({ id }) => id);
    this.#words = new Words([ids, ...questions.map(({ options }) => options.map(({ id }) => id))], '"');
    this.#values = Int32Array.from([
      ...ids.keys(),
      ...questions.flatMap(({ pick, options }) => options.map((_, o) => (pick === "one" ? 1 + o : 2 ** o))),
    ]);
    this.#isAny = Uint8Array.from(questions, ({ pick }) => Number(pick === "any"));
    this.#most = Int32Array.from(questions, ({ most }) => most);
  }

  /** From now on, a value under this name is passed through. */
  learn(name: string): void {
    if (this.names.length === mostNames || this.names.includes(name) || !/^[A-Za-z_][\w .:-]{0,63}$/.test(name)) return;
    this.names.push(name);
    this.#names = new Words([this.names], '"');
  }

  /** False where the line takes a closer look; then nothing of what this holds counts. */
  read(window: Window, start: number, end: number, numbers: Numbers): boolean {
    const { bytes, view } = window;
    this.count = 0;
    let p = this.#skip(bytes, start);
    if (bytes[p] !== openingBrace) return false;
    do {
      p = this.#skip(bytes, p + 1);
      if (bytes[p++] !== quote) return false;
      const key = this.#words.find(0, bytes, view, p);
      const name = key < 0 ? this.#names.find(0, bytes, view, p) : -1;
      if (key < 0 && name < 0) return false;
      p += key < 0 ? (this.#names.lengths[name] as number) : (this.#words.lengths[key] as number);
      p = this.#skip(bytes, p + 1);
      if (bytes[p] !== colon) return false;
      p = this.#skip(bytes, p + 1);
      p = key < 0 ? this.#pass(bytes, p, name) : this.#answer(window, p, key, numbers);
      if (p < 0) return false;
      p = this.#skip(bytes, p);
    } while (bytes[p] === comma);
    return bytes[p] === closingBrace && this.#skip(bytes, p + 1) === end;
  }

  #skip(bytes: Uint8Array, p: number): number {
    while (bytes[p] === space) p++;
    return p;
  }

  /** Past the answer; -1 where it is none. */
  #answer(window: Window, start: number, question: number, numbers: Numbers): number {
    const { bytes, view } = window;
    const isAny = this.#isAny[question] === 1;
    let p = start;
    if (bytes[p] === letterN && bytes[p + 1] === 117 && bytes[p + 2] === 108 && bytes[p + 3] === 108) {
      numbers[question] = open;
      return p + 4;
    }
    if (bytes[p] === quote && bytes[p + 1] === quote) {
      numbers[question] = open;
      return p + 2;
    }
    if (bytes[p] === quote && !isAny) {
      const word = this.#words.find(1 + question, bytes, view, p + 1);
      if (word < 0) return -1;
      numbers[question] = this.#values[word] as number;
      return p + 2 + (this.#words.lengths[word] as number);
    }
    if (bytes[p] !== openingBracket || !isAny) return -1;
    let picked = 0;
    let count = 0;
    p = this.#skip(bytes, p + 1);
    while (bytes[p] === quote) {
      const word = this.#words.find(1 + question, bytes, view, p + 1);
      if (word < 0) return -1;
      picked |= this.#values[word] as number;
      count++;
      p = this.#skip(bytes, p + 2 + (this.#words.lengths[word] as number));
      if (bytes[p] !== comma) break;
      p = this.#skip(bytes, p + 1);
      if (bytes[p] !== quote) return -1;
    }
    if (bytes[p] !== closingBracket || count > (this.#most[question] as number)) return -1;
    numbers[question] = 1 + picked;
    return p + 1;
  }

  /** Past a value that is passed through; -1 where it is not simple. */
  #pass(bytes: Uint8Array, start: number, name: number): number {
    for (let i = 0; i < this.count; i++) if (this.found[i] === name) return -1;
    const end = bytes[start] === quote ? endOfString(bytes, start + 1) : endOfInteger(bytes, start);
    if (end < 0) return -1;
    this.found[this.count] = name;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
    return end;
  }
}

function endOfString(bytes: Uint8Array, start: number): number {
  let p = start;
  for (;;) {
    const byte = bytes[p++] as number;
    if (byte === quote) return p;
    if (byte < space || byte === backslash) return -1;
  }
}

function endOfInteger(bytes: Uint8Array, start: number): number {
  const first = bytes[start] === minus ? start + 1 : start;
  let p = first;
  while ((bytes[p] as number) >= zero && (bytes[p] as number) <= nine) p++;
  const isWhole = bytes[p] === comma || bytes[p] === closingBrace || bytes[p] === space;
  const isUsual = p > first && p - first <= mostDigits && (bytes[first] !== zero || p === first + 1);
  return isWhole && isUsual ? p : -1;
}
