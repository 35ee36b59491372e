import { hideApart, hideFew, hideSmall, type Seen } from "../cohort/floor.ts";
import type { Summary } from "../cohort/summary.ts";
import { formatNumber, formatShare } from "../pack/language.ts";
import type { Pack, Role } from "../pack/pack.ts";
import { say } from "../pack/say.ts";

/** The parts of a summary that people may see, from the top down, for every format. */
export interface SummaryView {
  readonly title: string;
  /** A few sentences on the size of the cohort. */
  readonly intro: readonly string[];
  readonly sections: readonly SectionView[];
  readonly notes: readonly string[];
}

export interface SectionView {
  readonly id: string;
  readonly title: string;
  /** Says what the section counts; empty if its title does. */
  readonly say: string;
  readonly parts: readonly PartView[];
}

export type PartView = BarChart | CountTable;

/** Rows with a bar and figures beside it. */
export interface BarChart {
  readonly type: "bars";
  readonly title: string;
  /** Id of the role that leads for everybody in the chart; null for a chart of all leaders. */
  readonly role: string | null;
  /** Headings of the figures. */
  readonly heads: readonly string[];
  readonly rows: readonly Bar[];
}

export interface Bar extends Partial<NamedCount> {
  readonly name: string;
  /** Length of the bar, 0 to 1; null if it is hidden. */
  readonly share: number | null;
  /** A text for each head; the last is missing if it is hidden in all rows. */
  readonly figures: readonly string[];
}

/** Counts with a column for each leader, or for each group. */
export interface CountTable {
  readonly type: "table";
  readonly title: string;
  readonly columns: readonly { readonly name: string; readonly role: string | null; readonly total: number }[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly Seen[] }[];
}

export interface NamedCount<Count extends Seen = Seen> {
  readonly name: string;
  /** Id of the role, if the count is of the respondents that it leads. */
  readonly role?: string;
  readonly say?: string;
  readonly count: Count;
}

/** Stands for a hidden count. */
export const dot = "·";

/** Formats a count for readers. */
export function figure(pack: Pack, count: Seen): string {
  return count === null ? dot : formatNumber(pack, count);
}

/** Makes bars of counts. `total` is 100 %; null if it would reveal a hidden count: then the largest count has the full bar. */
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

/** The section without parts whose counts are all hidden; none if no part is left. */
export function sectionOf(section: SectionView): SectionView[] {
  const parts = section.parts.filter((part) =>
    part.type === "bars"
      ? part.rows.some(({ count }) => count !== null)
      : part.rows.some(({ counts }) => counts.some((count) => count !== null)),
  );
  return parts.length === 0 ? [] : [{ ...section, parts }];
}

/** Counts of respondents by the role that leads, and last of those with a shared lead. */
export function leadersOf(pack: Pack, { leaders }: Summary, least: number): NamedCount[] {
  const { roles } = pack;
  const visible = hideApart([...roles.map(({ id }) => leaders.leads[id] ?? 0), leaders.shared], least);
  return [
    ...roles.map(({ id, short }, r) => ({ name: short, role: id, count: visible[r] ?? null })),
    { name: say(pack, "cohort.level"), count: visible.at(-1) ?? null },
  ];
}

export function areRolesVisible(leaders: readonly NamedCount[]): boolean {
  return leaders.every(({ role, count }) => role === undefined || count !== null);
}

const firm = ["clear", "leaning", "close", "early"] as const;

/** The counts of each verdict that has a leader, of everybody or of the respondents with one leader. */
export function verdictsOf(pack: Pack, counts: Readonly<Record<string, number>> = {}): NamedCount<number>[] {
  return firm.map((verdict) => ({ name: say(pack, `cohort.${verdict}`), count: counts[verdict] ?? 0 }));
}

/** Counts of strong pulls by trait. A count above that of respondents with visible leaders would reveal others; it is hidden. */
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

/** Counts of respondents by the kind of a role that suits best, and last of those whose answers show no kind. */
export function kindsOf(pack: Pack, role: Role, { kinds, leaders }: Summary): NamedCount<number>[] {
  const counts = role.kinds.map(({ id, name }) => ({ name, count: kinds[role.id]?.[id] ?? 0 }));
  const none = (leaders.leads[role.id] ?? 0) - sumOf(counts);
  return [...counts, { name: say(pack, "cohort.no-kind"), count: none }];
}

/** Applies the privacy floor to counts that add up to a known total. */
export function visibleCounts(counts: readonly NamedCount<number>[], least: number): NamedCount[] {
  const visible = hideSmall(
    counts.map(({ count }) => count),
    least,
  );
  return counts.map((row, i) => ({ ...row, count: visible[i] ?? null }));
}

/** The largest visible counts above 0, in descending order, `most` at most. */
export function commonest<Row extends NamedCount>(rows: readonly Row[], most: number): Row[] {
  const some = rows.filter(({ count }) => count !== null && count > 0);
  return some.sort((a, b) => (b.count ?? 0) - (a.count ?? 0)).slice(0, most);
}

export function sumOf(counts: readonly { readonly count: Seen }[]): number {
  return counts.reduce((n, { count }) => n + (count ?? 0), 0);
}
