import type { Command } from "commander";
import { print } from "../output.ts";
import { finished, pageFor } from "../report/page.ts";
import { exits, type World } from "../world.ts";
import { addCommon, formatOption, type Session } from "./session.ts";

interface CheckOptions {
  readonly format: "text" | "json";
  readonly color: boolean;
  readonly pack?: string;
}

/** Finds every fault of a pack, and what is legal but poor. */
export function addCheck(program: Command, { world, finish }: Session): void {
  const command = program
    .command("check")
    .description("find every fault of a pack, and what is legal but poor")
    .argument("[pack]", "a folder, or the name of a package; the built-in pack");
  addCommon(command.addOption(formatOption("text", "json"))).action(
    (named: string | undefined, { pack, ...options }: CheckOptions) =>
      finish(check(world, named ?? pack ?? program.opts<CheckOptions>().pack, options)),
  );
}

async function check(world: World, name: string | undefined, { format, color }: CheckOptions): Promise<number> {
  const [{ inspect }, { renderCheck }] = await Promise.all([import("./inspect.ts"), import("../report/check.ts")]);
  const { checked, lines } = inspect(name, world.cwd());
  const page = pageFor(world.stdout, world.env, color);
  const isTerminal = world.stdout.isTTY === true;
  const text =
    format === "json"
      ? `${JSON.stringify(checked, null, 2)}\n`
      : finished(renderCheck(checked, lines, page, isTerminal), page);
  await print(world.stdout, text);
  return checked.errors > 0 ? exits.wrong : exits.done;
}
