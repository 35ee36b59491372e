import { builtIn } from "./built-in.ts";
import type { Pack } from "./pack.ts";

/**
 * Loads a pack. The modules that read YAML are imported only for packs other than the built-in one.
 * @param name a folder, a pack that ships with the program (`technology-leadership`), or an installed npm package whose
 *   package.json points to its pack. Default is the built-in pack.
 * @param cwd the folder in which folders and packages are looked up. Default is the current folder.
 * @throws RoleAdvisorError with every fault of the pack, or `no-pack`.
 */
export async function loadPack(name?: string, cwd = "."): Promise<Pack> {
  if (name === undefined) return builtIn;
  const [{ hasPackAt, locatePack }, { loadFolder }] = await Promise.all([
    import("./locate.ts"),
    import("./load-folder.ts"),
  ]);
  if (name === builtIn.id && !hasPackAt(name, cwd)) return builtIn;
  const { folder, displayPath } = locatePack(name, cwd);
  return loadFolder(folder, displayPath);
}
