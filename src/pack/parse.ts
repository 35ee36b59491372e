import { createHash } from "node:crypto";
import type * as v from "valibot";
import { type Fault, fault, RoleAdvisorError } from "../fault.ts";
import type { Pack, Question, Role, Saying, When } from "./pack.ts";
import { checkReferences } from "./references.ts";
import { noneWord, openWord } from "./reserved.ts";
import * as schema from "./schema.ts";
import { checkShape } from "./shape.ts";
import { readYaml, type YamlText } from "./yaml.ts";

/** Text of each file of a pack, by its name inside the pack's folder: `pack.yaml`, `roles/cto.yaml`, … */
export type PackFiles = Readonly<Record<string, string>>;

/** The files of a pack after reading: their checked values, and the texts with their places. */
export interface PackSource {
  readonly values: PackValues;
  readonly texts: Readonly<Record<string, YamlText>>;
}

/** What the schemas let through, file by file. */
export interface PackValues {
  readonly pack: v.InferOutput<typeof schema.packSchema>;
  readonly traits: v.InferOutput<typeof schema.traitsSchema>;
  readonly topics: v.InferOutput<typeof schema.questionsSchema>;
  readonly roles: Readonly<Record<string, v.InferOutput<typeof schema.roleSchema>>>;
  readonly sources: v.InferOutput<typeof schema.sourcesSchema>;
  readonly guide: v.InferOutput<typeof schema.guideSchema>;
  readonly tests: v.InferOutput<typeof schema.testsSchema>;
  readonly history: v.InferOutput<typeof schema.historySchema>;
  readonly examples: Readonly<Record<string, v.InferOutput<typeof schema.exampleSchema>>>;
}

/**
 * Reads a pack from the texts of its files.
 * @param folder is put before the names of files in faults.
 * @throws RoleAdvisorError with every fault of every file.
 */
export function parsePack(files: PackFiles, folder = ""): Pack {
  return toPack(readPackSource(files, folder).values);
}

/** As `parsePack`, keeping the places of everything for further checks. */
export function readPackSource(files: PackFiles, folder = ""): PackSource {
  const texts: Record<string, YamlText> = {};
  const faults: Fault[] = [];
  const named = (name: string) => (folder === "" ? name : `${folder}/${name}`);
  const read = <const S extends v.GenericSchema>(name: string, shape: S): v.InferOutput<S> | undefined => {
    const text = readYaml(files[name] ?? "", named(name));
    texts[name] = text;
    const checked = checkShape(shape, text);
    if ("value" in checked) return checked.value;
    faults.push(...checked.faults);
    return undefined;
  };
  const needed = <const S extends v.GenericSchema>(name: string, shape: S): v.InferOutput<S> | undefined => {
    if (files[name] !== undefined) return read(name, shape);
    const needs = "a pack has pack.yaml, traits.yaml, questions.yaml, sources.yaml and a file in roles/ for each role";
    faults.push(fault("missing-file", { needs }, { file: named(name) }));
    return undefined;
  };
  const optional = <const S extends v.GenericSchema>(name: string, shape: S, without: v.InferOutput<S>) =>
    files[name] === undefined ? without : read(name, shape);
  const folderOf = <const S extends v.GenericSchema>(name: string, shape: S): Record<string, v.InferOutput<S>> =>
    Object.fromEntries(
      Object.keys(files)
        .filter((file) => file.startsWith(`${name}/`))
        .sort()
        .map((file) => [file.slice(name.length + 1).replace(/\.ya?ml$/, ""), read(file, shape)] as const)
        .filter(([, value]) => value !== undefined),
    );

  const pack = needed("pack.yaml", schema.packSchema);
  const traits = needed("traits.yaml", schema.traitsSchema);
  const topics = needed("questions.yaml", schema.questionsSchema);
  const sources = needed("sources.yaml", schema.sourcesSchema);
  const guide = optional("guide.yaml", schema.guideSchema, []);
  const tests = optional("tests.yaml", schema.testsSchema, []);
  const history = optional("history.yaml", schema.historySchema, {});
  const roles = folderOf("roles", schema.roleSchema);
  for (const id of pack?.roles ?? []) {
    if (files[`roles/${id}.yaml`] === undefined) {
      faults.push(
        fault("missing-file", { needs: `pack.yaml names the role "${id}"` }, { file: named(`roles/${id}.yaml`) }),
      );
    }
  }
  const examples = folderOf("examples", schema.exampleSchema);
  // References are checked as far as the files could be read, so that one run tells all.
  const values = { pack, traits, topics, roles, sources, guide, tests, history, examples };
  faults.push(...checkReferences(values, texts));
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return { values: values as PackValues, texts };
}

/** Checked files as one pack: ids spelled out, defaults filled in, one answer form. */
function toPack({ pack, traits, topics, roles, sources, guide, tests, history, examples }: PackValues): Pack {
  const questions = topics.flatMap((topic) => topic.questions.map((question) => toQuestion(topic.topic, question)));
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
    topics: topics.map((topic) => ({ title: topic.topic, questions: topic.questions.map(({ id }) => id) })),
    questions,
    roles: pack.roles.map((id) => toRole(id, roles[id] as PackValues["roles"][string])),
    sources: sources as Pack["sources"],
    guide: guide.map(({ say = null, ...rest }) => ({ say, ...rest })),
  };
  return {
    ...content,
    hash: `sha256:${createHash("sha256").update(JSON.stringify(content)).digest("hex")}`,
    tests: tests.map((test) => ({ ...test, answers: toAnswers(questions, test.answers) }) as Pack["tests"][number]),
    examples: Object.entries(examples).map(([name, { about, answers }]) => ({
      name,
      about,
      answers: toAnswers(questions, answers),
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

/** Answers as the engine knows them: `unsure` leaves a question out, and `none` stands for no pick where any may be picked. */
function toAnswers(questions: readonly Question[], map: Parameters<typeof asLists>[0]): When {
  const any = questions.filter(({ pick }) => pick === "any").map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(asLists(map))
      .filter(([, [word]]) => word !== openWord)
      .map(([id, picked]) => [id, any.includes(id) && picked[0] === noneWord ? [] : picked]),
  );
}

function asLists(map: Readonly<Record<string, string | readonly string[]>>): When {
  return Object.fromEntries(
    Object.entries(map).map(([id, given]) => [id, typeof given === "string" ? [given] : given]),
  );
}
