import { shellWord } from "../shell-word.ts";

/** How a command is started where its line is read. */
export interface Invocation {
  /** What --pack was given, so that the command finds the pack again. */
  readonly packName?: string | undefined;
  /** The words that start the program again, as it was started. */
  readonly program?: string | undefined;
}

/** The name of the respondent and the date of the answers, where they are known. */
export interface ReportLabel {
  readonly name?: string | undefined;
  /** As ISO 8601 has it. */
  readonly date?: string | undefined;
}

/** A command of this program; `--pack` stands after it, where every command takes it. */
export function commandLine({ packName, program = "role-advisor" }: Invocation, words: string): string {
  return `${program} ${words}${packName === undefined ? "" : ` --pack ${shellWord(packName)}`}`;
}

/** The command line that shows an advice again, up to its code. */
export function replayCommand(packName: string | undefined, program = "role-advisor"): string {
  return `${program}${packName === undefined ? "" : ` --pack ${shellWord(packName)}`} --code`;
}
