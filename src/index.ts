import { inspect } from "./program/find-problems.ts";
import type { Checked } from "./report/check-record.ts";

export * from "./cohort-api.ts";
export * from "./engine.ts";
export { loadPack } from "./pack/load-pack.ts";

export type { Checked };

/**
 * Finds everything that is wrong with a pack or worth improving. Returns the record that `check --format json` prints.
 * @param name a folder, the name of a pack that ships with the program, or an installed npm package.
 * @param cwd the folder in which folders and packages are looked up. Default is the current folder.
 */
export function check(name: string, cwd = "."): Checked {
  return inspect(name, cwd).checked;
}
