import { plural } from "../advice/words.ts";
import { hideFew, hideSmall, type Seen } from "../cohort/floor.ts";
import type { Counts, Led, QuestionCounts, Summary } from "../cohort/summary.ts";
import type { Pack, Role } from "../pack/pack.ts";
import { number, percent, questionName } from "./words.ts";

/** What of a summary may be seen, as every format shows it, from the top down. */
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
  readonly say: string;
  readonly parts: readonly ShownPart[];
}

/** Counts of a total as bars, or counts by leader as a table. */
export interface ShownPart {
  /** What is counted; empty where the section says it. */
  readonly title: string;
  /** One name for bars; one for each leader in a table. */
  readonly columns: readonly { readonly name: string; readonly total: number }[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly Seen[]; readonly say?: string }[];
}

/** Whose answers stand in a column: a leader's, or of several leaders together. */
interface Group {
  readonly name: string;
  readonly total: number;
  /** Null where it holds more than the one. */
  readonly role: Role | null;
  count(led: Led): number;
}

/** The only way from a summary to what people are shown: everything here has passed the privacy floor. */
export function showSummary(pack: Pack, summary: Summary, least: number): ShownSummary {
  const { respondents, rejected, silent } = summary;
  const rows = rejected === 0 ? [] : [`${number(rejected)} ${plural(rejected, "row")} could not be read, and ${rejected === 1 ? "is" : "are"} not counted.`];
  if (respondents < least) {
    const few = respondents === 0 ? "Nobody has answered." : `Fewer than ${least} people answered, so nothing is shown: their answers could be told.`;
    return { title: pack.title, intro: [few, ...rows], sections: [], notes: [] };
  }
  const groups = groupsOf(pack, summary, least);
  const alone = groups.flatMap(({ role }) => (role === null ? [] : [role]));
  const seenSilent = hideFew(silent, respondents, least);
  const nothing = seenSilent === null || seenSilent === 0 ? [] : [`${number(seenSilent)} of them answered no question that counts.`];
  const sections: ShownSection[] = [
    leadersSection(pack, summary, least),
    verdictsSection(summary, least),
    splitsSection(pack, summary, groups, least),
    tensionsSection(pack, summary, least),
    perRole("margins", "How far ahead", "Points ahead of the runner-up.", alone, (role) =>
      marginPart(role, summary, least),
    ),
    perRole("kinds", "Their kinds", "Which kind of each role suits best.", alone, (role) =>
      partition(role.short, role.kinds, summary.kinds[role.id], summary.leaders.leads[role.id] ?? 0, least),
    ),
    perRole("here", "Where they stand", "Stages of the way to the role that leads.", alone, (role) =>
      stagesPart(role, summary, least),
    ),
    perRole("grow", "Most common next steps", "What to grow first, up to three for each person, and how to try it.", alone, (role) =>
      growPart(pack, role, summary, least),
    ),
    {
      id: "questions",
      title: "Answers by leader",
      say: "",
      parts: pack.questions.map((question, q) => questionPart(question, summary.questions[q], groups, least)),
    },
  ];
  return {
    title: pack.title,
    intro: [`${number(respondents)} people answered.`, ...nothing, ...rows],
    sections: sections.filter(({ parts }) => parts.length > 0),
    notes: [
      `A dot stands for a hidden count: fewer than ${least} people, or what would give such a count away.`,
      "These are counts of what people said, for exploring. They are no measure of anybody, and not for selecting applicants.",
    ],
  };
}

function groupsOf(pack: Pack, { leaders }: Summary, least: number): Group[] {
  const all = [
    ...pack.roles.map((role) => ({ name: role.short, role, count: ({ leads }: Led) => leads[role.id] ?? 0 })),
    { name: "level", role: null, count: ({ shared }: Led) => shared },
  ].filter(({ count }) => count(leaders) > 0);
  const seen = hideSmall(
    all.map(({ count }) => count(leaders)),
    least,
  );
  const alone = all.filter((_, i) => seen[i] !== null).map((group) => ({ ...group, total: group.count(leaders) }));
  const hidden = all.filter((_, i) => seen[i] === null);
  if (hidden.length === 0) return alone;
  const count = (led: Led) => hidden.reduce((n, group) => n + group.count(led), 0);
  const together = { name: hidden.map(({ name }) => name).join(" or "), role: null, count, total: count(leaders) };
  return [...alone, together];
}

function leadersSection(pack: Pack, { leaders, respondents }: Summary, least: number): ShownSection {
  const things = [...pack.roles.map(({ id, short }) => ({ id, name: short })), { id: "shared", name: "level" }];
  const counts = [...pack.roles.map(({ id }) => leaders.leads[id] ?? 0), leaders.shared];
  return section("leaders", "Who leads", "", [part("", things, counts, respondents, least)]);
}

function verdictsSection({ verdicts, respondents }: Summary, least: number): ShownSection {
  const say = "Early: open questions could still end the lead. Close, leaning, clear: one answer, two, or more would have to change.";
  const things = (["clear", "leaning", "close", "early", "tie"] as const).map((id) => ({ id, name: id }));
  const counts = things.map(({ id }) => verdicts[id]);
  return section("verdicts", "How sure", say, [part("", things, counts, respondents, least)]);
}

const mostSplitting = 5;

/** Only where nothing is hidden: the share would tell something of the hidden. */
function splitsSection(pack: Pack, summary: Summary, groups: readonly Group[], least: number): ShownSection {
  const splitting = summary.questions
    .filter(({ split }) => split !== null && split > 0)
    .filter((_, q) => q >= 0)
    .filter((counts) => {
      const question = pack.questions.find(({ id }) => id === counts.question);
      if (question === undefined || groups.filter(({ role }) => role !== null).length < 2) return false;
      return questionPart(question, counts, groups.filter(({ role }) => role !== null), least).rows.every(({ counts: seen }) => !seen.includes(null));
    })
    .sort((a, b) => (b.split ?? 0) - (a.split ?? 0))
    .slice(0, mostSplitting);
  return section("splits", "What splits the cohort most", "How many of the one group would have to answer otherwise to answer as the other does.", []);
}
