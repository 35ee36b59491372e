import type * as v from "valibot";
import { type Fault, fault } from "../fault.ts";
import { type PackFiles, partFolders } from "./files.ts";
import { idInWords, isId } from "./schema/terms.ts";
import { checkShape } from "./shape.ts";
import { readYaml, type YamlText } from "./yaml.ts";

/** The files of a pack. Each is read against its schema; the texts and what is wrong with them gather on the shelf. */
export interface Shelf {
  /** By the file's name with the ending `.yaml`, whichever it has. */
  readonly texts: Readonly<Record<string, YamlText>>;
  readonly faults: readonly Fault[];
  /** A file that every pack has. */
  needed<const S extends v.GenericSchema>(name: string, shape: S): v.InferOutput<S> | undefined;
  /** A file that may be left out. */
  optional<const S extends v.GenericSchema, W>(name: string, shape: S, without: W): v.InferOutput<S> | W | undefined;
  /** The files of a folder by their ids, those that could be read. */
  all<const S extends v.GenericSchema>(folder: string, shape: S): Record<string, v.InferOutput<S>>;
  idsIn(folder: string): string[];
  /** Is a fault's file this part of the pack: `tests`, `roles`, `examples/early`? */
  isIn(part: string, file: string | undefined): boolean;
}

export function openShelf(files: PackFiles, folder: string, unreadable: Readonly<Record<string, Fault>>): Shelf {
  const names = [...Object.keys(files), ...Object.keys(unreadable)].sort();
  const prefix = folder === "" ? "" : `${folder.replace(/\/+$/, "")}/`;
  const texts: Record<string, YamlText> = {};
  const faults: Fault[] = [...Object.values(unreadable), ...checkNames(names, prefix)];
  /** The file's own name: its ending may be either. */
  const fileOf = (name: string) => [name, name.replace(/\.yaml$/, ".yml")].find((file) => names.includes(file));

  const shelf: Shelf = {
    texts,
    faults,
    needed: (name, shape) => {
      if (fileOf(name) !== undefined) return read(name, shape);
      const needs =
        "a pack has pack.yaml, traits.yaml, questions.yaml, sources.yaml and a file in roles/ for each role";
      faults.push(fault("missing-file", { needs }, { file: `${prefix}${name}` }));
      return undefined;
    },
    optional: (name, shape, without) => (fileOf(name) === undefined ? without : read(name, shape)),
    all: (inside, shape) => {
      const found = shelf.idsIn(inside).map((id) => [id, read(`${inside}/${id}.yaml`, shape)] as const);
      return Object.fromEntries(found.filter(([, value]) => value !== undefined));
    },
    idsIn: (inside) => [...new Set(names.filter((name) => name.startsWith(`${inside}/`)).map(idOf))],
    isIn: (part, file) => [".", "/"].some((end) => file?.startsWith(`${prefix}${part}${end}`)),
  };
  return shelf;

  function read<const S extends v.GenericSchema>(name: string, shape: S): v.InferOutput<S> | undefined {
    const file = fileOf(name) ?? name;
    if (file in unreadable) return undefined;
    const text = readYaml(files[file] ?? "", `${prefix}${file}`);
    texts[name] = text;
    const checked = checkShape(shape, text);
    faults.push(...checked.faults);
    return checked.value;
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
