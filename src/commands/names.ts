/** The commands beside the main one, in the order of the help. */
export const commandNames = [
  "questions",
  "roles",
  "compare",
  "sittings",
  "guide",
  "form",
  "check",
  "audit",
  "init",
  "schema",
  "completion",
  "batch",
  "merge",
  "help",
] as const;

export type CommandName = (typeof commandNames)[number];
