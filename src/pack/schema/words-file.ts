import * as v from "valibot";
import { aboutSections } from "../english-words.ts";
import { allEnglish, type EnglishEntry } from "../say.ts";
import { is, optional, text } from "./terms.ts";

/** As Intl.PluralRules calls them; English has one and other. */
export const pluralForms = ["zero", "one", "two", "few", "many", "other"] as const;

const form = optional("The text for numbers of this form.", text);
const forms = v.strictObject({
  ...Object.fromEntries(pluralForms.map((name) => [name, form])),
  other: is("The text for every number without a form of its own.", text),
});

/** For editors, which mark a key that the program does not have. */
export const strictWordsSchema = is(
  "words.yaml: fixed sentences of reports and pages, any of them, worded anew. `role-advisor init <dir> --words` writes all.",
  v.strictObject(wordedSections(v.strictObject)),
);

/** As the program reads it: a sentence that it does not have, such as one of an earlier version, is left out. */
export const wordsSchema = v.object(wordedSections(v.object));

/** Each sentence shows its English wording beside its key. */
function wordedSections(mapOf: (entries: v.ObjectEntries) => v.GenericSchema) {
  return mapped(allEnglish, (words, section) =>
    optional(aboutSections[section] ?? section, mapOf(mapped(words, (english) => v.optional(worded(english))))),
  );
}

function worded(english: EnglishEntry) {
  if (typeof english === "string") return is(`In English: ${english}`, v.union([text]));
  return is(`In English: ${english.one} Other numbers: ${english.other}`, v.union([text, forms]));
}

function mapped<T, U>(map: Readonly<Record<string, T>>, each: (value: T, key: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, each(value, key)]));
}
