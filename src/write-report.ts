import { writeCode } from "./advice/code.ts";
import { findCode, readCode } from "./answers/read-code.ts";
import { describe, visible } from "./fault.ts";
import { findInTheWay, freeName, inTheWay, writeWhole } from "./files.ts";
import { print } from "./output.ts";
import type { Pack } from "./pack/pack.ts";
import { isOn, type World } from "./world.ts";

/** Writes a text to a file and says so on standard error. Without a file it goes to standard output. */
export async function writeResult(world: World, text: string, output: string | undefined): Promise<void> {
  if (output === undefined) return print(world.stdout, text);
  writeWhole(world, output, text);
  await print(world.stderr, `Wrote ${visible(output)}\n`);
}

/**
 * Writes a report to a file and returns the file's name. Without `force` it replaces no report of other answers: at a
 * terminal the new report goes into a file beside it, so that no answers are lost; a script gets an error.
 */
export async function writeReport(
  world: World,
  pack: Pack,
  report: { readonly code: string; readonly text: string },
  { output, force = false }: { readonly output: string; readonly force?: boolean | undefined },
): Promise<string> {
  const existing = force ? null : findInTheWay(world, output);
  const code = existing === null ? undefined : findCode(existing.text);
  const isSame = code !== undefined && writeCode(pack, readCode(pack, code).answers) === report.code;
  let name = output;
  if (existing !== null && !isSame) {
    const error = inTheWay(output, existing.date, code);
    if (world.stderr.isTTY !== true || isOn(world.env["CI"])) throw error;
    name = freeName(world, output);
    await print(world.stderr, `${describe(error.faults[0]).replace(/; name another.*$/, "")}\n`);
  }
  await writeResult(world, report.text, name);
  return name;
}
