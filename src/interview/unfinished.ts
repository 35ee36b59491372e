import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, type Stats } from "node:fs";
import { uptime, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { asWritten } from "../advice/written-answers.ts";
import { isMap, questionToday, readAnswers } from "../answers/read-answers.ts";
import { describe, fault, RoleAdvisorError } from "../fault.ts";
import { makeFolder, writeUnlinked } from "../files.ts";
import { limits } from "../limits.ts";
import { cannotWrite, whyNot } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import type { World } from "../world.ts";
import { applyPreset, type Interview, type UnfinishedInterview } from "./state.ts";

/** Unfinished interviews on disk: one file for each, which only its owner can read. */

const format = "role-advisor/interview@1";
const hour = 3_600_000;

export function newFile(folder: string, { id }: Pick<Pack, "id">): string {
  return join(folder, `${id}.${Math.random().toString(36).slice(2, 10)}.json`);
}

/**
 * Writes an interview completely or not at all. `pid` is the process that asks the questions; null once it is stopped.
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

/** If other users can write to the parent folder, one of them may have put a link in place of our folder. */
function refuseForeignLink(folder: string): void {
  const about = lstatSync(folder);
  if (about.isSymbolicLink() && ![about.uid, -1].includes(userInfo().uid))
    throw cannotWrite(folder, "it is a link that somebody else has made; remove it, or set XDG_STATE_HOME");
}

/** Removes the file of an interview, or a temporary file that a killed program left behind. */
export function removeInterview(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The next run offers the interview again.
  }
}

/** Reads the unfinished interviews of this pack, as far as they still fit it. */
export function readUnfinished(world: World, pack: Pack, folder: string) {
  const newest = filesOf(folder, pack).sort((a, b) => b.about.mtimeMs - a.about.mtimeMs);
  const contents = newest.map(({ name, about }) => readInterview(world, pack, join(folder, name), about));
  return {
    /** Interviews that nobody is answering, newest first. */
    unfinished: contents.flatMap(({ unfinished = [] }) => unfinished),
    /** The number of interviews that are being answered in other terminals. */
    activeElsewhere: contents.filter(({ isElsewhere }) => isElsewhere).length,
    /** Sentences about files that could not be used, or only in part. */
    warnings: contents.flatMap(({ warning = [] }) => warning),
  };
}

/** Lists the interview files of a pack, and removes temporary files that a killed program left behind an hour ago or more. */
function filesOf(folder: string, { id }: Pack): { readonly name: string; readonly about: Stats }[] {
  try {
    refuseForeignLink(folder);
    const names = readdirSync(folder).filter((name) => name.replace(/^\./, "").startsWith(`${id}.`));
    const files = names.map((name) => ({ name, about: lstatSync(join(folder, name)) }));
    for (const { name, about } of files)
      if (name.endsWith(".tmp") && about.mtimeMs < Date.now() - hour) removeInterview(join(folder, name));
    return files.filter(({ name }) => name.endsWith(".json") && !name.startsWith("."));
  } catch {
    // The folder does not exist or cannot be read. Saving the first answer reports it if it cannot be written to either.
    return [];
  }
}

interface FileContent {
  readonly unfinished?: UnfinishedInterview;
  readonly isElsewhere?: boolean;
  readonly warning?: string;
}

function readInterview(world: World, pack: Pack, file: string, about: Stats): FileContent {
  if (!about.isFile()) return { warning: cannotRead(file, "it is not a file") };
  if (about.size > limits.fileBytes) return setAside(file, `it holds ${about.size} bytes`);
  let record: unknown;
  try {
    record = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    return error instanceof SyntaxError
      ? setAside(file, "it is damaged")
      : { warning: cannotRead(file, whyNot(error)) };
  }
  if (!isMap(record) || record["format"] !== format) return setAside(file, `it is not of the format ${format}`);
  if (!isInterviewRecord(record)) return setAside(file, "it is damaged");
  // Another pack may have the same id and version, but has another hash. Earlier versions of this pack are read.
  const { id, version, hash } = record.pack;
  if (id !== pack.id || (version === pack.version && hash !== pack.hash)) return {};
  const hasStarted = about.mtimeMs > Date.now() - uptime() * 1000;
  const { pid = null } = record;
  if (pid !== null && pid !== world.pid && hasStarted && world.isRunning(pid)) return { isElsewhere: true };
  return fitToPack(pack, record, file, about.mtime);
}

/** Returns the part of the interview that still fits the pack, and a warning about answers that do not. */
function fitToPack(pack: Pack, record: InterviewRecord, file: string, mtime: Date): FileContent {
  const { answers } = readAnswers(pack, record.answers);
  const toCurrentId = (id: string) => questionToday(pack, id);
  const isKnown = (id: string) => pack.questions.some((question) => question.id === id);
  const isOpen = (id: string) => answers[id] === undefined;
  const lost = Object.keys(record.answers).map(toCurrentId).filter(isOpen);
  const again = lost.filter(isKnown);
  const gone = lost.filter((id) => !isKnown(id));
  const { isQuick, isEdit } = record;
  const interview = {
    answers,
    unsure: record.unsure.map(toCurrentId).filter((id) => isKnown(id) && isOpen(id)),
    asked: record.asked.map(toCurrentId).filter((id) => isKnown(id) && !again.includes(id)),
    at: [record.at ?? ""].map(toCurrentId).find(isKnown) ?? null,
    isQuick,
    drafts: readAnswers(pack, record.drafts).answers,
    isEdit,
  };
  const kept = Object.keys(answers).length;
  const warning =
    lost.length === 0 ? {} : { warning: describe(fault("changed-pack", { kept, again, gone }, { file })) };
  if (kept + interview.unsure.length === 0) return warning;
  const stoppedAt = mtime.toLocaleString("en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  const unfinished = { file, interview: applyPreset(pack, interview, { answers: {}, unsure: [] }), stoppedAt };
  return { unfinished, ...warning };
}

type InterviewRecord = Pick<Interview, "unsure" | "asked" | "at" | "isQuick" | "isEdit"> & {
  readonly pack: Readonly<Record<string, unknown>>;
  readonly pid?: number | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly drafts: Readonly<Record<string, unknown>>;
};

function isInterviewRecord(record: Readonly<Record<string, unknown>>): record is InterviewRecord {
  const { pack, pid = null, answers, drafts, unsure, asked, at, isQuick, isEdit } = record;
  const isText = (value: unknown) => typeof value === "string";
  return (
    [pack, answers, drafts].every(isMap) &&
    [unsure, asked].every((ids) => Array.isArray(ids) && ids.every(isText)) &&
    [isQuick, isEdit].every((value) => typeof value === "boolean") &&
    (at === null || isText(at)) &&
    (pid === null || (typeof pid === "number" && Number.isInteger(pid) && pid > 0 && pid < 2 ** 31))
  );
}

function cannotRead(file: string, why: string): string {
  return describe(fault("cannot-read", { why }, { file }));
}

/** Renames a file that is not a valid interview, so that it is not offered again. */
function setAside(file: string, why: string): FileContent {
  const aside = `${file}.bad`;
  try {
    renameSync(file, aside);
    return { warning: describe(fault("not-an-interview", { why, aside: basename(aside) }, { file })) };
  } catch (error) {
    return { warning: cannotRead(file, `${why}; ${whyNot(error)}`) };
  }
}
