import type { Command } from "commander";
import { print } from "../output.ts";
import { loadPack } from "../pack/load-pack.ts";
import { addCommon, formatOption, type Session } from "../program/session.ts";
import { limitGlyphs, pageFor } from "../report/terminal-page.ts";
import { exits, type World } from "../world.ts";

interface AuditOptions {
  readonly format: "text" | "json";
  readonly color: boolean;
  readonly pack?: string;
}

export function add(program: Command, session: Session): void {
  const command = program
    .command("audit")
    .description("measure whether a pack is fair: how often each role leads, and what each question can do")
    .argument("[pack]", "a folder or the name of a package; by default the pack in this folder, or the built-in one");
  addCommon(command.addOption(formatOption("text", "json"))).action(
    (name: string | undefined, options: AuditOptions) => {
      const hasPackOption = (options.pack ?? program.opts<AuditOptions>().pack) !== undefined;
      return session.finish(main(session, hasPackOption && name === undefined, name, options));
    },
  );
}

/** Measures the pack of the argument, else of --pack, else the one in the current folder, else the built-in one. */
async function main(
  { world, pack: sessionPack }: Session,
  usesSessionPack: boolean,
  name: string | undefined,
  { format, color }: AuditOptions,
): Promise<number> {
  const [{ isPackFolder }, { audit }, { renderAudit }] = await Promise.all([
    import("../pack/locate.ts"),
    import("../audit/pack-audit.ts"),
    import("../report/audit-text.ts"),
  ]);
  const here = isPackFolder(world.cwd()) ? "." : undefined;
  const pack = usesSessionPack ? sessionPack : await loadPack(name ?? here, world.cwd());
  const page = pageFor(world.stdout, world.env, color);
  const { tell, clear } = showSteps(world);
  const figures = audit(pack, tell);
  await clear();
  const isJson = format === "json";
  const text = isJson ? `${JSON.stringify(figures, null, 2)}\n` : limitGlyphs(renderAudit(figures, page), page);
  await print(world.stdout, text);
  return exits.done;
}

/** Shows progress in one line of a terminal after the first second. `tell` does not wait for its output. */
function showSteps({ stderr, env }: World) {
  const started = performance.now();
  let isShown = false;
  const canShow = stderr.isTTY === true && env["TERM"] !== "dumb";
  return {
    tell: (done: number, all: number) => {
      if (!canShow || performance.now() - started < 1000) return;
      isShown = true;
      stderr.write(`\r\u001b[Kmeasuring: ${done} of ${all} figures`, () => {});
    },
    clear: async () => {
      if (isShown) await print(stderr, "\r\u001b[K");
    },
  };
}
