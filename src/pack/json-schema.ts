import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import * as schema from "./schema.ts";

export type { JsonSchema };

/** The parts of a pack, each with the schema that the checks use. */
const parts = {
  pack: schema.packSchema,
  traits: schema.traitsSchema,
  questions: schema.questionsSchema,
  role: schema.roleSchema,
  sources: schema.sourcesSchema,
  guide: schema.guideSchema,
  tests: schema.testsSchema,
  example: schema.exampleSchema,
  history: schema.historySchema,
} satisfies Record<string, v.GenericSchema>;

/** The JSON Schema of every file of a pack, by part. */
export function packJsonSchemas(): Record<keyof typeof parts, JsonSchema> {
  const entries = Object.entries(parts).map(([part, of]) => [part, asJsonSchema(of)] as const);
  return Object.fromEntries(entries) as Record<keyof typeof parts, JsonSchema>;
}

/** A schema as editors and validators read it: the form before defaults are filled in. */
export function asJsonSchema(of: v.GenericSchema): JsonSchema {
  return toJsonSchema(of, { target: "draft-07", typeMode: "input" });
}
