import { type Command, Option } from "commander";
import { describe, type Fault } from "../fault.ts";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { limitGlyphs, pageFor } from "../report/terminal-page.ts";
import type { World } from "../world.ts";

/** What every command gets from `cli.ts`. */
export interface Session {
  readonly world: World;
  /** The built-in pack, or the one that --pack names. */
  readonly pack: Pack;
  /** The names of all commands but the main one, which has none. */
  readonly commandNames: readonly string[];
  /** Prints help. It returns at once, since Commander cannot wait; `run` waits for the output before it ends. */
  readonly say: (text: string) => void;
  /** Prints an error that Commander finds in the command line. */
  readonly complain: (text: string) => void;
  /** Waits for a command to end and keeps its exit code for `run`. */
  finish(code: Promise<number>): Promise<void>;
}

/** Prints warnings on standard error, for example of answers that no longer fit the pack. */
export async function warn(world: World, warnings: readonly Fault[]): Promise<void> {
  // Standard error is opened when it is first used, which takes time, and most runs have no warnings.
  if (warnings.length === 0) return;
  const lines = warnings.map((fault) => `role-advisor: warning: ${describe(fault)}\n`);
  await print(world.stderr, limitGlyphs(lines.join(""), pageFor(world.stderr, world.env)));
}

/** Adds the options that every command has. */
export function addCommon(command: Command): Command {
  if (command.parent !== null) command.allowExcessArguments(false);
  return command
    .optionsGroup("General:")
    .option("-p, --pack <dir or package>", "use another pack of questions and roles")
    .option("--no-color", "print without colour, like NO_COLOR")
    .helpOption("-h, --help", "show this help");
}

/** The option --format with the formats of a command. The first is the default. */
export function formatOption(...formats: readonly string[]): Option {
  return new Option("-f, --format <format>", "the format of the output").choices(formats).default(formats[0]);
}
