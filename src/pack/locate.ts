import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { fault, RoleAdvisorError } from "../fault.ts";
import { whyNot } from "../output.ts";
import { partOf } from "./raw.ts";
import { partFiles } from "./read-pack.ts";

/** Where a pack is: its folder, and what to call that in faults. */
export interface PackPlace {
  readonly folder: string;
  readonly named: string;
}

/** The folder of this program, which holds `data/`; the code stands one level below it when built, two when not. */
export const programFolder: string = findUp(dirname(fileURLToPath(import.meta.url)), (folder) =>
  existsSync(join(folder, "data", "pack.yaml")) ? folder : undefined,
) as string;

/** The folder of a pack by what --pack says: a folder, a pack that ships with the program, an installed npm package. */
export function locatePack(name: string, cwd: string): PackPlace {
  const from = resolve(cwd);
  const folder = resolve(from, name);
  const isNamed = name !== "";
  if (isNamed && hasPackAt(name, cwd)) return placeOf(folder, from);
  const looksLikeAFolder = /^\.|[/\\]$/.test(name) || isAbsolute(name);
  const found = looksLikeAFolder ? undefined : (shippedPack(name) ?? packageNamed(name, from));
  if (found !== undefined) return placeOf(found, from);
  const given = relative(from, folder) || ".";
  const fix =
    isNamed && existsSync(folder)
      ? `the folder ${given} has no pack.yaml; "role-advisor init <dir>" starts a pack`
      : `give a folder, the name of an installed package, or one of ${packNames().join(", ")}`;
  throw new RoleAdvisorError([fault("no-pack", { given: name, fix })]);
}

/** Is there a folder with files of a pack? It comes before a pack of that name. */
export function hasPackAt(folder: string, cwd: string): boolean {
  return partFiles.some((file) => existsSync(join(resolve(cwd, folder), file)));
}

/** The built-in pack's own files. */
export function builtInPlace(cwd: string): PackPlace {
  return placeOf(join(programFolder, "data"), resolve(cwd));
}

function placeOf(folder: string, cwd: string): PackPlace {
  const near = relative(cwd, folder);
  return { folder, named: near === "" ? "." : near.startsWith("..") || isAbsolute(near) ? folder : near };
}

/** Is this the folder of a pack? */
export function isPackFolder(folder: string): boolean {
  return ["pack.yaml", "pack.yml"].some((file) => existsSync(join(folder, file)));
}

/** The packs that a name alone is enough for: the built-in one first. */
export function packNames(): string[] {
  return ["cio-or-cto", ...readdirSync(join(programFolder, "data", "packs"))];
}

function shippedPack(name: string): string | undefined {
  const [own, ...further] = packNames();
  if (name === own) return join(programFolder, "data");
  return further.includes(name) ? join(programFolder, "data", "packs", name) : undefined;
}

/** A package beside the work at hand, or beside this program (installed globally, or fetched together with it). */
function packageNamed(name: string, from: string): string | undefined {
  if (!/^(?:@[a-z0-9][\w.~-]*\/)?[a-z0-9][\w.~-]*$/i.test(name)) return undefined;
  const inside = (folder: string) => {
    const found = join(folder, "node_modules", ...name.split("/"));
    return existsSync(join(found, "package.json")) ? found : undefined;
  };
  const folder = findUp(from, inside) ?? findUp(programFolder, inside);
  return folder === undefined ? undefined : packIn(folder, name);
}

/** The folder that a package's own package.json points to. */
function packIn(folder: string, name: string): string {
  const pointer = partOf(readManifest(join(folder, "package.json")), "role-advisor");
  if (typeof pointer !== "string") {
    throw noPack(`its package.json has no key "role-advisor" with the folder of the pack`);
  }
  const pack = resolve(folder, pointer);
  if (pack !== folder && !pack.startsWith(folder + sep)) throw noPack(`its package.json points outside of the package`);
  if (!isPackFolder(pack)) throw noPack(`its package.json points to ${pointer}, where there is no pack.yaml`);
  return pack;

  function noPack(why: string): RoleAdvisorError {
    return new RoleAdvisorError([fault("no-pack", { given: name, fix: `the package is there, but ${why}` })]);
  }
}

function readManifest(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new RoleAdvisorError([fault("cannot-read", { why: whyNot(error) }, { file })]);
  }
}

/** What `look` finds in a folder or in the nearest one above it. */
function findUp(folder: string, look: (folder: string) => string | undefined): string | undefined {
  const found = look(folder);
  const above = dirname(folder);
  return found ?? (above === folder ? undefined : findUp(above, look));
}
