import { type Fault, fault, type Place } from "../../fault.ts";
import { isPickName, type PickName } from "../pick.ts";
import { type IdTarget, isId } from "../schema/terms.ts";
import { entriesOf, itemsOf, partOf, textOf, textsOf } from "../unchecked-data.ts";
import type { Path, YamlText } from "../yaml.ts";

/** The files of a pack before their schemas are applied, so that a fault in one place hides none in another. */
export interface RawPack {
  readonly texts: Texts;
  readonly questions: readonly RawQuestion[];
  /** All ids that references may name; undefined if a file may lack some, so that one fault does not lead to ten. */
  readonly ids: Readonly<Record<IdTarget, IdList>>;
}

/** The parsed files by their path in the pack's folder. */
export type Texts = Readonly<Record<string, YamlText>>;
export type IdList = readonly string[] | undefined;

/** A question that has an id. Its other keys may be faulty. */
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
  const role = profileIds(texts, "roles");
  return {
    texts,
    questions,
    ids: {
      trait: idsIfComplete(texts, "traits.yaml", idsOf("traits.yaml")),
      source: idsIfComplete(texts, "sources.yaml", idsOf("sources.yaml")),
      question: idsIfComplete(texts, "questions.yaml", questionIds),
      role,
      neighbour: profileIds(texts, "neighbours"),
      kind: idsInRoles(texts, role, "kinds"),
      stage: idsInRoles(texts, role, "path"),
      note: noteIds(texts, role),
    },
  };
}

/** Ids that pack.yaml lists or that have a file. If one of the two is missing, references to the id are not faults. */
function profileIds(texts: Texts, folder: string): IdList {
  const listed = textsOf(partOf(texts["pack.yaml"]?.value, folder)).map(({ text }) => text);
  return idsIfComplete(texts, "pack.yaml", [...new Set([...listed, ...idsOfFiles(texts, folder)])]);
}

export function filesIn(texts: Texts, folder: string): string[] {
  return Object.keys(texts).filter((file) => file.startsWith(`${folder}/`));
}

export function idsOfFiles(texts: Texts, folder: string): string[] {
  return filesIn(texts, folder).map((file) => file.slice(folder.length + 1).replace(/\.yaml$/, ""));
}

export function idsIfComplete(texts: Texts, file: string, ids: readonly string[]): IdList {
  const isWhole = texts[file]?.faults.length === 0 && ids.length > 0 && ids.every(isId);
  return isWhole ? ids : undefined;
}

/** The ids in a list of all roles. Undefined if a role could not be read, since it may define any id. */
function idsInRoles(texts: Texts, roles: IdList, list: string, unnamed?: (role: string, i: number) => string): IdList {
  const values = roles?.map((role) => ({ role, value: texts[`roles/${role}.yaml`]?.value }));
  if (values?.every(({ value }) => value !== undefined) !== true) return undefined;
  return values.flatMap(({ role, value }) =>
    itemsOf(partOf(value, list)).flatMap((item, i) => textOf(partOf(item, "id")) ?? unnamed?.(role, i) ?? []),
  );
}

/** The ids of all notes. A note without an id gets one that contains its number. */
function noteIds(texts: Texts, roles: IdList): IdList {
  const pack = texts["pack.yaml"]?.value;
  const ofRoles = idsInRoles(texts, roles, "notes", (role, i) => `${role}-note-${i + 1}`);
  if (pack === undefined || ofRoles === undefined) return undefined;
  const ofPack = itemsOf(partOf(pack, "notes")).map((note, i) => textOf(partOf(note, "id")) ?? `note-${i + 1}`);
  return [...ofPack, ...ofRoles];
}

function readQuestions(topics: unknown): RawQuestion[] {
  return itemsOf(topics).flatMap((topic, t) =>
    itemsOf(partOf(topic, "questions")).flatMap((question, q) => {
      const id = textOf(partOf(question, "id"));
      if (id === undefined) return [];
      const word = textOf(partOf(question, "pick")) ?? "one";
      // The schema reports any other word. `any` accepts the most answers, so that no further faults follow from it.
      const pick = isPickName(word) ? word : "any";
      const options = entriesOf(partOf(question, "options"));
      return [{ id, path: [t, "questions", q], pick, most: partOf(question, "most"), options }];
    }),
  );
}

/** Reports an id that does not exist, unless it is ill-formed, which is another fault, or `ids` is undefined. */
export function checkReference(what: string, ids: IdList, id: unknown, place: () => Place | undefined): Fault[] {
  if (ids === undefined || typeof id !== "string" || ids.includes(id) || !isId(id)) return [];
  return [fault("unknown-id", { what, id, known: ids }, place())];
}
