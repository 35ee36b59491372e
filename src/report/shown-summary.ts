import { hideApart, hideFew, hidePicked, hideSmall, isTooFew, type Seen } from "../cohort/floor.ts";
import { type Led, type QuestionCounts, type Summary, splitOf } from "../cohort/summary.ts";
import { formatNumber } from "../pack/language.ts";
import type { Pack, Question, Role } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { say } from "../pack/say.ts";
import { shortName, traitName } from "./sentences.ts";

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
}

type Bars = Extract<ShownPart, { type: "bars" }>;

/** A count as a share of the total, or where that is not seen, of the largest count: for the length of a bar. */
export function shareIn({ total, rows }: Bars): (count: Seen) => number {
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
  const groups = leaders.rows.flatMap(({ name, role = null, count: total }) =>
    total === null || total === 0 || isTooFew(total, least) ? [] : [{ name, role, total }],
  );
  const roles = pack.roles.filter(({ id }) => groups.some(({ role }) => role === id));
  const tables = pack.questions.flatMap((question, q) => {
    const counts = summary.questions[q];
    return counts === undefined ? [] : [questionTable(pack, question, counts, groups, least)];
  });
  const { close: n, leaning } = pack.verdict;
  const section = (id: ShownSection["id"], parts: readonly ShownPart[], told = ""): ShownSection => {
    return { id, title: say(pack, `cohort.${id}`), say: told, parts };
  };
  return [
    section("leaders", [leaders]),
    section("verdicts", verdictsPart(pack, summary, leaders, least), say(pack, "cohort.verdicts-say", { n, leaning })),
    section(
      "margins",
      roles.map((role) => marginPart(pack, role, summary, least)),
      say(pack, "cohort.margins-say"),
    ),
    section("splits", splitsPart(pack, summary, roles, tables), splitsInWords(pack, tables)),
    section("tensions", pack.tension === null || roles.length === 0 ? [] : [tensionsPart(pack, summary, roles, least)]),
    section(
      "kinds",
      roles.filter(({ kinds }) => kinds.length > 0).map((role) => kindsPart(role, summary, least)),
      say(pack, "cohort.kinds-say"),
    ),
    section(
      "here",
      roles.filter(({ path }) => path.length > 0).map((role) => stagesPart(pack, role, summary, least)),
      say(pack, "cohort.here-say"),
    ),
    section(
      "grow",
      roles.map((role) => growPart(pack, role, summary, least)),
      say(pack, "cohort.grow-say"),
    ),
    section("questions", tables),
  ].filter(({ id, parts }) => parts.length > 0 || (id === "splits" && roles.length > 1 && !tables.every(isWhole)));
}

/** The number of people is not seen where it would tell a count that is hidden here. */
function leadersPart(pack: Pack, { leaders }: Summary, least: number): Bars {
  const seen = hideApart([...pack.roles.map(({ id }) => leaders.leads[id] ?? 0), leaders.shared], least);
  const rows = [
    ...pack.roles.map(({ id, short: name }, r) => ({ name, role: id, count: seen[r] ?? null })),
    { name: say(pack, "cohort.level"), count: seen.at(-1) ?? null },
  ];
  return { type: "bars", title: "", role: null, total: seen.includes(null) ? null : sumOf(rows), rows };
}

/** Ties are the shared leads, and the others together those with a leader: where one of these is hidden, nothing is told. */
function verdictsPart(pack: Pack, { verdicts }: Summary, { rows: leaders, total }: Bars, least: number): Bars[] {
  if (leaders.slice(0, -1).some(({ count }) => count === null)) return [];
  const names = ["clear", "leaning", "close", "early"] as const;
  const seen = hideSmall(
    names.map((name) => verdicts[name]),
    least,
  );
  const counts = [...seen, leaders.at(-1)?.count ?? null];
  const rows = [...names, "tie" as const].map((name, i) => ({
    name: say(pack, `cohort.${name}`),
    count: counts[i] ?? null,
  }));
  return [{ type: "bars", title: "", role: null, total, rows }];
}

/** Of those whom a role leads. */
function tensionsPart(pack: Pack, { tensions, leaders }: Summary, seen: readonly Role[], least: number): Bars {
  const rows = tensions
    .filter(({ drawn }) => seen.some(({ id }) => id === drawn))
    .map(({ drawn, able, respondents }) => ({
      name: say(pack, "cohort.tension", { drawn: shortName(pack, drawn), able: shortName(pack, able) }),
      count: hideFew(respondents, leaders.leads[drawn] ?? 0, least),
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

const mostBins = 10;

function marginPart(pack: Pack, role: Role, { margins }: Summary, least: number): Bars {
  const counts = Object.entries(margins[role.id] ?? {}).map(([margin, count]) => ({ margin: Number(margin), count }));
  const widest = Math.max(1, ...Object.values(margins).flatMap((each) => Object.keys(each).map(Number)));
  const width = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => one * mostBins >= widest) ?? widest;
  const bins = Array.from({ length: Math.ceil(widest / width) }, (_, i) => {
    const [from, to] = [i * width + 1, (i + 1) * width];
    const within = counts.filter(({ margin }) => margin >= from && margin <= to);
    return { name: width === 1 ? `${from}` : say(pack, "cohort.range", { from, to }), count: sumOf(within) };
  });
  return barsOf(role, bins, least);
}

const mostSplitting = 5;

/** How many questions are left out tells nothing new: further down they have a dot for a leader. */
function splitsInWords(pack: Pack, tables: readonly ShownPart[]): string {
  const told = say(pack, "cohort.splits-say");
  const n = tables.filter((table) => !isWhole(table)).length;
  return n === 0 ? told : `${told} ${say(pack, "cohort.splits-left", { n, all: tables.length })}`;
}

/** Made of what is seen alone: of leaders whose people are not few, and of questions of which their every count is seen. */
function splitsPart(
  { questions }: Pack,
  { questions: counts, leaders }: Summary,
  roles: readonly Role[],
  tables: readonly ShownPart[],
): ShownPart[] {
  const leads = Object.fromEntries(roles.map(({ id }) => [id, leaders.leads[id] ?? 0]));
  const rows = tables
    .flatMap((table, q) => {
      const answers = counts[q];
      const share = answers === undefined || !isWhole(table) ? null : splitOf(answers, { ...leaders, leads });
      return share === null || share === 0 ? [] : [{ name: questions[q]?.ask ?? "", share }];
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

function kindsPart({ kinds, ...role }: Role, { kinds: counts }: Summary, least: number): Bars {
  const rows = kinds.map(({ id, name }) => ({ name, count: counts[role.id]?.[id] ?? 0 }));
  return barsOf(role, rows, least);
}

function stagesPart(pack: Pack, role: Role, { here }: Summary, least: number): Bars {
  const { stages = {}, unknown = 0 } = here[role.id] ?? {};
  const rows = role.path.map(({ id, title }) => ({ name: title, count: stages[id] ?? 0 }));
  return barsOf(role, [...rows, { name: say(pack, "cohort.unknown"), count: unknown }], least);
}

const mostSteps = 5;

function growPart(pack: Pack, role: Role, { grow, leaders }: Summary, least: number): Bars {
  const total = leaders.leads[role.id] ?? 0;
  const rows = Object.entries(grow[role.id] ?? {})
    .map(([trait, count]) => ({ trait, count: hideFew(count, total, least) }))
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0))
    .filter(({ count }) => count !== null && count > 0)
    .slice(0, mostSteps)
    .map(({ trait, count }) => {
      const experiment = role.traits[trait]?.grow[0];
      return { name: traitName(pack, trait), count, ...(experiment !== undefined && { say: experiment.do }) };
    });
  return { type: "bars", title: role.short, role: role.id, total, rows };
}

function questionTable(
  pack: Pack,
  { ask, pick, options }: Question,
  { answers, none, open }: QuestionCounts,
  groups: readonly Group[],
  least: number,
): ShownPart {
  const nobody = none === undefined ? [] : [{ name: say(pack, "cohort.none"), led: none }];
  const rows: readonly { name: string; led: Led }[] = [
    ...options.map(({ label: name }, i) => ({ name, led: answers[i]?.picked ?? { leads: {}, shared: 0 } })),
    ...nobody,
    { name: say(pack, "cohort.open"), led: open },
  ];
  const columns = groups.map(({ role, total }) => {
    const each = rows.map(({ led }) => (role === null ? led.shared : (led.leads[role] ?? 0)));
    if (!isList({ pick })) return hideSmall(each, least);
    return hidePicked(each.slice(0, -2), each.at(-2) ?? 0, each.at(-1) ?? 0, total, least);
  });
  return {
    type: "table",
    title: ask,
    columns: groups,
    rows: rows.map(({ name }, row) => ({ name, counts: columns.map((column) => column[row] ?? null) })),
  };
}

/** Counts that make up a whole, which may be known: of those whom the role leads. */
function barsOf(
  { id: role, short: title }: Pick<Role, "id" | "short">,
  counted: readonly { readonly name: string; readonly count: number }[],
  least: number,
): Bars {
  const seen = hideSmall(
    counted.map(({ count }) => count),
    least,
  );
  const rows = counted.map(({ name }, i) => ({ name, count: seen[i] ?? null }));
  return { type: "bars", title, role, total: sumOf(counted), rows };
}
