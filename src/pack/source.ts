import type * as v from "valibot";
import { type Fault, grouped } from "../fault.ts";
import type { PackFiles } from "./files.ts";
import { mapOf } from "./map-of.ts";
import { checkReferences } from "./references/check-references.ts";
import { evidenceSchema, guideSchema, sourcesSchema } from "./schema/knowledge-files.ts";
import { packSchema, traitsSchema } from "./schema/pack-file.ts";
import { exampleSchema, historySchema, testsSchema } from "./schema/proof-files.ts";
import { questionsSchema } from "./schema/questions-file.ts";
import { neighbourSchema, roleSchema } from "./schema/role-file.ts";
import { wordsSchema } from "./schema/words-file.ts";
import { openShelf } from "./shelf.ts";
import type { YamlText } from "./yaml.ts";

/** The files of a pack after reading: their values, the texts with their places, and every fault. */
export interface PackSource {
  /** Null where the pack cannot be used. Faulty tests and examples are left out. */
  readonly values: PackValues | null;
  /** By the file's name with the ending `.yaml`, whichever it has. */
  readonly texts: Readonly<Record<string, YamlText>>;
  /** What keeps the pack from being used, causes before consequences. */
  readonly faults: readonly Fault[];
  /** What can stay as it is, and is not read. */
  readonly warnings: readonly Fault[];
  /** Faults of the expected outcomes, and of the examples by their names: nothing else rests on them. */
  readonly testFaults: readonly Fault[];
  readonly exampleFaults: Readonly<Record<string, readonly Fault[]>>;
}

/** What the schemas let through, file by file. */
export interface PackValues {
  readonly pack: v.InferOutput<typeof packSchema>;
  readonly traits: v.InferOutput<typeof traitsSchema>;
  readonly topics: v.InferOutput<typeof questionsSchema>;
  readonly roles: Readonly<Record<string, v.InferOutput<typeof roleSchema>>>;
  readonly neighbours: Readonly<Record<string, v.InferOutput<typeof neighbourSchema>>>;
  readonly sources: v.InferOutput<typeof sourcesSchema>;
  readonly guide: v.InferOutput<typeof guideSchema>;
  readonly evidence: v.InferOutput<typeof evidenceSchema> | null;
  readonly words: v.InferOutput<typeof wordsSchema>;
  readonly tests: v.InferOutput<typeof testsSchema>;
  readonly history: v.InferOutput<typeof historySchema>;
  readonly examples: Readonly<Record<string, v.InferOutput<typeof exampleSchema>>>;
}

/**
 * Reads the files of a pack and checks everything but what their words mean.
 * @param folder is put before the names of files in faults.
 * @param unreadable faults of files that could not be read, by name.
 */
export function readPackSource(
  files: PackFiles,
  folder = "",
  unreadable: Readonly<Record<string, Fault>> = {},
): PackSource {
  const shelf = openShelf(files, folder, unreadable);
  const values = {
    pack: shelf.needed("pack.yaml", packSchema),
    traits: shelf.needed("traits.yaml", traitsSchema),
    topics: shelf.needed("questions.yaml", questionsSchema),
    sources: shelf.needed("sources.yaml", sourcesSchema),
    roles: shelf.all("roles", roleSchema),
    neighbours: shelf.all("neighbours", neighbourSchema),
    guide: shelf.optional("guide.yaml", guideSchema, []),
    evidence: shelf.optional("evidence.yaml", evidenceSchema, null),
    words: shelf.optional("words.yaml", wordsSchema, {}),
    history: shelf.optional("history.yaml", historySchema, {}),
    tests: shelf.optional("tests.yaml", testsSchema, []),
    examples: shelf.all("examples", exampleSchema),
  };
  const found = [...shelf.faults, ...checkReferences(shelf.texts)];
  const warnings = found.filter(({ code }) => code === "unknown-sentence");
  const faults = found.filter((one) => !warnings.includes(one));
  const of = (part: string) => faults.filter(({ file }) => shelf.isIn(part, file));
  const [testFaults, exampleFaults] = [of("tests"), of("examples")];
  const fatal = faults.filter((one) => !testFaults.includes(one) && !exampleFaults.includes(one));
  const rank = ({ file }: Fault) => order.findIndex((part) => shelf.isIn(part, file));
  return {
    texts: shelf.texts,
    values: fatal.length > 0 ? null : ({ ...values, tests: testFaults.length > 0 ? [] : values.tests } as PackValues),
    faults: grouped(fatal.toSorted((a, b) => rank(a) - rank(b))),
    warnings,
    testFaults: grouped(testFaults),
    exampleFaults: mapOf(shelf.idsIn("examples").map((id) => [id, of(`examples/${id}`)])),
  };
}

/** Causes before consequences: a fault in one part makes others in those after it. */
const order = "pack traits questions sources roles neighbours guide evidence words history tests examples".split(" ");
