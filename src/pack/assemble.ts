import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Fault } from "../fault.ts";
import { mapOf } from "./map-of.ts";
import type { Neighbour, Pack, Question, Role, Saying, When } from "./pack.ts";
import { isPickName, mayBeNone } from "./pick.ts";
import { noneWord, openWord } from "./reserved.ts";
import type { PackValues } from "./schema/pack-files.ts";

/** Makes a pack of checked files, with ids inside the objects and with defaults. The order of keys affects the hash. */
export function assemble(values: PackValues, exampleFaults: Readonly<Record<string, readonly Fault[]>>): Pack {
  const { pack, traits, questions: topics, roles, neighbours, sources, guide, evidence, words, tests } = values;
  const content = {
    format: pack.format,
    id: pack.id,
    version: pack.version,
    lang: pack.lang,
    title: pack.title,
    intro: pack.intro,
    portrait: pack.portrait,
    limits: pack.limits,
    tension: pack.tension ?? null,
    verdict: pack.verdict,
    notes: pack.notes.map((note, i) => toNote(note, `note-${i + 1}`)),
    renamed: mapOf(Object.entries(pack.renamed)),
    history: mapOf(Object.entries(values.history).map(([version, questions]) => [version, toLayout(questions)])),
    traits: Object.entries(traits).map(([id, trait]) => ({ id, ...trait, portrait: trait.portrait ?? null })),
    topics: topics.map(({ topic, questions }) => ({ title: topic, questions: questions.map(({ id }) => id) })),
    questions: topics.flatMap(({ topic, questions }) => questions.map((question) => toQuestion(topic, question))),
    roles: pack.roles.map((id) => toRole(id, roles[id] as PackValues["roles"][string])),
    neighbours: pack.neighbours.map((id) => toNeighbour(id, neighbours[id] as PackValues["neighbours"][string])),
    sources: sources as Pack["sources"],
    guide: guide.map(({ say = null, ...rest }) => ({ say, ...rest })),
    evidence,
    words: words as Pack["words"],
  };
  const any = content.questions.filter(mayBeNone).map(({ id }) => id);
  return {
    ...content,
    gone: pack.gone,
    hash: `sha256:${bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))))}`,
    tests: tests.map(({ code = null, expect = {}, ...test }) => {
      return { ...test, code, answers: asAnswers(test.answers, any), expect } as Pack["tests"][number];
    }),
    examples: Object.entries(exampleFaults).map(([name, faults]) => {
      const { about = "", answers = {} } = faults.length > 0 ? {} : (values.examples[name] ?? {});
      return { name, about, answers: asAnswers(answers, any), faults };
    }),
  };
}

function toLayout(questions: PackValues["history"][string]): Pack["history"][string] {
  return Object.entries(questions).flatMap(([id, question]) =>
    Object.entries(question).flatMap(([pick, options]) => (isPickName(pick) ? [{ id, pick, options }] : [])),
  );
}

function toQuestion(topic: string, read: PackValues["questions"][number]["questions"][number]): Question {
  const options = Object.entries(read.options).map(([id, option]) => ({ id, ...option }));
  return { ...read, short: read.short ?? inWords(read.id), topic, most: read.most ?? options.length, options };
}

/** An id in words: `first-job` becomes "First job". */
function inWords(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toRole(id: string, { in_short, traits, ...read }: PackValues["roles"][string]): Role {
  return {
    ...read,
    id,
    inShort: in_short,
    traits: keepWeighed(traits, ({ without = null, grow }) => ({ without, grow })),
    kinds: read.kinds.map(({ in_short: inShort = null, ...kind }) => ({ ...kind, inShort })),
    path: read.path.map((stage) => ({ ...stage, usual: stage.usual ?? "" })),
    notes: read.notes.map((note, i) => toNote(note, `${id}-note-${i + 1}`)),
  };
}

function toNeighbour(id: string, { in_short, traits, ...read }: PackValues["neighbours"][string]): Neighbour {
  return { ...read, id, inShort: in_short, traits: keepWeighed(traits, () => ({})) };
}

/** Keeps the traits with a weight above zero. The pack has been checked, so each of them has its `because`. */
function keepWeighed<T extends { readonly weight: number; readonly because?: Saying | undefined }, Rest>(
  traits: Readonly<Record<string, T>>,
  rest: (trait: T) => Rest,
): Record<string, { weight: number; because: Saying } & Rest> {
  return mapOf(
    Object.entries(traits)
      .filter(([, { weight }]) => weight > 0)
      .map(([id, trait]) => [id, { weight: trait.weight, because: trait.because as Saying, ...rest(trait) }]),
  );
}

function toNote({ in_short, ...note }: PackValues["pack"]["notes"][number], id: string): Pack["notes"][number] {
  return { ...note, id: note.id ?? id, inShort: in_short ?? null };
}

/** Leaves out questions answered `unsure`, and turns `none` into an empty list where a question allows that. */
function asAnswers(read: When, any: readonly string[]): When {
  const answered = Object.entries(read).filter(([, picked]) => picked.join() !== openWord);
  const isNone = (id: string, picked: readonly string[]) => any.includes(id) && picked.join() === noneWord;
  return mapOf(answered.map(([id, picked]) => [id, isNone(id, picked) ? [] : picked]));
}
