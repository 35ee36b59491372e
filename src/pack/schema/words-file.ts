import * as v from "valibot";
import { aboutSections } from "../english-words.ts";
import { allEnglish, type EnglishEntry } from "../say.ts";
import { text } from "./terms.ts";

/** As Intl.PluralRules calls them; English has one and other. */
export const pluralForms = ["zero", "one", "two", "few", "many", "other"] as const;

const form = v.optional(text);
const forms = v.strictObject({ ...Object.fromEntries(pluralForms.map((name) => [name, form])), other: text });

/** For editors, which mark a key that the program does not have. */
export const strictWordsSchema = v.strictObject(wordedSections(v.strictObject));

/** As the program reads it: a sentence that it does not have, such as one of an earlier version, is left out. */
export const wordsSchema = v.object(wordedSections(v.object));

/** Each sentence shows its English wording beside its key. */
function wordedSections(mapOf: (entries: v.ObjectEntries) => v.GenericSchema) {
  return mapped(allEnglish, (words, section) => {
    const sentences = mapOf(mapped(words, (english) => v.optional(worded(english))));
    return v.optional(v.pipe(sentences, v.description(aboutSections[section] ?? section)));
  });
}

function worded(english: EnglishEntry) {
  if (typeof english === "string") return v.pipe(v.union([text]), v.description(`In English: ${english}`));
  const inEnglish = `In English: ${english.one} Other numbers: ${english.other}`;
  return v.pipe(v.union([text, forms]), v.description(inEnglish));
}

function mapped<T, U>(map: Readonly<Record<string, T>>, each: (value: T, key: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, each(value, key)]));
}
