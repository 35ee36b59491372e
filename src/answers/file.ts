import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fault, RoleAdvisorError } from "../fault.ts";
import { whyNot } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { quoted } from "../pack/shape.ts";
import { mostBytes, type Path, readYaml } from "../pack/yaml.ts";
import type { World } from "../world.ts";
import { fromVersion, type Places, type Read, readAnswers } from "./parse.ts";

/** Answers from a file, and whether it is a saved advice, which is complete as it is. */
export interface AnswersFile extends Read {
  readonly isAdvice: boolean;
}

/** Reads an answers file in YAML or JSON: a map of question to option, or a record with such a map under `answers`. */
export async function readAnswersFile(world: World, pack: Pack, name: string): Promise<AnswersFile> {
  const { text, file } = await readGiven(world, name);
  return parseAnswersText(pack, text, file);
}

/** The text of a file, or of standard input for "-", and what faults call it. */
export async function readGiven(world: World, name: string): Promise<{ text: string; file: string }> {
  if (name === "-") return { text: await readAll(world), file: "standard input" };
  if (name === "") {
    const why = "the name of a file is empty; write one, or - for standard input";
    throw new RoleAdvisorError([fault("usage", { why })]);
  }
  return { text: readText(world, name), file: name };
}

/** As `readAnswersFile`, for a text that was read already. `file` is what faults call it. */
export function parseAnswersText(pack: Pack, text: string, file: string): AnswersFile {
  const yaml = readYaml(text, file);
  if (yaml.faults.length > 0) return { answers: {}, unsure: [], faults: yaml.faults, isAdvice: false };
  const record = yaml.value ?? {};
  if (!isMap(record)) return wrong(quoted(record), {});
  const isNested = "answers" in record;
  const answers = isNested ? record["answers"] : record;
  if (!isMap(answers)) return wrong(answers === null ? "nothing" : quoted(answers), yaml.at(["answers"]));
  const path: Path = isNested ? ["answers"] : [];
  const places: Places = {
    question: (id) => yaml.keyAt([...path, id]),
    answer: (id, index) => yaml.at(index === undefined ? [...path, id] : [...path, id, index]),
  };
  const made = isNested && isMap(record["pack"]) ? record["pack"] : {};
  if (typeof made["id"] === "string" && made["id"] !== pack.id) {
    const other = fault("answers-of-other-pack", { given: made["id"], pack: pack.id }, yaml.at(["pack", "id"]));
    return { answers: {}, unsure: [], faults: [other], isAdvice: false };
  }
  const read = readAnswers(pack, answers, places);
  const { version = pack.version, hash = pack.hash } = made;
  const isCurrent = version === pack.version && hash === pack.hash;
  const isAdvice = isNested && `${record["format"]}`.startsWith("role-advisor/advice@");
  const fitting = isCurrent ? read : fromVersion(pack, `${version}`, read, { file });
  // A record may hold anything else beside its answers; what is called as a question is more likely meant as one.
  const beside = isNested && !isAdvice ? pack.questions.filter(({ id }) => Object.hasOwn(record, id)) : [];
  if (beside.length === 0) return { ...fitting, isAdvice };
  const unread = beside.map(({ id }) => fault("beside-answers", { question: id }, yaml.keyAt([id])));
  return { ...fitting, warnings: [...(fitting.warnings ?? []), ...unread], isAdvice };

  function wrong(received: string, place: object): AnswersFile {
    return {
      answers: {},
      unsure: [],
      faults: [fault("not-answers", { received }, { file, ...place })],
      isAdvice: false,
    };
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of a file that is no larger than any of ours may be. */
function readText(world: World, file: string): string {
  const path = resolve(world.cwd(), file);
  try {
    const bytes = statSync(path).size;
    if (bytes > mostBytes) throw new RoleAdvisorError([fault("too-large", { bytes, most: mostBytes }, { file })]);
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof RoleAdvisorError) throw error;
    throw new RoleAdvisorError([fault("cannot-read", { why: whyNot(error) }, { file })]);
  }
}

/** Standard input to its end, or to where it is more than a file may hold. */
async function readAll({ stdin }: World): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stdin) {
    const part = Buffer.from(chunk);
    chunks.push(part);
    bytes += part.length;
    if (bytes > mostBytes) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}
