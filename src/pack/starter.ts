import { join } from "node:path";
import type { PackFiles } from "./files.ts";
import { readFolder } from "./load.ts";
import { programFolder } from "./locate.ts";
import { isId } from "./schema/terms.ts";

/** The id of a pack in a folder of this name: the name if it can be one, in small letters, or the starter's own. */
export function starterId(name: string): string {
  const id = name.toLowerCase();
  return isId(id) ? id : "starter";
}

/** The pack that `init` writes. Its schemas stand beside it, in `schema/`. */
export function starterFiles(id: string): PackFiles {
  const { files } = readFolder(join(programFolder, "data", "starter"));
  const own = Object.entries(files).map(([file, text]) => {
    const beside = text.replace(/\$schema=((?:\.\.\/)*)\.\.\/\.\.\/dist\/schema\//, "$schema=$1schema/");
    return [file, beside.replace(/^id: starter$/m, `id: ${id}`)];
  });
  return Object.fromEntries(own);
}
