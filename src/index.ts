import { inspect } from "./program/inspect.ts";
import type { Checked } from "./report/checked.ts";

export * from "./cohort-api.ts";
export * from "./engine.ts";
export { loadPack } from "./pack/find.ts";

export type { Checked };

/**
 * Everything that is wrong with a pack, and what is worth improving, as `check --format json` prints it.
 * @param name a folder, the name of a pack that ships with the program, or an installed npm package.
 * @param cwd where folders and packages are looked for; the current folder.
 */
export function check(name: string, cwd = "."): Checked {
  return inspect(name, cwd).checked;
}
