import type { Pack } from "../pack/pack.ts";
import { readText } from "../read-text.ts";
import type { World } from "../world.ts";
import { type AnswersFile, readAnswersText } from "./answers-file.ts";

/** Reads an answers file in YAML or JSON: a map of question to option, or a record with such a map under `answers`. */
export async function readAnswersFile(world: World, pack: Pack, name: string): Promise<AnswersFile> {
  const { text, file } = await readText(world, name);
  return readAnswersText(pack, text, file);
}
