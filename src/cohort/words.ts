import { slack } from "./window.ts";

/**
 * Lists of words, to be recognised in bytes without making strings of them: of a list only the words that start with the
 * same byte are compared, as a rule one or two, four bytes at a time. Words are numbered through all lists.
 */
export class Words {
  readonly lengths: Int32Array;
  /** By list and first byte: the first word that starts so, or -1. */
  readonly #heads: Int32Array;
  /** By word: the next that starts so, or -1. */
  readonly #next: Int32Array;
  /** By word: its first four bytes, and its last; of a shorter word the first are masked. */
  readonly #firsts: Int32Array;
  readonly #masks: Int32Array;
  readonly #lasts: Int32Array;
  /** By word, from where on those between stand here, by fours. */
  readonly #between: Int32Array;
  readonly #fours: Int32Array;
  readonly #isEnd = new Uint8Array(256);

  /** Of ASCII, each followed by one of the characters in `ends`. Those too long to be looked for are never found. */
  constructor(lists: readonly (readonly string[])[], ends: string) {
    const words = lists.flatMap((texts, list) => texts.map((text) => ({ list, text })));
    this.#heads = new Int32Array(lists.length * 256).fill(-1);
    this.#next = Int32Array.from(words, ({ list, text }, word) => {
      if (text.length > slack - 4) return -1;
      const head = list * 256 + text.charCodeAt(0);
      const next = this.#heads[head] as number;
      this.#heads[head] = word;
      return next;
    });
    this.lengths = Int32Array.from(words, ({ text }) => text.length);
    this.#firsts = Int32Array.from(words, ({ text }) => four(text));
    this.#masks = Int32Array.from(words, ({ text: { length } }) => (length < 4 ? 2 ** (8 * length) - 1 : -1));
    this.#lasts = Int32Array.from(words, ({ text }) => four(text.slice(-4)));
    const between = words.map(({ text }) =>
      Array.from({ length: Math.max(0, Math.ceil(text.length / 4) - 2) }, (_, i) => four(text.slice(4 * i + 4))),
    );
    this.#fours = Int32Array.from(between.flat());
    let start = 0;
    this.#between = Int32Array.from(between, ({ length }) => {
      start += length;
      return start - length;
    });
    for (const end of ends) this.#isEnd[end.charCodeAt(0)] = 1;
  }

  /** The word of the list that stands here; -1 where none does. */
  find(list: number, bytes: Uint8Array, view: DataView, p: number): number {
    const first = view.getInt32(p, true);
    let word = this.#heads[list * 256 + (bytes[p] as number)] as number;
    for (; word >= 0; word = this.#next[word] as number) {
      if ((first & (this.#masks[word] as number)) !== this.#firsts[word]) continue;
      if (this.#isEnd[bytes[p + (this.lengths[word] as number)] as number] === 0) continue;
      if (this.#isRestSame(word, view, p)) return word;
    }
    return -1;
  }

  /** Of a word that starts and ends here: are its bytes after the fourth these? */
  #isRestSame(word: number, view: DataView, p: number): boolean {
    const length = this.lengths[word] as number;
    if (length <= 4) return true;
    if (view.getInt32(p + length - 4, true) !== this.#lasts[word]) return false;
    let four = this.#between[word] as number;
    for (let at = 4; at < length - 4; at += 4) if (view.getInt32(p + at, true) !== this.#fours[four++]) return false;
    return true;
  }
}

/** The first four bytes of a text as one number, as a DataView reads them. */
function four(text: string): number {
  return [...text.slice(0, 4)].reduce((n, c, i) => n | (c.charCodeAt(0) << (8 * i)), 0);
}
