import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Pack, Question, Role, Saying, When } from "./pack.ts";
import { noneWord, openWord } from "./reserved.ts";
import type { PackValues } from "./source.ts";

/** Checked files as one pack: ids spelled out, defaults filled in, one answer form. */
export function assemble({ pack, traits, topics, roles, sources, guide, tests, history, examples }: PackValues): Pack {
  const content = {
    format: pack.format,
    id: pack.id,
    version: pack.version,
    title: pack.title,
    intro: pack.intro,
    limits: pack.limits,
    tension: pack.tension ?? null,
    verdict: pack.verdict,
    notes: pack.notes.map((note, i) => toNote(note, `note-${i + 1}`)),
    renamed: pack.renamed,
    history: Object.fromEntries(
      Object.entries(history).map(([version, questions]) => [
        version,
        Object.entries(questions).map(([id, question]) =>
          "one" in question
            ? { id, pick: "one" as const, options: question.one }
            : { id, pick: "any" as const, options: question.any },
        ),
      ]),
    ),
    traits: Object.entries(traits).map(([id, trait]) => ({ id, ...trait })),
    topics: topics.map(({ topic, questions }) => ({ title: topic, questions: questions.map(({ id }) => id) })),
    questions: topics.flatMap(({ topic, questions }) => questions.map((question) => toQuestion(topic, question))),
    roles: pack.roles.map((id) => toRole(id, roles[id] as PackValues["roles"][string])),
    sources: sources as Pack["sources"],
    guide: guide.map(({ say = null, ...rest }) => ({ say, ...rest })),
  };
  const any = content.questions.filter(({ pick }) => pick === "any").map(({ id }) => id);
  return {
    ...content,
    hash: `sha256:${bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))))}`,
    tests: tests.map((test) => ({ ...test, answers: asAnswers(test.answers, any) }) as Pack["tests"][number]),
    examples: Object.entries(examples).map(([name, { about, answers }]) => ({
      name,
      about,
      answers: asAnswers(answers, any),
    })),
  };
}

function toQuestion(topic: string, given: PackValues["topics"][number]["questions"][number]): Question {
  const options = Object.entries(given.options).map(([id, option]) => ({ id, ...option }));
  return { ...given, topic, most: given.most ?? options.length, options };
}

function toRole(id: string, { in_short, traits, ...given }: PackValues["roles"][string]): Role {
  return {
    ...given,
    id,
    inShort: in_short,
    traits: Object.fromEntries(
      Object.entries(traits)
        .filter(([, { weight }]) => weight > 0)
        .map(([trait, { because, ...rest }]) => [trait, { ...rest, because: because as Saying }]),
    ),
    path: given.path.map((stage) => ({ ...stage, usual: stage.usual ?? "", when: asLists(stage.when) })),
    notes: given.notes.map((note, i) => toNote(note, `${id}-note-${i + 1}`)),
  };
}

function toNote(note: PackValues["pack"]["notes"][number], id: string): Pack["notes"][number] {
  return { ...note, id: note.id ?? id, when: asLists(note.when) };
}

/** What is `unsure` stays open; where any option may be picked, `none` picks nothing. */
function asAnswers(given: Readonly<Record<string, string | readonly string[]>>, any: readonly string[]): When {
  const answered = Object.entries(asLists(given)).filter(([, picked]) => picked.join() !== openWord);
  const isNone = (id: string, picked: readonly string[]) => any.includes(id) && picked.join() === noneWord;
  return Object.fromEntries(answered.map(([id, picked]) => [id, isNone(id, picked) ? [] : picked]));
}

function asLists(map: Readonly<Record<string, string | readonly string[]>>): When {
  return Object.fromEntries(
    Object.entries(map).map(([id, given]) => [id, typeof given === "string" ? [given] : given]),
  );
}
