import { Command, CommanderError } from "commander";
import { commandNames, loadCommands } from "./command-list.ts";
import { add as addMain } from "./commands/main-command.ts";
import { andMore, describe, RoleAdvisorError, visible } from "./fault.ts";
import { print } from "./output.ts";
import { findPack, isForAuthors } from "./program/find-pack.ts";
import { addCommon, type Session } from "./program/session.ts";
import { checkOptions } from "./program/strict-options.ts";
import { pageFor, toAscii } from "./report/terminal-page.ts";
import { version } from "./version.ts";
import { exits, type World } from "./world.ts";

export { thisProcess } from "./standard-streams.ts";

/** Runs the program and resolves with its exit code after all output is written. Never rejects. */
export async function run(world: World): Promise<number> {
  try {
    let code: number = exits.done;
    const pendingOutput: Promise<void>[] = [];
    const { pack, failure } = await findPack(world);
    const session: Session = {
      world,
      pack,
      commandNames,
      say: (text) => pendingOutput.push(print(world.stdout, text)),
      // When standard error cannot be written, for example on a full disk, the exit code alone reports the error.
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
    await Promise.all(pendingOutput);
    return code;
  } catch (error) {
    return await report(world, error);
  }
}

/** Builds the Commander program for the session's pack, whose questions decide which flags exist. */
async function createProgram(session: Session): Promise<Command> {
  const { world, pack } = session;
  const program = new Command("role-advisor")
    .description(`${pack.title} Questions about what draws you show which role suits you, why, and how sure that is.`)
    .version(version, "-V, --version", "print the version")
    .enablePositionalOptions()
    .allowExcessArguments()
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: session.say,
      writeErr: session.complain,
      getOutHelpWidth: () => pageFor(world.stdout, world.env).width,
      // By default Commander would check Node's own stream, which a test does not use. The help has no colours.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getErrHelpWidth: () => pageFor(world.stderr, world.env).width,
    });
  addMain(program, session);
  addCommon(program);
  const commandFiles = await loadCommands(world.argv.slice(2));
  for (const { add } of commandFiles) add(program, session);
  const commands = [program, ...program.commands];
  if (commandFiles.length > 0) (await import("./program/help-layout.ts")).layOutHelp(commands, session);
  for (const command of commands) {
    checkOptions(command);
    command.configureOutput({ outputError: (text, write) => write(`${inOneLine(text, command)}\n`) });
  }
  return program;
}

/** Turns an error message of Commander into one line that also says how to fix the error. */
function inOneLine(text: string, command: Command): string {
  // Words that the user typed may contain line breaks; Commander's own hint stands after the last one.
  const [, error = "", suggestion = ""] = /^([\s\S]*?)(?:\n(\(Did you mean .*\)))?$/.exec(text.trim()) ?? [];
  const [, flag] = /^error: option '(?:-\w, )?(--[\w-]+).*' argument missing$/.exec(error) ?? [];
  const problem = flag === undefined ? error.replace(/^error: /, "").replace(/\.$/, "") : `${flag} needs a value`;
  const hint = suggestion.replaceAll(/[()]/g, "");
  const fix =
    hint === ""
      ? `see "role-advisor${command.parent === null ? "" : ` ${command.name()}`} --help"`
      : hint.charAt(0).toLowerCase() + hint.slice(1);
  return `role-advisor: ${visible(problem)}; ${visible(fix)}`;
}

/** Prints an error and returns the exit code. A known fault takes one line; any other error is reported as a defect. */
async function report(world: World, error: unknown): Promise<number> {
  const page = pageFor(world.stderr, world.env);
  // When standard error cannot be written, for example on a full disk, the exit code alone reports the error.
  const say = (text: string) => print(world.stderr, page.unicode ? text : toAscii(text)).catch(() => {});
  if (error instanceof RoleAdvisorError) {
    const lines = error.faults.map((fault) => (fault.file ? "" : "role-advisor: ") + describe(fault));
    await say(`${[...lines, ...andMore(error.more)].join("\n")}\n`);
    return error.code === "cannot-write" ? exits.failed : exits.wrong;
  }
  const trace = world.env["ROLE_ADVISOR_DEBUG"] && error instanceof Error ? `\n${error.stack}` : "";
  const message = error instanceof Error ? error.message : `${error}`;
  await say(
    `role-advisor: a defect: ${message}; set ROLE_ADVISOR_DEBUG=1 to see where, and please report it${trace}\n`,
  );
  return exits.failed;
}
