import type { Command } from "commander";
import { fault, RoleAdvisorError } from "../fault.ts";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { addCommon, type Session } from "../program/session.ts";
import { limitGlyphs, pad, pageFor, wrap } from "../report/terminal-page.ts";
import { exits, type World } from "../world.ts";

/** The file or record that each schema describes, in the order in which the command lists them. */
const about = {
  pack: "pack.yaml",
  traits: "traits.yaml",
  questions: "questions.yaml",
  role: "a file in roles/",
  neighbour: "a file in neighbours/",
  sources: "sources.yaml",
  guide: "guide.yaml",
  evidence: "evidence.yaml",
  words: "words.yaml",
  tests: "tests.yaml",
  example: "a file in examples/",
  history: "history.yaml",
  answers: "an answers file for the pack",
  advice: "the advice that --format json prints",
  summary: "the summary of a cohort that batch --summary prints",
};

export const schemaNames: readonly string[] = Object.keys(about);

/** Prints the JSON Schema of a file or a record; without a name, lists all schemas. */
export function add(program: Command, { world, pack, finish }: Session): void {
  const command = program
    .command("schema")
    .description("print a JSON Schema, for editors and validators")
    .argument("[name]", schemaNames.join(", "));
  addCommon(command).action((name: string | undefined, { color }: { color: boolean }) =>
    finish(name === undefined ? list(world, color) : show(world, pack, name)),
  );
}

async function show(world: World, pack: Pack, name: string): Promise<number> {
  if (!schemaNames.includes(name)) {
    throw new RoleAdvisorError([fault("unknown-id", { what: "schema", id: name, known: schemaNames })]);
  }
  const { jsonSchemas } = await import("../report/json-schemas.ts");
  await print(world.stdout, `${JSON.stringify(jsonSchemas(pack)[name], null, 2)}\n`);
  return exits.done;
}

async function list(world: World, color: boolean): Promise<number> {
  const page = pageFor(world.stdout, world.env, color);
  const column = Math.max(...schemaNames.map((name) => name.length)) + 2;
  const rows = Object.entries(about).map(([name, description]) =>
    wrap(description, page.width, " ".repeat(column + 2), `  ${page.paint.cyan(pad(name, column))}`),
  );
  const lead = 'JSON Schemas; "role-advisor schema questions" prints one:';
  await print(world.stdout, limitGlyphs(`${[wrap(lead, page.width), ...rows].join("\n")}\n`, page));
  return exits.done;
}
