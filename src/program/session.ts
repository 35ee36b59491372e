import { type Command, Option } from "commander";
import { describe, type Fault } from "../fault.ts";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { limitGlyphs, pageFor } from "../report/page.ts";
import type { World } from "../world.ts";

/** What every command is given. */
export interface Session {
  readonly world: World;
  /** The built-in pack, or the one that --pack names. */
  readonly pack: Pack;
  /** The commands beside the main one. */
  readonly commandNames: readonly string[];
  /** Prints help, which Commander does not wait for. */
  readonly say: (text: string) => void;
  /** Prints what Commander finds wrong in the words given. */
  readonly complain: (text: string) => void;
  /** Takes the exit code that a command ends with. */
  finish(code: Promise<number>): Promise<void>;
}

/** What no longer fits of answers to another version of the pack is said, and no reason to stop. */
export async function warn(world: World, warnings: readonly Fault[]): Promise<void> {
  // A stream is made when it is first looked at, and most runs warn of nothing.
  if (warnings.length === 0) return;
  const lines = warnings.map((fault) => `role-advisor: warning: ${describe(fault)}\n`);
  await print(world.stderr, limitGlyphs(lines.join(""), pageFor(world.stderr, world.env)));
}

/** The options that every command has. */
export function addCommon(command: Command): Command {
  if (command.parent !== null) command.allowExcessArguments(false);
  return command
    .optionsGroup("General:")
    .option("-p, --pack <dir or package>", "ask and advise with another pack")
    .option("--no-color", "print without colour, as NO_COLOR does")
    .helpOption("-h, --help", "show this help");
}

/** `--format` with the formats that a command knows, the first as default. */
export function formatOption(...formats: readonly string[]): Option {
  return new Option("-f, --format <format>", "how to print it").choices(formats).default(formats[0]);
}
