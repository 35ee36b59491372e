import type { Pack } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import type { Counts, Led, Summary } from "./summary.ts";

/** What in a summary cannot be, since its counts say different things of the same people; empty where all agree. */
export function disagreements(pack: Pack, summary: Summary): string[] {
  const { respondents, silent, leaders, verdicts, margins, kinds, here, grow, tensions, questions, firmness, pulls } =
    summary;
  const found: string[] = [];
  const check = (isRight: boolean, what: string) => void (isRight || found.push(what));
  check(totalOf(leaders.leads) + leaders.shared === respondents, "leaders");
  check(totalOf(verdicts) === respondents && verdicts.tie === leaders.shared, "verdicts");
  check(silent <= leaders.shared, "silent");
  check(
    Object.values(pulls).every((count) => count <= respondents),
    "pulls",
  );
  const byVerdict = (verdict: keyof typeof verdicts) => sumOf(pack.roles.map(({ id }) => firmness[id]?.[verdict] ?? 0));
  const firm = ["early", "close", "leaning", "clear"] as const;
  check(
    firm.every((verdict) => byVerdict(verdict) === verdicts[verdict]),
    "firmness",
  );
  for (const { id } of pack.roles) {
    const led = leaders.leads[id] ?? 0;
    check(totalOf(firmness[id]) === led, `firmness.${id}`);
    const steps = Object.values(grow[id] ?? {});
    check(
      Object.keys(margins[id] ?? {}).every((margin) => /^[1-9]\d{0,8}$/.test(margin)),
      `margins.${id}`,
    );
    check(totalOf(margins[id]) === led, `margins.${id}`);
    check(totalOf(kinds[id]) <= led, `kinds.${id}`);
    check(totalOf(here[id]?.stages) + (here[id]?.unknown ?? 0) === led, `here.${id}`);
    check(steps.every((count) => count <= led) && totalOf(grow[id]) <= mostSteps * led, `grow.${id}`);
    const tense = tensions.filter(({ drawn }) => drawn === id).reduce((n, { respondents: count }) => n + count, 0);
    check(tense <= led, `tensions of ${id}`);
  }
  questions.forEach(({ question, answers, none, open }, q) => {
    for (const group of [...pack.roles.map(({ id }) => id), shared]) {
      const total = ofGroup(leaders, group);
      const each = answers.map(({ picked }) => ofGroup(picked, group));
      const answered = total - ofGroup(open, group);
      const nobody = none === undefined ? 0 : ofGroup(none, group);
      const isAny = pack.questions[q] !== undefined && isList(pack.questions[q]);
      const isRight = isAny
        ? answered >= nobody && each.every((n) => n <= answered - nobody) && sumOf(each) >= answered - nobody
        : sumOf(each) === answered;
      check(isRight, `questions: ${question}`);
    }
  });
  return [...new Set(found)];
}

/** DESIGN 5.9: so many things to try at most for each respondent. */
const mostSteps = 3;
/** Those whose lead is shared; no role has this id. */
const shared = "";

function ofGroup({ leads, shared: level }: Led, group: string): number {
  return group === shared ? level : (leads[group] ?? 0);
}

function totalOf(counts: Counts = {}): number {
  return sumOf(Object.values(counts));
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((n, count) => n + count, 0);
}
