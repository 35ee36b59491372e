import { type Fault, fault } from "../../fault.ts";
import { isList, mayBeNone, sizesOf } from "../pick.ts";
import { entriesOf, itemsOf, textOf, textsOf } from "../raw.ts";
import { noneWord, openWord } from "../reserved.ts";
import { isId } from "../schema/terms.ts";
import type { Path } from "../yaml.ts";
import { type Known, type RawPack, type RawQuestion, type Texts, trusted } from "./raw-pack.ts";

/** Where something stands: a file of the pack, a path in it, and whether its key is meant or its value. */
export interface Spot {
  readonly file: string;
  readonly path: Path;
  readonly isKey?: boolean;
}

export function placeOf(texts: Texts, { file, path, isKey = false }: Spot) {
  return isKey ? texts[file]?.keyAt(path) : texts[file]?.at(path);
}

/** A reference; where what defines such ids could not be read, or its form is a fault already, nothing can be said. */
export function refer(texts: Texts, what: string, ids: Known, id: string | undefined, spot: Spot): Fault[] {
  if (ids === undefined || id === undefined || !isId(id) || ids.includes(id)) return [];
  return [fault("unknown-id", { what, id, known: ids }, placeOf(texts, spot))];
}

/** Ids that stand twice in a list. `rest` leads from an item to its id. */
export function findDoubled(
  texts: Texts,
  what: string,
  ids: readonly { text: string; index: number | undefined }[],
  { file, path }: Spot,
  ...rest: Path
): Fault[] {
  return ids.flatMap(({ text: id, index }, i) => {
    if (ids.findIndex(({ text }) => text === id) === i) return [];
    return [fault("doubled-id", { what, id }, texts[file]?.at([...path, index ?? 0, ...rest]))];
  });
}

/** As deep as a pack goes, and more; an alias may lead into itself. */
const mostDeep = 16;

/** Whatever has a list `sources`, or a map `when` or `unless`, is checked, wherever it stands. */
export function checkMentions(raw: RawPack, file: string, value = raw.texts[file]?.value, path: Path = []): Fault[] {
  if (path.length > mostDeep) return [];
  const items = itemsOf(value).flatMap((item, i) => checkMentions(raw, file, item, [...path, i]));
  const entries = entriesOf(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    if (key === "when" || key === "unless") return checkChosen(raw, inner, { file, path: here }, true);
    if (key !== "sources") return checkMentions(raw, file, inner, here);
    return itemsOf(inner).flatMap((id, i) =>
      refer(raw.texts, "source", raw.known.source, textOf(id), { file, path: [...here, i] }),
    );
  });
  return [...items, ...entries];
}

/** Answers, or a condition, which only lists what any of will do. */
export function checkChosen(raw: RawPack, chosen: unknown, { file, path }: Spot, isCondition = false): Fault[] {
  return entriesOf(chosen).flatMap(([id, given]) => {
    const spot = { file, path: [...path, id] };
    const question = raw.questions.find((one) => one.id === id);
    return question === undefined
      ? refer(raw.texts, "question", raw.known.question, id, { ...spot, isKey: true })
      : checkPicked(raw, question, given, spot, isCondition);
  });
}

function checkPicked(
  { texts }: RawPack,
  { id, pick, most, options }: RawQuestion,
  given: unknown,
  { file, path }: Spot,
  isCondition: boolean,
): Fault[] {
  const picked = textsOf(given);
  const ids = options.map(([option]) => option);
  const [only] = picked.length === 1 ? picked : [];
  const isWord = only?.text === openWord || (only?.text === noneWord && mayBeNone({ pick }));
  if (isWord && !isCondition) return [];
  const unknown = picked.flatMap(({ text, index }) =>
    referOption(texts, id, text, ids, { file, path: index === undefined ? path : [...path, index] }),
  );
  if (isCondition) return unknown;
  const at = texts[file]?.at(path);
  const wanted = typeof most === "number" && most >= 1 ? most : ids.length;
  const limit = sizesOf({ pick, most: wanted, options }).most;
  const count = new Set(picked.map(({ text }) => text)).size;
  if (ids.length > 0 && count > limit)
    return [...unknown, fault("too-many", { question: id, given: count, most: limit }, at)];
  const isNothing = Array.isArray(given) && given.length === 0 && !mayBeNone({ pick });
  if (!isNothing) return unknown;
  return [fault("not-an-answer", { question: id, received: "an empty list", isList: isList({ pick }) }, at)];
}

export function referOption(
  texts: Texts,
  question: string,
  given: string,
  options: readonly string[],
  spot: Spot,
): Fault[] {
  if (options.includes(given) || !isId(given) || trusted(texts, "questions.yaml", options) === undefined) return [];
  return [fault("unknown-option", { question, given, known: options }, placeOf(texts, spot))];
}
