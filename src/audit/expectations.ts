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
    const { recommendation, flip, kind, path, tension, notes, neighbours } = advise(pack, answers);
    const got: Record<keyof Expectation, unknown> = {
      leader: recommendation.role,
      verdict: recommendation.verdict,
      certain: recommendation.certain,
      flip: flip?.answers ?? null,
      kind: kind?.id ?? null,
      here: path?.here ?? null,
      tension: tension !== null,
      notes: notes.map(({ id }) => id),
      neighbours: neighbours.map(({ id }) => id),
    };
    const expected = Object.entries(expect) as [keyof Expectation, unknown][];
    const misses = expected
      .filter(([key, value]) => !isAsExpected(key, value, got[key]))
      .map(([key, value]) => ({ key, expected: value, got: got[key] }));
    return { index, name, misses };
  });
}

/** Of notes it says which must be there, and others may be; neighbours are all of them, in any order. */
function isAsExpected(key: keyof Expectation, expected: unknown, got: unknown): boolean {
  if (!Array.isArray(expected) || !Array.isArray(got)) return expected === got;
  return expected.every((id) => got.includes(id)) && (key === "notes" || expected.length === got.length);
}
