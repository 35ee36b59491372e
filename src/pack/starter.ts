import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFolder } from "./load.ts";
import { programFolder } from "./locate.ts";
import type { PackFiles } from "./pack.ts";

/** An id made of a folder's name: "My Pack" is my-pack, "Größe" is grosse. Of other scripts nothing is left: the starter's own. */
export function starterId(name: string): string {
  const plain = name.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replaceAll(/\p{M}/gu, "");
  const id = plain.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^[-0-9]+|-+$/g, "");
  return id === "" ? ownId : id;
}

const ownId = "starter";

/** The pack that `init` writes. Its schemas stand beside it, in `schema/`. */
export function starterFiles(id: string): PackFiles {
  const { files } = readFolder(join(programFolder, "data", "starter"));
  const own = Object.entries(files).map(([file, text]) => {
    const named = text.replace(/^id: starter$/m, `id: ${id}`).replaceAll(`${ownId}@`, `${id}@`);
    return [file, withSchemaBeside(named)];
  });
  return Object.fromEntries(own);
}

/** Every fixed sentence in English as a words.yaml, for somebody who words them anew. */
export function englishWordsFile(): string {
  return withSchemaBeside(readFileSync(join(programFolder, "data", "words", "en.yaml"), "utf8"));
}

/** In `data/` the first line of a file points to the schemas of the build. */
function withSchemaBeside(text: string): string {
  return text.replace(/\$schema=((?:\.\.\/)*)\.\.\/\.\.\/dist\/schema\//, "$schema=$1schema/");
}
