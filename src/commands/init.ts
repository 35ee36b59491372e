import { basename, join, resolve } from "node:path";
import type { Command } from "commander";
import { visible } from "../fault.ts";
import { print } from "../output.ts";
import { addCommon, type Session } from "../program/session.ts";
import { limitGlyphs, pageFor } from "../report/terminal-page.ts";
import { shellWord } from "../shell-word.ts";
import { exits, type World } from "../world.ts";

interface InitOptions {
  readonly words?: boolean;
}

export function add(program: Command, { world, finish }: Session): void {
  const command = program
    .command("init")
    .description("start a pack: two roles, eight questions, with comments")
    .argument("<dir>", "a new or empty folder; with --words also the folder of a pack")
    .option("--words", "also write the fixed sentences of reports, in English, to translate them");
  addCommon(command).action((dir: string, { words = false }: InitOptions) => finish(init(world, dir, words)));
}

async function init(world: World, dir: string, hasWords: boolean): Promise<number> {
  const [{ englishWordsFile, starterFiles, starterId }, { hasPackAt }, files] = await Promise.all([
    import("../pack/starter.ts"),
    import("../pack/locate.ts"),
    import("../files.ts"),
  ]);
  if (hasWords && hasPackAt(dir, world.cwd())) {
    const file = join(dir, "words.yaml");
    files.writeNewFile(world, file, englishWordsFile());
    return tell(world, `Wrote ${file}. Keep the sentences that you reword, and delete the rest.\n`);
  }
  const name = basename(resolve(world.cwd(), dir));
  const id = starterId(name);
  const pack = { ...starterFiles(id), ...(hasWords && { "words.yaml": englishWordsFile() }) };
  files.writeNewFolder(world, dir, { ...pack, ...(await schemaFiles()) });
  const word = shellWord(dir);
  const idNote =
    id === name ? "" : `The pack's id is "${id}", since "${name}" cannot be one; you can change it in pack.yaml.\n`;
  return tell(
    world,
    `Wrote a pack to ${dir}: ${Object.keys(pack).join(", ")}, and schema/ for your editor.
${idNote}Check it:    role-advisor check ${word}
Measure it:  role-advisor audit ${word}
Ask with it: role-advisor --pack ${word}
`,
  );
}

/** The JSON Schemas to which the first lines of the pack's files refer, by file name. */
async function schemaFiles(): Promise<Record<string, string>> {
  const { packJsonSchemas } = await import("../pack/json-schema.ts");
  return Object.fromEntries(
    Object.entries(packJsonSchemas()).map(([name, schema]) => [
      `schema/${name}.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  );
}

async function tell(world: World, text: string): Promise<number> {
  const lines = text.split("\n").map(visible).join("\n");
  await print(world.stderr, limitGlyphs(lines, pageFor(world.stderr, world.env)));
  return exits.done;
}
