import { slack } from "./window.ts";

/**
 * Lists of words, to be recognised in bytes without making strings of them: of a list only the words that start with the
 * same byte are compared, as a rule one or two, four bytes at a time. Words are numbered through all lists.
 */
export class Words {
  readonly lengths: Int32Array;
  /** By list and first byte: the first word that starts so, or -1. */
  readonly heads: Int32Array;
  /** By word: the next that starts so, or -1. */
  readonly next: Int32Array;
  /** The bytes of all words by fours; the last four of a word are masked. */
  readonly fours: Int32Array;
  readonly firstFour: Int32Array;
  readonly lastFour: Int32Array;
  readonly masks: Int32Array;
  readonly #isEnd = new Uint8Array(256);

  /** Of ASCII, each followed by one of the characters in `ends`. Those too long to be looked for are never found. */
  constructor(lists: readonly (readonly string[])[], ends: string) {
    const words = lists.flatMap((texts, list) => texts.map((text) => ({ list, text })));
    this.heads = new Int32Array(lists.length * 256).fill(-1);
    this.next = Int32Array.from(words, ({ list, text }, word) => {
      if (text.length > slack - 4) return -1;
      const head = list * 256 + text.charCodeAt(0);
      const next = this.heads[head] as number;
      this.heads[head] = word;
      return next;
    });
    this.lengths = Int32Array.from(words, ({ text }) => text.length);
    this.masks = Int32Array.from(words, ({ text }) => 2 ** (8 * (text.length % 4)) - 1);
    const fours = words.map(({ text }) =>
      Array.from({ length: 1 + (text.length >> 2) }, (_, i) => firstFour(text.slice(4 * i))),
    );
    this.fours = Int32Array.from(fours.flat());
    let first = 0;
    this.firstFour = Int32Array.from(fours, ({ length }) => {
      first += length;
      return first - length;
    });
    this.lastFour = this.firstFour.map((four, word) => four + ((this.lengths[word] as number) >> 2));
    for (const end of ends) this.#isEnd[end.charCodeAt(0)] = 1;
  }

  /** The word of the list that stands here; -1 where none does. */
  find(list: number, bytes: Uint8Array, view: DataView, p: number): number {
    const fours = this.fours;
    let word = this.heads[list * 256 + (bytes[p] as number)] as number;
    for (; word >= 0; word = this.next[word] as number) {
      let four = this.firstFour[word] as number;
      const last = this.lastFour[word] as number;
      let at = p;
      while (four < last && view.getInt32(at, true) === fours[four]) {
        four++;
        at += 4;
      }
      if (four < last || (view.getInt32(at, true) & (this.masks[word] as number)) !== fours[four]) continue;
      if (this.#isEnd[bytes[p + (this.lengths[word] as number)] as number] === 1) return word;
    }
    return -1;
  }
}

/** The first four bytes of a text as one number, as a DataView reads them. */
function firstFour(text: string): number {
  return [...text.slice(0, 4)].reduce((n, c, i) => n | (c.charCodeAt(0) << (8 * i)), 0);
}
