import { hideApart, hideFew, hideSmall, type Seen } from "../cohort/floor.ts";
import type { Summary } from "../cohort/summary.ts";
import { formatNumber, formatShare } from "../pack/language.ts";
import type { Pack, Role } from "../pack/pack.ts";
import { say } from "../pack/say.ts";

/** What of a summary people may see, as every format shows it, from the top down. */
export interface SummaryView {
  readonly title: string;
  /** The cohort in a few sentences. */
  readonly intro: readonly string[];
  readonly sections: readonly SectionView[];
  readonly notes: readonly string[];
}

export interface SectionView {
  readonly id: string;
  readonly title: string;
  /** What is counted; empty where the title says it. */
  readonly say: string;
  readonly parts: readonly PartView[];
}

export type PartView = BarChart | CountTable;

/** A bar each, with figures beside it. */
export interface BarChart {
  readonly type: "bars";
  readonly title: string;
  /** The leader whom all of them have; null where they are of everybody. */
  readonly role: string | null;
  /** What the figures are. */
  readonly heads: readonly string[];
  readonly rows: readonly Bar[];
}

export interface Bar extends Partial<NamedCount> {
  readonly name: string;
  /** The length of the bar, from 0 to 1; null where it may not be seen. */
  readonly share: number | null;
  /** As many as there are heads, or fewer where the last may not be seen for any row. */
  readonly figures: readonly string[];
}

/** How many by leader, or by group. */
export interface CountTable {
  readonly type: "table";
  readonly title: string;
  readonly columns: readonly { readonly name: string; readonly role: string | null; readonly total: number }[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly Seen[] }[];
}

export interface NamedCount<Count extends Seen = Seen> {
  readonly name: string;
  /** The role that is counted, where it is one. */
  readonly role?: string;
  readonly say?: string;
  readonly count: Count;
}

/** What stands for a hidden count. */
export const dot = "·";

/** A count as people read it. */
export function figure(pack: Pack, count: Seen): string {
  return count === null ? dot : formatNumber(pack, count);
}

/** Counts as bars. `total` is what they are shares of; null where that would tell a hidden count, and bars show the largest whole. */
export function barsOf(
  pack: Pack,
  rows: readonly NamedCount[],
  total: number | null,
  { title = "", role = null }: { readonly title?: string; readonly role?: string | null } = {},
): BarChart {
  const whole = Math.max(1, total ?? Math.max(...rows.map(({ count }) => count ?? 0)));
  const heads = [say(pack, "cohort.head-people"), say(pack, "cohort.head-share")];
  const bars = rows.map((row) => {
    const share = row.count === null ? null : row.count / whole;
    const percent = share === null ? "" : formatShare(pack, share);
    return { ...row, share, figures: [figure(pack, row.count), ...(total === null ? [] : [percent])] };
  });
  return { type: "bars", title, role, heads, rows: bars };
}

/** A section; none where it would hold hidden counts alone, which are not worth their lines. */
export function sectionOf(section: SectionView): SectionView[] {
  const parts = section.parts.filter((part) =>
    part.type === "bars"
      ? part.rows.some(({ count }) => count !== null)
      : part.rows.some(({ counts }) => counts.some((count) => count !== null)),
  );
  return parts.length === 0 ? [] : [{ ...section, parts }];
}

/** Whom each role leads, and last those whose lead is shared. */
export function leadersOf(pack: Pack, { leaders }: Summary, least: number): NamedCount[] {
  const { roles } = pack;
  const visible = hideApart([...roles.map(({ id }) => leaders.leads[id] ?? 0), leaders.shared], least);
  return [
    ...roles.map(({ id, short }, r) => ({ name: short, role: id, count: visible[r] ?? null })),
    { name: say(pack, "cohort.level"), count: visible.at(-1) ?? null },
  ];
}

/** Are all counts of roles seen? */
export function areRolesVisible(leaders: readonly NamedCount[]): boolean {
  return leaders.every(({ role, count }) => role === undefined || count !== null);
}

const firm = ["clear", "leaning", "close", "early"] as const;

/** How sure the leaders are, of everybody or of those with one leader. */
export function verdictsOf(pack: Pack, counts: Readonly<Record<string, number>> = {}): NamedCount<number>[] {
  return firm.map((verdict) => ({ name: say(pack, `cohort.${verdict}`), count: counts[verdict] ?? 0 }));
}

/** How many each trait pulls strongly. A count of more people than those whose leaders are seen would tell how many there are. */
export function pullsOf(
  { traits }: Pack,
  { pulls }: Summary,
  leaders: readonly NamedCount[],
  least: number,
): NamedCount[] {
  const people = sumOf(leaders);
  return traits.map(({ id, name }) => {
    const count = pulls[id] ?? 0;
    return { name, count: count > people ? null : hideFew(count, people, least) };
  });
}

/** The kind of a role that suits best, and last those whose answers show none. */
export function kindsOf(pack: Pack, role: Role, { kinds, leaders }: Summary): NamedCount<number>[] {
  const counts = role.kinds.map(({ id, name }) => ({ name, count: kinds[role.id]?.[id] ?? 0 }));
  const none = (leaders.leads[role.id] ?? 0) - sumOf(counts);
  return [...counts, { name: say(pack, "cohort.no-kind"), count: none }];
}

/** Counts that make up a total which is known, as far as they may be seen. */
export function visibleCounts(counts: readonly NamedCount<number>[], least: number): NamedCount[] {
  const visible = hideSmall(
    counts.map(({ count }) => count),
    least,
  );
  return counts.map((one, i) => ({ ...one, count: visible[i] ?? null }));
}

/** The largest counts, so many at most, without what is hidden or nobody's. */
export function commonest<Row extends NamedCount>(rows: readonly Row[], most: number): Row[] {
  const some = rows.filter(({ count }) => count !== null && count > 0);
  return some.sort((a, b) => (b.count ?? 0) - (a.count ?? 0)).slice(0, most);
}

export function sumOf(counts: readonly { readonly count: Seen }[]): number {
  return counts.reduce((n, { count }) => n + (count ?? 0), 0);
}
