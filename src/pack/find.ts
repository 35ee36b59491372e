import { builtIn } from "./built-in.ts";
import type { Pack } from "./pack.ts";

/**
 * The built-in pack; or one by name: a folder, a pack that ships with the program (`technology-leadership`), or an installed
 * npm package whose package.json points to its pack. What reads YAML loads only for those.
 * @param cwd where folders and packages are looked for; the current folder.
 * @throws RoleAdvisorError with every fault of the pack, or `no-pack`.
 */
export async function loadPack(name?: string, cwd = "."): Promise<Pack> {
  if (name === undefined) return builtIn;
  const [{ hasPackAt, locatePack }, { loadFolder }] = await Promise.all([import("./locate.ts"), import("./load.ts")]);
  if (name === builtIn.id && !hasPackAt(name, cwd)) return builtIn;
  const { folder, named } = locatePack(name, cwd);
  return loadFolder(folder, named);
}
