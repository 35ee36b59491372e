import * as v from "valibot";
import { readText } from "../answers/file.ts";
import { type Fault, fault, RoleAdvisorError } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { checkShape } from "../pack/shape.ts";
import { readYaml } from "../pack/yaml.ts";
import type { World } from "../world.ts";
import { addSummaries, emptySummary, type Summary } from "./summary.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const counts = v.record(v.string(), count);
const led = v.strictObject({ leads: counts, shared: count });
const byRole = <const S extends v.GenericSchema>(of: S) => v.record(v.string(), of);

const summarySchema = v.strictObject({
  format: v.literal("role-advisor/summary@1"),
  program: v.string(),
  pack: v.strictObject({ id: v.string(), version: v.string(), hash: v.string(), title: v.string() }),
  privacy: v.string(),
  respondents: count,
  rejected: count,
  silent: count,
  leaders: led,
  verdicts: v.strictObject({ tie: count, early: count, close: count, leaning: count, clear: count }),
  margins: byRole(counts),
  questions: v.array(
    v.strictObject({
      question: v.string(),
      split: v.nullable(v.number()),
      answers: v.array(v.strictObject({ option: v.string(), picked: led })),
      none: v.exactOptional(led),
      open: led,
    }),
  ),
  tensions: v.array(v.strictObject({ drawn: v.string(), able: v.string(), respondents: count })),
  kinds: byRole(counts),
  here: byRole(v.strictObject({ stages: counts, unknown: count })),
  grow: byRole(counts),
});

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
