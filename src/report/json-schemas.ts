import { adviceSchema } from "../advice/advice-schema.ts";
import { answersJsonSchema } from "../answers/answers-schema.ts";
import { summarySchema } from "../cohort/summary-schema.ts";
import { asJsonSchema, packJsonSchemas } from "../pack/json-schema.ts";
import type { Pack } from "../pack/pack.ts";

/** Every JSON Schema by name: for each file of a pack, answers to this pack, and the records that are printed. */
export function jsonSchemas(pack: Pack): Readonly<Record<string, object>> {
  return {
    ...packJsonSchemas(),
    answers: answersJsonSchema(pack),
    advice: asJsonSchema(adviceSchema),
    summary: asJsonSchema(summarySchema),
  };
}
