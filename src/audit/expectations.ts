import { advise } from "../advice/advise.ts";
import type { Expectation, Pack } from "../pack/pack.ts";

/** An expected outcome that ships with a pack, and what came out instead where it differs. */
export interface Outcome {
  /** Its place in tests.yaml, from 0. */
  readonly index: number;
  readonly name: string;
  readonly misses: readonly Miss[];
}

export interface Miss {
  readonly key: keyof Expectation;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Runs the outcomes that tests.yaml expects. */
export function runExpectations(pack: Pack): Outcome[] {
  return pack.tests.map(({ name, answers, expect }, index) => {
    const { recommendation, flip, kind, path, tension, notes } = advise(pack, answers);
    const got: Record<keyof Expectation, unknown> = {
      leader: recommendation.role,
      verdict: recommendation.verdict,
      certain: recommendation.certain,
      flip: flip?.answers ?? null,
      kind: kind?.id ?? null,
      here: path?.here ?? null,
      tension: tension !== null,
      notes: notes.map(({ id }) => id),
    };
    const expected = Object.entries(expect) as [keyof Expectation, unknown][];
    const misses = expected
      .filter(([key, value]) =>
        // Of notes it says which must be there; others may be there too.
        key === "notes" ? expect.notes?.some((id) => !(got.notes as string[]).includes(id)) : got[key] !== value,
      )
      .map(([key, value]) => ({ key, expected: value, got: got[key] }));
    return { index, name, misses };
  });
}
