import { type Fault, fault } from "../../fault.ts";
import { localeOf } from "../language.ts";
import { allEnglish, type EnglishEntry, placeholder } from "../say.ts";
import { pluralForms } from "../schema/words-file.ts";
import { entriesOf, textOf } from "../unchecked-data.ts";
import type { Path, YamlText } from "../yaml.ts";

/** Checks words.yaml for unknown sentences, and for placeholders and plural forms that do not suit the sentence. */
export function checkWords(yaml: YamlText, lang: string): Fault[] {
  const unknown = (path: readonly string[], known: object) =>
    fault("unknown-sentence", { key: path.at(-1) ?? "", known: Object.keys(known) }, yaml.keyAt(path));
  return entriesOf(yaml.value).flatMap(([section, words]) => {
    const english = ownOf(allEnglish, section);
    if (english === undefined) return [unknown([section], allEnglish)];
    return entriesOf(words).flatMap(([word, wording]) => {
      const entry = ownOf(english, word);
      const path = [section, word];
      return entry === undefined ? [unknown(path, english)] : checkEntry(yaml, path, entry, wording, lang);
    });
  });
}

function ownOf<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function checkEntry(yaml: YamlText, path: Path, english: EnglishEntry, wording: unknown, lang: string): Fault[] {
  const text = textOf(wording);
  const other = typeof english === "string" ? english : english.other;
  const mayMiss = typeof english === "string" ? [] : pluralPlaceholders;
  const known = [...new Set([...placeholdersOf(other), ...mayMiss])];
  const check = (candidate: string, needed: readonly string[], at: Path): Fault[] => {
    const placeholders = placeholdersOf(candidate);
    const name = path.join(".");
    const unknown = placeholders.filter((one) => !known.includes(one));
    const missing = needed.filter((one) => !placeholders.includes(one) && !mayMiss.includes(one));
    return [
      ...unknown.map((one) => fault("unknown-placeholder", { name, placeholder: one, known }, yaml.at(at))),
      ...missing.map((one) => fault("missing-placeholder", { name, placeholder: one }, yaml.at(at))),
    ];
  };
  if (text !== undefined || typeof english === "string") return check(text ?? other, placeholdersOf(other), path);
  const forms: readonly string[] = new Intl.PluralRules(localeOf(lang)).resolvedOptions().pluralCategories;
  return entriesOf(wording).flatMap(([form, formText]) => {
    const at = [...path, form];
    if (!pluralForms.some((one) => one === form)) return [];
    if (!forms.includes(form)) return [fault("unknown-plural-form", { form, lang, known: forms }, yaml.keyAt(at))];
    return check(textOf(formText) ?? other, placeholdersOf(form === "other" ? other : english.one), at);
  });
}

/** Placeholders that a plural form may leave out, since its author can write the number as a word. */
const pluralPlaceholders = ["n", "number"];

/** The distinct names in braces. */
function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name = ""]) => name))];
}
