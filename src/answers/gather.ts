import { fault } from "../fault.ts";
import { mapOf } from "../pack/map-of.ts";
import type { Pack } from "../pack/pack.ts";
import type { World } from "../world.ts";
import { type ParsedAnswers, readAnswers, refuse } from "./read-answers.ts";
import { readCode } from "./read-code.ts";

/** Where answers may come from. */
export interface AnswerSources {
  /** By the ids of questions. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly code?: string | undefined;
  /** The name of a file; `-` is standard input. */
  readonly answers?: string | undefined;
  /** The name of an example; true is the first. */
  readonly example?: string | true | undefined;
}

/** Everything that was given, weakest first: example, file, code, flags. An example, a code or a saved advice is complete. */
export async function gatherAnswers(
  world: World,
  pack: Pack,
  { flags, code, answers, example }: AnswerSources,
): Promise<ParsedAnswers & { readonly isComplete: boolean }> {
  const sample = example === undefined ? null : readExample(pack, example);
  // What reads YAML loads only for a file.
  const file = answers === undefined ? null : await (await import("./file.ts")).readAnswersFile(world, pack, answers);
  const coded = code === undefined ? null : readCode(pack, code);
  const places = [sample, file, coded, readAnswers(pack, flags)].filter((place) => place !== null);
  return { ...mergeAnswers(places), isComplete: sample !== null || coded !== null || (file?.isAdvice ?? false) };
}

function readExample(pack: Pack, name: string | true): ParsedAnswers {
  const example = name === true ? pack.examples[0] : pack.examples.find((one) => one.name === name);
  if (example !== undefined) return { answers: example.answers, unsure: [], faults: example.faults };
  const known = pack.examples.map((one) => one.name);
  return refuse(fault("unknown-id", { what: "example", id: `${name}`, known }));
}

/** Answers from several places as one: a later place wins, also where it leaves a question open. */
export function mergeAnswers(places: readonly ParsedAnswers[]): ParsedAnswers {
  const answers = mapOf<readonly string[]>([]);
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
    answers,
    unsure: [...unsure],
    faults: places.flatMap(({ faults }) => faults),
    ...(warnings.length > 0 && { warnings }),
  };
}
