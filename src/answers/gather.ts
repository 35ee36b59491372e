import { fault } from "../fault.ts";
import { mapOf } from "../pack/map-of.ts";
import type { Pack } from "../pack/pack.ts";
import type { World } from "../world.ts";
import { type ParsedAnswers, readAnswers, refuse } from "./read-answers.ts";
import { readCode } from "./read-code.ts";

export interface AnswerSources {
  /** The values of flags, by question id. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly code?: string | undefined;
  /** The name of an answers file, or "-" for standard input. */
  readonly answers?: string | undefined;
  /** The name of an example of the pack; true means the first one. */
  readonly example?: string | true | undefined;
}

/** Merges answers from all sources: flags win over a code, a code over a file, a file over an example. */
export async function gatherAnswers(
  world: World,
  pack: Pack,
  { flags, code, answers, example }: AnswerSources,
): Promise<
  ParsedAnswers & { /** Must open questions stay open, as in a saved advice? */ readonly isComplete: boolean }
> {
  const sample = example === undefined ? null : readExample(pack, example);
  // The YAML reader is loaded only if there is a file to read.
  const file =
    answers === undefined ? null : await (await import("./load-answers-file.ts")).readAnswersFile(world, pack, answers);
  const fromCode = code === undefined ? null : readCode(pack, code);
  const sources = [sample, file, fromCode, readAnswers(pack, flags)].filter((source) => source !== null);
  return { ...mergeAnswers(sources), isComplete: sample !== null || fromCode !== null || (file?.isAdvice ?? false) };
}

function readExample(pack: Pack, name: string | true): ParsedAnswers {
  const example = name === true ? pack.examples[0] : pack.examples.find((one) => one.name === name);
  if (example !== undefined) return { answers: example.answers, unsure: [], faults: example.faults };
  const known = pack.examples.map((one) => one.name);
  return refuse(fault("unknown-id", { what: "example", id: `${name}`, known }));
}

/** Merges answers from several sources. A later source wins, even with `unsure`, which opens a question again. */
export function mergeAnswers(sources: readonly ParsedAnswers[]): ParsedAnswers {
  const answers = mapOf<readonly string[]>([]);
  const unsure = new Set<string>();
  for (const source of sources) {
    for (const [id, picked] of Object.entries(source.answers)) {
      answers[id] = picked;
      unsure.delete(id);
    }
    for (const id of source.unsure) {
      delete answers[id];
      unsure.add(id);
    }
  }
  const warnings = sources.flatMap((source) => source.warnings ?? []);
  return {
    answers,
    unsure: [...unsure],
    faults: sources.flatMap(({ faults }) => faults),
    ...(warnings.length > 0 && { warnings }),
  };
}
