import type { Command } from "commander";
import { usage } from "../fault.ts";
import { limits } from "../limits.ts";
import { print } from "../output.ts";
import type { Pack, Role } from "../pack/pack.ts";
import { addCommon, formatOption, type Session, warn } from "../program/session.ts";
import { findById, type LookUpOptions, show } from "../program/show-document.ts";
import { exits } from "../world.ts";

interface CompareOptions extends Omit<LookUpOptions, "format"> {
  readonly format: LookUpOptions["format"] | "html";
}

export function add(program: Command, session: Session): void {
  const ids = session.pack.roles.map(({ id }) => id).join(", ");
  const command = program
    .command("compare")
    .description("compare roles, or kept answers: last year's, a friend's, or what a mentor sees in you")
    .argument("[what...]", `roles (${ids}; by default the first two), or kept names, answers files and codes`)
    .addOption(formatOption("text", "json", "markdown", "html"));
  addCommon(command)
    .addHelpText("after", help)
    .action((words: readonly string[], options: CompareOptions) => session.finish(compare(session, words, options)));
}

const help = `
Examples:
  $ role-advisor compare cio cto
  $ role-advisor compare me@2025-11-03 me
  $ role-advisor compare me "me, by my mentor"
  $ role-advisor compare ./ada.yaml ./bob.json --format html > both.html

To see how others see you, ask somebody to answer about you with --keep "me, by
my mentor", and compare the two. What differs is something to talk about.
`;

async function compare(session: Session, words: readonly string[], options: CompareOptions): Promise<number> {
  const { roles } = session.pack;
  const isRole = (word: string) => roles.some(({ id }) => id === word.toLowerCase());
  if (!words.every(isRole)) return compareSittings(session, words, words.find(isRole), options);
  const { compareRoles } = await import("../report/role-documents.ts");
  return show(session, compareRoles(session.pack, pickRoles(session.pack, words)), lookUpOptions(options));
}

function pickRoles({ roles }: Pack, ids: readonly string[]): readonly Role[] {
  const picked = ids.map((id) => findById("role", id, roles));
  for (const role of roles) if (picked.length < 2 && !picked.includes(role)) picked.push(role);
  const doubled = picked.find((role, n) => picked.indexOf(role) !== n);
  if (doubled === undefined) return picked;
  const others = roles.filter((role) => role !== doubled).map(({ id }) => id);
  throw usage(`${doubled.id} is compared with itself; name another role: ${others.join(", ")}`);
}

async function compareSittings(
  session: Session,
  words: readonly string[],
  role: string | undefined,
  options: CompareOptions,
): Promise<number> {
  const { world, pack } = session;
  const { sittings: most } = limits;
  if (words.length > most) throw usage(`at most ${most} can be compared, and you named ${words.length}`);
  const { findSide, nameApart } = await import("../sittings/find-side.ts");
  const sides = [];
  for (const word of words) if (word !== role) sides.push(await findSide(world, pack, word));
  const name = sides[0]?.name;
  if (role !== undefined) {
    throw usage(`"${role}" is a role, and "${name}" is not; compare roles with roles, or sittings with sittings`);
  }
  if (sides.length === 1) {
    throw usage(`name something to compare "${name}" with; "role-advisor sittings" lists what was kept`);
  }
  await warn(
    world,
    sides.flatMap(({ warnings }) => warnings),
  );
  const { compareSittings } = await import("../sittings/compare-sittings.ts");
  const comparison = compareSittings(pack, nameApart(sides));
  if (options.format !== "html") {
    const { describeSittings } = await import("../report/sitting-comparison.ts");
    return show(session, describeSittings(pack, comparison), lookUpOptions(options));
  }
  const { renderComparison } = await import("../report/html/comparison-page.ts");
  await print(world.stdout, renderComparison(pack, comparison));
  return exits.done;
}

function lookUpOptions({ format, color }: CompareOptions): LookUpOptions {
  if (format === "html") throw usage("roles are compared as text, json or markdown; sittings as html, too");
  return { format, color };
}
