import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { aboutSections } from "./english-words.ts";
import { aboutKeys } from "./key-words.ts";
import { allEnglish } from "./say.ts";
import { packParts } from "./schema/pack-files.ts";
import { strictWordsSchema } from "./schema/words-file.ts";
import { entriesOf } from "./unchecked-data.ts";

export type { JsonSchema };

type Parts = typeof packParts;
/** A file has the name of its part; a file in a folder has the name of what it describes, such as `role`. */
type FileName = {
  [P in keyof Parts]: Parts[P] extends { readonly each: infer Each extends string } ? Each : P;
}[keyof Parts];
/** Returns the description of the key at a path such as `questions.options.label`, without ids and list indices. */
type DescriptionOf = (path: string) => string | undefined;

/** The JSON Schema of every file of a pack, with the descriptions that an editor shows beside a key. */
export function packJsonSchemas(): Record<FileName, JsonSchema> {
  const schemas = Object.entries({ ...packParts, words: { schema: strictWordsSchema } }).map(([part, of]) => {
    const name = "each" in of ? of.each : part;
    const aboutKey: DescriptionOf = (path) =>
      aboutKeys[name]?.[path] ?? aboutKeys["anywhere"]?.[path.replace(/.*\./, "")];
    const keys = describeKeys(asJsonSchema(of.schema), "", part === "words" ? aboutSentence : aboutKey);
    return [name, withDescription(keys, aboutKeys[name]?.["file"])] as const;
  });
  return Object.fromEntries(schemas) as Record<FileName, JsonSchema>;
}

/** The description of a key in words.yaml: the English wording of the sentence. */
function aboutSentence(path: string): string | undefined {
  const [section = "", word, form] = path.split(".");
  if (word === undefined) return aboutSections[section];
  if (form !== undefined) return aboutKeys["words"]?.[form];
  const english = allEnglish[section]?.[word];
  return typeof english === "object"
    ? `In English: ${english.one} Other numbers: ${english.other}`
    : `In English: ${english}`;
}

/** The JSON Schema of a file as an author writes it, before defaults are filled in. */
export function asJsonSchema(schema: v.GenericSchema): JsonSchema {
  return toJsonSchema(schema, { target: "draft-07", typeMode: "input" });
}

/** Adds descriptions to all keys inside a part of a schema. */
function describeKeys(node: unknown, path: string, descriptionOf: DescriptionOf): unknown {
  if (Array.isArray(node)) return node.map((item) => describeKeys(item, path, descriptionOf));
  const keys = entriesOf(node).map(([key, value]) => {
    if (["items", "additionalProperties", "anyOf"].includes(key))
      return [key, describeKeys(value, path, descriptionOf)];
    if (key !== "properties") return [key, value];
    const inside = entriesOf(value).map(([name, property]) => {
      const inner = path === "" ? name : `${path}.${name}`;
      return [name, withDescription(describeKeys(property, inner, descriptionOf), descriptionOf(inner))];
    });
    return [key, Object.fromEntries(inside)];
  });
  return typeof node === "object" ? Object.fromEntries(keys) : node;
}

function withDescription(schema: unknown, description: string | undefined): unknown {
  const keys = entriesOf(schema);
  if (description === undefined || keys.some(([key]) => key === "description")) return schema;
  // Bounds and defaults follow the description.
  const at = keys.findIndex(([key]) => /^(?:pattern|min|max|default|\$schema)/.test(key));
  return Object.fromEntries(keys.toSpliced(at < 0 ? keys.length : at, 0, ["description", description]));
}
