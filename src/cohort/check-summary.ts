import type { Pack, Question } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import type { Counts, Led, QuestionCounts, Summary } from "./summary.ts";

/** A part of a summary, and whether its counts agree with the others. */
type Check = readonly [part: string, isRight: boolean];

/** The parts of a summary whose counts contradict others about the same people; empty if all counts agree. */
export function disagreements(pack: Pack, summary: Summary): string[] {
  const { respondents, silent, leaders, verdicts, pulls, firmness } = summary;
  const firm = ["early", "close", "leaning", "clear"] as const;
  const ofLeaders = (verdict: string) => sumOf(pack.roles.map(({ id }) => firmness[id]?.[verdict] ?? 0));
  const checks: Check[] = [
    ["leaders", totalOf(leaders.leads) + leaders.shared === respondents],
    ["verdicts", totalOf(verdicts) === respondents && verdicts.tie === leaders.shared],
    ["silent", silent <= leaders.shared],
    ["pulls", Object.values(pulls).every((count) => count <= respondents)],
    ["firmness", firm.every((verdict) => ofLeaders(verdict) === verdicts[verdict])],
    ...pack.roles.flatMap(({ id }) => checksOfRole(id, summary)),
    ...summary.questions.flatMap((counts, q) => checksOfQuestion(pack, pack.questions[q], counts, leaders)),
  ];
  return [...new Set(checks.flatMap(([part, isRight]) => (isRight ? [] : [part])))];
}

/** Maximum number of things to try in an advice (DESIGN 5.9). */
const mostSteps = 3;

function checksOfRole(id: string, { leaders, firmness, margins, kinds, here, grow, tensions }: Summary): Check[] {
  const led = leaders.leads[id] ?? 0;
  const isMargin = (points: string) => /^[1-9]\d{0,8}$/.test(points);
  const tensionCounts = tensions.flatMap(({ drawn, respondents }) => (drawn === id ? [respondents] : []));
  return [
    [`firmness.${id}`, totalOf(firmness[id]) === led],
    [`margins.${id}`, Object.keys(margins[id] ?? {}).every(isMargin) && totalOf(margins[id]) === led],
    [`kinds.${id}`, totalOf(kinds[id]) <= led],
    [`here.${id}`, totalOf(here[id]?.stages) + (here[id]?.unknown ?? 0) === led],
    [
      `grow.${id}`,
      Object.values(grow[id] ?? {}).every((count) => count <= led) && totalOf(grow[id]) <= mostSteps * led,
    ],
    [`tensions of ${id}`, sumOf(tensionCounts) <= led],
  ];
}

/** In each group of respondents, by leader and with a shared lead, everybody answered a question or left it open. */
function checksOfQuestion(
  { roles }: Pack,
  asked: Question | undefined,
  { question, answers, none, open }: QuestionCounts,
  leaders: Led,
): Check[] {
  return [...roles.map(({ id }) => id), null].map((leader): Check => {
    const countOf = ({ leads, shared }: Led) => (leader === null ? shared : (leads[leader] ?? 0));
    const each = answers.map(({ picked }) => countOf(picked));
    const answered = countOf(leaders) - countOf(open);
    const some = answered - (none === undefined ? 0 : countOf(none));
    const isRight =
      asked !== undefined && isList(asked)
        ? some >= 0 && each.every((count) => count <= some) && sumOf(each) >= some
        : sumOf(each) === answered;
    return [`questions: ${question}`, isRight];
  });
}

function totalOf(counts: Counts = {}): number {
  return sumOf(Object.values(counts));
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((n, count) => n + count, 0);
}
