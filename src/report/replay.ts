import { shellWord } from "../shell-word.ts";

/** How a command is started where its line is read. */
export interface Invocation {
  /** What --pack was given, so that the command finds the pack again. */
  readonly named?: string | undefined;
  /** The words that start the program again, as it was started. */
  readonly program?: string | undefined;
}

/** Whose report it is and of which day, where that is known. */
export interface Whose {
  readonly name?: string | undefined;
  /** As ISO 8601 has it. */
  readonly date?: string | undefined;
}

/** A command of this program; `--pack` stands after it, where every command takes it. */
export function commandLine({ named, program = "role-advisor" }: Invocation, words: string): string {
  return `${program} ${words}${named === undefined ? "" : ` --pack ${shellWord(named)}`}`;
}

/** The command line that shows an advice again, up to its code. */
export function replayCommand(named: string | undefined, program = "role-advisor"): string {
  return `${program}${named === undefined ? "" : ` --pack ${shellWord(named)}`} --code`;
}
