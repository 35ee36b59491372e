import { type Fault, fault, type Place } from "../fault.ts";
import { english, formatList } from "../pack/language.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { isList, mayBeNone, open, sizesOf, toNumber } from "../pack/pick.ts";
import { noneWord, openWord } from "../pack/reserved.ts";
import { fold, foldWhole, shortened } from "./fold-text.ts";
import { optionWords } from "./option-words.ts";

/** The number of a cell that cannot be read as an answer. */
export const unknown = -1;

/** Number of different cells whose answers are remembered; it bounds memory. */
const mostRemembered = 4096;
/** Longer cells are not searched for options, which would take long. */
const mostCellLength = 4000;

/** Reads cells that answer one question with ids or labels of one or several options. */
export class CellAnswers {
  readonly question: Question;
  readonly #sizes: ReturnType<typeof sizesOf>;
  /** The index of the option that each folded word stands for. */
  readonly #words: ReadonlyMap<string, number>;
  readonly #remembered = new Map<string, number>();

  /** @param more Additional words for each option, by its index: the codes that a form tool gives to options. */
  constructor(pack: Pack, question: Question, more: readonly (readonly string[])[] = []) {
    this.question = question;
    this.#sizes = sizesOf(question);
    this.#words = optionWords(pack, question, more);
  }

  /** Index of the option that a cell names; `unknown` if it does not name exactly one. */
  placeOf(cell: string): number {
    return this.#words.get(foldWhole(cell)) ?? unknown;
  }

  /** The number of the answer that picks these options; `unknown` if they are too few or too many. */
  numberOf(places: readonly number[]): number {
    const { least, most } = this.#sizes;
    return places.length < least || places.length > most ? unknown : toNumber(this.question.pick, places);
  }

  /** The number of a cell's answer; `unknown` if it cannot be read, or in more than one way. */
  read(cell: string): number {
    const remembered = this.#remembered.get(cell);
    if (remembered !== undefined) return remembered;
    const readings = this.#readingsOf(cell);
    const number = readings.length === 1 ? (readings[0] ?? unknown) : unknown;
    if (this.#remembered.size < mostRemembered && cell.length < 200) this.#remembered.set(cell, number);
    return number;
  }

  /** The number of the answer that picks each option in a list; `unknown` if a word names no option. */
  readList(words: readonly string[]): number {
    if (words.length === 1) return this.read(words[0] ?? "");
    const places: number[] = [];
    for (const word of words) {
      const place = this.#words.get(word) ?? this.placeOf(word);
      if (place === unknown) return unknown;
      if (!places.includes(place)) places.push(place);
    }
    return this.numberOf(places);
  }

  /** The fault of a cell that cannot be read as an answer. */
  faultOf(cell: string, place: Place): Fault {
    const { question } = this;
    const { id, options } = question;
    const given = shortened(cell.trim());
    const sets = this.#setsOf(fold(cell));
    const known = options.map((option) => option.id);
    if (sets.length > 1) {
      const readings = sets.map((set) =>
        formatList(
          english,
          placesIn(set).flatMap((o) => known[o] ?? []),
        ),
      );
      return fault("ambiguous-answer", { question: id, given, readings }, place);
    }
    const count = placesIn(sets[0] ?? 0).length;
    const { most } = this.#sizes;
    if (count > most) return fault("too-many", { question: id, given: count, most }, place);
    const words = given.split(/[;,]/).map((word) => word.trim());
    const isAlone = (word: string) => word === openWord || (word === noneWord && mayBeNone(question));
    const alone = words.find((word) => words.length > 1 && isAlone(fold(word)));
    if (alone !== undefined) return fault("stands-alone", { question: id, given: alone }, place);
    const strange = isList(question) ? words.find((word) => word !== "" && !this.#words.has(foldWhole(word))) : given;
    return fault("unknown-option", { question: id, given: strange ?? given, known }, place);
  }

  #readingsOf(cell: string): number[] {
    const text = fold(cell);
    if (text === "" || text === openWord) return [open];
    if (text === noneWord && mayBeNone(this.question)) return [this.numberOf([])];
    const word = this.#words.get(foldWhole(text));
    return word === undefined ? this.#setsOf(text).map((set) => this.numberOf(placesIn(set))) : [this.numberOf([word])];
  }

  /** The ways to split a folded text into options, as sets of bits; two at most, because two make it ambiguous already. */
  #setsOf(text: string): number[] {
    if (text.length > mostCellLength) return [];
    const words = [...this.#words];
    const known = new Map<number, number[]>();
    const from = (start: number): number[] => {
      const before = known.get(start);
      if (before !== undefined) return before;
      const sets = new Set<number>();
      for (const [word, option] of words) {
        if (!text.startsWith(word, start)) continue;
        const after = /^[.!?…*:]*( ?[;,|] ?| |$)/.exec(text.slice(start + word.length));
        if (after === null) continue;
        const next = start + word.length + after[0].length;
        const rest = next >= text.length ? [0] : from(next);
        for (const set of rest) sets.add(set | (2 ** option));
      }
      const found = [...sets].slice(0, 2);
      known.set(start, found);
      return found;
    };
    return from(0);
  }
}

function placesIn(set: number): number[] {
  const places: number[] = [];
  for (let place = 0, bits = set; bits > 0; place++, bits >>= 1) if (bits & 1) places.push(place);
  return places;
}
