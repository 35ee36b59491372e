import { writeCode } from "./advice/code.ts";
import { findCode, readCode } from "./answers/read-code.ts";
import { describe, visible } from "./fault.ts";
import { findInTheWay, freeName, inTheWay, writeWhole } from "./files.ts";
import { print } from "./output.ts";
import type { Pack } from "./pack/pack.ts";
import { isOn, type World } from "./world.ts";

/** Writes a text to a file, and says so; to standard output where none is named. */
export async function writeResult(world: World, text: string, output: string | undefined): Promise<void> {
  if (output === undefined) return print(world.stdout, text);
  writeWhole(world, output, text);
  await print(world.stderr, `Wrote ${visible(output)}\n`);
}

/**
 * Writes a report to a file, and tells its name. One of other answers that is there is never replaced in silence: a person
 * at a terminal gets the new one beside it, since the answers were given by then, and a script is stopped.
 */
export async function writeReport(
  world: World,
  pack: Pack,
  report: { readonly code: string; readonly text: string },
  { output, force = false }: { readonly output: string; readonly force?: boolean | undefined },
): Promise<string> {
  const found = force ? null : findInTheWay(world, output);
  const other = found === null ? undefined : findCode(found.text);
  const isSame = other !== undefined && writeCode(pack, readCode(pack, other).answers) === report.code;
  let name = output;
  if (found !== null && !isSame) {
    const error = inTheWay(output, found.date, other);
    if (world.stderr.isTTY !== true || isOn(world.env["CI"])) throw error;
    name = freeName(world, output);
    await print(world.stderr, `${describe(error.faults[0]).replace(/; name another.*$/, "")}\n`);
  }
  await writeResult(world, report.text, name);
  return name;
}
