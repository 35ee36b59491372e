import { advise } from "../advice/advise.ts";
import type { Expectation, Pack } from "../pack/pack.ts";

/** Finds results that differ from what tests.yaml expects. `index` is the place of the test in that file, from 0. */
export function findMisses(pack: Pack) {
  return pack.tests.flatMap(({ name, answers, expect }, index) => {
    const { recommendation, flip, kind, path, tension, notes, neighbours } = advise(pack, answers);
    const outcome: Readonly<Record<string, unknown>> = {
      leader: recommendation.role,
      verdict: recommendation.verdict,
      certain: recommendation.certain,
      flip: flip?.answers ?? null,
      kind: kind?.id ?? null,
      here: path?.here ?? null,
      tension: tension !== null,
      notes: notes.map(({ id }) => id),
      neighbours: neighbours.map(({ id }) => id),
    } satisfies Record<keyof Expectation, unknown>;
    return Object.entries(expect)
      .map(([key, expected]) => ({ index, name, key, expected, got: outcome[key] }))
      .filter(({ key, expected, got }) => !isAsExpected(key, expected, got));
  });
}

/** An expected list of notes may leave some out; a list of neighbours must be complete. Their order does not matter. */
function isAsExpected(key: string, expected: unknown, got: unknown): boolean {
  if (!Array.isArray(expected) || !Array.isArray(got)) return expected === got;
  return expected.every((id) => got.includes(id)) && (key === "notes" || expected.length === got.length);
}
