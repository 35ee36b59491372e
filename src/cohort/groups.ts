import type { Pack } from "../pack/pack.ts";
import { addSummaries, emptySummary, type Summary } from "./summary.ts";
import type { GroupsRecord } from "./summary-schema.ts";

/** Summaries of the groups of a cohort: those who have the same in one column. */
export type Groups = GroupsRecord;

/** Groups are for people to compare; a column with more values is none of groups. */
export const mostGroups = 60;

/** In the order of their names, so that parts add up to the same whole in any order. */
export function groupsOf(by: string, summaries: ReadonlyMap<string, Summary>): Groups {
  const ordered = [...summaries].sort(([a], [b]) => (a < b ? -1 : 1));
  return { format: "role-advisor/groups@1", by, groups: ordered.map(([name, summary]) => ({ name, summary })) };
}

/** The groups of cohorts that have nobody in common; those of the same name become one. */
export function addGroups(pack: Pack, program: string, by: string, groups: Groups["groups"]): Groups {
  const summaries = new Map<string, Summary>();
  for (const { name, summary } of groups) {
    summaries.set(name, addSummaries(summaries.get(name) ?? emptySummary(pack, program), summary));
  }
  return groupsOf(by, summaries);
}
