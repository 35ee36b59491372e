import type { Command } from "commander";
import { print } from "../output.ts";
import { loadPack } from "../pack/find.ts";
import type { Pack } from "../pack/pack.ts";
import { addCommon, formatOption, type Session } from "../program/session.ts";
import { finished, pageFor } from "../report/page.ts";
import { exits, type World } from "../world.ts";

interface AuditOptions {
  readonly format: "text" | "json";
  readonly color: boolean;
}

/** Measures whether a pack is fair. */
export function add(program: Command, { world, pack, finish }: Session): void {
  const command = program
    .command("audit")
    .description("measure whether a pack is fair: who leads how often, and what each question can do")
    .argument("[pack]", "a folder, or the name of a package; the built-in pack");
  addCommon(command.addOption(formatOption("text", "json"))).action(
    (named: string | undefined, options: AuditOptions) => finish(main(world, pack, named, options)),
  );
}

async function main(
  world: World,
  given: Pack,
  named: string | undefined,
  { format, color }: AuditOptions,
): Promise<number> {
  const pack = named === undefined ? given : await loadPack(named, world.cwd());
  const [{ audit }, { renderAudit }] = await Promise.all([import("../audit/audit.ts"), import("../report/audit.ts")]);
  const page = pageFor(world.stdout, world.env, color);
  const measured = audit(pack);
  const text =
    format === "json" ? `${JSON.stringify(measured, null, 2)}\n` : finished(renderAudit(measured, page), page);
  await print(world.stdout, text);
  return exits.done;
}
