import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFolder } from "./load-folder.ts";
import { programFolder } from "./locate.ts";
import type { PackFiles } from "./pack.ts";

/** Makes an id of a folder name: "My Pack" becomes my-pack, "Größe" grosse, a name in another script `starter`. */
export function starterId(name: string): string {
  const plain = name.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replaceAll(/\p{M}/gu, "");
  const id = plain.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^[-0-9]+|-+$/g, "");
  return id === "" ? templateId : id;
}

/** The id in the files of data/starter. */
const templateId = "starter";

/** The files of the pack that `init` writes. They refer to the schemas that it writes beside them, in `schema/`. */
export function starterFiles(id: string): PackFiles {
  const { files } = readFolder(join(programFolder, "data", "starter"));
  const entries = Object.entries(files).map(([file, text]) => {
    const withId = text.replace(/^id: starter$/m, `id: ${id}`).replaceAll(`${templateId}@`, `${id}@`);
    return [file, withSchemaBeside(withId)];
  });
  return Object.fromEntries(entries);
}

/** A words.yaml with every fixed sentence in English, for an author who wants other wording or another language. */
export function englishWordsFile(): string {
  return withSchemaBeside(readFileSync(join(programFolder, "data", "words", "en.yaml"), "utf8"));
}

/** Changes the schema that the first line of a file refers to, from the build's folder to `schema/` in the pack. */
function withSchemaBeside(text: string): string {
  return text.replace(/\$schema=((?:\.\.\/)*)\.\.\/\.\.\/dist\/schema\//, "$schema=$1schema/");
}
