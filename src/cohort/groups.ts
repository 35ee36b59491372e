import type { Pack } from "../pack/pack.ts";
import { addSummaries, emptySummary, type Summary } from "./summary.ts";

/** Summaries of the groups of a cohort: those who have the same in one column. A breaking change raises the number. */
export interface Groups {
  readonly format: "role-advisor/groups@1";
  /** The column's name. */
  readonly by: string;
  /** In the order of their names, so that parts add up to the same whole in any order. */
  readonly groups: readonly { readonly name: string; readonly summary: Summary }[];
}

/** Groups are for people to compare; a column with more values is none of groups. */
export const mostGroups = 60;

export function groupsOf(by: string, groups: ReadonlyMap<string, Summary>): Groups {
  const names = [...groups.keys()].sort();
  return {
    format: "role-advisor/groups@1",
    by,
    groups: names.flatMap((name) => {
      const summary = groups.get(name);
      return summary === undefined ? [] : [{ name, summary }];
    }),
  };
}

/** The groups of two cohorts that have nobody in common; those of the same name become one. */
export function addGroups(pack: Pack, program: string, all: readonly Groups[]): Groups {
  const groups = new Map<string, Summary>();
  for (const { name, summary } of all.flatMap((one) => one.groups)) {
    groups.set(name, addSummaries(groups.get(name) ?? emptySummary(pack, program), summary));
  }
  return groupsOf(all[0]?.by ?? "", groups);
}
