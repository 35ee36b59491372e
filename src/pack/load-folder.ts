import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Fault, fault, RoleAdvisorError } from "../fault.ts";
import { limits } from "../limits.ts";
import { codeOf, whyNot } from "../output.ts";
import type { Pack, PackFiles } from "./pack.ts";
import { parsePack } from "./parse-pack.ts";
import { partFiles, partFolders } from "./read-pack.ts";

export interface PackFolder {
  readonly files: PackFiles;
  /** The fault of each file of the pack that could not be read, by file name. */
  readonly unreadable: Readonly<Record<string, Fault>>;
  /** YAML files in the folder whose names belong to no part of a pack. They are not read. */
  readonly unknownFiles: readonly string[];
}

/** Reads the pack in a folder. Faults name its files with `displayPath` in front. */
export function loadFolder(folder: string, displayPath = folder): Pack {
  const { files, unreadable } = readFolder(folder, displayPath);
  return parsePack(files, displayPath, unreadable);
}

/** Reads the texts of a pack's files. A file that does not exist is absent from the result. */
export function readFolder(folder: string, displayPath = folder): PackFolder {
  const files: Record<string, string> = {};
  const unreadable: Record<string, Fault> = {};
  const namesIn = (subfolder: string) => listNames(folder, displayPath, subfolder);
  const names = namesIn("");
  const inside = names.filter((name) => partFolders.includes(name)).flatMap(namesIn);
  const yaml = [...names, ...inside].filter((name) => /\.ya?ml$/.test(name));
  const isPart = (name: string) => name.includes("/") || partFiles.includes(name.replace(/\.yml$/, ".yaml"));
  for (const name of yaml.filter(isPart)) {
    const text = readText(join(folder, name), join(displayPath, name));
    if (typeof text === "string") files[name] = text;
    else unreadable[name] = text;
  }
  return { files, unreadable, unknownFiles: yaml.filter((name) => !isPart(name)) };
}

/** Names in a subfolder, relative to the pack's folder; none where the subfolder does not exist. */
function listNames(root: string, displayPath: string, subfolder: string): string[] {
  try {
    return readdirSync(join(root, subfolder))
      .sort()
      .map((name) => (subfolder === "" ? name : `${subfolder}/${name}`));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw new RoleAdvisorError([fault("cannot-read", { why: whyNot(error) }, { file: join(displayPath, subfolder) })]);
  }
}

/** A file's text, or why it cannot be read. The size is checked first, so that a huge file never fills the memory. */
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
