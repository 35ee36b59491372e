import type { Command } from "commander";
import { print } from "../output.ts";
import { addCommon, formatOption, type Session } from "../program/session.ts";
import { limitGlyphs, pageFor } from "../report/terminal-page.ts";
import { exits, type World } from "../world.ts";

interface CheckOptions {
  readonly format: "text" | "json";
  readonly color: boolean;
  readonly pack?: string;
  readonly history?: boolean;
}

export function add(program: Command, { world, finish }: Session): void {
  const command = program
    .command("check")
    .description("find every fault in a pack, and what is valid but worth improving")
    .argument("[pack]", "a folder or the name of a package; by default the pack in this folder, or the built-in one")
    .option("--history", "print the questions of this version for history.yaml");
  addCommon(command.addOption(formatOption("text", "json"))).action(
    (name: string | undefined, { pack, ...options }: CheckOptions) =>
      finish(check(world, name ?? pack ?? program.opts<CheckOptions>().pack, options)),
  );
}

async function check(
  world: World,
  name: string | undefined,
  { format, color, history }: CheckOptions,
): Promise<number> {
  const [{ inspect, writeHistory }, { renderCheck }] = await Promise.all([
    import("../program/find-problems.ts"),
    import("../report/check-text.ts"),
  ]);
  if (history === true) {
    await print(world.stdout, await writeHistory(name, world.cwd()));
    return exits.done;
  }
  const { checked, lines } = inspect(name, world.cwd());
  const page = pageFor(world.stdout, world.env, color);
  const isTerminal = world.stdout.isTTY === true;
  const text =
    format === "json"
      ? `${JSON.stringify(checked, null, 2)}\n`
      : limitGlyphs(renderCheck(checked, lines, page, isTerminal), page);
  await print(world.stdout, text);
  return checked.errors > 0 ? exits.wrong : exits.done;
}
