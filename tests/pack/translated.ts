import { parse, stringify } from "yaml";
import type { PackFiles } from "../../src/pack/pack.ts";
import { englishWordsFile, starterFiles } from "../../src/pack/starter.ts";

/** Letters of another script in place of Latin ones, so that whatever stays Latin was not taken from the pack. */
const letters = "אבגדהוזחטיכלמנסעפצקרשתךםןץ";

/** The keys under which a pack has text; all else are ids and numbers. */
const textKeys =
  "title intro say name short in_short portrait drawn able topic ask why label do learn usual by note about".split(" ");

/** The starter as somebody would write it who knows no Latin letter, the fixed sentences included. */
export function hebrewStarter(): PackFiles {
  const files = Object.entries(starterFiles("hebrew")).map(([file, text]) => {
    const translated = file === "tests.yaml" ? text : stringify(translate(parse(text), ""));
    return [file, file === "pack.yaml" ? translated.replace("lang: en", "lang: he") : translated];
  });
  return { ...Object.fromEntries(files), "words.yaml": stringify(translate(parse(englishWordsFile()), "say")) };
}

function translate(value: unknown, key: string): unknown {
  if (typeof value === "string") return textKeys.includes(key) ? inOtherScript(value) : value;
  if (Array.isArray(value)) return value.map((one) => translate(one, key));
  if (typeof value !== "object" || value === null) return value;
  // What is under these keys are ids: "learn" is a question there.
  if (["answers", "when", "unless"].includes(key)) return value;
  // Of words.yaml everything is text, whatever its key.
  const isWords = key === "say";
  // Without a name of its own a question is called as its id, which is Latin.
  const named = "ask" in value && "id" in value ? { short: `${value.id}`, ...value } : value;
  return Object.fromEntries(Object.entries(named).map(([name, one]) => [name, translate(one, isWords ? "say" : name)]));
}

function inOtherScript(text: string): string {
  return text.replaceAll(/\{[a-z]+\}|[a-z]/gi, (part) =>
    part.startsWith("{") ? part : (letters[part.toLowerCase().charCodeAt(0) - 97] ?? ""),
  );
}
