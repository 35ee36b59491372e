import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import { fileOf } from "../files.ts";
import { checkShape } from "../pack/match-schema.ts";
import type { Pack } from "../pack/pack.ts";
import { describeValue, partOf, textOf } from "../pack/unchecked-data.ts";
import { readYaml } from "../pack/yaml.ts";
import { readText } from "../read-text.ts";
import type { World } from "../world.ts";
import { disagreements } from "./check-summary.ts";
import { addGroups, type Groups } from "./groups.ts";
import { addSummaries, emptySummary, type Summary } from "./summary.ts";
import { groupsSchema, summarySchema } from "./summary-schema.ts";

/** Reads and adds up summaries; "-" is standard input. @throws RoleAdvisorError with the faults of all files. */
export async function readSummaries(world: World, pack: Pack, files: readonly string[]): Promise<Summary | Groups> {
  const paths = files.map((file) => fileOf(world, file));
  const again = files.filter((_, i) => paths.indexOf(paths[i] ?? "") < i);
  throwAll(again.map((file) => fault("given-twice", {}, { file })));
  const contents = await Promise.all(files.map((file) => readFile(world, pack, file)));
  throwAll(contents.flatMap(({ faults }) => faults));
  const all = contents.flatMap(({ groups }) => groups);
  const program = all[0]?.summary.program ?? "";
  const by = contents[0]?.by ?? null;
  throwAll(contents.flatMap((content, i) => differences(content, program, by, { file: files[i] })));
  if (by !== null) return addGroups(pack, program, by, all);
  return all.map(({ summary }) => summary).reduce(addSummaries, emptySummary(pack, program));
}

function throwAll(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new RoleAdvisorError(faults);
}

/** The summaries in a file: of groups, or a single one, for which `by` is null. */
interface SummaryFile {
  readonly by: string | null;
  readonly groups: Groups["groups"];
  readonly faults: readonly Fault[];
}

/** The faults of a file that cannot be added to the first one, because it is of another program or has other groups. */
function differences({ by, groups }: SummaryFile, program: string, first: string | null, place: Place): Fault[] {
  const other = groups.find(({ summary }) => summary.program !== program)?.summary.program;
  const nameOf = (column: string | null) => (column === null ? "one summary" : `groups by "${column}"`);
  return [
    ...(other === undefined ? [] : [fault("other-program", { given: other, first: program }, place)]),
    ...(by === first ? [] : [fault("other-groups", { given: nameOf(by), first: nameOf(first) }, place)]),
  ];
}

async function readFile(world: World, pack: Pack, name: string): Promise<SummaryFile> {
  const { text, file } = await readText(world, name);
  const yaml = readYaml(text, file);
  const format = textOf(partOf(yaml.value, "format")) ?? "";
  const none = { by: null, groups: [] };
  // For a file of another kind, a single fault is clearer than one for each missing key.
  if (yaml.faults.length === 0 && !/^role-advisor\/(summary|groups)@/.test(format)) {
    const received = format.startsWith("role-advisor/advice@") ? "an advice" : describeValue(yaml.value);
    return { ...none, faults: [fault("not-a-summary", { received }, yaml.at([]))] };
  }
  if (format.startsWith("role-advisor/groups@")) {
    const { value, faults } = checkShape(groupsSchema, yaml);
    if (value === undefined || faults.length > 0) return { ...none, faults };
    return { ...value, faults: value.groups.flatMap(({ summary }, i) => check(pack, summary, yaml.at(["groups", i]))) };
  }
  const { value: summary, faults } = checkShape(summarySchema, yaml);
  if (summary === undefined || faults.length > 0) return { ...none, faults };
  return { by: null, groups: [{ name: "", summary }], faults: check(pack, summary, yaml.at(["pack"])) };
}

/** Checks that a summary is of this pack, and that its counts agree with one another. */
function check(pack: Pack, summary: Summary, place: Place): Fault[] {
  if (summary.pack.hash !== pack.hash) {
    const given = `${summary.pack.id} ${summary.pack.version}`;
    return [fault("summary-of-other-pack", { given, pack: `${pack.id} ${pack.version}` }, place)];
  }
  // Summaries of the same pack have the same names in the same order, unless somebody changed the file.
  const whole = addSummaries(emptySummary(pack, summary.program), summary);
  const isWhole = JSON.stringify(whole) === JSON.stringify(summary);
  const wrong = isWhole ? disagreements(pack, summary) : ["its names or shares"];
  return wrong.length === 0 ? [] : [fault("changed-summary", { wrong }, { file: place.file })];
}
