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

/** The sections, and the sentence that says what each counts. */
const sections = [
  { id: "leaders", say: null },
  { id: "verdicts", say: "cohort.groups-sure" },
  { id: "pulls", say: "cohort.pulls-say" },
  { id: "kinds", say: "cohort.kinds-say" },
] as const;

/**
 * The groups of a cohort side by side. The whole is not shown with them: less all groups but one, it would tell that one,
 * however few it has. Each column passes the privacy floor for itself, since no person stands in two of them.
 */
export function showGroups(pack: Pack, { by, groups }: Groups, least: number): SummaryView {
  const enough = groups.filter(({ summary }) => !isTooFew(summary.respondents, least) && summary.respondents > 0);
  const leftOut = groups.length - enough.length;
  const rejected = enough.reduce((n, { summary }) => n + summary.rejected, 0);
  const columns = enough.map(({ summary }) => columnOf(pack, summary, least));
  const heads = enough.map(({ name }, g) => ({
    name: name || say(pack, "cohort.groups-none"),
    role: null,
    // The length of a bar must not tell how many there are where a leader is hidden.
    total: sumOf(columns[g]?.[0]?.counts ?? []),
  }));
  const tables = (columns[0] ?? []).map(({ id, title, counts }, at) => {
    const rows = counts
      .map(({ name }, row) => ({ name, counts: columns.map((column) => column[at]?.counts[row]?.count ?? null) }))
      .filter((row) => row.counts.some((count) => count !== 0));
    return { id, table: { type: "table", title, columns: heads, rows } satisfies CountTable };
  });
  const nobody = say(pack, "cohort.groups-nobody", { least });
  return {
    title: pack.title,
    intro: [
      enough.length === 0 ? nobody : say(pack, "cohort.groups", { column: by.trim() }),
      ...(leftOut > 0 && enough.length > 0 ? [say(pack, "cohort.groups-left", { n: leftOut, least })] : []),
      ...(rejected > 0 ? [say(pack, "cohort.rejected", { n: rejected })] : []),
    ],
    sections: sections.flatMap(({ id, say: key }) => {
      const parts = tables.flatMap((one) => (one.id === id ? [one.table] : []));
      return sectionOf({ id, title: say(pack, `cohort.${id}`), say: key === null ? "" : say(pack, key), parts });
    }),
    notes: [...(least > 1 ? [say(pack, "cohort.groups-hidden", { least })] : []), say(pack, "cohort.purpose")],
  };
}

interface ColumnPart {
  readonly id: (typeof sections)[number]["id"];
  readonly title: string;
  readonly counts: readonly NamedCount[];
}

/** The counts of a group for every table, the leaders first. */
function columnOf(pack: Pack, summary: Summary, least: number): ColumnPart[] {
  const leaders = leadersOf(pack, summary, least);
  const verdicts = verdictsOf(pack, summary.verdicts);
  const hide = (one: NamedCount) => ({ ...one, count: null });
  return [
    { id: "leaders", title: "", counts: leaders },
    // They are of all leaders together.
    {
      id: "verdicts",
      title: "",
      counts: areRolesVisible(leaders) ? visibleCounts(verdicts, least) : verdicts.map(hide),
    },
    { id: "pulls", title: "", counts: pullsOf(pack, summary, leaders, least) },
    ...pack.roles.map((role, r): ColumnPart => {
      const led = leaders[r]?.count ?? 0;
      const kinds = kindsOf(pack, role, summary);
      const visible = led === 0 || isTooFew(led, least) ? kinds.map(hide) : visibleCounts(kinds, least);
      return { id: "kinds", title: role.short, counts: visible.slice(0, -1) };
    }),
  ];
}
