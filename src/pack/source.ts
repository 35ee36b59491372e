import type * as v from "valibot";
import { type Fault, fault, RoleAdvisorError } from "../fault.ts";
import { type PackFiles, partFolders } from "./files.ts";
import { itemsOf, partOf, textOf } from "./raw.ts";
import { checkReferences } from "./references.ts";
import { evidenceSchema, guideSchema, sourcesSchema } from "./schema/knowledge-files.ts";
import { packSchema, traitsSchema } from "./schema/pack-file.ts";
import { exampleSchema, historySchema, testsSchema } from "./schema/proof-files.ts";
import { questionsSchema } from "./schema/questions-file.ts";
import { neighbourSchema, roleSchema } from "./schema/role-file.ts";
import { idInWords, isId } from "./schema/terms.ts";
import { wordsSchema } from "./schema/words-file.ts";
import { checkShape } from "./shape.ts";
import { readYaml, type YamlText } from "./yaml.ts";

/** The files of a pack after reading: their checked values, and the texts with their places. */
export interface PackSource {
  readonly values: PackValues;
  /** By the file's name with the ending `.yaml`, whichever it has. */
  readonly texts: Readonly<Record<string, YamlText>>;
}

/** What the schemas let through, file by file. */
export interface PackValues {
  readonly pack: v.InferOutput<typeof packSchema>;
  readonly traits: v.InferOutput<typeof traitsSchema>;
  readonly topics: v.InferOutput<typeof questionsSchema>;
  readonly roles: Readonly<Record<string, v.InferOutput<typeof roleSchema>>>;
  readonly sources: v.InferOutput<typeof sourcesSchema>;
  readonly neighbours: Readonly<Record<string, v.InferOutput<typeof neighbourSchema>>>;
  readonly guide: v.InferOutput<typeof guideSchema>;
  readonly evidence: v.InferOutput<typeof evidenceSchema> | null;
  readonly words: v.InferOutput<typeof wordsSchema>;
  readonly tests: v.InferOutput<typeof testsSchema>;
  readonly history: v.InferOutput<typeof historySchema>;
  readonly examples: Readonly<Record<string, v.InferOutput<typeof exampleSchema>>>;
}

/** Folders whose files pack.yaml lists under the folder's name. */
const describedFolders = [
  { key: "roles", what: "role" },
  { key: "neighbours", what: "neighbour" },
] as const;

/**
 * Reads the files of a pack and checks everything but what their words mean.
 * @param folder is put before the names of files in faults.
 * @param unreadable faults of files that could not be read, by name.
 * @throws RoleAdvisorError with every fault of every file.
 */
export function readPackSource(
  files: PackFiles,
  folder = "",
  unreadable: Readonly<Record<string, Fault>> = {},
): PackSource {
  const texts: Record<string, YamlText> = {};
  const faults: Fault[] = Object.values(unreadable);
  const names = [...Object.keys(files), ...Object.keys(unreadable)].sort();
  const named = (name: string) => (folder === "" ? name : `${folder.replace(/\/+$/, "")}/${name}`);
  /** The file's own name: its ending may be either. */
  const fileOf = (name: string) => [name, name.replace(/\.yaml$/, ".yml")].find((file) => names.includes(file));

  const read = <const S extends v.GenericSchema>(name: string, shape: S): v.InferOutput<S> | undefined => {
    const file = fileOf(name) ?? name;
    if (file in unreadable) return undefined;
    const text = readYaml(files[file] ?? "", named(file));
    texts[name] = text;
    const checked = checkShape(shape, text);
    faults.push(...checked.faults);
    return checked.value;
  };
  const needed = <const S extends v.GenericSchema>(name: string, shape: S): v.InferOutput<S> | undefined => {
    if (fileOf(name) !== undefined) return read(name, shape);
    const needs = "a pack has pack.yaml, traits.yaml, questions.yaml, sources.yaml and a file in roles/ for each role";
    faults.push(fault("missing-file", { needs }, { file: named(name) }));
    return undefined;
  };
  const optional = <const S extends v.GenericSchema, W>(name: string, shape: S, without: W) =>
    fileOf(name) === undefined ? without : read(name, shape);
  const folderOf = <const S extends v.GenericSchema>(name: string, shape: S): Record<string, v.InferOutput<S>> => {
    const inside = names.filter((file) => file.startsWith(`${name}/`)).map((file) => file.replace(/\.yml$/, ".yaml"));
    const found = [...new Set(inside)].map((file) => [idOf(file), read(file, shape)] as const);
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
  };

  const pack = needed("pack.yaml", packSchema);
  const traits = needed("traits.yaml", traitsSchema);
  const topics = needed("questions.yaml", questionsSchema);
  const sources = needed("sources.yaml", sourcesSchema);
  const guide = optional("guide.yaml", guideSchema, []);
  const evidence = optional("evidence.yaml", evidenceSchema, null);
  const words = optional("words.yaml", wordsSchema, {});
  const tests = optional("tests.yaml", testsSchema, []);
  const history = optional("history.yaml", historySchema, {});
  const roles = folderOf("roles", roleSchema);
  const neighbours = folderOf("neighbours", neighbourSchema);
  const examples = folderOf("examples", exampleSchema);

  // As they stand there, so that no other fault of pack.yaml hides what is missing.
  const listedIn = (key: string) => itemsOf(partOf(texts["pack.yaml"]?.value, key)).flatMap((id) => textOf(id) ?? []);
  for (const { key, what } of describedFolders) {
    for (const id of new Set(listedIn(key).filter(isId))) {
      if (fileOf(`${key}/${id}.yaml`) !== undefined) continue;
      const needs = `pack.yaml names the ${what} "${id}"`;
      faults.push(fault("missing-file", { needs }, { file: named(`${key}/${id}.yaml`) }));
    }
  }
  for (const file of names) {
    const other = file.replace(/\.yml$/, ".yaml");
    if (other !== file && names.includes(other)) faults.push(fault("doubled-file", { other }, { file: named(file) }));
    if (partFolders.some((inside) => file.startsWith(`${inside}/`))) faults.push(...checkFileName(file));
  }
  const known = { pack, traits, topics, roles, neighbours, sources, guide };
  const values = { ...known, evidence, words, tests, history, examples };
  faults.push(...checkReferences(texts));
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return { values: values as PackValues, texts };

  /** A role, a neighbour or an example is called as its file. */
  function checkFileName(file: string): Fault[] {
    const id = idOf(file);
    if (!isId(id)) {
      const name = { what: "the name of this file", received: `"${id}"`, expected: idInWords };
      return [fault("ill-formed", name, { file: named(file) })];
    }
    const of = describedFolders.find(({ key }) => file.startsWith(`${key}/`));
    if (of === undefined || listedIn(of.key).includes(id)) return [];
    const list = partOf(texts["pack.yaml"]?.value, of.key);
    // Where the list itself is wrong, that is said already.
    const isWhole = itemsOf(list).length > 0 || (list === undefined && of.key === "neighbours");
    if (!isWhole || texts["pack.yaml"]?.value === undefined) return [];
    return [fault("unlisted-role", { ...of, id }, { file: named(file) })];
  }
}

function idOf(file: string): string {
  return file.replace(/^[^/]*\//, "").replace(/\.ya?ml$/, "");
}
