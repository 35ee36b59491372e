import { Argument, type Command } from "commander";
import { fault, RoleAdvisorError, usage, visible } from "../fault.ts";
import { print } from "../output.ts";
import { ownCommand } from "../own-command.ts";
import { addCommon, formatOption, type Session, warn } from "../program/session.ts";
import { type Format, formats } from "../report/formats.ts";
import { limitGlyphs, pageFor } from "../report/terminal-page.ts";
import type { Sitting } from "../sittings/sitting-store.ts";
import { exits, type World } from "../world.ts";

interface SittingsOptions {
  readonly format: Format;
  readonly color: boolean;
  readonly all?: boolean;
  readonly force?: boolean;
  readonly pack?: string;
}

export function add(program: Command, session: Session): void {
  const command = program
    .command("sittings")
    .description("list the answers that --keep has kept, newest first; show or remove them")
    .addArgument(new Argument("[action]", "what to do").choices(["list", "show", "remove"]).default("list"))
    .argument("[name]", "for example me, the newest with that name, or me@2025-11-03, an older one")
    .addOption(formatOption(...Object.keys(formats)))
    .option("--all", "remove all sittings, after asking you")
    .option("--force", "remove them without asking, for scripts");
  const actions = { list, show, remove };
  addCommon(command).action((action: keyof typeof actions, name: string | undefined, options: SittingsOptions) =>
    session.finish(actions[action](session, name, options)),
  );
}

async function list({ world }: Session, name: string | undefined, { format, color }: SittingsOptions): Promise<number> {
  if (name !== undefined) throw usage(`to see "${name}", write: sittings show "${name}"`);
  if (format !== "text" && format !== "json") throw usage("the list is printed as text or json");
  const { listSittings } = await import("../sittings/sitting-store.ts");
  const { sittings, faults } = listSittings(world);
  await warn(world, faults);
  if (format === "json") {
    const records = sittings.map(({ fullName, name, date, pack, code }) => ({ fullName, name, date, pack, code }));
    await print(world.stdout, `${JSON.stringify(records, null, 2)}\n`);
    return exits.done;
  }
  if (sittings.length === 0) await print(world.stderr, "Nothing is kept yet. Add --keep when you ask for advice.\n");
  const page = pageFor(world.stdout, world.env, color);
  await print(world.stdout, limitGlyphs(sittings.map(({ fullName }) => `${visible(fullName)}\n`).join(""), page));
  return exits.done;
}

async function show({ world, pack }: Session, name: string | undefined, options: SittingsOptions): Promise<number> {
  const [{ answersOf }, { advise }] = await Promise.all([
    import("../sittings/sitting-store.ts"),
    import("../advice/advise.ts"),
  ]);
  const sitting = await requireSitting(world, pack, name);
  const { answers, faults, warnings = [] } = answersOf(pack, sitting);
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  await warn(world, warnings);
  const page = pageFor(world.stdout, world.env, options.color);
  const program = ownCommand(world);
  const setting = { page, details: false, packName: options.pack, program, name: sitting.name, date: sitting.date };
  await print(world.stdout, await formats[options.format](pack, advise(pack, answers), setting));
  return exits.done;
}

async function remove({ world, pack }: Session, name: string | undefined, options: SittingsOptions): Promise<number> {
  const { listSittings, removeSitting } = await import("../sittings/sitting-store.ts");
  if (options.all !== true) {
    const sitting = await requireSitting(world, pack, name);
    removeSitting(sitting);
    await print(world.stderr, `Removed ${visible(sitting.fullName)}\n`);
    return exits.done;
  }
  if (name !== undefined) throw usage(`--all removes every sitting; leave out "${name}"`);
  const { sittings } = listSittings(world);
  if (options.force !== true) {
    if (world.stdin.isTTY !== true || world.stderr.isTTY !== true) throw usage("add --force to remove all in a script");
    const { askLine } = await import("../ask-line.ts");
    const question = `Remove all ${sittings.length} of them? They cannot be restored. (yes or no) `;
    if (!/^y(es)?$/i.test((await askLine(world, question)).trim())) return exits.done;
  }
  sittings.forEach(removeSitting);
  await print(world.stderr, `Removed ${sittings.length}\n`);
  return exits.done;
}

async function requireSitting(world: World, pack: Session["pack"], name: string | undefined): Promise<Sitting> {
  if (name === undefined) throw usage('name a sitting; "role-advisor sittings" lists them');
  const { findSitting, listSittings } = await import("../sittings/sitting-store.ts");
  const sitting = findSitting(world, pack, name);
  if (sitting !== null) return sitting;
  const known = listSittings(world).sittings.map(({ fullName }) => fullName);
  throw new RoleAdvisorError([fault("no-sitting", { given: name, known })]);
}
