import { type Fault, fault } from "../../fault.ts";
import { isList, mayBeNone } from "../pick.ts";
import { entriesOf, partOf } from "../raw.ts";
import { noneWord, openWord, reservedIds } from "../reserved.ts";
import type { Path } from "../yaml.ts";
import type { RawPack, RawQuestion } from "./raw-pack.ts";
import { checkMentions, placeOf, refer } from "./refer.ts";

const file = "questions.yaml";

/** Ids of questions and options, how many may be picked, and the traits that options show. */
export function checkQuestions(raw: RawPack): Fault[] {
  const { questions } = raw;
  return [
    ...questions.flatMap((question, i) => [
      ...checkId(raw, question, questions.slice(0, i)),
      ...checkMost(raw, question),
      ...question.options.flatMap(([id, option]) => checkOption(raw, question, id, option)),
    ]),
    ...checkMentions(raw, file),
  ];
}

function checkId({ texts }: RawPack, { id, path }: RawQuestion, earlier: readonly RawQuestion[]): Fault[] {
  const at = texts[file]?.at([...path, "id"]);
  if (earlier.some((other) => other.id === id)) return [fault("doubled-id", { what: "question", id }, at)];
  if (reservedIds.includes(id) || id.startsWith("no-")) {
    return [fault("reserved-id", { id, why: "is a name that the program uses itself" }, at)];
  }
  const twin = earlier.find((other) => nameOfFlag(other.id) === nameOfFlag(id));
  if (twin === undefined) return [];
  const why = `and "${twin.id}" would be one flag, since a hyphen before a digit does not count`;
  return [fault("reserved-id", { id, why }, at)];
}

/** What Commander tells flags apart by: --x-2 and --x2 are both x2 to it. */
function nameOfFlag(id: string): string {
  return id.replaceAll(/-(?=\d)/g, "");
}

function checkMost({ texts }: RawPack, { id, path, pick, most, options }: RawQuestion): Fault[] {
  if (typeof most !== "number") return [];
  const isTooMany = most > options.length;
  if (isList({ pick }) && !isTooMany) return [];
  const expected = !isList({ pick })
    ? '"pick: any" as well'
    : `at most ${options.length}, since it has as many options`;
  const at = texts[file]?.at([...path, "most"]);
  return [fault("out-of-range", { what: `"most" of ${id}`, received: `${most}`, expected }, at)];
}

function checkOption({ texts, known }: RawPack, { path, pick }: RawQuestion, id: string, option: unknown): Fault[] {
  const at: Path = [...path, "options", id];
  const isWord = id === openWord || (id === noneWord && mayBeNone({ pick }));
  const why = id === openWord ? "leaves any question open" : "says that nothing was picked";
  const traits = ["drawn", "able"].flatMap((evidence) =>
    entriesOf(partOf(option, evidence)).flatMap(([trait]) =>
      refer(texts, "trait", known.trait, trait, { file, path: [...at, evidence, trait], isKey: true }),
    ),
  );
  return isWord
    ? [fault("reserved-id", { id, why }, placeOf(texts, { file, path: at, isKey: true })), ...traits]
    : traits;
}
