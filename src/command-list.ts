import type { Command } from "commander";
import type { Session } from "./program/session.ts";

/** The exports that every command file in `commands/` must have. */
interface CommandFile {
  /** Adds the command to the program. */
  add(program: Command, session: Session): void;
}

/** The named commands, in the order of the help. A run loads only the command that it needs; the help loads all. */
const commandFiles = {
  questions: () => import("./commands/questions.ts"),
  roles: () => import("./commands/roles.ts"),
  compare: () => import("./commands/compare.ts"),
  sittings: () => import("./commands/sittings.ts"),
  guide: () => import("./commands/guide.ts"),
  form: () => import("./commands/form.ts"),
  check: () => import("./commands/check.ts"),
  audit: () => import("./commands/audit.ts"),
  init: () => import("./commands/init.ts"),
  schema: () => import("./commands/schema.ts"),
  completion: () => import("./commands/completion.ts"),
  batch: () => import("./commands/batch.ts"),
  merge: () => import("./commands/merge.ts"),
  help: () => import("./commands/help.ts"),
} satisfies Record<string, () => Promise<CommandFile>>;

export const commandNames: readonly string[] = Object.keys(commandFiles);

/** Loads the files of the commands that the words of a command line may name. */
export function loadCommands(words: readonly string[]): Promise<CommandFile[]> {
  const matches = Object.entries(commandFiles).filter(([name]) => words.includes(name));
  const isHelpWanted = words.some((word) => ["-h", "--help"].includes(word)) && matches.length === 0;
  // The help of the program and shell completion list every command.
  const needsAll = isHelpWanted || matches.some(([name]) => name === "help" || name === "completion");
  const entries = needsAll ? Object.entries(commandFiles) : matches;
  return Promise.all(entries.map(([, load]) => load()));
}
