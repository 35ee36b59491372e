import { type Fault, fault, type Place } from "../../fault.ts";
import { isList, mayBeNone, sizesOf } from "../pick.ts";
import { noneWord, openWord } from "../reserved.ts";
import { isId } from "../schema/terms.ts";
import { entriesOf, textsOf } from "../unchecked-data.ts";
import type { Path, YamlText } from "../yaml.ts";
import { checkReference, idsIfComplete, type RawPack, type RawQuestion, type Texts } from "./raw-pack.ts";

type Purpose = "condition" | "answers";

/** Checks answers, or a condition, which may list any number of options since each of them satisfies it. */
export function checkChosen(raw: RawPack, yaml: YamlText, chosen: unknown, path: Path, purpose: Purpose): Fault[] {
  return entriesOf(chosen).flatMap(([id, picked]) => {
    const question = raw.questions.find((one) => one.id === id);
    return question === undefined
      ? checkReference("question", raw.ids.question, id, () => yaml.keyAt([...path, id]))
      : checkPicked(raw, question, yaml, picked, [...path, id], purpose);
  });
}

function checkPicked(
  { texts }: RawPack,
  { id, pick, most, options }: RawQuestion,
  yaml: YamlText,
  value: unknown,
  path: Path,
  purpose: Purpose,
): Fault[] {
  const picked = textsOf(value);
  const ids = options.map(([option]) => option);
  const [only] = picked.length === 1 ? picked : [];
  const isWord = only?.text === openWord || (only?.text === noneWord && mayBeNone({ pick }));
  if (isWord && purpose === "answers") return [];
  const unknown = picked.flatMap(({ text, index }) =>
    checkOptionId(texts, id, text, ids, () => yaml.at(index === undefined ? path : [...path, index])),
  );
  if (purpose === "condition") return unknown;
  const wanted = typeof most === "number" && most >= 1 ? most : ids.length;
  const limit = sizesOf({ pick, most: wanted, options }).most;
  const count = new Set(picked.map(({ text }) => text)).size;
  if (ids.length > 0 && count > limit) {
    return [...unknown, fault("too-many", { question: id, given: count, most: limit }, yaml.at(path))];
  }
  if (!Array.isArray(value) || value.length > 0 || mayBeNone({ pick })) return unknown;
  return [fault("not-an-answer", { question: id, received: "an empty list", isList: isList({ pick }) }, yaml.at(path))];
}

export function checkOptionId(
  texts: Texts,
  question: string,
  option: string,
  options: readonly string[],
  place: () => Place,
): Fault[] {
  if (options.includes(option) || !isId(option)) return [];
  if (idsIfComplete(texts, "questions.yaml", options) === undefined) return [];
  return [fault("unknown-option", { question, given: option, known: options }, place())];
}
