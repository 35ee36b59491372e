import * as v from "valibot";
import { allEnglish } from "../say.ts";
import { text } from "./terms.ts";

/** The plural categories of Intl.PluralRules. English has `one` and `other`. */
export const pluralForms = ["zero", "one", "two", "few", "many", "other"] as const;

const form = v.optional(text);
const forms = v.strictObject({ ...Object.fromEntries(pluralForms.map((name) => [name, form])), other: text });
const sentence = v.optional(v.union([text]));
const sentenceOfNumber = v.optional(v.union([text, forms]));

/** The schema for the program, which ignores sentences that it does not have, such as those of an earlier version. */
export const wordsSchema = wordsAs(v.object);

/** The schema for editors, which mark the key of a sentence that the program does not have. */
export const strictWordsSchema = wordsAs(v.strictObject);

function wordsAs(object: (entries: v.ObjectEntries) => v.GenericSchema) {
  const sections = Object.entries(allEnglish).map(([section, words]) => {
    const keys = Object.entries(words).map(([key, english]) => {
      return [key, typeof english === "string" ? sentence : sentenceOfNumber];
    });
    return [section, v.optional(object(Object.fromEntries(keys)))];
  });
  return object(Object.fromEntries(sections));
}
