import { sayVerdict } from "../advice/advise.ts";
import { codeWriter } from "../advice/code.ts";
import { type Judgement, leadersOf, verdicts } from "../advice/judge.ts";
import { bestKind } from "../advice/kind.ts";
import { findNeighbours } from "../advice/neighbours.ts";
import type { Numbers } from "../advice/scorecard.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import type { Judged } from "./rows.ts";

/** The parts of an advice that a row holds besides its judgement, equal to those that `advise` computes. */
export class RowAdvice {
  readonly #pack: Pack;
  readonly #code: (answers: Numbers) => string;
  readonly #summaries = new Map<number, string>();

  constructor(pack: Pack) {
    this.#pack = pack;
    this.#code = codeWriter(pack);
  }

  /** `summary` is the verdict as a sentence. The kind is null if the lead is shared, or if no answer shows a kind. */
  of({ totals, judgement }: Judged) {
    const { leader, isShared } = judgement;
    const best = isShared ? null : bestKind(totals, leader);
    const neighbours = findNeighbours(totals, judgement);
    return {
      summary: this.#summaryOf(judgement),
      kind: best === null ? null : (this.#pack.roles[leader]?.kinds[best.kind]?.id ?? null),
      neighbours: neighbours.map((n) => this.#pack.neighbours[n]?.id ?? ""),
      code: this.#code(totals.answers),
    };
  }

  #summaryOf({ points, leader, runnerUp, isShared, verdict, answered }: Judgement): string {
    if (answered === 0) return say(this.#pack, "verdict.nothing");
    const short = (role: number) => this.#pack.roles[role]?.short ?? "";
    if (isShared) return sayVerdict(this.#pack, verdict, leadersOf(points).map(short), short(runnerUp));
    const roles = this.#pack.roles.length;
    const key = (verdicts.indexOf(verdict) * roles + leader) * roles + runnerUp;
    const summary = this.#summaries.get(key) ?? sayVerdict(this.#pack, verdict, [short(leader)], short(runnerUp));
    this.#summaries.set(key, summary);
    return summary;
  }
}
