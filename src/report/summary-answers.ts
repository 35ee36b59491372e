import { hidePicked, hideSmall, type Seen } from "../cohort/floor.ts";
import type { Led, QuestionCounts } from "../cohort/summary.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { say } from "../pack/say.ts";
import { type BarChart, barsOf, type CountTable, commonest, type NamedCount, sumOf } from "./summary-parts.ts";

/** The counts by leader of each answer to a question: its options, nothing picked if that is an answer, and left open. */
function answersOf(pack: Pack, question: Question, { answers, none, open }: QuestionCounts) {
  const nothing = none === undefined ? [] : [{ name: say(pack, "cohort.none"), led: none }];
  const options = answers.map(({ picked: led }, o) => ({ name: question.options[o]?.label ?? "", led }));
  return [...options, ...nothing, { name: say(pack, "cohort.open"), led: open }];
}

function hideAnswers(question: Question, counts: readonly number[], people: number, least: number): Seen[] {
  if (!isList(question)) return hideSmall(counts, least);
  return hidePicked(counts.slice(0, -2), counts.at(-2) ?? 0, counts.at(-1) ?? 0, people, least);
}

type AnswerTable = ReturnType<typeof answersByLeader>;

/** A table of the answers to a question, with a column for each leader and one for shared leads. */
export function answersByLeader(
  pack: Pack,
  question: Question,
  counts: QuestionCounts,
  leaders: readonly NamedCount[],
  least: number,
) {
  const answers = answersOf(pack, question, counts);
  const columns = leaders.map(({ name, role = null, count }) => ({ name, role, total: count ?? 0 }));
  const visible = leaders.map((leader) => {
    const each = answers.map(({ led }) => countOf(led, leader));
    return hideAnswers(question, each, leader.count ?? 0, least);
  });
  const rows = answers.map(({ name }, row) => ({ name, counts: visible.map((column) => column[row] ?? null) }));
  const table: CountTable = { type: "table", title: question.ask, columns, rows };
  return { question, counts, table };
}

/** Whether every count of a table is visible. */
export function isWhole({ rows, columns }: CountTable): boolean {
  return columns.length > 0 && rows.every(({ counts }) => !counts.includes(null));
}

/**
 * A chart of the answers to a question, with rare ones added up. It replaces a table by leader that has hidden counts, and
 * leaves out respondents whose leader has a hidden count, because it would reveal how many they are.
 */
export function totalsOf(
  pack: Pack,
  { question, counts }: AnswerTable,
  leaders: readonly NamedCount[],
  least: number,
): BarChart {
  const answers = answersOf(pack, question, counts);
  const total = sumOf(leaders);
  const visibleLeaders = leaders.filter(({ count }) => count !== null);
  const each = answers.map(({ led }) => visibleLeaders.reduce((n, leader) => n + countOf(led, leader), 0));
  const visible = hideAnswers(question, each, total, least);
  const all = answers.map(({ name }, i) => ({ name, count: visible[i] ?? null }));
  const rows = commonest(all, all.length);
  const rare = all.filter(({ count }) => count === null);
  if (rare.length === 0 || rows.length === 0) return barsOf(pack, rows, total, { title: question.ask });
  const options = rare.map(({ name }) => name).join("; ");
  const last = isList(question)
    ? { name: say(pack, "cohort.rare", { options }), count: null }
    : { name: say(pack, "cohort.together", { options }), count: total - sumOf(all) };
  return barsOf(pack, [...rows, last], total, { title: question.ask });
}

/** The count of respondents with this leader, or, if it has no role, with a shared lead. */
function countOf({ leads, shared }: Led, { role }: NamedCount): number {
  return role === undefined ? shared : (leads[role] ?? 0);
}
