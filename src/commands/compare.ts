import type { Command } from "commander";
import { fault, RoleAdvisorError } from "../fault.ts";
import type { Pack, Role } from "../pack/pack.ts";
import { findById, type LookUpOptions, show } from "./look-up.ts";
import { addCommon, formatOption, type Session } from "./session.ts";

/** Shows two roles side by side. */
export function addCompare(program: Command, session: Session): void {
  const ids = session.pack.roles.map(({ id }) => id).join(", ");
  const command = program
    .command("compare")
    .description("show two roles side by side")
    .argument("[a]", `${ids}; the first of them if not given`)
    .argument("[b]", "another one; the next of them if not given")
    .addOption(formatOption("text", "json", "markdown"));
  addCommon(command).action((a: string | undefined, b: string | undefined, options: LookUpOptions) =>
    session.finish(main(session, [a, b], options)),
  );
}

async function main(session: Session, given: readonly (string | undefined)[], options: LookUpOptions): Promise<number> {
  const { compareRoles } = await import("../report/role-comparison.ts");
  return show(session, compareRoles(session.pack, pickTwo(session.pack, given)), options);
}

function pickTwo({ roles }: Pack, [a, b]: readonly (string | undefined)[]): readonly Role[] {
  const first = a === undefined ? roles[0] : findById("role", a, roles);
  const second = b === undefined ? roles.find((role) => role !== first) : findById("role", b, roles);
  if (first !== undefined && second !== undefined && first !== second) return [first, second];
  const others = roles.filter((role) => role !== first).map(({ id }) => id);
  const why = `${first?.id} is compared with itself; name another role: ${others.join(", ")}`;
  throw new RoleAdvisorError([fault("usage", { why })]);
}
