import { englishWords } from "./english-words.ts";
import { formatNumber, pluralOf } from "./language.ts";
import type { Pack, PluralForms } from "./pack.ts";

/** The parts of a pack that determine the wording of a sentence. */
export type Voice = Pick<Pack, "lang" | "words">;

type Sections = typeof englishWords;
/** A key of words.yaml as `section.word`, such as `verdict.clear`. */
export type SentenceKey = { [S in keyof Sections]: `${S}.${keyof Sections[S] & string}` }[keyof Sections];

type Entry<K> = K extends `${infer S extends keyof Sections}.${infer W}`
  ? W extends keyof Sections[S]
    ? Sections[S][W]
    : never
  : never;
type Placeholder<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;
type Names<E> = E extends string ? Placeholder<E> : Exclude<Placeholder<E[keyof E]>, "number"> | "n";
type Values<E> = { readonly [Name in Names<E>]: Name extends "n" ? number : string | number };
type Arguments<E> = [Names<E>] extends [never] ? [] : [values: Values<E>];

/** The English sentences with plain strings as keys, for code that iterates over them. */
export const allEnglish: Readonly<Record<string, Readonly<Record<string, EnglishEntry>>>> = englishWords;
export type EnglishEntry = string | { readonly one: string; readonly other: string };

/** A fixed sentence in a pack's wording with its values filled in: say(pack, "verdict.clear", { leader: "CTO" }). */
export function say<K extends SentenceKey>(voice: Voice, key: K, ...args: Arguments<Entry<K>>): string {
  const values: Readonly<Record<string, string | number>> = args[0] ?? {};
  return fillIn(entryOf(voice, key), values, voice);
}

function fillIn(entry: string | PluralForms, values: Readonly<Record<string, string | number>>, voice: Voice): string {
  const text = typeof entry === "string" ? entry : formFor(entry, Number(values["n"]), voice);
  return text.replaceAll(placeholder, (whole, name: string) => {
    const value = name === "number" && values[name] === undefined ? inWords(voice, Number(values["n"])) : values[name];
    return typeof value === "number" ? formatNumber(voice, value) : (value ?? whole);
  });
}

export const placeholder = /\{([a-z]+)\}/g;

function formFor(forms: PluralForms, n: number, voice: Voice): string {
  return forms[pluralOf(voice, n)] ?? forms.other ?? "";
}

/** The pack's wording of a sentence, or the English one where the pack has none. */
function entryOf(voice: Voice, key: string): string | PluralForms {
  const [section = "", word = ""] = key.split(".");
  const words = voice.words[section];
  if (words !== undefined && Object.hasOwn(words, word)) return words[word] ?? "";
  return allEnglish[section]?.[word] ?? key;
}

/** A number from 0 to 12 in words, as in a sentence; any other number in digits. */
export function inWords(voice: Voice, n: number): string {
  return Object.hasOwn(englishWords.number, n)
    ? fillIn(entryOf(voice, `number.${n}`), {}, voice)
    : formatNumber(voice, n);
}
