import { shellWord } from "../shell-word.ts";

/** How the reader of a report starts the program. */
export interface Invocation {
  /** The value of --pack: a folder or a name. Undefined for the built-in pack. */
  readonly packName?: string | undefined;
  /** The words that start the program, for example `npx role-advisor`. Default `role-advisor`. */
  readonly program?: string | undefined;
}

/** The name of the respondent and the date of the answers, where they are known. */
export interface ReportLabel {
  readonly name?: string | undefined;
  /** In ISO 8601, as 2025-11-03. */
  readonly date?: string | undefined;
}

/** Writes a command line of this program. `--pack` comes after the words, where every command accepts it. */
export function commandLine({ packName, program = "role-advisor" }: Invocation, words: string): string {
  return `${program} ${words}${packName === undefined ? "" : ` --pack ${shellWord(packName)}`}`;
}

/** The command line that shows an advice again. The caller appends the code. */
export function replayCommand(packName: string | undefined, program = "role-advisor"): string {
  return `${program}${packName === undefined ? "" : ` --pack ${shellWord(packName)}`} --code`;
}
