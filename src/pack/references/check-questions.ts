import { type Fault, fault } from "../../fault.ts";
import { isList, mayBeNone } from "../pick.ts";
import { noneWord, openWord, reservedIds } from "../reserved.ts";
import type { YamlText } from "../yaml.ts";
import type { RawPack, RawQuestion } from "./raw-pack.ts";

/** Checks the ids of questions and options, and `most`. */
export function checkQuestions({ texts, questions }: RawPack): Fault[] {
  const yaml = texts["questions.yaml"];
  if (yaml === undefined) return [];
  return questions.flatMap((question, i) => [
    ...checkId(yaml, question, questions.slice(0, i)),
    ...checkMost(yaml, question),
    ...question.options.flatMap(([id]) => checkOption(yaml, question, id)),
  ]);
}

function checkId(yaml: YamlText, { id, path }: RawQuestion, earlier: readonly RawQuestion[]): Fault[] {
  const at = yaml.at([...path, "id"]);
  if (earlier.some((other) => other.id === id)) return [fault("doubled-id", { what: "question", id }, at)];
  if (reservedIds.includes(id) || id.startsWith("no-")) {
    return [fault("reserved-id", { id, why: "is a name that the program uses itself" }, at)];
  }
  const twin = earlier.find((other) => nameOfFlag(other.id) === nameOfFlag(id));
  if (twin === undefined) return [];
  const why = `and "${twin.id}" would be one flag, since a hyphen before a digit does not count`;
  return [fault("reserved-id", { id, why }, at)];
}

/** The name by which Commander distinguishes flags: --x-2 and --x2 are both x2. */
function nameOfFlag(id: string): string {
  return id.replaceAll(/-(?=\d)/g, "");
}

function checkMost(yaml: YamlText, { id, path, pick, most, options }: RawQuestion): Fault[] {
  if (typeof most !== "number" || (isList({ pick }) && most <= options.length)) return [];
  const ofAny = `at most ${options.length}, since it has as many options`;
  const expected = isList({ pick }) ? ofAny : '"pick: any" as well';
  return [
    fault("out-of-range", { what: `"most" of ${id}`, received: `${most}`, expected }, yaml.at([...path, "most"])),
  ];
}

function checkOption(yaml: YamlText, { path, pick }: RawQuestion, id: string): Fault[] {
  if (id !== openWord && !(id === noneWord && mayBeNone({ pick }))) return [];
  const why = id === openWord ? "leaves any question open" : "says that nothing was picked";
  return [fault("reserved-id", { id, why }, yaml.keyAt([...path, "options", id]))];
}
