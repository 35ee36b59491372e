import { type Fault, fault, type Place } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { describeValue } from "../pack/raw.ts";
import { type Path, readYaml } from "../pack/yaml.ts";
import { fromVersion, isMap, type ParsedAnswers, readAnswers, refuse } from "./read-answers.ts";

/** Answers from a file, and whether it is a saved advice, which is complete as it is. */
export interface AnswersFile extends ParsedAnswers {
  readonly isAdvice: boolean;
}

/** Reads answers in YAML or JSON: a map of question to option, or a record with such a map under `answers`. `file` is what faults call it. */
export function readAnswersText(pack: Pack, text: string, file: string): AnswersFile {
  const yaml = readYaml(text, file);
  const whole = yaml.value ?? {};
  if (yaml.faults.length > 0) return refuseFile(...yaml.faults);
  if (!isMap(whole)) return notAnswers(describeValue(whole), { file });
  // A row that `batch --full` wrote holds the advice beside the columns that it passed on.
  const inRow = isMap(whole["advice"]) && isAdviceRecord(whole["advice"]) ? whole["advice"] : null;
  const [record, from]: [typeof whole, Path] = inRow === null ? [whole, []] : [inRow, ["advice"]];
  const { format } = record;
  const isNested = "answers" in record;
  if (!isNested && typeof format === "string" && format.startsWith("role-advisor/")) {
    return notAnswers(`a record of another sort (${format})`, yaml.at([...from, "format"]));
  }
  const [answers, path]: [unknown, Path] = isNested ? [record["answers"], [...from, "answers"]] : [record, from];
  if (!isMap(answers)) return notAnswers(answers === null ? "nothing" : describeValue(answers), yaml.at(path));
  const made = isNested && isMap(record["pack"]) ? record["pack"] : {};
  if (typeof made["id"] === "string" && made["id"] !== pack.id) {
    const at = yaml.at([...from, "pack", "id"]);
    return refuseFile(fault("answers-of-other-pack", { given: made["id"], pack: pack.id }, at));
  }
  const read = readAnswers(pack, answers, {
    question: (id) => yaml.keyAt([...path, id]),
    answer: (id, index) => yaml.at(index === undefined ? [...path, id] : [...path, id, index]),
  });
  const { version = pack.version, hash = pack.hash } = made;
  const isCurrent = version === pack.version && hash === pack.hash;
  const fitting = isCurrent ? read : fromVersion(pack, describeValue(version).replaceAll('"', ""), read, { file });
  const isAdvice = isNested && isAdviceRecord(record);
  // A record may hold anything else beside its answers; what is called as a question is more likely meant as one.
  const beside = isNested && !isAdvice ? pack.questions.filter(({ id }) => Object.hasOwn(record, id)) : [];
  if (beside.length === 0) return { ...fitting, isAdvice };
  const ignored = beside.map(({ id }) => fault("beside-answers", { question: id }, yaml.keyAt([id])));
  return { ...fitting, warnings: [...(fitting.warnings ?? []), ...ignored], isAdvice };
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
