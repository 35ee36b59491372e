import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fault, RoleAdvisorError } from "../fault.ts";
import type { PackFiles } from "./parse.ts";

const parts = [
  "pack.yaml",
  "traits.yaml",
  "questions.yaml",
  "sources.yaml",
  "guide.yaml",
  "tests.yaml",
  "history.yaml",
];
const folders = ["roles", "examples"];

/** The texts of a pack's files. Files that a pack does not have are left out; other files in the folder are not looked at. */
export function readPackFiles(folder: string): PackFiles {
  const names = folders.flatMap((name) =>
    listed(join(folder, name))
      .filter((file) => file.endsWith(".yaml"))
      .map((file) => `${name}/${file}`),
  );
  const texts = [...parts, ...names].map((name) => [name, readIfThere(join(folder, name))] as const);
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    throw new RoleAdvisorError([fault("cannot-read", { why: message }, { file })]);
  }
}
