import { type Verdict, verdicts } from "../advice/judge.ts";
import { bestKind } from "../advice/kind.ts";
import { stageOf } from "../advice/path.ts";
import { measurePulls } from "../advice/pulls.ts";
import { findTension } from "../advice/tension.ts";
import { chooseTrials } from "../advice/trials.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { mayBeNone, open, toPlaces } from "../pack/pick.ts";
import type { Judged } from "./rows.ts";
import { addSummaries, emptySummary, type Led, type Summary } from "./summary.ts";

/** Counts a cohort as its rows go by: its memory does not grow with them. */
export class Tally {
  readonly #pack: Pack;
  readonly #groups: number;
  #respondents = 0;
  #rejected = 0;
  #blank = 0;
  #silent = 0;
  /** By leader; the last is a shared lead. */
  readonly #leaders: Float64Array;
  readonly #verdicts = new Float64Array(verdicts.length);
  /** By leader and verdict. */
  readonly #firmness: Float64Array;
  readonly #pulls: Float64Array;
  readonly #margins: readonly Map<number, number>[];
  /** By question: for each option, then for nothing picked, then for open, by leader. */
  readonly #picked: readonly Float64Array[];
  /** By leader and the role that leads by what one is able in. */
  readonly #tensions: Float64Array;
  readonly #kinds: readonly Float64Array[];
  /** The last is a stage that the answers do not tell. */
  readonly #here: readonly Float64Array[];
  readonly #grow: readonly Float64Array[];

  constructor(pack: Pack) {
    const { roles, questions, traits } = pack;
    this.#pack = pack;
    this.#groups = roles.length + 1;
    this.#leaders = new Float64Array(this.#groups);
    this.#firmness = new Float64Array(roles.length * verdicts.length);
    this.#pulls = new Float64Array(traits.length);
    this.#margins = roles.map(() => new Map());
    this.#picked = questions.map(({ options }) => new Float64Array((options.length + 2) * this.#groups));
    this.#tensions = new Float64Array(roles.length * roles.length);
    this.#kinds = roles.map(({ kinds }) => new Float64Array(kinds.length));
    this.#here = roles.map(({ path }) => new Float64Array(path.length + 1));
    this.#grow = roles.map(() => new Float64Array(traits.length));
  }

  reject(): void {
    this.#rejected++;
  }

  skip(): void {
    this.#blank++;
  }

  add({ totals, judgement }: Judged): void {
    const { leader, isShared, verdict, margin, answered } = judgement;
    const group = isShared ? this.#groups - 1 : leader;
    this.#respondents++;
    if (answered === 0) this.#silent++;
    count(this.#leaders, group);
    count(this.#verdicts, verdicts.indexOf(verdict));
    this.#pack.questions.forEach((question, q) => {
      this.#addAnswer(question, q, totals.answers[q] ?? open, group);
    });
    const pulls = measurePulls(totals);
    for (const [trait, pull] of pulls.entries()) if (pull === "strong") count(this.#pulls, trait);
    if (isShared) return;
    count(this.#firmness, leader * verdicts.length + verdicts.indexOf(verdict));
    const margins = this.#margins[leader];
    margins?.set(margin, (margins.get(margin) ?? 0) + 1);
    const kind = bestKind(totals, leader);
    const here = stageOf(totals.card, totals.answers, leader);
    const able = findTension(totals, judgement);
    const trials = chooseTrials(totals, leader, pulls);
    const stages = this.#here[leader];
    if (kind !== null) count(this.#kinds[leader], kind.kind);
    count(stages, here ?? (stages?.length ?? 0) - 1);
    if (able !== null) count(this.#tensions, leader * this.#pack.roles.length + able);
    for (const { trait } of trials) count(this.#grow[leader], trait);
  }

  summary(program: string): Summary {
    const { roles, questions, traits } = this.#pack;
    const empty = emptySummary(this.#pack, program);
    const byRole = <T>(of: (role: Pack["roles"][number], r: number) => T) =>
      Object.fromEntries(roles.map((role, r) => [role.id, of(role, r)]));
    const named = (things: readonly { readonly id: string }[], counts: Float64Array | undefined) =>
      Object.fromEntries(things.map(({ id }, i) => [id, counts?.[i] ?? 0]));
    const led = (counts: Float64Array | undefined, from = 0): Led => ({
      leads: byRole((_, r) => counts?.[from + r] ?? 0),
      shared: counts?.[from + roles.length] ?? 0,
    });
    const [tie = 0, early = 0, close = 0, leaning = 0, clear = 0] = this.#verdicts;
    const counted: Summary = {
      ...empty,
      respondents: this.#respondents,
      rejected: this.#rejected,
      blank: this.#blank,
      silent: this.#silent,
      leaders: led(this.#leaders),
      verdicts: { tie, early, close, leaning, clear },
      firmness: byRole((_, r) => {
        const of = (verdict: Verdict) => this.#firmness[r * verdicts.length + verdicts.indexOf(verdict)] ?? 0;
        return { early: of("early"), close: of("close"), leaning: of("leaning"), clear: of("clear") };
      }),
      pulls: named(traits, this.#pulls),
      margins: byRole((_, r) => Object.fromEntries(this.#margins[r] ?? [])),
      questions: questions.map(({ id, pick, options }, q) => {
        const at = (n: number) => led(this.#picked[q], n * this.#groups);
        return {
          question: id,
          split: null,
          answers: options.map((option, o) => ({ option: option.id, picked: at(o) })),
          ...(mayBeNone({ pick }) && { none: at(options.length) }),
          open: at(options.length + 1),
        };
      }),
      tensions: empty.tensions.map(({ drawn, able }) => {
        const at = roles.findIndex(({ id }) => id === drawn) * roles.length + roles.findIndex(({ id }) => id === able);
        return { drawn, able, respondents: this.#tensions[at] ?? 0 };
      }),
      kinds: byRole(({ kinds }, r) => named(kinds, this.#kinds[r])),
      here: byRole(({ path }, r) => ({ stages: named(path, this.#here[r]), unknown: this.#here[r]?.at(-1) ?? 0 })),
      grow: byRole((role, r) => {
        const counts = traits.flatMap(({ id }, t) =>
          role.traits[id] === undefined ? [] : [[id, this.#grow[r]?.[t] ?? 0]],
        );
        return Object.fromEntries(counts);
      }),
    };
    return addSummaries(empty, counted);
  }

  #addAnswer(question: Question, q: number, number: number, group: number): void {
    const nothing = question.options.length;
    const places = toPlaces(question.pick, number);
    const counts = this.#picked[q];
    if (places.length === 0) count(counts, (number === open ? nothing + 1 : nothing) * this.#groups + group);
    for (const place of places) count(counts, place * this.#groups + group);
  }
}

function count(counts: Float64Array | undefined, at: number): void {
  if (counts !== undefined) counts[at] = (counts[at] ?? 0) + 1;
}
