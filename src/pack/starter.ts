import { join } from "node:path";
import type { PackFiles } from "./files.ts";
import { readFolder } from "./load.ts";
import { programFolder } from "./locate.ts";
import { isId } from "./schema.ts";

/** The pack that `init` writes, called as its folder if that can be an id. Its schemas stand beside it, in `schema/`. */
export function starterFiles(name: string): PackFiles {
  const { files } = readFolder(join(programFolder, "data", "starter"));
  const id = name.toLowerCase();
  const own = Object.entries(files).map(([file, text]) => {
    const beside = text.replace(/\$schema=((?:\.\.\/)*)\.\.\/\.\.\/dist\/schema\//, "$schema=$1schema/");
    return [file, isId(id) ? beside.replace(/^id: starter$/m, `id: ${id}`) : beside];
  });
  return Object.fromEntries(own);
}
