import type * as v from "valibot";
import { type Fault, fault, groupFaults } from "../fault.ts";
import { mapOf } from "./map-of.ts";
import { checkShape } from "./match-schema.ts";
import type { PackFiles } from "./pack.ts";
import { checkReferences } from "./references/check-references.ts";
import { type PackValues, packParts } from "./schema/pack-files.ts";
import { idInWords, isId } from "./schema/terms.ts";
import { readYaml, type YamlText } from "./yaml.ts";

const parts = Object.entries(packParts);
/** Names of the files of a pack outside of its folders. An author may also use the extension `.yml`. */
export const partFiles: readonly string[] = parts.flatMap(([part, form]) => ("each" in form ? [] : `${part}.yaml`));
export const partFolders: readonly string[] = parts.flatMap(([part, form]) => ("each" in form ? part : []));

/** The result of reading the files of a pack. */
export interface PackSource {
  /** Null if the pack cannot be used. Faulty tests and examples are left out. */
  readonly values: PackValues | null;
  /** The parsed text of each file, by its name with the extension `.yaml` even if the file has `.yml`. */
  readonly texts: Readonly<Record<string, YamlText>>;
  /** Faults for which the pack cannot be used, causes before consequences. */
  readonly faults: readonly Fault[];
  /** Faults that an author may leave: the program ignores the part in question. */
  readonly warnings: readonly Fault[];
  /** Faults in tests.yaml. The pack can be used without its tests. */
  readonly testFaults: readonly Fault[];
  /** Faults in each example, by its name. */
  readonly exampleFaults: Readonly<Record<string, readonly Fault[]>>;
}

/** Reads and checks the files of a pack. The parameters are those of `parsePack`. */
export function readPackSource(
  files: PackFiles,
  folder = "",
  unreadable: Readonly<Record<string, Fault>> = {},
): PackSource {
  const prefix = folder === "" ? "" : `${folder.replace(/\/+$/, "")}/`;
  const names = [...Object.keys(files), ...Object.keys(unreadable)].sort();
  const idsIn = (part: string) => [...new Set(names.filter((name) => name.startsWith(`${part}/`)).map(idOf))];
  const texts: Record<string, YamlText> = {};
  const allFaults: Fault[] = [...Object.values(unreadable), ...checkNames(names, prefix)];
  const values: Record<string, unknown> = Object.fromEntries(
    parts.map(([part, form]) => {
      if (!("each" in form)) return [part, read(part, form.schema, "absent" in form ? form : undefined)];
      const inside = idsIn(part).map((id) => [id, read(`${part}/${id}`, form.schema)] as const);
      return [part, Object.fromEntries(inside.filter(([, value]) => value !== undefined))];
    }),
  );
  allFaults.push(...checkReferences(texts));

  const isIn = (part: string, { file }: Fault) => [".", "/"].some((end) => file?.startsWith(`${prefix}${part}${end}`));
  const faultsIn = (part: string) => allFaults.filter((one) => isIn(part, one));
  const warnings = allFaults.filter(({ code }) => code === "unknown-sentence");
  const [testFaults, exampleFaults] = [faultsIn("tests"), faultsIn("examples")];
  const harmless = new Set([...warnings, ...testFaults, ...exampleFaults]);
  const fatal = allFaults.filter((one) => !harmless.has(one));
  if (testFaults.length > 0) values["tests"] = [];
  const rank = (one: Fault) => parts.findIndex(([part]) => isIn(part, one));
  return {
    texts,
    values: fatal.length > 0 ? null : (values as PackValues),
    faults: groupFaults(fatal.toSorted((a, b) => rank(a) - rank(b))),
    warnings,
    testFaults: groupFaults(testFaults),
    exampleFaults: mapOf(idsIn("examples").map((id) => [id, faultsIn(`examples/${id}`)])),
  };

  /** The value of a file. `fallback` holds the value of a file that may be left out. */
  function read(name: string, schema: v.GenericSchema, fallback?: { absent: unknown }): unknown {
    const file = [`${name}.yaml`, `${name}.yml`].find((one) => names.includes(one));
    if (file === undefined && fallback !== undefined) return fallback.absent;
    if (file === undefined) {
      const needs =
        "a pack has pack.yaml, traits.yaml, questions.yaml, sources.yaml and a file in roles/ for each role";
      allFaults.push(fault("missing-file", { needs }, { file: `${prefix}${name}.yaml` }));
      return undefined;
    }
    if (file in unreadable) return undefined;
    const text = readYaml(files[file] ?? "", `${prefix}${file}`);
    texts[`${name}.yaml`] = text;
    const { value, faults } = checkShape(schema, text);
    allFaults.push(...faults);
    return value;
  }
}

/** Reports files that exist as both `.yaml` and `.yml`, and files in folders whose names cannot be ids. */
function checkNames(names: readonly string[], prefix: string): Fault[] {
  return names.flatMap((name) => {
    const file = `${prefix}${name}`;
    const yamlName = name.replace(/\.yml$/, ".yaml");
    const isTwice = yamlName !== name && names.includes(yamlName);
    const isInFolder = partFolders.some((folder) => name.startsWith(`${folder}/`));
    const id = { what: "the name of this file", received: `"${idOf(name)}"`, expected: idInWords };
    return [
      ...(isTwice ? [fault("doubled-file", { other: yamlName }, { file })] : []),
      ...(isInFolder && !isId(idOf(name)) ? [fault("ill-formed", id, { file })] : []),
    ];
  });
}

function idOf(file: string): string {
  return file.replace(/^[^/]*\//, "").replace(/\.ya?ml$/, "");
}
