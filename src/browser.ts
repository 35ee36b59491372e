import { fault, RoleAdvisorError } from "./fault.ts";
import { builtIn } from "./pack/built-in.ts";
import type { Pack } from "./pack/pack.ts";

/** As `index.ts`, for a browser: what package.json names for bundlers that build for one. */

export * from "./engine.ts";

/** The built-in pack. A browser has no folders and no packages: other packs come through `parsePack`. */
export async function loadPack(name?: string): Promise<Pack> {
  if (name === undefined || name === builtIn.id) return builtIn;
  const mend = "in a browser, give the texts of its files to parsePack";
  throw new RoleAdvisorError([fault("no-pack", { given: name, mend })]);
}
