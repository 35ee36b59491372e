import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, type Stats } from "node:fs";
import { uptime, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { asWritten } from "../advice/as-written.ts";
import { isMap, questionToday, readAnswers } from "../answers/read-answers.ts";
import { describe, fault, RoleAdvisorError } from "../fault.ts";
import { makeFolder, writeUnlinked } from "../files.ts";
import { limits } from "../limits.ts";
import { cannotWrite, whyNot } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import type { World } from "../world.ts";
import { type Interview, type Left, take } from "./state.ts";

/** Interviews that are not finished, on disk: a file for each of them, for its owner only. */

const format = "role-advisor/interview@1";
const hour = 3_600_000;

/** A name that no other interview has. */
export function newFile(folder: string, { id }: Pick<Pack, "id">): string {
  return join(folder, `${id}.${Math.random().toString(36).slice(2, 10)}.json`);
}

/**
 * Writes an interview whole or not at all. `pid` is the process that asks it, null once it is stopped.
 * @throws RoleAdvisorError if it cannot be written.
 */
export function writeInterview(pack: Pack, file: string, interview: Interview, pid: number | null): void {
  const { id, version, hash } = pack;
  const [answers, drafts] = [asWritten(pack, interview.answers), asWritten(pack, interview.drafts)];
  const record = { format, pack: { id, version, hash }, pid, ...interview, answers, drafts };
  const folder = dirname(file);
  try {
    makeFolder(folder, 0o700);
    refuseForeignLink(folder);
  } catch (error) {
    throw error instanceof RoleAdvisorError ? error : cannotWrite(file, whyNot(error));
  }
  writeUnlinked(file, `${JSON.stringify(record, null, 2)}\n`);
}

/** In a folder that others may write to as well, a link may have been put where ours was. */
function refuseForeignLink(folder: string): void {
  const about = lstatSync(folder);
  if (about.isSymbolicLink() && ![about.uid, -1].includes(userInfo().uid))
    throw cannotWrite(folder, "it is a link that somebody else has made; remove it, or set XDG_STATE_HOME");
}

/** Removes an interview, or what a killed program has left of one. */
export function removeInterview(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What cannot be removed is offered again.
  }
}

/** What there is to continue: the interviews of this pack that were left, as far as they still fit it. */
export function readUnfinished(world: World, pack: Pack, folder: string) {
  const newest = filesOf(folder, pack).sort((a, b) => b.about.mtimeMs - a.about.mtimeMs);
  const found = newest.map(({ name, about }) => readOne(world, pack, join(folder, name), about));
  return {
    /** Those that nobody is answering, newest first. */
    left: found.flatMap(({ left = [] }) => left),
    /** How many are being answered in another terminal. */
    elsewhere: found.filter(({ isElsewhere }) => isElsewhere).length,
    /** What is wrong with others, in sentences. */
    say: found.flatMap(({ say = [] }) => say),
  };
}

/** The files of a pack's interviews; what a killed program has left of one is removed by the way. */
function filesOf(folder: string, { id }: Pack): { readonly name: string; readonly about: Stats }[] {
  try {
    refuseForeignLink(folder);
    const names = readdirSync(folder).filter((name) => name.replace(/^\./, "").startsWith(`${id}.`));
    const found = names.map((name) => ({ name, about: lstatSync(join(folder, name)) }));
    for (const { name, about } of found)
      if (name.endsWith(".tmp") && about.mtimeMs < Date.now() - hour) removeInterview(join(folder, name));
    return found.filter(({ name }) => name.endsWith(".json") && !name.startsWith("."));
  } catch {
    // There is no such folder, or it is not ours to read; the first answer tells whether it can be written to.
    return [];
  }
}

interface One {
  readonly left?: Left;
  readonly isElsewhere?: boolean;
  readonly say?: string;
}

function readOne(world: World, pack: Pack, file: string, about: Stats): One {
  if (!about.isFile()) return { say: cannotRead(file, "it is not a file") };
  if (about.size > limits.fileBytes) return setAside(file, `it holds ${about.size} bytes`);
  let record: unknown;
  try {
    record = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    return error instanceof SyntaxError ? setAside(file, "it is damaged") : { say: cannotRead(file, whyNot(error)) };
  }
  if (!isMap(record) || record["format"] !== format) return setAside(file, `it is not of the format ${format}`);
  if (!isKept(record)) return setAside(file, "it is damaged");
  // Another pack may have the same id; an earlier version of this one has another version.
  const { id, version, hash } = record.pack;
  if (id !== pack.id || (version === pack.version && hash !== pack.hash)) return {};
  const hasStarted = about.mtimeMs > Date.now() - uptime() * 1000;
  const { pid = null } = record;
  if (pid !== null && pid !== world.pid && hasStarted && world.isRunning(pid)) return { isElsewhere: true };
  return fitted(pack, record, file, about.mtime);
}

/** The interview as far as it still fits the pack, and a sentence on what does not. */
function fitted(pack: Pack, record: Kept, file: string, mtime: Date): One {
  const { answers } = readAnswers(pack, record.answers);
  const today = (id: string) => questionToday(pack, id);
  const known = (id: string) => pack.questions.some((question) => question.id === id);
  const isOpen = (id: string) => answers[id] === undefined;
  const lost = Object.keys(record.answers).map(today).filter(isOpen);
  const again = lost.filter(known);
  const gone = lost.filter((id) => !known(id));
  const { isQuick, isEdit } = record;
  const interview = {
    answers,
    unsure: record.unsure.map(today).filter((id) => known(id) && isOpen(id)),
    asked: record.asked.map(today).filter((id) => known(id) && !again.includes(id)),
    at: [record.at ?? ""].map(today).find(known) ?? null,
    isQuick,
    drafts: readAnswers(pack, record.drafts).answers,
    isEdit,
  };
  const kept = Object.keys(answers).length;
  const say = lost.length === 0 ? {} : { say: describe(fault("changed-pack", { kept, again, gone }, { file })) };
  if (kept + interview.unsure.length === 0) return say;
  const stopped = mtime.toLocaleString("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  return { left: { file, interview: take(pack, interview, { answers: {}, unsure: [] }), stopped }, ...say };
}

type Kept = Pick<Interview, "unsure" | "asked" | "at" | "isQuick" | "isEdit"> & {
  readonly pack: Readonly<Record<string, unknown>>;
  readonly pid?: number | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly drafts: Readonly<Record<string, unknown>>;
};

function isKept(record: Readonly<Record<string, unknown>>): record is Kept {
  const { pack, pid = null, answers, drafts, unsure, asked, at, isQuick, isEdit } = record;
  return (
    [pack, answers, drafts].every(isMap) &&
    [unsure, asked].every(areIds) &&
    [isQuick, isEdit].every((value) => typeof value === "boolean") &&
    (at === null || typeof at === "string") &&
    (pid === null || isPid(pid))
  );
}

function isPid(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 && value < 2 ** 31;
}

function areIds(value: unknown): boolean {
  return Array.isArray(value) && value.every((id) => typeof id === "string");
}

function cannotRead(file: string, why: string): string {
  return describe(fault("cannot-read", { why }, { file }));
}

function setAside(file: string, why: string): One {
  const aside = `${file}.bad`;
  try {
    renameSync(file, aside);
    return { say: describe(fault("not-an-interview", { why, aside: basename(aside) }, { file })) };
  } catch (error) {
    return { say: cannotRead(file, `${why}; ${whyNot(error)}`) };
  }
}
