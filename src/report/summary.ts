import { plural } from "../advice/words.ts";
import { hideApart, hideFew, hidePicked, hideSmall, isTooFew, type Seen } from "../cohort/floor.ts";
import { type Counts, type Led, type QuestionCounts, type Summary, splitOf } from "../cohort/summary.ts";
import type { Pack, Question, Role } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { number } from "./words.ts";

/** What of a summary people may see, as every format shows it, from the top down. */
export interface ShownSummary {
  readonly title: string;
  /** The cohort in a few sentences. */
  readonly intro: readonly string[];
  readonly sections: readonly ShownSection[];
  readonly notes: readonly string[];
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
  const leaders = leadersPart(pack, summary, least);
  const people = sumOf(leaders.rows);
  if (people === 0) {
    const few = `Fewer than ${least} people have the same leader, so nothing is shown: so small a count could tell what somebody answered.`;
    const intro = [summary.respondents === 0 ? "Nobody answered." : few, ...rowsLeftOut(summary)];
    return { title: pack.title, intro, sections: [], notes: [] };
  }
  const isExact = leaders.total !== null;
  const isSeen = (name: string) =>
    leaders.rows.some((row) => row.name === name && row.count !== null && row.count > 0 && !isTooFew(row.count, least));
  const roles = pack.roles.filter(({ short }) => isSeen(short));
  const groups: Group[] = [
    ...roles.map(({ short, id }) => ({ name: short, role: id, count: ({ leads }: Led) => leads[id] ?? 0 })),
    ...(isSeen(level) ? [{ name: level, role: null, count: ({ shared }: Led) => shared }] : []),
  ].map((group) => ({ ...group, total: group.count(summary.leaders) }));
  const tables = summary.questions.map((counts, q) =>
    questionTable(pack.questions[q] as Question, counts, groups, least),
  );
  const sections: ShownSection[] = [
    { id: "leaders", title: "Who leads", say: "", parts: [leaders] },
    {
      id: "verdicts",
      title: "How sure",
      say: verdictsInWords(pack.verdict),
      parts: verdictsPart(summary, leaders, least),
    },
    {
      id: "margins",
      title: "How far ahead",
      say: "Points ahead of the runner-up.",
      parts: roles.map((role) => marginPart(role, summary, least)),
    },
    {
      id: "splits",
      title: "What splits the cohort most",
      say: splitsInWords(tables),
      parts: splitsPart(pack, summary, roles, tables),
    },
    {
      id: "tensions",
      title: "Drawn to one role, able in another",
      say: "",
      parts: pack.tension === null || roles.length === 0 ? [] : [tensionsPart(pack, summary, roles, least)],
    },
    {
      id: "kinds",
      title: "Their kinds",
      say: "The sort of each role that suits best.",
      parts: roles
        .filter(({ kinds }) => kinds.length > 0)
        .map((role) => bars(role, least, role.kinds, summary.kinds[role.id])),
    },
    {
      id: "here",
      title: "Where they stand",
      say: "On the way to the role that leads.",
      parts: roles.filter(({ path }) => path.length > 0).map((role) => stagesPart(role, summary, least)),
    },
    {
      id: "grow",
      title: "Most common next steps",
      say: "What to grow first, up to three for each person, and a way to try it.",
      parts: roles.map((role) => growPart(pack, role, summary, least)),
    },
    { id: "questions", title: "Answers by leader", say: "", parts: tables },
  ];
  return {
    title: pack.title,
    intro: [
      isExact
        ? `${number(people)} ${plural(people, "person", "people")} answered.`
        : `${number(people)} people answered, or a few more.`,
      ...(isExact ? silentPeople(summary, least) : []),
      ...rowsLeftOut(summary),
    ],
    sections: sections.filter(
      ({ id, parts }) => parts.length > 0 || (id === "splits" && roles.length > 1 && !tables.every(isWhole)),
    ),
    notes: [
      ...(least > 1
        ? [
            `A dot stands for a hidden count: fewer than ${least} people, or one that would give such a count away. Two summaries of groups that share people can still tell of those who are in one alone, so show only one of them.`,
          ]
        : []),
      "These are counts of what people said. They are for exploring, and never for selecting applicants.",
    ],
  };
}

type Bars = Extract<ShownPart, { type: "bars" }>;

/** The number of people is not seen where it would tell a count that is hidden here. */
function leadersPart({ roles }: Pack, { leaders }: Summary, least: number): Bars {
  const counts = [...roles.map(({ id }) => leaders.leads[id] ?? 0), leaders.shared];
  const seen = hideApart(counts, least);
  const rows = [
    ...roles.map(({ id, short: name }, r) => ({ name, role: id, count: seen[r] ?? null })),
    { name: level, count: seen.at(-1) ?? null },
  ];
  const total = seen.includes(null) ? null : sumOf(rows);
  return { type: "bars", title: "", role: null, total, rows };
}

/** Ties are the shared leads, and the others together those with a leader: where one of these is hidden, nothing is told. */
function verdictsPart({ verdicts }: Summary, { rows: leaders, total }: Bars, least: number): Bars[] {
  const names = ["clear", "leaning", "close", "early"] as const;
  const counts = names.map((name) => verdicts[name]);
  if (leaders.slice(0, -1).some(({ count }) => count === null)) return [];
  const seen = hideSmall(counts, least);
  const rows = [
    ...names.map((name, i) => ({ name, count: seen[i] ?? null })),
    { name: "tie", count: leaders.at(-1)?.count ?? null },
  ];
  return [{ type: "bars", title: "", role: null, total, rows }];
}

/** Of those whom a role leads. */
function tensionsPart({ roles }: Pack, { tensions, leaders }: Summary, seen: readonly Role[], least: number): Bars {
  const short = (id: string) => roles.find((role) => role.id === id)?.short ?? id;
  const rows = tensions
    .filter(({ drawn }) => seen.some(({ id }) => id === drawn))
    .map(({ drawn, able, respondents: count }) => ({
      name: `drawn to ${short(drawn)}, able as ${short(able)}`,
      count: hideFew(count, leaders.leads[drawn] ?? 0, least),
    }));
  return { type: "bars", title: "", role: null, total: null, rows };
}

function sumOf(rows: readonly { readonly count: Seen }[]): number {
  return rows.reduce((n, { count }) => n + (count ?? 0), 0);
}

function rowsLeftOut({ rejected, blank }: Summary): string[] {
  const say = (rows: number, why: string) =>
    rows === 0 ? [] : [`${number(rows)} ${plural(rows, "row")} ${why} and ${rows === 1 ? "is" : "are"} not counted.`];
  return [...say(blank, plural(blank, "holds no answer", "hold no answer")), ...say(rejected, "had faults")];
}

/** They are all level, and they all leave open what counts: the others who do may not be few either. */
function silentPeople({ silent, leaders, questions }: Summary, least: number): string[] {
  const among = [leaders.shared, ...questions.map(({ open }) => open.shared)];
  if (silent === 0 || among.some((people) => hideFew(silent, people, least) === null)) return [];
  return [`${number(silent)} of them answered no question that counts.`];
}

/** What those are called whose lead is shared. */
const level = "level";

function verdictsInWords({ close, leaning }: Pack["verdict"]): string {
  return `Early: open questions could still end the lead. Close: up to ${close} changed ${plural(close, "answer")} would end it; leaning: up to ${leaning}; clear: more than that.`;
}

const mostBins = 10;

function marginPart(role: Role, { margins }: Summary, least: number): ShownPart {
  const counts = Object.entries(margins[role.id] ?? {}).map(([margin, count]) => ({ margin: Number(margin), count }));
  const widest = Math.max(1, ...Object.values(margins).flatMap((each) => Object.keys(each).map(Number)));
  const width = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => one * mostBins >= widest) ?? widest;
  const bins = Array.from({ length: Math.ceil(widest / width) }, (_, i) => {
    const [from, to] = [i * width + 1, (i + 1) * width];
    const count = counts.reduce((n, one) => (one.margin >= from && one.margin <= to ? n + one.count : n), 0);
    return { id: `${i}`, name: width === 1 ? `${from}` : `${from} to ${to}`, count };
  });
  return bars(role, least, bins, Object.fromEntries(bins.map(({ id, count }) => [id, count])));
}

const mostSplitting = 5;

/** How many questions are left out tells nothing new: further down they have a dot for a leader. */
function splitsInWords(tables: readonly ShownPart[]): string {
  const say =
    "The share of one leader's people who would have to answer otherwise, to answer as the other leader's do.";
  const left = tables.filter((table) => !isWhole(table)).length;
  if (left === 0) return say;
  return `${say} ${left} of ${tables.length} questions ${left === 1 ? "is" : "are"} left out, since some of ${left === 1 ? "its" : "their"} counts are hidden.`;
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

function stagesPart(role: Role, { here }: Summary, least: number): ShownPart {
  const { stages = {}, unknown = 0 } = here[role.id] ?? {};
  const names = [...role.path.map(({ id, title }) => ({ id, name: title })), { id: "", name: "not known" }];
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
  { ask, pick, options }: Question,
  counts: QuestionCounts,
  groups: readonly Group[],
  least: number,
): ShownPart {
  const names = [
    ...options.map(({ label }) => label),
    ...(counts.none === undefined ? [] : ["(none of these)"]),
    "(left open)",
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
