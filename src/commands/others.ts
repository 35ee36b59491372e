import type { Command } from "commander";
import { addAudit } from "./audit.ts";
import { addBatch } from "./batch.ts";
import { addCheck } from "./check.ts";
import { addCompare } from "./compare.ts";
import { addCompletion } from "./completion.ts";
import { addForm } from "./form.ts";
import { addGuide } from "./guide.ts";
import { addHelp } from "./help.ts";
import { addInit } from "./init.ts";
import { addMerge } from "./merge.ts";
import { type CommandName, commandNames } from "./names.ts";
import { addQuestions } from "./questions.ts";
import { addRoles } from "./roles.ts";
import { addSchema } from "./schema.ts";
import type { Session } from "./session.ts";
import { addSittings } from "./sittings.ts";

const others: Readonly<Record<CommandName, (program: Command, session: Session) => void>> = {
  questions: addQuestions,
  roles: addRoles,
  compare: addCompare,
  sittings: addSittings,
  guide: addGuide,
  form: addForm,
  check: addCheck,
  audit: addAudit,
  init: addInit,
  schema: addSchema,
  completion: addCompletion,
  batch: addBatch,
  merge: addMerge,
  help: addHelp,
};

/** Adds every command but the main one. They load only where one of them, or the help, is asked for. */
export function addOthers(program: Command, session: Session): void {
  for (const name of commandNames) others[name](program, session);
}
