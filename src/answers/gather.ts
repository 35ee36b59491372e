import type { Answers } from "../advice/scorecard.ts";
import type { Read } from "./parse.ts";

/** Answers from several places as one: a later place wins, also where it leaves a question open. */
export function mergeAnswers(places: readonly Read[]): Read {
  const answers: Record<string, readonly string[]> = {};
  const unsure = new Set<string>();
  for (const place of places) {
    for (const [id, picked] of Object.entries(place.answers)) {
      answers[id] = picked;
      unsure.delete(id);
    }
    for (const id of place.unsure) {
      delete answers[id];
      unsure.add(id);
    }
  }
  const warnings = places.flatMap((place) => place.warnings ?? []);
  return {
    answers: answers satisfies Answers,
    unsure: [...unsure],
    faults: places.flatMap(({ faults }) => faults),
    ...(warnings.length > 0 && { warnings }),
  };
}
