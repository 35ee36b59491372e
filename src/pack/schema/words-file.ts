import * as v from "valibot";
import { allEnglish } from "../say.ts";
import { text } from "./terms.ts";

/** As Intl.PluralRules calls them; English has one and other. */
export const pluralForms = ["zero", "one", "two", "few", "many", "other"] as const;

const form = v.optional(text);
const forms = v.strictObject({ ...Object.fromEntries(pluralForms.map((name) => [name, form])), other: text });
const sentence = v.optional(v.union([text]));
const sentenceOfNumber = v.optional(v.union([text, forms]));

/** As the program reads it: a sentence that it does not have, such as one of an earlier version, is left out. */
export const wordsSchema = wordsAs(v.object);

/** For editors, which mark a key that the program does not have. */
export const strictWordsSchema = wordsAs(v.strictObject);

function wordsAs(mapOf: (entries: v.ObjectEntries) => v.GenericSchema) {
  const sections = Object.entries(allEnglish).map(([section, words]) => {
    const keys = Object.entries(words).map(([key, english]) => {
      return [key, typeof english === "string" ? sentence : sentenceOfNumber];
    });
    return [section, v.optional(mapOf(Object.fromEntries(keys)))];
  });
  return mapOf(Object.fromEntries(sections));
}
