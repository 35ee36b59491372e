import { Argument, type Command } from "commander";
import { print } from "../output.ts";
import type { Places } from "../program/complete-words.ts";
import { addCommon, type Session } from "../program/session.ts";
import { exits } from "../world.ts";
import { schemaNames } from "./schema.ts";

const shells = ["bash", "zsh", "fish"] as const;

/** Prints what a shell needs to complete commands, options and the answers of the pack. */
export function add(program: Command, session: Session): void {
  const command = program
    .command("completion")
    .description("print the completion for bash, zsh or fish")
    .addArgument(
      new Argument("<shell>", "the shell that completes, or words, which it asks for").choices([...shells, "words"]),
    )
    .argument("[typed...]", "what is typed so far, where words are asked for");
  addCommon(command)
    .addHelpText("after", help)
    .action((shell: (typeof shells)[number] | "words", typed: readonly string[]) =>
      session.finish(shell === "words" ? complete(program, session, typed) : printScript(session, shell)),
    );
}

const help = `
Put one of these lines where your shell starts:
  bash  eval "$(role-advisor completion bash)"
  zsh   eval "$(role-advisor completion zsh)"     (after compinit)
  fish  role-advisor completion fish | source
`;

async function printScript({ world }: Session, shell: (typeof shells)[number]): Promise<number> {
  const { completionScripts } = await import("../program/completion-scripts.ts");
  await print(world.stdout, completionScripts[shell]);
  return exits.done;
}

async function complete(program: Command, { world, pack }: Session, typed: readonly string[]): Promise<number> {
  const [{ completeWords, placesOfAnswers }, { packNames }, { listSittings }] = await Promise.all([
    import("../program/complete-words.ts"),
    import("../pack/locate.ts"),
    import("../sittings/sitting-store.ts"),
  ]);
  const wordsOf = (words: readonly string[]) => words.map((word) => [word, ""] as const);
  const names = listSittings(world).sittings.map(({ name }) => name);
  const kept = wordsOf([...new Set(names)].filter((name) => !/\s/.test(name)));
  const roles = pack.roles.map(({ id, name }) => [id, name] as const);
  const packPlace = { words: wordsOf(packNames()), paths: "folders" } as const;
  // What the help calls a value tells what may stand there.
  const places: Places = {
    file: { paths: "files" },
    files: { paths: "files" },
    dir: { paths: "folders" },
    pack: packPlace,
    "dir or package": packPlace,
    id: { words: roles },
    what: { words: [...roles, ...kept], paths: "files" },
    topic: { words: pack.guide.map(({ id, title }) => [id, title]) },
    name: { words: wordsOf(schemaNames) },
    command: { words: program.commands.map((one) => [one.name(), one.description()]) },
    "--example": { words: pack.examples.map(({ name, about }) => [name, about]) },
    "--keep": { words: kept },
    ...placesOfAnswers(pack),
  };
  const lines = completeWords(program, pack, places, typed);
  await print(world.stdout, lines.map((line) => `${line}\n`).join(""));
  return exits.done;
}
