import { hideFew, hideSmall, isTooFew } from "../cohort/floor.ts";
import { type Summary, splitOf } from "../cohort/summary.ts";
import { formatShare } from "../pack/language.ts";
import type { Pack, Role } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { answersByLeader, isWhole, totalsOf } from "./summary-answers.ts";
import {
  areRolesVisible,
  type BarChart,
  barsOf,
  commonest,
  kindsOf,
  leadersOf,
  type NamedCount,
  type PartView,
  pullsOf,
  type SummaryView,
  sectionOf,
  sumOf,
  verdictsOf,
  visibleCounts,
} from "./summary-parts.ts";

type Outlook = ReturnType<typeof lookAt>;

const mostPulls = 8;

/** How the parts of each section are made, in the order of sections. */
const sections = {
  leaders: ({ pack, leaders, total }) => [barsOf(pack, leaders, total)],
  verdicts: showVerdicts,
  pulls: ({ pack, summary, leaders, least, total }) => [
    barsOf(pack, commonest(pullsOf(pack, summary, leaders, least), mostPulls), total),
  ],
  margins: (outlook) => ofEachLeader(outlook, marginsOf),
  splits: showSplits,
  tensions: showTensions,
  kinds: (outlook) =>
    ofEachLeader(outlook, (role) => {
      const kinds = role.kinds.length === 0 ? [] : kindsOf(outlook.pack, role, outlook.summary);
      return kinds.at(-1)?.count === 0 ? kinds.slice(0, -1) : kinds;
    }),
  here: (outlook) => ofEachLeader(outlook, stagesOf),
  grow: showSteps,
  questions: (outlook) =>
    outlook.tables.map((one) =>
      isWhole(one.table) ? one.table : totalsOf(outlook.pack, one, outlook.leaders, outlook.least),
    ),
} satisfies Record<string, (outlook: Outlook) => readonly PartView[]>;
const sectionIds = Object.keys(sections) as (keyof typeof sections)[];

/** The only way from the summary of a cohort to its readers: every count in the view has passed the privacy floor. */
export function showSummary(pack: Pack, summary: Summary, least: number): SummaryView {
  const { respondents, blank, rejected } = summary;
  const outlook = lookAt(pack, summary, least);
  const people = sumOf(outlook.leaders);
  const asides = [
    ...(blank === 0 ? [] : [say(pack, "cohort.blank", { n: blank })]),
    ...(rejected === 0 ? [] : [say(pack, "cohort.rejected", { n: rejected })]),
  ];
  if (people === 0) {
    const why = respondents === 0 ? say(pack, "cohort.nobody") : say(pack, "cohort.few", { least });
    return { title: pack.title, intro: [why, ...asides], sections: [], notes: [] };
  }
  const headcount =
    outlook.total === null
      ? [say(pack, "cohort.people-or-more", { n: people })]
      : [say(pack, "cohort.people", { n: people }), ...silentPeople(outlook)];
  return {
    title: pack.title,
    intro: [...headcount, ...asides],
    sections: sectionIds.flatMap((id) =>
      sectionOf({ id, title: say(pack, `cohort.${id}`), say: explain(pack, id), parts: sections[id](outlook) }),
    ),
    notes: [...(least > 1 ? [say(pack, "cohort.hidden", { least })] : []), say(pack, "cohort.purpose")],
  };
}

/** Decisions on a summary that all sections need. */
function lookAt(pack: Pack, summary: Summary, least: number) {
  const leaders = leadersOf(pack, summary, least);
  const enough = leaders.filter(({ count }) => count !== null && count > 0 && !isTooFew(count, least));
  return {
    pack,
    summary,
    least,
    leaders,
    /** Number of respondents; null if it would reveal the hidden count of a leader. */
    total: leaders.some(({ count }) => count === null) ? null : sumOf(leaders),
    /** Roles that lead for enough people to count parts of them. */
    roles: pack.roles.filter(({ id }) => enough.some(({ role }) => role === id)),
    tables: pack.questions.flatMap((question, q) => {
      const counts = summary.questions[q];
      return counts === undefined ? [] : [answersByLeader(pack, question, counts, enough, least)];
    }),
  };
}

/** Says what a section counts; empty if its title does. */
function explain(pack: Pack, id: keyof typeof sections): string {
  const { close: n, leaning } = pack.verdict;
  return id === "leaders" || id === "tensions" ? "" : say(pack, `cohort.${id}-say`, { n, leaning });
}

/** Silent people all share the lead and leave each scored question open, so the others who do so must not be few either. */
function silentPeople({ pack, summary: { silent, leaders, questions }, least }: Outlook): string[] {
  const among = [leaders.shared, ...questions.map(({ open }) => open.shared)];
  if (silent === 0 || among.some((people) => hideFew(silent, people, least) === null)) return [];
  return [say(pack, "cohort.silent", { n: silent })];
}

/** A chart for each visible role, with counts that add up to the number of respondents that it leads. */
function ofEachLeader(
  { pack, summary, roles, least }: Outlook,
  countsOf: (role: Role, summary: Summary, pack: Pack) => readonly NamedCount<number>[],
): BarChart[] {
  return roles.map((role) => {
    const counts = countsOf(role, summary, pack);
    return barsOf(pack, visibleCounts(counts, least), sumOf(counts), { title: role.short, role: role.id });
  });
}

/**
 * The verdicts of everybody reveal the counts of leaders: ties are the shared leads, and all others have a leader. If the count
 * of a role is hidden, the verdicts of each visible leader replace them.
 */
function showVerdicts(outlook: Outlook): BarChart[] {
  const { pack, summary, leaders, least, total } = outlook;
  if (!areRolesVisible(leaders)) return ofEachLeader(outlook, ({ id }) => verdictsOf(pack, summary.firmness[id]));
  const tie = { name: say(pack, "cohort.tie"), count: leaders.at(-1)?.count ?? null };
  return [barsOf(pack, [...visibleCounts(verdictsOf(pack, summary.verdicts), least), tie], total)];
}

const mostBins = 10;

function marginsOf({ id }: Role, { margins }: Summary, pack: Pack): NamedCount<number>[] {
  const counts = Object.entries(margins[id] ?? {}).map(([margin, count]) => ({ margin: Number(margin), count }));
  const widest = Math.max(1, ...Object.values(margins).flatMap((each) => Object.keys(each).map(Number)));
  const width = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((points) => points * mostBins >= widest) ?? widest;
  return Array.from({ length: Math.ceil(widest / width) }, (_, bin) => {
    const [from, to] = [bin * width + 1, (bin + 1) * width];
    const name = width === 1 ? `${from}` : say(pack, "cohort.range", { from, to });
    return { name, count: sumOf(counts.filter(({ margin }) => margin >= from && margin <= to)) };
  });
}

const mostSplitting = 5;

/**
 * The questions that divide the visible leaders most. A share is visible if all counts are from which it is computed. A question
 * with a hidden share is ranked too, because its absence would reveal that its answers hardly differ.
 */
function showSplits({ pack, summary, roles, tables }: Outlook): BarChart[] {
  const leads = Object.fromEntries(roles.map(({ id }) => [id, summary.leaders.leads[id] ?? 0]));
  const rows = tables
    .map(({ question, counts, table }) => {
      const split = splitOf(counts, { ...summary.leaders, leads }) ?? 0;
      const share = isWhole(table) ? split : null;
      return { name: question.ask, split, share };
    })
    .filter(({ split, share }) => split > 0 || (share === null && roles.length > 1))
    .sort((a, b) => b.split - a.split)
    .slice(0, mostSplitting)
    .map(({ name, share }) => ({ name, share, figures: [share === null ? "" : formatShare(pack, share)] }));
  return [{ type: "bars", title: "", role: null, heads: [say(pack, "cohort.head-share")], rows }];
}

/** Counts of each tension among the respondents that a visible role leads. */
function showTensions({ pack, summary: { tensions, leaders }, roles, least }: Outlook): BarChart[] {
  if (pack.tension === null) return [];
  const short = (id: string) => pack.roles.find((role) => role.id === id)?.short ?? id;
  const rows = tensions
    .filter(({ drawn }) => roles.some(({ id }) => id === drawn))
    .map(({ drawn, able, respondents }) => ({
      name: say(pack, "cohort.tension", { drawn: short(drawn), able: short(able) }),
      count: hideFew(respondents, leaders.leads[drawn] ?? 0, least),
    }));
  return [barsOf(pack, rows, null)];
}

function stagesOf({ id, path }: Role, { here }: Summary, pack: Pack): NamedCount<number>[] {
  if (path.length === 0) return [];
  const { stages = {}, unknown = 0 } = here[id] ?? {};
  const counts = path.map((stage) => ({ name: stage.title, count: stages[stage.id] ?? 0 }));
  return [...counts, { name: say(pack, "cohort.unknown"), count: unknown }];
}

const mostSteps = 5;

function showSteps({ pack, summary: { grow, leaders }, roles, least }: Outlook): BarChart[] {
  return roles.map((role) => {
    const total = leaders.leads[role.id] ?? 0;
    const all = Object.entries(grow[role.id] ?? {});
    // Most people have the same number of steps, so that the sum of all counts is practically known.
    const visible = hideSmall(
      all.map(([, count]) => count),
      least,
    );
    const rows = all.map(([trait, count], i) => {
      const name = pack.traits.find(({ id }) => id === trait)?.name ?? trait;
      const experiment = role.traits[trait]?.grow[0];
      return {
        name,
        count: visible[i] === null ? null : hideFew(count, total, least),
        ...(experiment !== undefined && { say: experiment.do }),
      };
    });
    return barsOf(pack, commonest(rows, mostSteps), total, { title: role.short, role: role.id });
  });
}
