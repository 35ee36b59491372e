import { englishWords } from "./english-words.ts";
import { formatNumber, pluralOf } from "./language.ts";
import type { Pack, PluralForms } from "./pack.ts";

/** What a sentence is said in: the language of a pack, and its own wording. */
export type Voice = Pick<Pack, "lang" | "words">;

type Sections = typeof englishWords;
/** `section.word`, as in words.yaml. */
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

/** The English sentences for whoever walks through them. */
export const allEnglish: Readonly<Record<string, Readonly<Record<string, EnglishEntry>>>> = englishWords;
export type EnglishEntry = string | { readonly one: string; readonly other: string };

/** A fixed sentence in the words of a pack, with its placeholders filled in: say(pack, "verdict.clear", { leader: "CTO" }). */
export function say<K extends SentenceKey>(voice: Voice, key: K, ...given: Arguments<Entry<K>>): string {
  const values: Readonly<Record<string, string | number>> = given[0] ?? {};
  return placeholdersIn(entryOf(voice, key), values, voice);
}

function placeholdersIn(
  entry: string | PluralForms,
  values: Readonly<Record<string, string | number>>,
  voice: Voice,
): string {
  const text = typeof entry === "string" ? entry : formFor(entry, Number(values["n"]), voice);
  return text.replaceAll(placeholder, (whole, name: string) => {
    const value = name === "number" && values[name] === undefined ? inWords(voice, Number(values["n"])) : values[name];
    return typeof value === "number" ? formatNumber(voice, value) : (value ?? whole);
  });
}

/** A name in braces. */
export const placeholder = /\{([a-z]+)\}/g;

function formFor(forms: PluralForms, n: number, voice: Voice): string {
  return forms[pluralOf(voice, n)] ?? forms.other ?? "";
}

/** The pack's own wording, or else the English one. */
function entryOf(voice: Voice, key: string): string | PluralForms {
  const [section = "", word = ""] = key.split(".");
  const own = voice.words[section];
  if (own !== undefined && Object.hasOwn(own, word)) return own[word] ?? "";
  return allEnglish[section]?.[word] ?? key;
}

/** A small number as people write it in a sentence; a larger one in digits. */
export function inWords(voice: Voice, n: number): string {
  return Object.hasOwn(englishWords.number, n)
    ? placeholdersIn(entryOf(voice, `number.${n}`), {}, voice)
    : formatNumber(voice, n);
}
