import { isTooFew } from "../cohort/floor.ts";
import type { Groups } from "../cohort/groups.ts";
import type { Summary } from "../cohort/summary.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import {
  areRolesVisible,
  type CountTable,
  kindsOf,
  leadersOf,
  type NamedCount,
  pullsOf,
  type SummaryView,
  sectionOf,
  sumOf,
  verdictsOf,
  visibleCounts,
} from "./summary-parts.ts";

/** Computes the counts of a group from its summary and the visible counts of its leaders. */
type CountsOf = (summary: Summary, leaders: readonly NamedCount[]) => readonly NamedCount[];

/**
 * The groups of a cohort side by side, without the whole cohort: subtracting the other groups from it would reveal a small
 * group. The privacy floor applies to each column on its own, because no person is in two of them.
 */
export function showGroups(pack: Pack, { by, groups }: Groups, least: number): SummaryView {
  const enough = groups.filter(({ summary }) => !isTooFew(summary.respondents, least) && summary.respondents > 0);
  const leftOut = groups.length - enough.length;
  const rejected = enough.reduce((n, { summary }) => n + summary.rejected, 0);
  const hide = (counts: readonly NamedCount[]) => counts.map((row) => ({ ...row, count: null }));
  const verdicts: CountsOf = (summary, leaders) => {
    const counts = verdictsOf(pack, summary.verdicts);
    // The verdicts count the respondents of all leaders together, so they would reveal a hidden leader.
    return areRolesVisible(leaders) ? visibleCounts(counts, least) : hide(counts);
  };
  const kinds = pack.roles.map(
    (role, r): CountsOf =>
      (summary, leaders) => {
        const led = leaders[r]?.count ?? 0;
        const counts = kindsOf(pack, role, summary);
        return (led === 0 || isTooFew(led, least) ? hide(counts) : visibleCounts(counts, least)).slice(0, -1);
      },
  );
  const table = (countsOf: CountsOf, title = "") => tableOf(pack, enough, countsOf, least, title);
  const section = (id: "leaders" | "verdicts" | "pulls" | "kinds", explanation: string, parts: readonly CountTable[]) =>
    sectionOf({ id, title: say(pack, `cohort.${id}`), say: explanation, parts });
  const nobody = say(pack, "cohort.groups-nobody", { least });
  return {
    title: pack.title,
    intro: [
      enough.length === 0 ? nobody : say(pack, "cohort.groups", { column: by.trim() }),
      ...(leftOut > 0 && enough.length > 0 ? [say(pack, "cohort.groups-left", { n: leftOut, least })] : []),
      ...(rejected > 0 ? [say(pack, "cohort.rejected", { n: rejected })] : []),
    ],
    sections: [
      ...section("leaders", "", [table((_, leaders) => leaders)]),
      ...section("verdicts", say(pack, "cohort.groups-sure"), [table(verdicts)]),
      ...section("pulls", say(pack, "cohort.pulls-say"), [table((...group) => pullsOf(pack, ...group, least))]),
      ...section(
        "kinds",
        say(pack, "cohort.kinds-say"),
        kinds.map((countsOf, r) => table(countsOf, pack.roles[r]?.short)),
      ),
    ],
    notes: [...(least > 1 ? [say(pack, "cohort.groups-hidden", { least })] : []), say(pack, "cohort.purpose")],
  };
}

/** A table with a column for each group. Rows that are 0 in all groups are left out. */
function tableOf(pack: Pack, groups: Groups["groups"], countsOf: CountsOf, least: number, title: string): CountTable {
  const columns = groups.map(({ name, summary }) => {
    const leaders = leadersOf(pack, summary, least);
    // The sum of visible counts only: otherwise the length of a bar would reveal the size of a group with a hidden leader.
    const head = { name: name || say(pack, "cohort.groups-none"), role: null, total: sumOf(leaders) };
    return { head, counts: countsOf(summary, leaders) };
  });
  const rows = (columns[0]?.counts ?? [])
    .map(({ name }, row) => ({ name, counts: columns.map(({ counts }) => counts[row]?.count ?? null) }))
    .filter(({ counts }) => counts.some((count) => count !== 0));
  return { type: "table", title, columns: columns.map(({ head }) => head), rows };
}
