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
  readonly pack?: string;
}

/** Measures whether a pack is fair. */
export function add(program: Command, { world, pack, finish }: Session): void {
  const command = program
    .command("audit")
    .description("measure whether a pack is fair: who leads how often, and what each question can do")
    .argument("[pack]", "a folder, or the name of a package; the folder you stand in, or the built-in pack");
  addCommon(command.addOption(formatOption("text", "json"))).action(
    (named: string | undefined, options: AuditOptions) => {
      const other = options.pack ?? program.opts<AuditOptions>().pack;
      return finish(main(world, other === undefined ? null : pack, named, options));
    },
  );
}

/** `given` is what --pack names; null where it was left out. */
async function main(
  world: World,
  given: Pack | null,
  named: string | undefined,
  { format, color }: AuditOptions,
): Promise<number> {
  const { isPackFolder } = await import("../pack/locate.ts");
  const here = isPackFolder(world.cwd()) ? "." : undefined;
  const pack = named === undefined && given !== null ? given : await loadPack(named ?? here, world.cwd());
  const [{ audit }, { renderAudit }] = await Promise.all([
    import("../audit/pack-audit.ts"),
    import("../report/audit-text.ts"),
  ]);
  const page = pageFor(world.stdout, world.env, color);
  const { tell, clear } = showSteps(world);
  const measured = audit(pack, tell);
  await clear();
  const text =
    format === "json" ? `${JSON.stringify(measured, null, 2)}\n` : finished(renderAudit(measured, page), page);
  await print(world.stdout, text);
  return exits.done;
}

/** How far it is, in one line on standard error, from the second second on. A terminal takes it while the work goes on. */
function showSteps({ stderr, env }: World, now = () => performance.now()) {
  const started = now();
  let isShown = false;
  const canShow = stderr.isTTY === true && env["TERM"] !== "dumb";
  return {
    tell: (done: number, all: number) => {
      if (!canShow || now() - started < 1000) return;
      isShown = true;
      stderr.write(`\r\u001b[Kmeasuring: ${done} of ${all} figures`, () => {});
    },
    clear: async () => {
      if (isShown) await print(stderr, "\r\u001b[K");
    },
  };
}
