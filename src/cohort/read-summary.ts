import { readText } from "../answers/file.ts";
import { type Fault, fault, RoleAdvisorError } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { checkShape } from "../pack/shape.ts";
import { readYaml } from "../pack/yaml.ts";
import type { World } from "../world.ts";
import { addSummaries, emptySummary, type Summary } from "./summary.ts";
import { summarySchema } from "./summary-schema.ts";

/** The whole of several summaries. @throws RoleAdvisorError with every fault of every file. */
export function readSummaries(world: World, pack: Pack, files: readonly string[]): Summary {
  const read = files.map((file) => readSummary(world, pack, file));
  const faults = read.flatMap((one) => ("faults" in one ? one.faults : []));
  const summaries = read.flatMap((one) => ("summary" in one ? [one.summary] : []));
  const program = summaries[0]?.program ?? "";
  summaries.forEach((one, i) => {
    if (faults.length > 0 || one.program === program) return;
    faults.push(fault("other-program", { given: one.program, first: program }, { file: files[i] }));
  });
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return summaries.reduce(addSummaries, emptySummary(pack, program));
}

function readSummary(world: World, pack: Pack, file: string): { summary: Summary } | { faults: readonly Fault[] } {
  const yaml = readYaml(readText(world, file), file);
  const checked = checkShape(summarySchema, yaml);
  if (checked.value === undefined || checked.faults.length > 0) return { faults: checked.faults };
  const summary = checked.value;
  if (summary.pack.hash !== pack.hash) {
    const given = `${summary.pack.id} ${summary.pack.version}`;
    return {
      faults: [fault("summary-of-other-pack", { given, pack: `${pack.id} ${pack.version}` }, yaml.at(["pack"]))],
    };
  }
  // Of the same pack, so what it holds is what any summary of it holds, unless somebody changed it.
  const isWhole =
    JSON.stringify(addSummaries(emptySummary(pack, summary.program), summary)) === JSON.stringify(summary);
  return isWhole ? { summary } : { faults: [fault("changed-summary", {}, { file })] };
}
