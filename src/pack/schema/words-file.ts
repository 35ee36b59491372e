import * as v from "valibot";
import { allSections, type EnglishEntry } from "../fixed-sentences.ts";
import { is, text } from "./terms.ts";

/** As Intl.PluralRules calls them; English has one and other. */
export const pluralForms = ["zero", "one", "two", "few", "many", "other"] as const;

const form = v.optional(is("The text for numbers of this form.", text));
const forms = v.strictObject({
  ...Object.fromEntries(pluralForms.map((name) => [name, form])),
  other: is("The text for every number without a form of its own.", text),
});

/** Each sentence shows its English wording beside its key. */
export const wordsSchema = is(
  "words.yaml: fixed sentences of reports and pages, any of them, worded anew. `role-advisor init <dir> --words` writes all.",
  v.strictObject(
    mapped(allSections, ({ about, words }) =>
      v.optional(is(about, v.strictObject(mapped(words, (english) => v.optional(worded(english)))))),
    ),
  ),
);

function worded(english: EnglishEntry) {
  if (typeof english === "string") return is(`In English: ${english}`, v.union([text]));
  return is(`In English: ${english.one} Other numbers: ${english.other}`, v.union([text, forms]));
}

function mapped<T, U>(map: Readonly<Record<string, T>>, each: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, each(value)]));
}
