import type * as v from "valibot";
import { type Fault, fault, RoleAdvisorError } from "../fault.ts";
import { type PackFiles, partFolders } from "./files.ts";
import { itemsOf, partOf, textOf } from "./raw.ts";
import { checkReferences } from "./references.ts";
import * as schema from "./schema.ts";
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
  readonly pack: v.InferOutput<typeof schema.packSchema>;
  readonly traits: v.InferOutput<typeof schema.traitsSchema>;
  readonly topics: v.InferOutput<typeof schema.questionsSchema>;
  readonly roles: Readonly<Record<string, v.InferOutput<typeof schema.roleSchema>>>;
  readonly sources: v.InferOutput<typeof schema.sourcesSchema>;
  readonly guide: v.InferOutput<typeof schema.guideSchema>;
  readonly tests: v.InferOutput<typeof schema.testsSchema>;
  readonly history: v.InferOutput<typeof schema.historySchema>;
  readonly examples: Readonly<Record<string, v.InferOutput<typeof schema.exampleSchema>>>;
}

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
  const optional = <const S extends v.GenericSchema>(name: string, shape: S, without: v.InferOutput<S>) =>
    fileOf(name) === undefined ? without : read(name, shape);
  const folderOf = <const S extends v.GenericSchema>(name: string, shape: S): Record<string, v.InferOutput<S>> => {
    const inside = names.filter((file) => file.startsWith(`${name}/`)).map((file) => file.replace(/\.yml$/, ".yaml"));
    const found = [...new Set(inside)].map((file) => [idOf(file), read(file, shape)] as const);
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
  };

  const pack = needed("pack.yaml", schema.packSchema);
  const traits = needed("traits.yaml", schema.traitsSchema);
  const topics = needed("questions.yaml", schema.questionsSchema);
  const sources = needed("sources.yaml", schema.sourcesSchema);
  const guide = optional("guide.yaml", schema.guideSchema, []);
  const tests = optional("tests.yaml", schema.testsSchema, []);
  const history = optional("history.yaml", schema.historySchema, {});
  const roles = folderOf("roles", schema.roleSchema);
  const examples = folderOf("examples", schema.exampleSchema);

  // As they stand there, so that no other fault of pack.yaml hides what is missing.
  const listed = itemsOf(partOf(texts["pack.yaml"]?.value, "roles")).flatMap((id) => textOf(id) ?? []);
  for (const id of new Set(listed.filter(schema.isId))) {
    if (fileOf(`roles/${id}.yaml`) !== undefined) continue;
    const needs = `pack.yaml names the role "${id}"`;
    faults.push(fault("missing-file", { needs }, { file: named(`roles/${id}.yaml`) }));
  }
  for (const file of names) {
    const other = file.replace(/\.yml$/, ".yaml");
    if (other !== file && names.includes(other)) faults.push(fault("doubled-file", { other }, { file: named(file) }));
    if (partFolders.some((inside) => file.startsWith(`${inside}/`))) faults.push(...checkFileName(file));
  }
  const values = { pack, traits, topics, roles, sources, guide, tests, history, examples };
  faults.push(...checkReferences(texts));
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return { values: values as PackValues, texts };

  /** A role or an example is called as its file. */
  function checkFileName(file: string): Fault[] {
    const id = idOf(file);
    if (!schema.isId(id)) {
      const name = { what: "the name of this file", received: `"${id}"`, expected: schema.idInWords };
      return [fault("ill-formed", name, { file: named(file) })];
    }
    const isUnlisted = file.startsWith("roles/") && listed.length > 0 && !listed.includes(id);
    return isUnlisted ? [fault("unlisted-role", { role: id }, { file: named(file) })] : [];
  }
}

function idOf(file: string): string {
  return file.replace(/^[^/]*\//, "").replace(/\.ya?ml$/, "");
}
