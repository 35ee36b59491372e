import { sayVerdict } from "../advice/advise.ts";
import { codeWriter } from "../advice/code.ts";
import { type Judgement, leadersOf, verdicts } from "../advice/judge.ts";
import { bestKind } from "../advice/kind.ts";
import { findNeighbours } from "../advice/neighbours.ts";
import type { Numbers } from "../advice/scorecard.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import type { Judged } from "./rows.ts";

/** The part of an advice that a row holds besides its verdict. */
export interface Extras {
  /** The verdict as a sentence. */
  readonly summary: string;
  /** Ids; null where there is no leader, or no answer shows a kind. */
  readonly kind: string | null;
  readonly neighbours: readonly string[];
  readonly code: string;
}

/** What the whole advice says of these (see `advise`), without the rest of it. */
export class RowAdvice {
  readonly #pack: Pack;
  readonly #code: (answers: Numbers) => string;
  readonly #summaries = new Map<number, string>();

  constructor(pack: Pack) {
    this.#pack = pack;
    this.#code = codeWriter(pack);
  }

  of({ totals, judgement }: Judged): Extras {
    const { leader, isShared } = judgement;
    const best = isShared ? null : bestKind(totals, leader);
    return {
      summary: this.#summaryOf(judgement),
      kind: best === null ? null : (this.#pack.roles[leader]?.kinds[best.kind]?.id ?? null),
      neighbours: findNeighbours(totals, judgement).flatMap((n) => this.#pack.neighbours[n]?.id ?? []),
      code: this.#code(totals.answers),
    };
  }

  #summaryOf({ points, leader, runnerUp, isShared, verdict, answered }: Judgement): string {
    if (answered === 0) return say(this.#pack, "verdict.nothing");
    const roles = this.#pack.roles.length;
    const key = (verdicts.indexOf(verdict) * roles + leader) * roles + runnerUp;
    let summary = isShared ? undefined : this.#summaries.get(key);
    if (summary === undefined) {
      const leaders = isShared ? leadersOf(points) : [leader];
      const short = (role: number) => this.#pack.roles[role]?.short ?? "";
      summary = sayVerdict(this.#pack, verdict, leaders.map(short), short(runnerUp));
      if (!isShared) this.#summaries.set(key, summary);
    }
    return summary;
  }
}
