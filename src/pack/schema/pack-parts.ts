import type * as v from "valibot";
import { evidenceSchema, guideSchema, sourcesSchema } from "./knowledge-files.ts";
import { packSchema } from "./pack-file.ts";
import { exampleSchema, historySchema, testsSchema } from "./proof-files.ts";
import { questionsSchema, traitsSchema } from "./questions-file.ts";
import { neighbourSchema, roleSchema } from "./role-file.ts";
import { wordsSchema } from "./words-file.ts";

/**
 * The parts of a pack, causes before consequences: a fault in one makes others in those after it. A part is a file, with what
 * stands for one that may be left out; or a folder, whose files are each called so.
 */
export const packParts = {
  pack: { schema: packSchema },
  traits: { schema: traitsSchema },
  questions: { schema: questionsSchema },
  sources: { schema: sourcesSchema },
  roles: { schema: roleSchema, each: "role" },
  neighbours: { schema: neighbourSchema, each: "neighbour" },
  guide: { schema: guideSchema, absent: [] },
  evidence: { schema: evidenceSchema, absent: null },
  words: { schema: wordsSchema, absent: {} },
  tests: { schema: testsSchema, absent: [] },
  history: { schema: historySchema, absent: {} },
  examples: { schema: exampleSchema, each: "example" },
} as const satisfies Readonly<Record<string, Part>>;

interface Part {
  readonly schema: v.GenericSchema;
  readonly each?: string;
  readonly absent?: unknown;
}

type Parts = typeof packParts;
type ValueOf<P extends Part> = P extends { readonly each: string }
  ? Readonly<Record<string, v.InferOutput<P["schema"]>>>
  : v.InferOutput<P["schema"]> | (P extends { readonly absent: null } ? null : never);

/** What the schemas let through, part by part. */
export type PackValues = { readonly [P in keyof Parts]: ValueOf<Parts[P]> };
