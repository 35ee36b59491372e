import { chooseTrials } from "../advice/experiments.ts";
import { type Verdict, verdicts } from "../advice/judge.ts";
import { bestKind } from "../advice/kind.ts";
import { stageOf } from "../advice/path.ts";
import { measurePulls } from "../advice/pulls.ts";
import type { Numbers } from "../advice/scorecard.ts";
import { findTension } from "../advice/tension.ts";
import type { Pack } from "../pack/pack.ts";
import { mayBeNone, open, toPlaces } from "../pack/pick.ts";
import { entriesOf, itemsOf, partOf } from "../pack/unchecked-data.ts";
import type { Judged, Outcome } from "./rows.ts";
import type { SummaryRecord } from "./summary-schema.ts";

/** Counts of a cohort's answers and advice (the JSON of `batch --summary`). The schema explains the keys. */
export type Summary = SummaryRecord;

export type QuestionCounts = Summary["questions"][number];
/** Counts of respondents by the role that leads alone, and of those with a shared lead. */
export type Led = Summary["leaders"];
export type Counts = Summary["pulls"];

const privacy =
  "These are full counts, so that summaries can be merged; small ones can tell of a person. Keep them as you keep the answers. Text, Markdown and HTML hide the small ones.";

/** Counts in rows and columns. */
class Table {
  readonly #columns: number;
  readonly #counts: Float64Array;

  constructor(rows: number, columns: number) {
    this.#columns = columns;
    this.#counts = new Float64Array(rows * columns);
  }

  count(row: number, column: number): void {
    const place = row * this.#columns + column;
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  at(row: number, column: number): number {
    return this.#counts[row * this.#columns + column] ?? 0;
  }
}

/**
 * Counts a cohort row by row; memory does not grow with the number of rows. A group is all respondents with the same leader:
 * its number is the index of the role, and the number of roles stands for a shared lead.
 */
export class SummaryCounts {
  readonly #pack: Pack;
  readonly #shared: number;
  #rejected = 0;
  #blank = 0;
  #silent = 0;
  readonly #verdicts: Table;
  readonly #margins: readonly Map<number, number>[];
  readonly #pulls: Table;
  readonly #kinds: Table;
  /** Rows are leaders, columns are the stages of their paths; the column after the last stage counts an unknown stage. */
  readonly #here: Table;
  readonly #grow: Table;
  /** Rows are leaders, columns are the roles that respondents are able in. */
  readonly #tensions: Table;
  /** A table for each question: rows are its options, then nothing picked, then open; columns are groups. */
  readonly #picked: readonly Table[];

  constructor(pack: Pack) {
    const { roles, questions, traits } = pack;
    const most = (lengths: readonly number[]) => Math.max(0, ...lengths);
    this.#pack = pack;
    this.#shared = roles.length;
    this.#verdicts = new Table(roles.length + 1, verdicts.length);
    this.#margins = roles.map(() => new Map());
    this.#pulls = new Table(1, traits.length);
    this.#kinds = new Table(roles.length, most(roles.map(({ kinds }) => kinds.length)));
    this.#here = new Table(roles.length, 1 + most(roles.map(({ path }) => path.length)));
    this.#grow = new Table(roles.length, traits.length);
    this.#tensions = new Table(roles.length, roles.length);
    this.#picked = questions.map(({ options }) => new Table(options.length + 2, roles.length + 1));
  }

  add(outcome: Outcome): void {
    if (outcome === "rejected") this.#rejected++;
    else if (outcome === "blank") this.#blank++;
    else this.#addJudged(outcome);
  }

  #addJudged({ totals, judgement }: Judged): void {
    const { leader, isShared, verdict, margin, answered } = judgement;
    const group = isShared ? this.#shared : leader;
    if (answered === 0) this.#silent++;
    this.#verdicts.count(group, verdicts.indexOf(verdict));
    this.#addAnswers(totals.answers, group);
    const pulls = measurePulls(totals);
    for (let trait = 0; trait < pulls.length; trait++) if (pulls[trait] === "strong") this.#pulls.count(0, trait);
    if (isShared) return;
    const margins = this.#margins[leader];
    margins?.set(margin, (margins.get(margin) ?? 0) + 1);
    const kind = bestKind(totals, leader);
    if (kind !== null) this.#kinds.count(leader, kind.kind);
    const { path = [] } = this.#pack.roles[leader] ?? {};
    this.#here.count(leader, stageOf(totals.card, totals.answers, leader) ?? path.length);
    const able = findTension(totals, judgement);
    if (able !== null) this.#tensions.count(leader, able);
    for (const { trait } of chooseTrials(totals, leader, pulls)) this.#grow.count(leader, trait);
  }

  #addAnswers(answers: Numbers, group: number): void {
    const { questions } = this.#pack;
    for (let q = 0; q < questions.length; q++) {
      const { pick, options } = questions[q] ?? { pick: "one", options: [] };
      const number = answers[q] ?? open;
      const places = toPlaces(pick, number);
      if (places.length === 0) this.#picked[q]?.count(number === open ? options.length + 1 : options.length, group);
      for (let i = 0; i < places.length; i++) this.#picked[q]?.count(places[i] ?? 0, group);
    }
  }

  summary(program: string): Summary {
    const { id, version, hash, title, roles, questions, traits } = this.#pack;
    const byRole = <T>(of: (role: Pack["roles"][number], r: number) => T) =>
      Object.fromEntries(roles.map((role, r) => [role.id, of(role, r)]));
    const byId = (columns: readonly { readonly id: string }[], table: Table, row: number): Counts =>
      Object.fromEntries(columns.map(({ id }, column) => [id, table.at(row, column)]));
    const led = (of: (group: number) => number): Led => ({ leads: byRole((_, r) => of(r)), shared: of(roles.length) });
    const groups = [...roles.keys(), this.#shared];
    const sum = (counts: readonly number[]) => counts.reduce((n, count) => n + count, 0);
    const countOf = (group: number, verdict: Verdict) => this.#verdicts.at(group, verdicts.indexOf(verdict));
    const withVerdict = (verdict: Verdict) => sum(groups.map((group) => countOf(group, verdict)));
    const firm = (of: (verdict: Verdict) => number) => {
      return { early: of("early"), close: of("close"), leaning: of("leaning"), clear: of("clear") };
    };
    const leaders = led((group) => sum(verdicts.map((verdict) => countOf(group, verdict))));
    return {
      format: "role-advisor/summary@1",
      program,
      pack: { id, version, hash, title },
      privacy,
      respondents: sum(verdicts.map(withVerdict)),
      rejected: this.#rejected,
      blank: this.#blank,
      silent: this.#silent,
      leaders,
      verdicts: { tie: withVerdict("tie"), ...firm(withVerdict) },
      firmness: byRole((_, r) => firm((verdict) => countOf(r, verdict))),
      pulls: byId(traits, this.#pulls, 0),
      margins: byRole((_, r) => Object.fromEntries(this.#margins[r] ?? [])),
      questions: questions.map(({ id: question, pick, options }, q) => {
        const picked = (row: number) => led((group) => this.#picked[q]?.at(row, group) ?? 0);
        const counts: QuestionCounts = {
          question,
          split: null,
          answers: options.map((option, o) => ({ option: option.id, picked: picked(o) })),
          ...(mayBeNone({ pick }) && { none: picked(options.length) }),
          open: picked(options.length + 1),
        };
        return { ...counts, split: splitOf(counts, leaders) };
      }),
      tensions: roles.flatMap((drawn, d) =>
        roles.flatMap((able, a) =>
          a === d ? [] : [{ drawn: drawn.id, able: able.id, respondents: this.#tensions.at(d, a) }],
        ),
      ),
      kinds: byRole(({ kinds }, r) => byId(kinds, this.#kinds, r)),
      here: byRole(({ path }, r) => ({ stages: byId(path, this.#here, r), unknown: this.#here.at(r, path.length) })),
      grow: byRole((role, r) =>
        Object.fromEntries(
          traits.flatMap((trait, t) => (role.traits[trait.id] === undefined ? [] : [[trait.id, this.#grow.at(r, t)]])),
        ),
      ),
    };
  }
}

/** The summary of an empty cohort, with every key that summaries of a pack have, in their order. */
export function emptySummary(pack: Pack, program: string): Summary {
  return new SummaryCounts(pack).summary(program);
}

/** Adds up the summaries of two cohorts that share no respondents. Both must be of the same pack and program. */
export function addSummaries(a: Summary, b: Summary): Summary {
  const sum = addCounts(a, b) as Summary;
  return { ...sum, questions: sum.questions.map((counts) => ({ ...counts, split: splitOf(counts, sum.leaders) })) };
}

/**
 * Adds each count in `b` to the one at the same path in `a`, and copies everything else from `a`. Only records of counts take
 * over keys that `a` lacks, because margins that nobody has are left out.
 */
function addCounts(a: unknown, b: unknown): unknown {
  if (typeof a === "number") return a + (typeof b === "number" ? b : 0);
  if (Array.isArray(a)) return a.map((item, i) => addCounts(item, itemsOf(b)[i]));
  if (typeof a !== "object" || a === null) return a;
  const isCounts = Object.values(a).every((count) => typeof count === "number");
  const names = [...entriesOf(a), ...(isCounts ? entriesOf(b) : [])].map(([name]) => name);
  return Object.fromEntries(
    [...new Set(names)].map((name) => [name, addCounts(partOf(a, name) ?? 0, partOf(b, name))]),
  );
}

/**
 * How far the answers of respondents with different leaders differ, 0 to 1: the share of one group that would have to answer
 * differently to answer like the other, for the two groups that differ most. For a question that takes several options, it
 * is the largest difference in the share that picked an option. Null if fewer than two groups answered.
 */
export function splitOf({ answers, none, open }: QuestionCounts, leaders: Led): number | null {
  const groups = Object.entries(leaders.leads)
    .map(([role, led]) => ({ role, answered: led - (open.leads[role] ?? 0) }))
    .filter(({ answered }) => answered > 0);
  const apart = groups.flatMap((a, i) =>
    groups.slice(i + 1).map((b) => {
      const gaps = answers.map(({ picked: { leads } }) =>
        Math.abs((leads[a.role] ?? 0) / a.answered - (leads[b.role] ?? 0) / b.answered),
      );
      return none === undefined ? gaps.reduce((n, gap) => n + gap, 0) / 2 : Math.max(...gaps);
    }),
  );
  return apart.length === 0 ? null : Math.round(Math.max(...apart) * 1e4) / 1e4;
}
