import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import * as knowledge from "./schema/knowledge-files.ts";
import * as pack from "./schema/pack-file.ts";
import * as proof from "./schema/proof-files.ts";
import { questionsSchema } from "./schema/questions-file.ts";
import * as role from "./schema/role-file.ts";
import { strictWordsSchema } from "./schema/words-file.ts";

export type { JsonSchema };

/** The parts of a pack, each with the schema that the checks use. */
const parts = {
  pack: pack.packSchema,
  traits: pack.traitsSchema,
  questions: questionsSchema,
  role: role.roleSchema,
  neighbour: role.neighbourSchema,
  sources: knowledge.sourcesSchema,
  guide: knowledge.guideSchema,
  evidence: knowledge.evidenceSchema,
  words: strictWordsSchema,
  tests: proof.testsSchema,
  example: proof.exampleSchema,
  history: proof.historySchema,
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
