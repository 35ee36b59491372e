import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import { fileOf } from "../files.ts";
import type { Pack } from "../pack/pack.ts";
import { quoted } from "../pack/raw.ts";
import { checkShape } from "../pack/shape.ts";
import { readYaml } from "../pack/yaml.ts";
import { readText } from "../read-text.ts";
import type { World } from "../world.ts";
import { disagreements } from "./check-summary.ts";
import { addGroups, type Groups } from "./groups.ts";
import { addSummaries, emptySummary, type Summary } from "./summary.ts";
import { groupsSchema, summarySchema } from "./summary-schema.ts";

/** The whole of several summaries, or of several of groups: one or the other is null. */
export interface Merged {
  readonly summary: Summary | null;
  readonly groups: Groups | null;
}

/** Adds up files, one of them from standard input for "-". @throws RoleAdvisorError with every fault of every file. */
export async function readSummaries(world: World, pack: Pack, files: readonly string[]): Promise<Merged> {
  const paths = files.map((file) => fileOf(world, file));
  const again = files.filter((_, i) => paths.indexOf(paths[i] ?? "") < i);
  if (again.length > 0) throw new RoleAdvisorError(again.map((file) => fault("given-twice", {}, { file })));
  const read = await Promise.all(files.map((file) => readFile(world, pack, file)));
  const faults = read.flatMap((one) => one.faults);
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  const program = read.flatMap(summariesIn)[0]?.program ?? "";
  const [first] = read;
  for (const [i, one] of read.entries()) {
    const other = summariesIn(one).find((summary) => summary.program !== program);
    const place = { file: files[i] };
    if (other !== undefined) faults.push(fault("other-program", { given: other.program, first: program }, place));
    const [given, wanted] = [sortOf(one), first === undefined ? "" : sortOf(first)];
    if (given !== wanted) faults.push(fault("other-groups", { given, first: wanted }, place));
  }
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  const groups = read.flatMap((one) => one.groups ?? []);
  if (groups.length > 0) return { summary: null, groups: addGroups(pack, program, groups) };
  return { summary: read.flatMap(summariesIn).reduce(addSummaries, emptySummary(pack, program)), groups: null };
}

interface ReadFile {
  readonly summary?: Summary;
  readonly groups?: Groups;
  readonly faults: readonly Fault[];
}

function summariesIn({ summary, groups }: ReadFile): Summary[] {
  return [...(summary === undefined ? [] : [summary]), ...(groups?.groups ?? []).map((group) => group.summary)];
}

function sortOf({ groups }: ReadFile): string {
  return groups === undefined ? "one summary" : `groups by "${groups.by}"`;
}

async function readFile(world: World, pack: Pack, name: string): Promise<ReadFile> {
  const { text, file } = await readText(world, name);
  const yaml = readYaml(text, file);
  const received = otherThanSummary(yaml.value);
  if (yaml.faults.length === 0 && received !== null) {
    return { faults: [fault("not-a-summary", { received }, yaml.at([]))] };
  }
  if (formatOf(yaml.value).startsWith("role-advisor/groups@")) {
    const { value: groups, faults } = checkShape(groupsSchema, yaml);
    if (groups === undefined || faults.length > 0) return { faults };
    const found = groups.groups.flatMap(({ summary }, i) => faultsOf(pack, summary, yaml.at(["groups", i])));
    return { groups, faults: found };
  }
  const { value: summary, faults } = checkShape(summarySchema, yaml);
  if (summary === undefined || faults.length > 0) return { faults };
  return { summary, faults: faultsOf(pack, summary, yaml.at(["pack"])) };
}

function faultsOf(pack: Pack, summary: Summary, place: Place): Fault[] {
  if (summary.pack.hash !== pack.hash) {
    const given = `${summary.pack.id} ${summary.pack.version}`;
    return [fault("summary-of-other-pack", { given, pack: `${pack.id} ${pack.version}` }, place)];
  }
  // Of the same pack, so what it holds is what any summary of it holds, unless somebody changed it.
  const isWhole =
    JSON.stringify(addSummaries(emptySummary(pack, summary.program), summary)) === JSON.stringify(summary);
  const wrong = isWhole ? disagreements(pack, summary) : ["its names or shares"];
  return wrong.length === 0 ? [] : [fault("changed-summary", { wrong }, { file: place.file })];
}

function formatOf(value: unknown): string {
  const has = typeof value === "object" && value !== null && "format" in value;
  return has && typeof value.format === "string" ? value.format : "";
}

/** What a file holds that is something else altogether, so that one line tells more than all that it lacks. */
function otherThanSummary(value: unknown): string | null {
  const format = formatOf(value);
  if (/^role-advisor\/(summary|groups)@/.test(format)) return null;
  return format.startsWith("role-advisor/advice@") ? "an advice" : quoted(value);
}
