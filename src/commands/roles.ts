import type { Command } from "commander";
import { addCommon, formatOption, type Session } from "../program/session.ts";
import { findById, type LookUpOptions, show } from "../program/show-document.ts";

export function add(program: Command, session: Session): void {
  const command = program
    .command("roles")
    .description("list the roles, or describe one of them")
    .argument("[id]", [...session.pack.roles, ...session.pack.neighbours].map(({ id }) => id).join(", "))
    .addOption(formatOption("text", "json", "markdown"));
  addCommon(command).action((id: string | undefined, options: LookUpOptions) =>
    session.finish(main(session, id, options)),
  );
}

async function main(session: Session, id: string | undefined, options: LookUpOptions): Promise<number> {
  const { describeRole, listRoles } = await import("../report/role-documents.ts");
  const { pack } = session;
  if (id === undefined) return show(session, listRoles(pack), options);
  return show(session, describeRole(pack, findById("role", id, [...pack.roles, ...pack.neighbours])), options);
}
