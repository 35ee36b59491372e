import { hideApart, hideFew, hidePicked, hideSmall, isTooFew, type Seen } from "../cohort/floor.ts";
import { type Counts, type Led, type QuestionCounts, type Summary, splitOf } from "../cohort/summary.ts";
import type { Pack, Question, Role } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { say } from "../pack/say.ts";

/** What of a summary people may see, as every format shows it, from the top down. */
export interface ShownSummary {
  readonly title: string;
  /** The cohort in a few sentences. */
  readonly intro: readonly string[];
  readonly sections: readonly ShownSection[];
  readonly notes: readonly string[];
  /** What columns of figures are called in a table. */
  readonly heads: { readonly people: string; readonly share: string };
}

export interface ShownSection {
  readonly id: "leaders" | "verdicts" | "margins" | "splits" | "tensions" | "kinds" | "here" | "grow" | "questions";
  readonly title: string;
  /** What is counted; empty where the title says it. */
  readonly say: string;
  readonly parts: readonly ShownPart[];
}

export type ShownPart =
  /** How many of a total, each a bar. */
  | {
      readonly type: "bars";
      readonly title: string;
      /** The leader whom all of them have; null where they are of everybody. */
      readonly role: string | null;
      /** Those whom the shares are of; null where it would tell a hidden count. */
      readonly total: number | null;
      readonly rows: readonly ShownBar[];
    }
  /** Shares from 0 to 1, each a bar. */
  | { readonly type: "shares"; readonly title: string; readonly rows: readonly { name: string; share: number }[] }
  /** How many by leader. */
  | {
      readonly type: "table";
      readonly title: string;
      readonly columns: readonly { readonly name: string; readonly role: string | null; readonly total: number }[];
      readonly rows: readonly { readonly name: string; readonly counts: readonly Seen[] }[];
    };

export interface ShownBar {
  readonly name: string;
  /** The role that is counted, where it is one. */
  readonly role?: string;
  readonly count: Seen;
  readonly say?: string;
}

/** Those who have the same leader, where they are not few. */
interface Group {
  readonly name: string;
  readonly role: string | null;
  readonly total: number;
  count(led: Led): number;
}

/** A count as a share of the total, or where that is not seen, of the largest count: for the length of a bar. */
export function shareIn({ total, rows }: Extract<ShownPart, { type: "bars" }>): (count: Seen) => number {
  const whole = Math.max(1, total ?? Math.max(...rows.map(({ count }) => count ?? 0)));
  return (count) => (count ?? 0) / whole;
}

/** The only way from a summary to what people see: every count in it has passed the privacy floor. */
export function showSummary(pack: Pack, summary: Summary, least: number): ShownSummary {
  const heads = { people: say(pack, "cohort.head-people"), share: say(pack, "cohort.head-share") };
  const leaders = leadersPart(pack, summary, least);
  const people = sumOf(leaders.rows);
  if (people === 0) {
    const why = summary.respondents === 0 ? say(pack, "cohort.nobody") : say(pack, "cohort.few", { least });
    return { title: pack.title, intro: [why, ...rowsLeftOut(pack, summary)], sections: [], notes: [], heads };
  }
  const isExact = leaders.total !== null;
  const isSeen = (name: string) =>
    leaders.rows.some((row) => row.name === name && row.count !== null && row.count > 0 && !isTooFew(row.count, least));
  const roles = pack.roles.filter(({ short }) => isSeen(short));
  const groups: Group[] = [
    ...roles.map(({ short, id }) => ({ name: short, role: id, count: ({ leads }: Led) => leads[id] ?? 0 })),
    ...(isSeen(level(pack)) ? [{ name: level(pack), role: null, count: ({ shared }: Led) => shared }] : []),
  ].map((group) => ({ ...group, total: group.count(summary.leaders) }));
  const tables = summary.questions.map((counts, q) =>
    questionTable(pack, pack.questions[q] as Question, counts, groups, least),
  );
  const sections: ShownSection[] = [
    { id: "leaders", title: say(pack, "cohort.leaders"), say: "", parts: [leaders] },
    {
      id: "verdicts",
      title: say(pack, "cohort.sure"),
      say: say(pack, "cohort.verdicts", { n: pack.verdict.close, leaning: pack.verdict.leaning }),
      parts: verdictsPart(pack, summary, leaders, least),
    },
    {
      id: "margins",
      title: say(pack, "cohort.margins"),
      say: say(pack, "cohort.margins-say"),
      parts: roles.map((role) => marginPart(pack, role, summary, least)),
    },
    {
      id: "splits",
      title: say(pack, "cohort.splits"),
      say: splitsInWords(pack, tables),
      parts: splitsPart(pack, summary, roles, tables),
    },
    {
      id: "tensions",
      title: say(pack, "cohort.tensions"),
      say: "",
      parts: pack.tension === null || roles.length === 0 ? [] : [tensionsPart(pack, summary, roles, least)],
    },
    {
      id: "kinds",
      title: say(pack, "cohort.kinds"),
      say: say(pack, "cohort.kinds-say"),
      parts: roles
        .filter(({ kinds }) => kinds.length > 0)
        .map((role) => bars(role, least, role.kinds, summary.kinds[role.id])),
    },
    {
      id: "here",
      title: say(pack, "cohort.here"),
      say: say(pack, "cohort.here-say"),
      parts: roles.filter(({ path }) => path.length > 0).map((role) => stagesPart(pack, role, summary, least)),
    },
    {
      id: "grow",
      title: say(pack, "cohort.grow"),
      say: say(pack, "cohort.grow-say"),
      parts: roles.map((role) => growPart(pack, role, summary, least)),
    },
    { id: "questions", title: say(pack, "cohort.questions"), say: "", parts: tables },
  ];
  return {
    title: pack.title,
    intro: [
      say(pack, isExact ? "cohort.people" : "cohort.people-or-more", { n: people }),
      ...(isExact ? silentPeople(pack, summary, least) : []),
      ...rowsLeftOut(pack, summary),
    ],
    sections: sections.filter(
      ({ id, parts }) => parts.length > 0 || (id === "splits" && roles.length > 1 && !tables.every(isWhole)),
    ),
    notes: [...(least > 1 ? [say(pack, "cohort.hidden", { least })] : []), say(pack, "cohort.purpose")],
    heads,
  };
}

type Bars = Extract<ShownPart, { type: "bars" }>;

/** The number of people is not seen where it would tell a count that is hidden here. */
function leadersPart(pack: Pack, { leaders }: Summary, least: number): Bars {
  const { roles } = pack;
  const counts = [...roles.map(({ id }) => leaders.leads[id] ?? 0), leaders.shared];
  const seen = hideApart(counts, least);
  const rows = [
    ...roles.map(({ id, short: name }, r) => ({ name, role: id, count: seen[r] ?? null })),
    { name: level(pack), count: seen.at(-1) ?? null },
  ];
  const total = seen.includes(null) ? null : sumOf(rows);
  return { type: "bars", title: "", role: null, total, rows };
}

/** Ties are the shared leads, and the others together those with a leader: where one of these is hidden, nothing is told. */
function verdictsPart(pack: Pack, { verdicts }: Summary, { rows: leaders, total }: Bars, least: number): Bars[] {
  const names = ["clear", "leaning", "close", "early"] as const;
  const counts = names.map((name) => verdicts[name]);
  if (leaders.slice(0, -1).some(({ count }) => count === null)) return [];
  const seen = hideSmall(counts, least);
  const rows = [
    ...names.map((name, i) => ({ name: say(pack, `cohort.${name}`), count: seen[i] ?? null })),
    { name: say(pack, "cohort.tie"), count: leaders.at(-1)?.count ?? null },
  ];
  return [{ type: "bars", title: "", role: null, total, rows }];
}

/** Of those whom a role leads. */
function tensionsPart(pack: Pack, { tensions, leaders }: Summary, seen: readonly Role[], least: number): Bars {
  const short = (id: string) => pack.roles.find((role) => role.id === id)?.short ?? id;
  const rows = tensions
    .filter(({ drawn }) => seen.some(({ id }) => id === drawn))
    .map(({ drawn, able, respondents: count }) => ({
      name: say(pack, "cohort.tension", { drawn: short(drawn), able: short(able) }),
      count: hideFew(count, leaders.leads[drawn] ?? 0, least),
    }));
  return { type: "bars", title: "", role: null, total: null, rows };
}

function sumOf(rows: readonly { readonly count: Seen }[]): number {
  return rows.reduce((n, { count }) => n + (count ?? 0), 0);
}

function rowsLeftOut(pack: Pack, { rejected, blank }: Summary): string[] {
  return [
    ...(blank === 0 ? [] : [say(pack, "cohort.blank", { n: blank })]),
    ...(rejected === 0 ? [] : [say(pack, "cohort.rejected", { n: rejected })]),
  ];
}

/** They are all level, and they all leave open what counts: the others who do may not be few either. */
function silentPeople(pack: Pack, { silent, leaders, questions }: Summary, least: number): string[] {
  const among = [leaders.shared, ...questions.map(({ open }) => open.shared)];
  if (silent === 0 || among.some((people) => hideFew(silent, people, least) === null)) return [];
  return [say(pack, "cohort.silent", { n: silent })];
}

/** What those are called whose lead is shared. */
function level(pack: Pack): string {
  return say(pack, "cohort.level");
}

const mostBins = 10;

function marginPart(pack: Pack, role: Role, { margins }: Summary, least: number): ShownPart {
  const counts = Object.entries(margins[role.id] ?? {}).map(([margin, count]) => ({ margin: Number(margin), count }));
  const widest = Math.max(1, ...Object.values(margins).flatMap((each) => Object.keys(each).map(Number)));
  const width = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => one * mostBins >= widest) ?? widest;
  const bins = Array.from({ length: Math.ceil(widest / width) }, (_, i) => {
    const [from, to] = [i * width + 1, (i + 1) * width];
    const count = counts.reduce((n, one) => (one.margin >= from && one.margin <= to ? n + one.count : n), 0);
    return { id: `${i}`, name: width === 1 ? `${from}` : say(pack, "cohort.range", { from, to }), count };
  });
  return bars(role, least, bins, Object.fromEntries(bins.map(({ id, count }) => [id, count])));
}

const mostSplitting = 5;

/** How many questions are left out tells nothing new: further down they have a dot for a leader. */
function splitsInWords(pack: Pack, tables: readonly ShownPart[]): string {
  const left = tables.filter((table) => !isWhole(table)).length;
  const more = left === 0 ? [] : [say(pack, "cohort.splits-left", { n: left, all: tables.length })];
  return [say(pack, "cohort.splits-say"), ...more].join(" ");
}

/** Made of what is seen alone: of leaders whose people are not few, and of questions of which their every count is seen. */
function splitsPart(
  { questions }: Pack,
  summary: Summary,
  roles: readonly Role[],
  tables: readonly ShownPart[],
): ShownPart[] {
  const leads = Object.fromEntries(roles.map(({ id }) => [id, summary.leaders.leads[id] ?? 0]));
  const rows = summary.questions
    .flatMap((counts, q) => {
      const split = splitOf(counts, { ...summary.leaders, leads });
      const isSeen = isWhole(tables[q] as ShownPart);
      return split === null || split === 0 || !isSeen ? [] : [{ name: questions[q]?.ask ?? "", share: split }];
    })
    .sort((a, b) => b.share - a.share)
    .slice(0, mostSplitting);
  return rows.length === 0 ? [] : [{ type: "shares", title: "", rows }];
}

/** Is every count seen of those with a leader? */
function isWhole(part: ShownPart): boolean {
  return (
    part.type === "table" &&
    part.rows.every(({ counts }) => part.columns.every(({ role }, i) => role === null || counts[i] !== null))
  );
}

function stagesPart(pack: Pack, role: Role, { here }: Summary, least: number): ShownPart {
  const { stages = {}, unknown = 0 } = here[role.id] ?? {};
  const names = [
    ...role.path.map(({ id, title }) => ({ id, name: title })),
    { id: "", name: say(pack, "cohort.unknown") },
  ];
  return bars(role, least, names, { ...stages, "": unknown });
}

const mostSteps = 5;

function growPart(pack: Pack, role: Role, { grow, leaders }: Summary, least: number): ShownPart {
  const total = leaders.leads[role.id] ?? 0;
  const rows = Object.entries(grow[role.id] ?? {})
    .map(([trait, count]) => ({ trait, count: hideFew(count, total, least) }))
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0))
    .filter(({ count }) => count !== null && count > 0)
    .slice(0, mostSteps)
    .map(({ trait, count }) => {
      const experiment = role.traits[trait]?.grow[0];
      const name = pack.traits.find(({ id }) => id === trait)?.name ?? trait;
      return { name, count, ...(experiment !== undefined && { say: experiment.do }) };
    });
  return { type: "bars", title: role.short, role: role.id, total, rows };
}

function questionTable(
  pack: Pack,
  { ask, pick, options }: Question,
  counts: QuestionCounts,
  groups: readonly Group[],
  least: number,
): ShownPart {
  const names = [
    ...options.map(({ label }) => label),
    ...(counts.none === undefined ? [] : [say(pack, "cohort.none")]),
    say(pack, "cohort.open"),
  ];
  const leds = [
    ...counts.answers.map(({ picked }) => picked),
    ...(counts.none === undefined ? [] : [counts.none]),
    counts.open,
  ];
  const columns = groups.map((group) => {
    const each = leds.map((led) => group.count(led));
    if (!isList({ pick })) return hideSmall(each, least);
    return hidePicked(each.slice(0, -2), each.at(-2) ?? 0, each.at(-1) ?? 0, group.total, least);
  });
  return {
    type: "table",
    title: ask,
    columns: groups.map(({ name, role, total }) => ({ name, role, total })),
    rows: names.map((name, row) => ({ name, counts: columns.map((column) => column[row] ?? null) })),
  };
}

/** Counts that make up a whole, which may be known: of those whom the role leads. */
function bars(
  { id: role, short: title }: Role,
  least: number,
  things: readonly { readonly id: string; readonly name: string }[],
  counts: Counts = {},
): ShownPart {
  const each = things.map(({ id }) => counts[id] ?? 0);
  const seen = hideSmall(each, least);
  return {
    type: "bars",
    title,
    role,
    total: sumOf(each.map((count) => ({ count }))),
    rows: things.map(({ name }, i) => ({ name, count: seen[i] ?? null })),
  };
}
