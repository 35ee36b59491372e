import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { asWritten } from "../advice/as-written.ts";
import { splitCode, writeCode } from "../advice/code.ts";
import type { Answers } from "../advice/scorecard.ts";
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

/** One respondent's answers on one day, kept under a name: a private file of its own. */
export interface Sitting {
  /** As `sittings` prints it, and no other sitting is called. */
  readonly fullName: string;
  readonly name: string;
  /** The day, as 2025-11-03. */
  readonly date: string;
  /** The second of a day is 2. */
  readonly number: number;
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string };
  readonly code: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly file: string;
}

const format = "role-advisor/sitting@1";
const folderName = "sittings";

/**
 * Keeps answers under a name and today's date. Tells the whole name.
 * @throws RoleAdvisorError where the name cannot be one, or nothing can be written.
 */
export function keepSitting(world: World, pack: Pack, answers: Answers, given: string): string {
  const name = checkName(pack, given);
  const date = dayOf(world.now());
  const state = stateFolder(world);
  if (state === null) throw new RoleAdvisorError([fault("no-state-folder", {})]);
  const [file, number] = reserve(join(state, folderName), name, date);
  const { id, version, hash } = pack;
  const kept: Kept = {
    name,
    date,
    pack: { id, version, hash },
    code: writeCode(pack, answers),
    answers: asWritten(pack, answers),
  };
  writeWhole(world, file, `${JSON.stringify({ format, program, ...kept }, null, 2)}\n`);
  return joinName(name, date, number);
}

/** The day where the person is. */
function dayOf(now: Date): string {
  const two = (n: number) => `${n}`.padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** An empty file that nobody else has: the first of the day, the second, … Links are not followed. */
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

/** A name as the beginning of a file's: any script, of one length, and leading nowhere. */
function keyOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 16);
}

/** All sittings whose files begin so, newest first, and the faults of files that are none. */
export function listSittings(world: World, beginning = "") {
  const sittings: Sitting[] = [];
  const faults: Fault[] = [];
  for (const file of keptFiles(world, beginning)) {
    try {
      sittings.push(readSitting(file));
    } catch (error) {
      faults.push(error instanceof RoleAdvisorError ? error.faults[0] : fault("not-a-sitting", {}, { file }));
    }
  }
  return { sittings: sittings.sort(newestFirst), faults };
}

/**
 * The sitting of a name, the newest where the name has no date; of several packs' the given pack's. Null where there is none.
 * @throws RoleAdvisorError where its file is damaged.
 */
export function findSitting(world: World, pack: Pick<Pack, "id">, given: string): Sitting | null {
  const { name, date, number } = splitName(given);
  const { sittings, faults } = listSittings(world, `${keyOf(name)}.${date === undefined ? "" : `${date}.${number}.`}`);
  const sitting = sittings.find((one) => one.pack.id === pack.id) ?? sittings[0];
  if (sitting === undefined && faults.length > 0) throw new RoleAdvisorError(faults);
  return sitting ?? null;
}

/** What was said at a sitting, as far as it fits the pack: ids that it has renamed are read as what they are now. */
export function answersOf(pack: Pack, { pack: made, answers, file }: Sitting): ParsedAnswers {
  if (made.id !== pack.id) {
    const other = fault("answers-of-other-pack", { given: made.id, pack: pack.id }, { file });
    return refuse(other);
  }
  const read = readAnswers(pack, answers);
  return made.version === pack.version && made.hash === pack.hash
    ? read
    : fromVersion(pack, made.version, read, { file });
}

export function removeSitting({ file }: Sitting): void {
  try {
    rmSync(file);
  } catch (error) {
    throw cannotWrite(file, whyNot(error));
  }
}

/** Where no folder is known, nothing was kept: files and codes can be compared all the same. */
function keptFiles(world: World, beginning: string): string[] {
  const state = stateFolder(world);
  if (state === null) return [];
  const folder = join(state, folderName);
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.startsWith("."));
    return names.filter((name) => name.startsWith(beginning)).map((name) => join(folder, name));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw new RoleAdvisorError([fault("cannot-read", { why: whyNot(error) }, { file: folder })]);
  }
}

function newestFirst(a: Sitting, b: Sitting): number {
  return b.date.localeCompare(a.date, "en") || a.name.localeCompare(b.name, "en") || b.number - a.number;
}

/** @throws RoleAdvisorError or SyntaxError where the file holds no sitting. */
function readSitting(file: string): Sitting {
  const number = Number(/\.(\d+)\.json$/.exec(file)?.[1] ?? 1);
  const record: unknown = JSON.parse(readFile(file, file));
  if (!isRecord(record)) throw new RoleAdvisorError([fault("not-a-sitting", {}, { file })]);
  return { ...record, number, fullName: joinName(record.name, record.date, number), file };
}

type Kept = Omit<Sitting, "fullName" | "number" | "file">;

function isRecord(value: unknown): value is Kept {
  if (!isMap(value) || value["format"] !== format) return false;
  const { name, date, code, pack, answers } = value;
  const isDated = typeof date === "string" && /^\d{4}-\d\d-\d\d$/.test(date);
  const isPack = isMap(pack) && [pack["id"], pack["version"], pack["hash"]].every((text) => typeof text === "string");
  return typeof name === "string" && isDated && typeof code === "string" && isPack && isMap(answers);
}

/** What a sitting without a name of its own is called. */
export const defaultName = "me";

/** A name as it is kept: any script, in one form of its letters. @throws RoleAdvisorError where it would be read as something else. */
export function checkName(pack: Pack, given: string): string {
  const name = given.normalize("NFC").trim();
  const why = whyNoName(pack, name);
  if (why !== null) throw new RoleAdvisorError([fault("not-a-name", { given: name, why })]);
  return name;
}

function whyNoName(pack: Pack, name: string): string | null {
  if (name === "") return "it is empty";
  if ([...name].length > limits.name) return `it has more than ${limits.name} characters`;
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)) return "it holds a character that nobody sees";
  if (/[/\\]/.test(name)) return "it holds a slash, and would read as a file";
  if (/^[.-]/.test(name)) return `it starts with "${name.charAt(0)}", and would read as a file or a flag`;
  if (splitCode(name) !== null) return "it would read as a code";
  if (name.includes("@")) return 'it holds "@", which stands before a date';
  if ([...pack.roles, ...pack.neighbours].some(({ id }) => id === name.toLowerCase())) return "it is the id of a role";
  return null;
}

/** The parts of a name as `sittings` prints it: `me`, `me@2025-11-03`, or `me@2025-11-03.2` for the second of a day. */
function splitName(given: string): { readonly name: string; readonly date?: string; readonly number: number } {
  const whole = given.normalize("NFC").trim();
  const [, name = whole, date, number = "1"] = /^(.+)@(\d{4}-\d\d-\d\d)(?:\.(\d{1,6}))?$/.exec(whole) ?? [];
  return date === undefined ? { name, number: 1 } : { name, date, number: Number(number) };
}

function joinName(name: string, date: string, number: number): string {
  return `${name}@${date}${number > 1 ? `.${number}` : ""}`;
}
