import { resolve } from "node:path";
import { builtIn } from "./built-in.ts";
import type { Pack } from "./pack.ts";

/** The built-in pack, or the one in a folder. What reads YAML loads only for the latter. */
export async function loadPack(name?: string, cwd = "."): Promise<Pack> {
  if (name === undefined) return builtIn;
  const [{ readPackFiles }, { parsePack }] = await Promise.all([import("./load.ts"), import("./parse.ts")]);
  return parsePack(readPackFiles(resolve(cwd, name)), name);
}
