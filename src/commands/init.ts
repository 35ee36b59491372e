import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { print } from "../output.ts";
import { finished, pageFor } from "../report/page.ts";
import { shellWord } from "../shell-word.ts";
import { exits, type World } from "../world.ts";
import { addCommon, type Session } from "./session.ts";

/** Starts a pack: a small one that is complete, with comments, and with schemas for the editor. */
export function addInit(program: Command, { world, finish }: Session): void {
  const command = program
    .command("init")
    .description("start a pack: two roles, six questions, with comments")
    .argument("<dir>", "a folder that is new or empty");
  addCommon(command).action((dir: string) => finish(init(world, dir)));
}

async function init(world: World, dir: string): Promise<number> {
  const { starterFiles, starterId } = await import("../pack/starter.ts");
  const { packJsonSchemas } = await import("../pack/json-schema.ts");
  const schemas = Object.entries(packJsonSchemas()).map(([part, schema]) => [
    `schema/${part}.json`,
    `${JSON.stringify(schema, null, 2)}\n`,
  ]);
  const name = basename(resolve(world.cwd(), dir));
  const id = starterId(name);
  const pack = starterFiles(id);
  const { writeNewFolder } = await import("../files.ts");
  writeNewFolder(world, dir, { ...pack, ...Object.fromEntries(schemas) });
  const word = shellWord(dir);
  const renamed =
    id === name ? "" : `The pack's id is "${id}", since "${name}" cannot be one; pack.yaml is where to change it.\n`;
  const said = `Wrote a pack to ${dir}: ${Object.keys(pack).join(", ")}, and schema/ for your editor.
${renamed}Check it:    role-advisor check ${word}
Measure it:  role-advisor audit ${word}
Ask with it: role-advisor --pack ${word}
`;
  await print(world.stderr, finished(said, pageFor(world.stderr, world.env)));
  return exits.done;
}
