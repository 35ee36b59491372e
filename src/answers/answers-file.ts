import { type Fault, fault, type Place } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { describeValue } from "../pack/unchecked-data.ts";
import { type Path, readYaml } from "../pack/yaml.ts";
import { fromVersion, isMap, type ParsedAnswers, readAnswers, refuse } from "./read-answers.ts";

export interface AnswersFile extends ParsedAnswers {
  /** Is the file a saved advice? Then its open questions are open on purpose, and the program does not ask them. */
  readonly isAdvice: boolean;
}

/**
 * Reads answers in YAML or JSON: a map of question to option, or a record with such a map under `answers`.
 * @param file the name of the text in faults.
 */
export function readAnswersText(pack: Pack, text: string, file: string): AnswersFile {
  const yaml = readYaml(text, file);
  const whole = yaml.value ?? {};
  if (yaml.faults.length > 0) return refuseFile(...yaml.faults);
  if (!isMap(whole)) return notAnswers(describeValue(whole), { file });
  // A row written by `batch --full` holds the advice under `advice`, beside columns that were passed on.
  const nested = isMap(whole["advice"]) && isAdviceRecord(whole["advice"]) ? whole["advice"] : null;
  const [record, from]: [typeof whole, Path] = nested === null ? [whole, []] : [nested, ["advice"]];
  const { format } = record;
  const isNested = "answers" in record;
  if (!isNested && typeof format === "string" && format.startsWith("role-advisor/")) {
    return notAnswers(`a record of another sort (${format})`, yaml.at([...from, "format"]));
  }
  const [answers, path]: [unknown, Path] = isNested ? [record["answers"], [...from, "answers"]] : [record, from];
  if (!isMap(answers)) return notAnswers(answers === null ? "nothing" : describeValue(answers), yaml.at(path));
  const madeWith = isNested && isMap(record["pack"]) ? record["pack"] : {};
  if (typeof madeWith["id"] === "string" && madeWith["id"] !== pack.id) {
    const at = yaml.at([...from, "pack", "id"]);
    return refuseFile(fault("answers-of-other-pack", { given: madeWith["id"], pack: pack.id }, at));
  }
  const read = readAnswers(pack, answers, {
    question: (id) => yaml.keyAt([...path, id]),
    answer: (id, index) => yaml.at(index === undefined ? [...path, id] : [...path, id, index]),
  });
  const { version = pack.version, hash = pack.hash } = madeWith;
  const isCurrent = version === pack.version && hash === pack.hash;
  const fitting = isCurrent ? read : fromVersion(pack, describeValue(version).replaceAll('"', ""), read, { file });
  const isAdvice = isNested && isAdviceRecord(record);
  // A record may hold other keys beside its answers; but one with the id of a question is probably a misplaced answer.
  const misplaced = isNested && !isAdvice ? pack.questions.filter(({ id }) => Object.hasOwn(record, id)) : [];
  if (misplaced.length === 0) return { ...fitting, isAdvice };
  const faults = misplaced.map(({ id }) => fault("beside-answers", { question: id }, yaml.keyAt([id])));
  return { ...fitting, warnings: [...(fitting.warnings ?? []), ...faults], isAdvice };
}

function refuseFile(...faults: readonly Fault[]): AnswersFile {
  return { ...refuse(...faults), isAdvice: false };
}

function notAnswers(received: string, place: Place): AnswersFile {
  return refuseFile(fault("not-answers", { received }, place));
}

function isAdviceRecord({ format }: Readonly<Record<string, unknown>>): boolean {
  return typeof format === "string" && format.startsWith("role-advisor/advice@");
}
