import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { splitCode, writeCode } from "../advice/code.ts";
import type { Answers } from "../advice/scorecard.ts";
import { asWritten } from "../advice/written-answers.ts";
import { fromVersion, isMap, type ParsedAnswers, readAnswers, refuse } from "../answers/read-answers.ts";
import { type Fault, fault, RoleAdvisorError } from "../fault.ts";
import { makeFolder, writeWhole } from "../files.ts";
import { limits } from "../limits.ts";
import { cannotWrite, codeOf, whyNot } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { readFile } from "../read-text.ts";
import { stateFolder } from "../state-folder.ts";
import { version as program } from "../version.ts";
import type { World } from "../world.ts";

/** One respondent's answers on one day, kept under a name in a private file. */
export interface Sitting {
  /** The unique name that `sittings` prints: name, date and, from the second sitting of a day, number. */
  readonly fullName: string;
  readonly name: string;
  /** The day, as 2025-11-03. */
  readonly date: string;
  /** Counts the sittings of a name on one day, from 1. */
  readonly number: number;
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string };
  readonly code: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly file: string;
}

const format = "role-advisor/sitting@1";
const folderName = "sittings";

/**
 * Keeps answers under a name and today's date. Returns the full name.
 * @throws RoleAdvisorError if the name is not valid, or the file cannot be written.
 */
export function keepSitting(world: World, pack: Pack, answers: Answers, wantedName: string): string {
  const name = checkName(pack, wantedName);
  const date = dayOf(world.now());
  const state = stateFolder(world);
  if (state === null) throw new RoleAdvisorError([fault("no-state-folder", {})]);
  const [file, number] = reserve(join(state, folderName), name, date);
  const { id, version, hash } = pack;
  const record: SittingRecord = {
    name,
    date,
    pack: { id, version, hash },
    code: writeCode(pack, answers),
    answers: asWritten(pack, answers),
  };
  writeWhole(world, file, `${JSON.stringify({ format, program, ...record }, null, 2)}\n`);
  return joinName(name, date, number);
}

/** The date in the local time zone, as 2025-11-03. */
function dayOf(now: Date): string {
  const two = (n: number) => `${n}`.padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Creates an empty file under the first free number of the day. The flag "wx" follows no link and replaces no file. */
function reserve(folder: string, name: string, date: string): [file: string, number: number] {
  for (let number = 1; ; number++) {
    const file = join(folder, `${keyOf(name)}.${date}.${number}.json`);
    try {
      makeFolder(folder, 0o700);
      closeSync(openSync(file, "wx", 0o600));
      return [file, number];
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw cannotWrite(file, whyNot(error));
    }
  }
}

/** Hashes a name for the start of the file name: names in any script get the same length, and none contains a path. */
function keyOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 16);
}

/** Lists sittings, newest first, and a fault for each file that holds none. `prefix` filters the names of files. */
export function listSittings(world: World, prefix = "") {
  const sittings: Sitting[] = [];
  const faults: Fault[] = [];
  for (const file of sittingFiles(world, prefix)) {
    try {
      sittings.push(readSitting(file));
    } catch (error) {
      faults.push(error instanceof RoleAdvisorError ? error.faults[0] : fault("not-a-sitting", {}, { file }));
    }
  }
  return { sittings: sittings.sort(newestFirst), faults };
}

/**
 * Finds the sitting of a name, or the newest one if the name has no date. A sitting of this pack is preferred to those
 * of other packs. Null if there is none. @throws RoleAdvisorError if its file is damaged.
 */
export function findSitting(world: World, pack: Pick<Pack, "id">, fullName: string): Sitting | null {
  const { name, date, number } = splitName(fullName);
  const { sittings, faults } = listSittings(world, `${keyOf(name)}.${date === undefined ? "" : `${date}.${number}.`}`);
  const sitting = sittings.find((candidate) => candidate.pack.id === pack.id) ?? sittings[0];
  if (sitting === undefined && faults.length > 0) throw new RoleAdvisorError(faults);
  return sitting ?? null;
}

/** Reads the answers of a sitting as far as they fit the pack. Ids that the pack has renamed are converted. */
export function answersOf(pack: Pack, { pack: origin, answers, file }: Sitting): ParsedAnswers {
  if (origin.id !== pack.id) {
    return refuse(fault("answers-of-other-pack", { given: origin.id, pack: pack.id }, { file }));
  }
  const parsed = readAnswers(pack, answers);
  const isSamePack = origin.version === pack.version && origin.hash === pack.hash;
  return isSamePack ? parsed : fromVersion(pack, origin.version, parsed, { file });
}

export function removeSitting({ file }: Sitting): void {
  try {
    rmSync(file);
  } catch (error) {
    throw cannotWrite(file, whyNot(error));
  }
}

/** Without a state folder there are no sittings, but that is no error: files and codes can still be compared. */
function sittingFiles(world: World, prefix: string): string[] {
  const state = stateFolder(world);
  if (state === null) return [];
  const folder = join(state, folderName);
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.startsWith("."));
    return names.filter((name) => name.startsWith(prefix)).map((name) => join(folder, name));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw new RoleAdvisorError([fault("cannot-read", { why: whyNot(error) }, { file: folder })]);
  }
}

function newestFirst(a: Sitting, b: Sitting): number {
  return b.date.localeCompare(a.date, "en") || a.name.localeCompare(b.name, "en") || b.number - a.number;
}

/** @throws RoleAdvisorError or SyntaxError if the file holds no sitting. */
function readSitting(file: string): Sitting {
  const number = Number(/\.(\d+)\.json$/.exec(file)?.[1] ?? 1);
  const record: unknown = JSON.parse(readFile(file, file));
  if (!isRecord(record)) throw new RoleAdvisorError([fault("not-a-sitting", {}, { file })]);
  return { ...record, number, fullName: joinName(record.name, record.date, number), file };
}

type SittingRecord = Omit<Sitting, "fullName" | "number" | "file">;

function isRecord(value: unknown): value is SittingRecord {
  if (!isMap(value) || value["format"] !== format) return false;
  const { name, date, code, pack, answers } = value;
  const isDated = typeof date === "string" && /^\d{4}-\d\d-\d\d$/.test(date);
  const isPack = isMap(pack) && [pack["id"], pack["version"], pack["hash"]].every((text) => typeof text === "string");
  return typeof name === "string" && isDated && typeof code === "string" && isPack && isMap(answers);
}

/** The name of a sitting when the user names none. */
export const defaultName = "me";

/** Normalizes the name of a sitting. @throws RoleAdvisorError if a command would read it as something else. */
export function checkName(pack: Pack, text: string): string {
  const name = text.normalize("NFC").trim();
  const why = whyNoName(pack, name);
  if (why !== null) throw new RoleAdvisorError([fault("not-a-name", { given: name, why })]);
  return name;
}

function whyNoName(pack: Pack, name: string): string | null {
  if (name === "") return "it is empty";
  if ([...name].length > limits.name) return `it has more than ${limits.name} characters`;
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)) return "it has an invisible character";
  if (/[/\\]/.test(name)) return "it has a slash, like the path of a file";
  if (/^[.-]/.test(name)) return `it starts with "${name.charAt(0)}", like a file or a flag`;
  if (splitCode(name) !== null) return "it looks like a code";
  if (name.includes("@")) return 'it holds "@", which stands before a date';
  if ([...pack.roles, ...pack.neighbours].some(({ id }) => id === name.toLowerCase())) return "it is the id of a role";
  return null;
}

/** Splits a full name: `me`, `me@2025-11-03`, or `me@2025-11-03.2` for the second sitting of a day. */
function splitName(fullName: string): { readonly name: string; readonly date?: string; readonly number: number } {
  const whole = fullName.normalize("NFC").trim();
  const [, name = whole, date, number = "1"] = /^(.+)@(\d{4}-\d\d-\d\d)(?:\.(\d{1,6}))?$/.exec(whole) ?? [];
  return date === undefined ? { name, number: 1 } : { name, date, number: Number(number) };
}

function joinName(name: string, date: string, number: number): string {
  return `${name}@${date}${number > 1 ? `.${number}` : ""}`;
}
