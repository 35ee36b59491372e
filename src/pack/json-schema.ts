import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { packParts } from "./schema/pack-parts.ts";
import { strictWordsSchema } from "./schema/words-file.ts";

export type { JsonSchema };

type Parts = typeof packParts;
/** A file is called as its part, one in a folder as what it describes. */
type FileName = {
  [P in keyof Parts]: Parts[P] extends { readonly each: infer Each extends string } ? Each : P;
}[keyof Parts];

/** The JSON Schema of every file of a pack. */
export function packJsonSchemas(): Record<FileName, JsonSchema> {
  const schemas = Object.entries({ ...packParts, words: { schema: strictWordsSchema } }).map(([part, of]) => {
    return ["each" in of ? of.each : part, asJsonSchema(of.schema)] as const;
  });
  return Object.fromEntries(schemas) as Record<FileName, JsonSchema>;
}

/** A schema as editors and validators read it: the form before defaults are filled in. */
export function asJsonSchema(of: v.GenericSchema): JsonSchema {
  return toJsonSchema(of, { target: "draft-07", typeMode: "input" });
}
