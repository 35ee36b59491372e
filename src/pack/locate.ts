import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { fault, RoleAdvisorError } from "../fault.ts";
import { whyNot } from "../output.ts";
import { partFiles } from "./read-pack.ts";
import { partOf } from "./unchecked-data.ts";

export interface PackPlace {
  /** Absolute path of the pack's folder. */
  readonly folder: string;
  /** The folder as faults name it: relative to the working directory if it is inside, otherwise absolute. */
  readonly displayPath: string;
}

/** The root folder of this program, which holds `data/`. Built code stands at another depth below it than source. */
export const programFolder: string = findUp(dirname(fileURLToPath(import.meta.url)), (folder) =>
  existsSync(join(folder, "data", "pack.yaml")) ? folder : undefined,
) as string;

/** Finds the pack that --pack names: a folder, a pack that ships with the program, or an installed npm package. */
export function locatePack(name: string, cwd: string): PackPlace {
  const from = resolve(cwd);
  const folder = resolve(from, name);
  const isNamed = name !== "";
  if (isNamed && hasPackAt(name, cwd)) return placeOf(folder, from);
  const looksLikeAFolder = /^\.|[/\\]$/.test(name) || isAbsolute(name);
  const namedFolder = looksLikeAFolder ? undefined : (findShippedPack(name) ?? findPackage(name, from));
  if (namedFolder !== undefined) return placeOf(namedFolder, from);
  const fix =
    isNamed && existsSync(folder)
      ? `the folder ${relative(from, folder) || "."} has no pack.yaml; "role-advisor init <dir>" starts a pack`
      : `give a folder, the name of an installed package, or one of ${packNames().join(", ")}`;
  throw new RoleAdvisorError([fault("no-pack", { given: name, fix })]);
}

/** Does the folder hold any file of a pack? Such a folder takes precedence over a shipped pack of the same name. */
export function hasPackAt(folder: string, cwd: string): boolean {
  return partFiles.some((file) => existsSync(join(resolve(cwd, folder), file)));
}

export function builtInPlace(cwd: string): PackPlace {
  return placeOf(join(programFolder, "data"), resolve(cwd));
}

function placeOf(folder: string, cwd: string): PackPlace {
  const near = relative(cwd, folder);
  return { folder, displayPath: near === "" ? "." : near.startsWith("..") || isAbsolute(near) ? folder : near };
}

export function isPackFolder(folder: string): boolean {
  return ["pack.yaml", "pack.yml"].some((file) => existsSync(join(folder, file)));
}

/** Names of the packs that ship with the program; the built-in one is first. */
export function packNames(): string[] {
  return ["cio-or-cto", ...readdirSync(join(programFolder, "data", "packs"))];
}

function findShippedPack(name: string): string | undefined {
  const [builtInName, ...otherNames] = packNames();
  if (name === builtInName) return join(programFolder, "data");
  return otherNames.includes(name) ? join(programFolder, "data", "packs", name) : undefined;
}

/** Looks for a package from the working directory upwards, then beside this program (installed globally or by npx). */
function findPackage(name: string, from: string): string | undefined {
  if (!/^(?:@[a-z0-9][\w.~-]*\/)?[a-z0-9][\w.~-]*$/i.test(name)) return undefined;
  const inside = (folder: string) => {
    const candidate = join(folder, "node_modules", ...name.split("/"));
    return existsSync(join(candidate, "package.json")) ? candidate : undefined;
  };
  const folder = findUp(from, inside) ?? findUp(programFolder, inside);
  return folder === undefined ? undefined : packIn(folder, name);
}

/** The pack folder that a package's package.json names under `role-advisor`. It must be inside the package. */
function packIn(folder: string, name: string): string {
  const pointer = partOf(readManifest(join(folder, "package.json")), "role-advisor");
  if (typeof pointer !== "string") {
    throw noPack(`its package.json has no key "role-advisor" with the folder of the pack`);
  }
  const pack = resolve(folder, pointer);
  if (pack !== folder && !pack.startsWith(folder + sep)) throw noPack(`its package.json points outside the package`);
  if (!isPackFolder(pack)) throw noPack(`its package.json points to ${pointer}, where there is no pack.yaml`);
  return pack;

  function noPack(why: string): RoleAdvisorError {
    return new RoleAdvisorError([fault("no-pack", { given: name, fix: `the package is installed, but ${why}` })]);
  }
}

function readManifest(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new RoleAdvisorError([fault("cannot-read", { why: whyNot(error) }, { file })]);
  }
}

/** The first result of `look` that is not undefined, in this folder and then in each parent folder. */
function findUp(folder: string, look: (folder: string) => string | undefined): string | undefined {
  const found = look(folder);
  const above = dirname(folder);
  return found ?? (above === folder ? undefined : findUp(above, look));
}
