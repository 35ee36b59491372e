import { Command, CommanderError } from "commander";
import { commandNames, loadCommands } from "./command-list.ts";
import { add as addMain } from "./commands/main-command.ts";
import { andMore, describe, RoleAdvisorError, visible } from "./fault.ts";
import { print } from "./output.ts";
import { findPack, isForAuthors } from "./program/find-pack.ts";
import { addCommon, type Session } from "./program/session.ts";
import { checkOptions } from "./program/strict-options.ts";
import { pageFor, toAscii } from "./report/page.ts";
import { version } from "./version.ts";
import { exits, type World } from "./world.ts";

export { thisProcess } from "./standard-streams.ts";

/** Runs the program in a world and tells its exit code, when all that it says is written. Never rejects. */
export async function run(world: World): Promise<number> {
  try {
    let code: number = exits.done;
    const said: Promise<void>[] = [];
    const { pack, failure } = await findPack(world);
    const session: Session = {
      world,
      pack,
      commandNames,
      say: (text) => said.push(print(world.stdout, text)),
      // What cannot be said, since standard error is full, ends with the exit code alone.
      complain: (text) => void print(world.stderr, text).catch(() => {}),
      finish: async (ending) => {
        code = await ending;
      },
    };
    const program = await createProgram(session);
    program.hook("preAction", (_, command) => {
      if (failure !== undefined && !isForAuthors(command.name(), command.args.length > 0)) throw failure;
    });
    await program.parseAsync(world.argv).catch((error) => {
      if (!(error instanceof CommanderError)) throw error;
      code = error.exitCode === 0 ? exits.done : exits.wrong;
    });
    await Promise.all(said);
    return code;
  } catch (error) {
    return await report(world, error);
  }
}

/** The program for a pack: its commands, options and help. */
async function createProgram(session: Session): Promise<Command> {
  const { world, pack } = session;
  const program = new Command("role-advisor")
    .description(`${pack.title} Answer some questions about what draws you; see which path, why, and how sure that is.`)
    .version(version, "-V, --version", "print the version")
    .enablePositionalOptions()
    .allowExcessArguments()
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: session.say,
      writeErr: session.complain,
      getOutHelpWidth: () => pageFor(world.stdout, world.env).width,
      // Commander would look at Node's own stream; there is no colour in the help.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getErrHelpWidth: () => pageFor(world.stderr, world.env).width,
    });
  addMain(program, session);
  addCommon(program);
  const others = await loadCommands(world.argv.slice(2));
  for (const { add } of others) add(program, session);
  const commands = [program, ...program.commands];
  if (others.length > 0) (await import("./program/help-layout.ts")).layOutHelp(commands, session);
  for (const command of commands) {
    checkOptions(command);
    command.configureOutput({ outputError: (text, write) => write(`${inOneLine(text, command)}\n`) });
  }
  return program;
}

/** What Commander says of the words given to a command: one line, with how to fix it. */
function inOneLine(text: string, command: Command): string {
  // Commander repeats the words as they were typed; the hint after the last line break is its own.
  const [, what = "", hinted = ""] = /^([\s\S]*?)(?:\n(\(Did you mean .*\)))?$/.exec(text.trim()) ?? [];
  const [, flag] = /^error: option '(?:-\w, )?(--[\w-]+).*' argument missing$/.exec(what) ?? [];
  const said = flag === undefined ? what.replace(/^error: /, "").replace(/\.$/, "") : `${flag} needs a value`;
  const hint = hinted.replaceAll(/[()]/g, "");
  const fix =
    hint === ""
      ? `see "role-advisor${command.parent === null ? "" : ` ${command.name()}`} --help"`
      : hint.charAt(0).toLowerCase() + hint.slice(1);
  return `role-advisor: ${visible(said)}; ${visible(fix)}`;
}

/** Errors that we know are one line each; an unknown one is a defect, and says so. */
async function report(world: World, error: unknown): Promise<number> {
  const page = pageFor(world.stderr, world.env);
  // What cannot be said, since standard error is full, ends with the exit code alone.
  const say = (text: string) => print(world.stderr, page.unicode ? text : toAscii(text)).catch(() => {});
  if (error instanceof RoleAdvisorError) {
    const lines = error.faults.map((fault) => (fault.file ? "" : "role-advisor: ") + describe(fault));
    await say(`${[...lines, ...andMore(error.more)].join("\n")}\n`);
    return error.code === "cannot-write" ? exits.failed : exits.wrong;
  }
  const trace = world.env["ROLE_ADVISOR_DEBUG"] && error instanceof Error ? `\n${error.stack}` : "";
  const what = error instanceof Error ? error.message : `${error}`;
  await say(`role-advisor: a defect: ${what}; set ROLE_ADVISOR_DEBUG=1 to see where, and please report it${trace}\n`);
  return exits.failed;
}
