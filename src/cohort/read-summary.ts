import { type Fault, fault, RoleAdvisorError } from "../fault.ts";
import { fileOf } from "../files.ts";
import type { Pack } from "../pack/pack.ts";
import { checkShape, quoted } from "../pack/shape.ts";
import { readYaml } from "../pack/yaml.ts";
import { readText } from "../read-text.ts";
import type { World } from "../world.ts";
import { disagreements } from "./check-summary.ts";
import { addSummaries, emptySummary, type Summary } from "./summary.ts";
import { summarySchema } from "./summary-schema.ts";

/** The whole of several summaries, one of them from standard input for "-". @throws RoleAdvisorError with every fault of every file. */
export async function readSummaries(world: World, pack: Pack, files: readonly string[]): Promise<Summary> {
  const paths = files.map((file) => fileOf(world, file));
  const again = files.filter((_, i) => paths.indexOf(paths[i] as string) < i);
  if (again.length > 0) throw new RoleAdvisorError(again.map((file) => fault("given-twice", {}, { file })));
  const read = await Promise.all(files.map((file) => readSummary(world, pack, file)));
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

type Read = { readonly summary: Summary } | { readonly faults: readonly Fault[] };

async function readSummary(world: World, pack: Pack, name: string): Promise<Read> {
  const { text, file } = await readText(world, name);
  const yaml = readYaml(text, file);
  const received = otherThanSummary(yaml.value);
  if (yaml.faults.length === 0 && received !== null) {
    return { faults: [fault("not-a-summary", { received }, yaml.at([]))] };
  }
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
  const wrong = isWhole ? disagreements(pack, summary) : ["its names or shares"];
  return wrong.length === 0 ? { summary } : { faults: [fault("changed-summary", { wrong }, { file })] };
}

/** What a file holds that is something else altogether, so that one line tells more than all that it lacks. */
function otherThanSummary(value: unknown): string | null {
  const format =
    typeof value === "object" && value !== null && "format" in value && typeof value.format === "string"
      ? value.format
      : "";
  if (format.startsWith("role-advisor/summary@")) return null;
  return format.startsWith("role-advisor/advice@") ? "an advice" : quoted(value);
}
