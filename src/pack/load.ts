import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Fault, fault, RoleAdvisorError } from "../fault.ts";
import { limits } from "../limits.ts";
import { codeOf, whyNot } from "../output.ts";
import type { Pack, PackFiles } from "./pack.ts";
import { parsePack } from "./parse-pack.ts";
import { partFiles, partFolders } from "./read-pack.ts";

/** What a pack's folder holds: the texts that could be read, and why others could not. */
export interface PackFolder {
  readonly files: PackFiles;
  readonly unreadable: Readonly<Record<string, Fault>>;
  /** YAML files that stand beside those of a pack, and that no part of a pack is called. */
  readonly strangers: readonly string[];
}

/** The pack in a folder. `named` stands before the names of files in faults. */
export function loadFolder(folder: string, named = folder): Pack {
  const { files, unreadable } = readFolder(folder, named);
  return parsePack(files, named, unreadable);
}

/** The texts of a pack's files. Files that a pack does not have are left out; other files in the folder are not read. */
export function readFolder(folder: string, named = folder): PackFolder {
  const files: Record<string, string> = {};
  const unreadable: Record<string, Fault> = {};
  const names = listed(folder, named, "");
  const inside = names.filter((name) => partFolders.includes(name)).flatMap((name) => listed(folder, named, name));
  const yaml = [...names, ...inside].filter((name) => /\.ya?ml$/.test(name));
  const isPart = (name: string) => name.includes("/") || partFiles.includes(name.replace(/\.yml$/, ".yaml"));
  for (const name of yaml.filter(isPart)) {
    const text = readText(join(folder, name), join(named, name));
    if (typeof text === "string") files[name] = text;
    else unreadable[name] = text;
  }
  return { files, unreadable, strangers: yaml.filter((name) => !isPart(name)) };
}

/** Names in a folder, from the pack's folder on. What is not there has none. */
function listed(root: string, named: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder))
      .sort()
      .map((name) => (folder === "" ? name : `${folder}/${name}`));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw new RoleAdvisorError([fault("cannot-read", { why: whyNot(error) }, { file: join(named, folder) })]);
  }
}

/** A file's text, or why it cannot be had; what is too large is not taken into memory first. */
function readText(path: string, file: string): string | Fault {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return fault("cannot-read", { why: "it is not a plain file" }, { file });
    if (stat.size > limits.fileBytes) return fault("too-large", {}, { file });
    return readFileSync(path, "utf8");
  } catch (error) {
    return fault("cannot-read", { why: whyNot(error) }, { file });
  }
}
