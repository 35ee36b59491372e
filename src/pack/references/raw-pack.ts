import { type Fault, fault, type Place } from "../../fault.ts";
import { isPickName, type PickName } from "../pick.ts";
import { entriesOf, itemsOf, partOf, textOf, textsOf } from "../raw.ts";
import { isId, type Named } from "../schema/terms.ts";
import type { Path, YamlText } from "../yaml.ts";

/**
 * The files of a pack as they are, so that a fault of form in one place hides nothing in another; and the ids that they define.
 * An id list is undefined where its file cannot be trusted to name them all: one fault does not make ten.
 */
export interface RawPack {
  readonly texts: Texts;
  readonly questions: readonly RawQuestion[];
  readonly known: Readonly<Record<Named, Known>>;
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

export function readRawPack(texts: Texts): RawPack {
  const questions = readQuestions(texts["questions.yaml"]?.value);
  const idsOf = (file: string) => entriesOf(texts[file]?.value).map(([id]) => id);
  const questionIds = questions.map(({ id }) => id);
  const role = described(texts, "roles");
  return {
    texts,
    questions,
    known: {
      trait: trusted(texts, "traits.yaml", idsOf("traits.yaml")),
      source: trusted(texts, "sources.yaml", idsOf("sources.yaml")),
      question: trusted(texts, "questions.yaml", questionIds),
      role,
      neighbour: described(texts, "neighbours"),
      kind: idsInRoles(texts, role, "kinds"),
      stage: idsInRoles(texts, role, "path"),
      note: noteIds(texts, role),
    },
  };
}

/** What pack.yaml lists, and what has a file: where one of them lacks the other, that is one fault and no more. */
function described(texts: Texts, folder: string): Known {
  const listed = textsOf(partOf(texts["pack.yaml"]?.value, folder)).map(({ text }) => text);
  return trusted(texts, "pack.yaml", [...new Set([...listed, ...idsOfFiles(texts, folder)])]);
}

export function filesIn(texts: Texts, folder: string): string[] {
  return Object.keys(texts).filter((file) => file.startsWith(`${folder}/`));
}

export function idsOfFiles(texts: Texts, folder: string): string[] {
  return filesIn(texts, folder).map((file) => file.slice(folder.length + 1).replace(/\.yaml$/, ""));
}

export function trusted(texts: Texts, file: string, ids: readonly string[]): Known {
  const isWhole = texts[file]?.faults.length === 0 && ids.length > 0 && ids.every(isId);
  return isWhole ? ids : undefined;
}

/** The ids in a list of each role. A role that could not be read may have any. */
function idsInRoles(texts: Texts, roles: Known, list: string, unnamed?: (role: string, i: number) => string): Known {
  const values = roles?.map((role) => ({ role, value: texts[`roles/${role}.yaml`]?.value }));
  if (values?.every(({ value }) => value !== undefined) !== true) return undefined;
  return values.flatMap(({ role, value }) =>
    itemsOf(partOf(value, list)).flatMap((item, i) => textOf(partOf(item, "id")) ?? unnamed?.(role, i) ?? []),
  );
}

/** Every note has an id: its own, or one by its number. */
function noteIds(texts: Texts, roles: Known): Known {
  const pack = texts["pack.yaml"]?.value;
  const ofRoles = idsInRoles(texts, roles, "notes", (role, i) => `${role}-note-${i + 1}`);
  if (pack === undefined || ofRoles === undefined) return undefined;
  const own = itemsOf(partOf(pack, "notes")).map((note, i) => textOf(partOf(note, "id")) ?? `note-${i + 1}`);
  return [...own, ...ofRoles];
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

/** A reference; where what defines such ids could not be read, or its form is a fault already, nothing can be said. */
export function refer(what: string, ids: Known, id: unknown, place: () => Place | undefined): Fault[] {
  if (ids === undefined || typeof id !== "string" || ids.includes(id) || !isId(id)) return [];
  return [fault("unknown-id", { what, id, known: ids }, place())];
}
