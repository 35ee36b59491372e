import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { mapOf } from "./map-of.ts";
import type { Conditions, Evidence, Neighbour, Pack, Question, Role, Saying, When } from "./pack.ts";
import { isPickName, mayBeNone } from "./pick.ts";
import { noneWord, openWord } from "./reserved.ts";
import type { PackSource, PackValues } from "./source.ts";

/** Checked files as one pack: ids spelled out, defaults filled in, one answer form. */
export function assemble(values: PackValues, exampleFaults: PackSource["exampleFaults"]): Pack {
  const { pack, traits, topics, roles, neighbours, sources, guide, evidence, words, tests, history, examples } = values;
  const content = {
    format: pack.format,
    id: pack.id,
    version: pack.version,
    lang: pack.lang,
    title: pack.title,
    intro: pack.intro,
    portrait: pack.portrait.map((line) => ({ ...line, ...toConditions(line) })),
    limits: pack.limits,
    tension: pack.tension ?? null,
    verdict: pack.verdict,
    notes: pack.notes.map((note, i) => toNote(note, `note-${i + 1}`)),
    renamed: mapOf(Object.entries(pack.renamed)),
    history: mapOf(Object.entries(history).map(([version, questions]) => [version, toLayout(questions)])),
    traits: Object.entries(traits).map(([id, trait]) => ({ id, ...trait, portrait: trait.portrait ?? null })),
    topics: topics.map(({ topic, questions }) => ({ title: topic, questions: questions.map(({ id }) => id) })),
    questions: topics.flatMap(({ topic, questions }) => questions.map((question) => toQuestion(topic, question))),
    roles: pack.roles.map((id) => toRole(id, roles[id] as PackValues["roles"][string])),
    neighbours: pack.neighbours.map((id) => toNeighbour(id, neighbours[id] as PackValues["neighbours"][string])),
    sources: mapOf(Object.entries(sources as Pack["sources"])),
    guide: guide.map(({ say = null, ...rest }) => ({ say, ...rest })),
    evidence: evidence && toEvidence(evidence),
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
      const { about = "", answers = {} } = faults.length > 0 ? {} : (examples[name] ?? {});
      return { name, about, answers: asAnswers(answers, any), faults };
    }),
  };
}

function toLayout(questions: PackValues["history"][string]): Pack["history"][string] {
  return Object.entries(questions).flatMap(([id, question]) =>
    Object.entries(question).flatMap(([pick, options]) => {
      return isPickName(pick) ? [{ id, pick, options }] : [];
    }),
  );
}

function toQuestion(topic: string, given: PackValues["topics"][number]["questions"][number]): Question {
  const options = Object.entries(given.options).map(([id, { label, drawn, able }]) => {
    return { id, label, drawn: mapOf(Object.entries(drawn)), able: mapOf(Object.entries(able)) };
  });
  return { ...given, short: given.short ?? inWords(given.id), topic, most: given.most ?? options.length, options };
}

/** An id as words: `first-job` is First job. */
function inWords(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toRole(id: string, { in_short, traits, ...given }: PackValues["roles"][string]): Role {
  return {
    ...given,
    id,
    inShort: in_short,
    traits: weighed(traits, ({ without = null, grow }) => ({
      without,
      grow: grow.map((experiment) => ({ ...experiment, ...toConditions(experiment) })),
    })),
    kinds: given.kinds.map(({ in_short: inShort = null, ...kind }) => {
      return { ...kind, inShort, traits: mapOf(Object.entries(kind.traits)) };
    }),
    path: given.path.map((stage) => ({
      ...stage,
      usual: stage.usual ?? "",
      do: stage.do.map((step) => ({ ...step, ...toConditions(step) })),
      ...toConditions(stage),
    })),
    notes: given.notes.map((note, i) => toNote(note, `${id}-note-${i + 1}`)),
    counterpart: mapOf(Object.entries(given.counterpart)),
  };
}

function toNeighbour(id: string, { in_short, traits, ...given }: PackValues["neighbours"][string]): Neighbour {
  return { ...given, id, inShort: in_short, traits: weighed(traits, () => ({})) };
}

/** The traits with a weight above zero; whoever weighs one has a reason. */
function weighed<T extends { readonly weight: number; readonly because?: Saying | undefined }, Rest>(
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
  return { ...note, id: note.id ?? id, inShort: in_short ?? null, ...toConditions(note) };
}

type Chosen = Readonly<Record<string, string | readonly string[]>>;

function toConditions({ when, unless }: { readonly when: Chosen; readonly unless: Chosen }): Conditions {
  return { when: asLists(when), unless: asLists(unless) };
}

function toEvidence({ rows, ...evidence }: NonNullable<PackValues["evidence"]>): Evidence {
  return {
    ...evidence,
    rows: rows.map(({ flip: [from = 1, to], right, of }) => ({ from, to: to ?? null, right, of })),
  };
}

/** What is `unsure` stays open; where any option may be picked, `none` picks nothing. */
function asAnswers(given: Chosen, any: readonly string[]): When {
  const answered = Object.entries(asLists(given)).filter(([, picked]) => picked.join() !== openWord);
  const isNone = (id: string, picked: readonly string[]) => any.includes(id) && picked.join() === noneWord;
  return mapOf(answered.map(([id, picked]) => [id, isNone(id, picked) ? [] : picked]));
}

function asLists(map: Chosen): When {
  return mapOf(Object.entries(map).map(([id, given]) => [id, typeof given === "string" ? [given] : given]));
}
