import { hideApart, hideFew, hidePicked, hideSmall, isTooFew, type Seen } from "../cohort/floor.ts";
import { type Counts, type Led, type QuestionCounts, type Summary, splitOf } from "../cohort/summary.ts";
import { formatNumber } from "../pack/language.ts";
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
}

export interface ShownSection {
  readonly id:
    | "leaders"
    | "verdicts"
    | "pulls"
    | "margins"
    | "splits"
    | "tensions"
    | "kinds"
    | "here"
    | "grow"
    | "questions";
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
  /** Shares from 0 to 1, each a bar; null where only the order may be seen. */
  | {
      readonly type: "shares";
      readonly title: string;
      readonly rows: readonly { name: string; share: number | null }[];
    }
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

/** A count as people read it: a dot where it is hidden. */
export function figure(pack: Pack, count: Seen): string {
  return count === null ? "·" : formatNumber(pack, count);
}

/** The only way from a summary to what people see: every count in it has passed the privacy floor. */
export function showSummary(pack: Pack, summary: Summary, least: number): ShownSummary {
  const { respondents, blank, rejected } = summary;
  const leaders = leadersPart(pack, summary, least);
  const people = sumOf(leaders.rows);
  const left = [
    ...(blank === 0 ? [] : [say(pack, "cohort.blank", { n: blank })]),
    ...(rejected === 0 ? [] : [say(pack, "cohort.rejected", { n: rejected })]),
  ];
  if (people === 0) {
    const why = respondents === 0 ? say(pack, "cohort.nobody") : say(pack, "cohort.few", { least });
    return { title: pack.title, intro: [why, ...left], sections: [], notes: [] };
  }
  const counted =
    leaders.total === null
      ? [say(pack, "cohort.people-or-more", { n: people })]
      : [say(pack, "cohort.people", { n: people }), ...silentPeople(pack, summary, least)];
  return {
    title: pack.title,
    intro: [...counted, ...left],
    sections: sectionsOf(pack, summary, leaders, least),
    notes: [...(least > 1 ? [say(pack, "cohort.hidden", { least })] : []), say(pack, "cohort.purpose")],
  };
}

function sectionsOf(pack: Pack, summary: Summary, leaders: Bars, least: number): ShownSection[] {
  const groups = leaders.rows.flatMap(({ name, role = null, count: total }): Group[] => {
    if (total === null || total === 0 || isTooFew(total, least)) return [];
    return [{ name, role, total, count: ({ leads, shared }) => (role === null ? shared : (leads[role] ?? 0)) }];
  });
  const roles = pack.roles.filter(({ id }) => groups.some(({ role }) => role === id));
  const tables = pack.questions.flatMap((question, q) => {
    const counts = summary.questions[q];
    if (counts === undefined) return [];
    return [{ question, counts, table: questionTable(pack, question, counts, groups, least) }];
  });
  const { close: n, leaning } = pack.verdict;
  const section = (id: ShownSection["id"], parts: readonly ShownPart[], told = ""): ShownSection => {
    return { id, title: say(pack, `cohort.${id}`), say: told, parts: parts.filter(tellsSomething) };
  };
  const each = (part: (role: Role) => ShownPart, isWanted: (role: Role) => boolean = () => true) =>
    roles.filter(isWanted).map(part);
  return [
    section("leaders", [leaders]),
    section(
      "verdicts",
      verdictsPart(pack, summary, leaders, roles, least),
      say(pack, "cohort.verdicts-say", { n, leaning }),
    ),
    section("pulls", pullsPart(pack, summary, leaders.total, least), say(pack, "cohort.pulls-say")),
    section(
      "margins",
      each((role) => marginPart(pack, role, summary, least)),
      say(pack, "cohort.margins-say"),
    ),
    section("splits", splitsPart(summary, roles, tables), say(pack, "cohort.splits-say")),
    section("tensions", pack.tension === null || roles.length === 0 ? [] : [tensionsPart(pack, summary, roles, least)]),
    section(
      "kinds",
      each(
        (role) => kindsPart(pack, role, summary, least),
        ({ kinds }) => kinds.length > 0,
      ),
      say(pack, "cohort.kinds-say"),
    ),
    section(
      "here",
      each(
        (role) => stagesPart(pack, role, summary, least),
        ({ path }) => path.length > 0,
      ),
      say(pack, "cohort.here-say"),
    ),
    section(
      "grow",
      each((role) => growPart(pack, role, summary, least)),
      say(pack, "cohort.grow-say"),
    ),
    section(
      "questions",
      tables.map((one) => (isWhole(one.table) ? one.table : totalsPart(pack, one, leaders.total, summary, least))),
      say(pack, "cohort.questions-say"),
    ),
  ].filter(({ parts }) => parts.length > 0);
}

/** A part of hidden counts alone is not worth its lines. */
export function tellsSomething(part: ShownPart): boolean {
  if (part.type === "shares") return part.rows.length > 0;
  if (part.type === "table") return part.rows.some(({ counts }) => counts.some((count) => count !== null));
  return part.rows.some(({ count }) => count !== null);
}

type Bars = Extract<ShownPart, { type: "bars" }>;
type Table = Extract<ShownPart, { type: "table" }>;

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

export const firm = ["clear", "leaning", "close", "early"] as const;

/**
 * Ties are the shared leads, and the others together those with a leader. Where one of these is hidden, the verdicts of all
 * would tell it, so those of each leader stand in their place.
 */
function verdictsPart(
  pack: Pack,
  summary: Summary,
  { rows: leaders, total }: Bars,
  roles: readonly Role[],
  least: number,
) {
  const counts = firm.map((name) => summary.verdicts[name]);
  if (leaders.slice(0, pack.roles.length).some(({ count }) => count === null)) {
    return roles.map((role) =>
      bars(
        role,
        least,
        firm.map((name) => ({ id: name, name: say(pack, `cohort.${name}`) })),
        summary.firmness[role.id],
      ),
    );
  }
  const seen = hideSmall(counts, least);
  const rows = [
    ...firm.map((name, i) => ({ name: say(pack, `cohort.${name}`), count: seen[i] ?? null })),
    { name: say(pack, "cohort.tie"), count: leaders.at(-1)?.count ?? null },
  ];
  const part: Bars = { type: "bars", title: "", role: null, total, rows };
  return [part];
}

const mostPulls = 8;

function pullsPart({ traits }: Pack, { pulls, respondents }: Summary, total: number | null, least: number): Bars[] {
  const rows = traits
    .map(({ id, name }) => ({ name, count: hideFew(pulls[id] ?? 0, respondents, least) }))
    .filter(({ count }) => count !== null && count > 0)
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0))
    .slice(0, mostPulls);
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

/** They are all level, and they all leave open what counts: the others who do may not be few either. */
function silentPeople(pack: Pack, { silent, leaders, questions }: Summary, least: number): string[] {
  const among = [leaders.shared, ...questions.map(({ open }) => open.shared)];
  if (silent === 0 || among.some((people) => hideFew(silent, people, least) === null)) return [];
  return [say(pack, "cohort.silent", { n: silent })];
}

/** What those are called whose lead is shared. */
export function level(pack: Pack): string {
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

interface AskedTable {
  readonly question: Question;
  readonly counts: QuestionCounts;
  readonly table: Table;
}

/** Of leaders whose people are not few. The share is seen where every count that it is made of is. */
function splitsPart(summary: Summary, roles: readonly Role[], tables: readonly AskedTable[]): ShownPart[] {
  const leads = Object.fromEntries(roles.map(({ id }) => [id, summary.leaders.leads[id] ?? 0]));
  const rows = tables
    .map(({ question, counts, table }) => {
      const split = splitOf(counts, { ...summary.leaders, leads }) ?? 0;
      return { name: question.ask, split, share: isWhole(table) ? split : null };
    })
    .filter(({ split }) => split > 0)
    .sort((a, b) => b.split - a.split)
    .slice(0, mostSplitting);
  return rows.length === 0 ? [] : [{ type: "shares", title: "", rows }];
}

/** The answers of everybody to a question, the rare ones together: it stands where the table by leader does not. */
function totalsPart(
  pack: Pack,
  { question, counts }: AskedTable,
  everybody: number | null,
  summary: Summary,
  least: number,
): Bars {
  const names = namesOf(pack, question, counts);
  const each = ledsOf(counts).map(({ leads, shared }) => Object.values(leads).reduce((n, led) => n + led, shared));
  const people = summary.respondents;
  const isAny = isList(question);
  const seen = isAny
    ? hidePicked(each.slice(0, -2), each.at(-2) ?? 0, each.at(-1) ?? 0, people, least)
    : everybody === null
      ? hideApart(each, least)
      : hideSmall(each, least);
  const shown = names.flatMap((name, i) => (seen[i] === null ? [] : [{ name, count: seen[i] ?? 0 }]));
  const rare = names.filter((_, i) => seen[i] === null);
  const together = isAny || everybody === null ? null : everybody - sumOf(shown);
  const rows = [...shown.sort((a, b) => b.count - a.count).filter(({ count }) => count > 0)];
  const options = rare.join("; ");
  const name = isAny ? say(pack, "cohort.rare", { options }) : say(pack, "cohort.together", { options });
  const last = rare.length === 0 || rows.length === 0 ? [] : [{ name, count: together }];
  return { type: "bars", title: question.ask, role: null, total: everybody, rows: [...rows, ...last] };
}

/** Is every count seen? */
function isWhole({ rows, columns }: Table): boolean {
  return columns.length > 0 && rows.every(({ counts }) => columns.every((_, i) => counts[i] !== null));
}

function stagesPart(pack: Pack, role: Role, { here }: Summary, least: number): ShownPart {
  const { stages = {}, unknown = 0 } = here[role.id] ?? {};
  const names = [
    ...role.path.map(({ id, title }) => ({ id, name: title })),
    { id: "", name: say(pack, "cohort.unknown") },
  ];
  return bars(role, least, names, { ...stages, "": unknown });
}

/** The sort of the role that suits best, and those whose answers show none. */
function kindsPart(pack: Pack, role: Role, { kinds, leaders }: Summary, least: number): ShownPart {
  const counts = kinds[role.id] ?? {};
  const none = (leaders.leads[role.id] ?? 0) - Object.values(counts).reduce((n, count) => n + count, 0);
  const things = none === 0 ? role.kinds : [...role.kinds, { id: "", name: say(pack, "cohort.no-kind") }];
  return bars(role, least, things, { ...counts, "": none });
}

const mostSteps = 5;

function growPart(pack: Pack, role: Role, { grow, leaders }: Summary, least: number): ShownPart {
  const total = leaders.leads[role.id] ?? 0;
  const all = Object.entries(grow[role.id] ?? {});
  // Most people have as many steps, so that all counts together are known.
  const seen = hideSmall(
    all.map(([, count]) => count),
    least,
  );
  const rows = all
    .map(([trait, count], i) => ({ trait, count: seen[i] === null ? null : hideFew(count, total, least) }))
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
): Table {
  const names = namesOf(pack, { options }, counts);
  const leds = ledsOf(counts);
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

function namesOf(pack: Pack, { options }: Pick<Question, "options">, { none }: QuestionCounts): string[] {
  const nothing = none === undefined ? [] : [say(pack, "cohort.none")];
  return [...options.map(({ label }) => label), ...nothing, say(pack, "cohort.open")];
}

function ledsOf({ answers, none, open }: QuestionCounts): Led[] {
  return [...answers.map(({ picked }) => picked), ...(none === undefined ? [] : [none]), open];
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
