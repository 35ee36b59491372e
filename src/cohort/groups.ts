import type { Pack } from "../pack/pack.ts";
import { addSummaries, emptySummary, type Summary } from "./summary.ts";
import type { GroupsRecord } from "./summary-schema.ts";

/** Summaries of the groups of a cohort. A group is everybody with the same value in one column. */
export type Groups = GroupsRecord;

/** Maximum number of groups. People could not compare more, and a column with more values probably holds no groups. */
export const mostGroups = 60;

/** Sorts groups by name, so that merging parts in any order gives the same whole. */
export function groupsOf(by: string, summaries: ReadonlyMap<string, Summary>): Groups {
  const ordered = [...summaries].sort(([a], [b]) => (a < b ? -1 : 1));
  return { format: "role-advisor/groups@1", by, groups: ordered.map(([name, summary]) => ({ name, summary })) };
}

/** Adds up the groups of cohorts that share no respondents. Groups of the same name become one. */
export function addGroups(pack: Pack, program: string, by: string, groups: Groups["groups"]): Groups {
  const summaries = new Map<string, Summary>();
  for (const { name, summary } of groups) {
    summaries.set(name, addSummaries(summaries.get(name) ?? emptySummary(pack, program), summary));
  }
  return groupsOf(by, summaries);
}
