import type * as v from "valibot";
import { type Fault, fault, groupFaults } from "../fault.ts";
import { mapOf } from "./map-of.ts";
import type { PackFiles } from "./pack.ts";
import { checkReferences } from "./references/check-references.ts";
import { type PackValues, packParts } from "./schema/pack-files.ts";
import { idInWords, isId } from "./schema/terms.ts";
import { checkShape } from "./shape.ts";
import { readYaml, type YamlText } from "./yaml.ts";

const parts = Object.entries(packParts);
/** The files of a pack beside those in its folders. The ending may be `.yml` as well. */
export const partFiles: readonly string[] = parts.flatMap(([part, of]) => ("each" in of ? [] : `${part}.yaml`));
export const partFolders: readonly string[] = parts.flatMap(([part, of]) => ("each" in of ? part : []));

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

/** Reads the files of a pack as `parsePack` does, and checks everything but what their words mean. */
export function readPackSource(
  files: PackFiles,
  folder = "",
  unreadable: Readonly<Record<string, Fault>> = {},
): PackSource {
  const prefix = folder === "" ? "" : `${folder.replace(/\/+$/, "")}/`;
  const names = [...Object.keys(files), ...Object.keys(unreadable)].sort();
  const idsIn = (part: string) => [...new Set(names.filter((name) => name.startsWith(`${part}/`)).map(idOf))];
  const texts: Record<string, YamlText> = {};
  const found: Fault[] = [...Object.values(unreadable), ...checkNames(names, prefix)];
  const values: Record<string, unknown> = Object.fromEntries(
    parts.map(([part, of]) => {
      if (!("each" in of)) return [part, read(part, of.schema, "absent" in of ? { absent: of.absent } : undefined)];
      const inside = idsIn(part).map((id) => [id, read(`${part}/${id}`, of.schema)] as const);
      return [part, Object.fromEntries(inside.filter(([, value]) => value !== undefined))];
    }),
  );
  found.push(...checkReferences(texts));

  const isIn = (part: string, { file }: Fault) => [".", "/"].some((end) => file?.startsWith(`${prefix}${part}${end}`));
  const of = (part: string) => found.filter((one) => isIn(part, one));
  const warnings = found.filter(({ code }) => code === "unknown-sentence");
  const [testFaults, exampleFaults] = [of("tests"), of("examples")];
  const spared = new Set([...warnings, ...testFaults, ...exampleFaults]);
  const fatal = found.filter((one) => !spared.has(one));
  if (testFaults.length > 0) values["tests"] = [];
  const rank = (one: Fault) => parts.findIndex(([part]) => isIn(part, one));
  return {
    texts,
    values: fatal.length > 0 ? null : (values as PackValues),
    faults: groupFaults(fatal.toSorted((a, b) => rank(a) - rank(b))),
    warnings,
    testFaults: groupFaults(testFaults),
    exampleFaults: mapOf(idsIn("examples").map((id) => [id, of(`examples/${id}`)])),
  };

  /** The value of a file; `left` is given where it may be left out. */
  function read(name: string, schema: v.GenericSchema, left?: { absent: unknown }): unknown {
    const file = [`${name}.yaml`, `${name}.yml`].find((one) => names.includes(one));
    if (file === undefined && left !== undefined) return left.absent;
    if (file === undefined) {
      const needs =
        "a pack has pack.yaml, traits.yaml, questions.yaml, sources.yaml and a file in roles/ for each role";
      found.push(fault("missing-file", { needs }, { file: `${prefix}${name}.yaml` }));
      return undefined;
    }
    if (file in unreadable) return undefined;
    const text = readYaml(files[file] ?? "", `${prefix}${file}`);
    texts[`${name}.yaml`] = text;
    const { value, faults } = checkShape(schema, text);
    found.push(...faults);
    return value;
  }
}

/** Files that are there with both endings, and those in folders whose names cannot be ids. */
function checkNames(names: readonly string[], prefix: string): Fault[] {
  return names.flatMap((name) => {
    const file = `${prefix}${name}`;
    const other = name.replace(/\.yml$/, ".yaml");
    const isTwice = other !== name && names.includes(other);
    const isNamed = partFolders.some((folder) => name.startsWith(`${folder}/`));
    const id = { what: "the name of this file", received: `"${idOf(name)}"`, expected: idInWords };
    return [
      ...(isTwice ? [fault("doubled-file", { other }, { file })] : []),
      ...(isNamed && !isId(idOf(name)) ? [fault("ill-formed", id, { file })] : []),
    ];
  });
}

function idOf(file: string): string {
  return file.replace(/^[^/]*\//, "").replace(/\.ya?ml$/, "");
}
