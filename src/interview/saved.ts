import { readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { asWritten } from "../advice/advise.ts";
import { questionToday, readAnswers } from "../answers/parse.ts";
import { describe, fault, RoleAdvisorError } from "../fault.ts";
import { makeFolder, writeWhole } from "../files.ts";
import { limits } from "../limits.ts";
import { whyNot } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import type { World } from "../world.ts";
import { type Interview, take } from "./state.ts";

/** Interviews on disk, so that one that was stopped can be continued: one file for each pack, for its owner only. */

const format = "role-advisor/interview@1";

/** Where the interview with a pack is kept: the platform's folder for what programs remember. Null where no home is known. */
export function fileFor({ env, platform }: World, pack: Pick<Pack, "id">): string | null {
  const home = env["HOME"] || env["USERPROFILE"];
  const under = (...path: string[]) => (home ? join(home, ...path) : null);
  const given = (folder: string | undefined) => (folder && isAbsolute(folder) ? folder : null);
  const folder =
    platform === "win32"
      ? (given(env["LOCALAPPDATA"]) ?? under("AppData", "Local"))
      : platform === "darwin"
        ? under("Library", "Application Support")
        : (given(env["XDG_STATE_HOME"]) ?? under(".local", "state"));
  return folder && join(folder, "role-advisor", `${pack.id}.json`);
}

/** Writes the interview whole or not at all. @throws RoleAdvisorError if it cannot be written. */
export function keep(world: World, pack: Pack, file: string, interview: Interview): void {
  const { id, version, hash } = pack;
  const record = { format, pack: { id, version, hash }, ...interview, answers: asWritten(pack, interview.answers) };
  try {
    makeFolder(dirname(file), 0o700);
  } catch (error) {
    throw new RoleAdvisorError([fault("cannot-write", { why: whyNot(error) }, { file })]);
  }
  writeWhole(world, file, `${JSON.stringify(record, null, 2)}\n`);
}

/** Removes what was kept, and what a killed program may have left beside it. */
export function forget(world: World, pack: Pick<Pack, "id">): void {
  const file = fileFor(world, pack);
  if (file === null) return;
  try {
    const beside = `.${basename(file)}.`;
    for (const name of readdirSync(dirname(file))) {
      if (name === basename(file) || name.startsWith(beside)) rmSync(join(dirname(file), name), { force: true });
    }
  } catch {
    // Nothing was kept there, or nothing can be removed.
  }
}

/** The interview that was kept, as far as it still fits the pack, and a sentence on what does not. */
export function readKept(pack: Pack, file: string): { interview: Interview | null; say: string | null } {
  let text: string;
  try {
    const about = statSync(file);
    if (!about.isFile()) return setAside(file, "it is not a file");
    if (about.size > limits.fileBytes) return setAside(file, `it holds ${about.size} bytes`);
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { interview: null, say: null };
    return { interview: null, say: describe(fault("cannot-read", { why: whyNot(error) }, { file })) };
  }
  const record = parseRecord(pack, text);
  if (typeof record === "string") return setAside(file, record);

  const known = (id: string) => pack.questions.some((question) => question.id === id);
  const { answers } = readAnswers(pack, record.answers);
  const today = (id: string) => questionToday(pack, id);
  const lost = Object.keys(record.answers)
    .map(today)
    .filter((id) => answers[id] === undefined);
  const again = lost.filter(known);
  const gone = lost.filter((id) => !known(id));
  const interview = {
    answers,
    unsure: record.unsure.map(today).filter((id) => known(id) && answers[id] === undefined),
    asked: record.asked.map(today).filter((id) => known(id) && !again.includes(id)),
    at: record.at !== null && known(today(record.at)) ? today(record.at) : null,
    isQuick: record.isQuick,
  };
  const kept = Object.keys(answers).length;
  const say = lost.length === 0 ? null : describe(fault("changed-pack", { kept, again, gone }, { file }));
  if (kept + interview.unsure.length === 0) return { interview: null, say };
  return { interview: take(pack, interview, { answers: {}, unsure: [] }), say };
}

interface Kept extends Pick<Interview, "unsure" | "asked" | "at" | "isQuick"> {
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The record, or why it is none. */
function parseRecord(pack: Pack, text: string): Kept | string {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return "it is damaged";
  }
  if (!isMap(record) || record["format"] !== format) return `it is not of the format ${format}`;
  const { pack: of, answers, unsure, asked, at, isQuick } = record;
  if (!isMap(of) || of["id"] !== pack.id) return "it belongs to another pack";
  const isWhole = isMap(answers) && areIds(unsure) && areIds(asked) && typeof isQuick === "boolean";
  if (!isWhole || (at !== null && typeof at !== "string")) return "it is damaged";
  return { answers, unsure, asked, at, isQuick };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((id) => typeof id === "string");
}

function setAside(file: string, why: string): { interview: null; say: string } {
  const aside = `${file}.bad`;
  try {
    renameSync(file, aside);
    return { interview: null, say: describe(fault("not-an-interview", { why, aside: basename(aside) }, { file })) };
  } catch (error) {
    return { interview: null, say: describe(fault("cannot-read", { why: `${why}; ${whyNot(error)}` }, { file })) };
  }
}
