import { fault, RoleAdvisorError } from "./fault.ts";
import { builtIn } from "./pack/built-in.ts";
import type { Pack } from "./pack/pack.ts";

/** The entry point for browsers, in place of `index.ts`: package.json names it under the condition "browser". */

export * from "./engine.ts";

/** Returns the built-in pack. A browser has no folders or npm packages, so other packs must go through `parsePack`. */
export async function loadPack(name?: string): Promise<Pack> {
  if (name === undefined || name === builtIn.id) return builtIn;
  const fix = "in a browser, give the texts of its files to parsePack";
  throw new RoleAdvisorError([fault("no-pack", { given: name, fix })]);
}
