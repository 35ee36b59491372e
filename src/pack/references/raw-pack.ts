import { isPickName, type PickName } from "../pick.ts";
import { entriesOf, itemsOf, partOf, textOf, textsOf } from "../raw.ts";
import { isId } from "../schema/terms.ts";
import type { Path, YamlText } from "../yaml.ts";

/**
 * The files of a pack as they are, so that a fault of form in one place hides nothing in another; and the ids that they define.
 * An id list is undefined where its file cannot be trusted to name them all: one fault does not make ten.
 */
export interface RawPack {
  readonly texts: Texts;
  readonly questions: readonly RawQuestion[];
  readonly known: {
    readonly trait: Known;
    readonly source: Known;
    readonly question: Known;
    readonly role: Known;
    readonly neighbour: Known;
  };
}

/** By the file's name in the pack's folder. */
export type Texts = Readonly<Record<string, YamlText>>;
export type Known = readonly string[] | undefined;

/** A question as far as its form is right. */
export interface RawQuestion {
  readonly id: string;
  readonly path: Path;
  readonly pick: PickName;
  readonly most: unknown;
  readonly options: readonly (readonly [id: string, option: unknown])[];
}

/** Folders whose files pack.yaml lists under the folder's name. */
export const describedFolders = [
  { folder: "roles", what: "role" },
  { folder: "neighbours", what: "neighbour" },
] as const;

export function readRawPack(texts: Texts): RawPack {
  const questions = readQuestions(texts["questions.yaml"]?.value);
  const idsOf = (file: string) => entriesOf(texts[file]?.value).map(([id]) => id);
  return {
    texts,
    questions,
    known: {
      trait: trusted(texts, "traits.yaml", idsOf("traits.yaml")),
      source: trusted(texts, "sources.yaml", idsOf("sources.yaml")),
      question: trusted(
        texts,
        "questions.yaml",
        questions.map(({ id }) => id),
      ),
      role: described(texts, "roles"),
      neighbour: described(texts, "neighbours"),
    },
  };
}

/** What pack.yaml lists, and what has a file: where one of them lacks the other, that is one fault and no more. */
function described(texts: Texts, folder: string): Known {
  const listed = textsOf(partOf(texts["pack.yaml"]?.value, folder)).map(({ text }) => text);
  return trusted(texts, "pack.yaml", [...new Set([...listed, ...idsOfFiles(texts, folder)])]);
}

export function idsOfFiles(texts: Texts, folder: string): string[] {
  return Object.keys(texts)
    .filter((file) => file.startsWith(`${folder}/`))
    .map((file) => file.slice(folder.length + 1).replace(/\.yaml$/, ""));
}

export function trusted(texts: Texts, file: string, ids: readonly string[]): Known {
  const isWhole = texts[file]?.faults.length === 0 && ids.length > 0 && ids.every(isId);
  return isWhole ? ids : undefined;
}

function readQuestions(topics: unknown): RawQuestion[] {
  return itemsOf(topics).flatMap((topic, t) =>
    itemsOf(partOf(topic, "questions")).flatMap((question, q) => {
      const id = textOf(partOf(question, "id"));
      if (id === undefined) return [];
      const word = textOf(partOf(question, "pick")) ?? "one";
      // Another word is told by the schema; whatever the answers are, it is not because of them.
      const pick = isPickName(word) ? word : "any";
      const options = entriesOf(partOf(question, "options"));
      return [{ id, path: [t, "questions", q], pick, most: partOf(question, "most"), options }];
    }),
  );
}

/** The ids in a list of maps, each with its index there. */
export function idsIn(list: unknown): { text: string; index: number }[] {
  return itemsOf(list).flatMap((item, index) => {
    const text = textOf(partOf(item, "id"));
    return text === undefined ? [] : [{ text, index }];
  });
}
