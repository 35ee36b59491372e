import { type Fault, fault } from "../../fault.ts";
import { localeOf } from "../language.ts";
import { entriesOf, textOf } from "../raw.ts";
import { allEnglish, type EnglishEntry, placeholder } from "../say.ts";
import { pluralForms } from "../schema/words-file.ts";
import type { Path, YamlText } from "../yaml.ts";

/** What the schema does not tell of words.yaml: unknown sentences, placeholders, and the plural forms of the pack's language. */
export function checkWords(yaml: YamlText, lang: string): Fault[] {
  const unknown = (path: readonly string[], known: object) =>
    fault("unknown-sentence", { key: path.at(-1) ?? "", known: Object.keys(known) }, yaml.keyAt(path));
  return entriesOf(yaml.value).flatMap(([section, words]) => {
    const english = ownOf(allEnglish, section);
    if (english === undefined) return [unknown([section], allEnglish)];
    return entriesOf(words).flatMap(([word, given]) => {
      const entry = ownOf(english, word);
      const path = [section, word];
      return entry === undefined ? [unknown(path, english)] : checkEntry(yaml, path, entry, given, lang);
    });
  });
}

function ownOf<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function checkEntry(yaml: YamlText, path: Path, english: EnglishEntry, given: unknown, lang: string): Fault[] {
  const own = textOf(given);
  const other = typeof english === "string" ? english : english.other;
  const mayMiss = typeof english === "string" ? [] : ownOfPlurals;
  const known = [...new Set([...placeholdersOf(other), ...mayMiss])];
  const check = (text: string, needed: readonly string[], at: Path): Fault[] => {
    const found = placeholdersOf(text);
    const name = path.join(".");
    const unknown = found.filter((one) => !known.includes(one));
    const missing = needed.filter((one) => !found.includes(one) && !mayMiss.includes(one));
    return [
      ...unknown.map((one) => fault("unknown-placeholder", { name, placeholder: one, known }, yaml.at(at))),
      ...missing.map((one) => fault("missing-placeholder", { name, placeholder: one }, yaml.at(at))),
    ];
  };
  if (own !== undefined || typeof english === "string") return check(own ?? other, placeholdersOf(other), path);
  const forms: readonly string[] = new Intl.PluralRules(localeOf(lang)).resolvedOptions().pluralCategories;
  return entriesOf(given).flatMap(([form, text]) => {
    const at = [...path, form];
    if (!pluralForms.some((one) => one === form)) return [];
    if (!forms.includes(form)) return [fault("unknown-plural-form", { form, lang, known: forms }, yaml.keyAt(at))];
    return check(textOf(text) ?? other, placeholdersOf(form === "other" ? other : english.one), at);
  });
}

/** What is filled in wherever a number decides; a form may say its number in words of its own. */
const ownOfPlurals = ["n", "number"];

/** Each name in braces, once. */
function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name = ""]) => name))];
}
