import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { aboutSections } from "./english-words.ts";
import { aboutKeys } from "./key-words.ts";
import { entriesOf } from "./raw.ts";
import { allEnglish } from "./say.ts";
import { packParts } from "./schema/pack-files.ts";
import { strictWordsSchema } from "./schema/words-file.ts";

export type { JsonSchema };

type Parts = typeof packParts;
/** A file is called as its part, one in a folder as what it describes. */
type FileName = {
  [P in keyof Parts]: Parts[P] extends { readonly each: infer Each extends string } ? Each : P;
}[keyof Parts];
/** The words for the key at a path. */
type WordsFor = (path: string) => string | undefined;

/** The JSON Schema of every file of a pack, with the words that an editor shows beside a key. */
export function packJsonSchemas(): Record<FileName, JsonSchema> {
  const schemas = Object.entries({ ...packParts, words: { schema: strictWordsSchema } }).map(([part, of]) => {
    const name = "each" in of ? of.each : part;
    const wordsOfKey: WordsFor = (path) => aboutKeys[name]?.[path] ?? aboutKeys["anywhere"]?.[path.replace(/.*\./, "")];
    const wordsFor = part === "words" ? aboutSentence : wordsOfKey;
    return [name, withWords(describeKeys(asJsonSchema(of.schema), "", wordsFor), aboutKeys[name]?.["file"])] as const;
  });
  return Object.fromEntries(schemas) as Record<FileName, JsonSchema>;
}

/** A sentence shows its English wording beside its key. */
function aboutSentence(path: string): string | undefined {
  const [section = "", word, form] = path.split(".");
  if (word === undefined) return aboutSections[section];
  if (form !== undefined) return aboutKeys["words"]?.[form];
  const english = allEnglish[section]?.[word];
  return typeof english === "object"
    ? `In English: ${english.one} Other numbers: ${english.other}`
    : `In English: ${english}`;
}

/** A schema as editors and validators read it: the form before defaults are filled in. */
export function asJsonSchema(of: v.GenericSchema): JsonSchema {
  return toJsonSchema(of, { target: "draft-07", typeMode: "input" });
}

/** A part of a schema with the words of all keys inside it. A path leaves out ids and the places in a list. */
function describeKeys(node: unknown, path: string, wordsFor: WordsFor): unknown {
  if (Array.isArray(node)) return node.map((one) => describeKeys(one, path, wordsFor));
  const keys = entriesOf(node).map(([key, value]) => {
    if (["items", "additionalProperties", "anyOf"].includes(key)) return [key, describeKeys(value, path, wordsFor)];
    if (key !== "properties") return [key, value];
    const inside = entriesOf(value).map(([name, of]) => {
      const there = path === "" ? name : `${path}.${name}`;
      return [name, withWords(describeKeys(of, there, wordsFor), wordsFor(there))];
    });
    return [key, Object.fromEntries(inside)];
  });
  return typeof node === "object" ? Object.fromEntries(keys) : node;
}

function withWords(schema: unknown, words: string | undefined): unknown {
  const keys = entriesOf(schema);
  if (words === undefined || keys.some(([key]) => key === "description")) return schema;
  // Bounds and defaults stand behind the words.
  const at = keys.findIndex(([key]) => /^(?:pattern|min|max|default|\$schema)/.test(key));
  return Object.fromEntries(keys.toSpliced(at < 0 ? keys.length : at, 0, ["description", words]));
}
