import fs from "node:fs";
import { basename, dirname, join, parse, resolve } from "node:path";
import { fault, RoleAdvisorError } from "./fault.ts";
import { limits } from "./limits.ts";
import { cannotWrite, codeOf, type Sink, whyNot } from "./output.ts";
import type { World } from "./world.ts";

/** Writes a file whole or not at all, and replaces what is there. */
export function writeWhole(world: World, name: string, text: string): void {
  writeAt(targetOf(world, name), name, text);
}

/** The same for a file of our own, where a link in its place is not followed, but replaced. */
export function writeUnlinked(file: string, text: string): void {
  writeAt({ file, isSpecial: false }, file, text);
}

function writeAt(target: WriteTarget, name: string, text: string): void {
  const { add, finish } = openWhole(target, name);
  add(Buffer.from(text));
  finish();
}

/** A file that is written in pieces, and replaces what is there when it is whole. */
export function toFile(world: World, name: string): Sink {
  const { add, finish, abandon } = openWhole(targetOf(world, name), name);
  const write = async (bytes: Uint8Array) => {
    add(bytes);
    return true;
  };
  return { write, finish, abandon };
}

/** Beside its place first, then renamed, so that an interrupted run leaves what was there. Only its owner may read it. */
function openWhole({ file, isSpecial }: WriteTarget, name: string) {
  const beside = join(dirname(file), `.${basename(file)}.${Math.random().toString(36).slice(2)}.tmp`);
  let descriptor: number | null = null;
  const close = () => {
    if (descriptor !== null) fs.closeSync(descriptor);
    descriptor = null;
  };
  const abandon = () => {
    close();
    if (!isSpecial && fs.existsSync(beside)) fs.rmSync(beside);
  };
  const trying = (action: (open: number) => void) => {
    try {
      descriptor ??= isSpecial ? fs.openSync(file, "w") : fs.openSync(beside, "wx", 0o600);
      action(descriptor);
    } catch (error) {
      abandon();
      throw cannotWrite(name, whyNot(error));
    }
  };
  trying(() => {});
  return {
    add: (bytes: Uint8Array) =>
      trying((open) => {
        for (let at = 0; at < bytes.length; ) at += fs.writeSync(open, bytes, at);
      }),
    finish: () =>
      trying((open) => {
        if (!isSpecial) fs.fsyncSync(open);
        close();
        if (!isSpecial) fs.renameSync(beside, file);
      }),
    abandon,
  };
}

/** Makes a folder and those above it. Node's own way to do so never ends where nothing can be made, as in /proc. */
export function makeFolder(folder: string, mode?: number): void {
  const above = dirname(folder);
  if (above !== folder && !fs.existsSync(above)) makeFolder(above, mode);
  try {
    fs.mkdirSync(folder, { mode });
  } catch (error) {
    if (codeOf(error) !== "EEXIST" || !fs.statSync(folder).isDirectory()) throw error;
  }
}

/** Writes files, by their names from a folder on, into a folder that is new or empty: nothing is overwritten. */
export function writeNewFolder(world: World, name: string, files: Readonly<Record<string, string>>): void {
  const folder = resolve(world.cwd(), name);
  const taken = new RoleAdvisorError([fault("not-empty", {}, { file: name })]);
  try {
    makeFolder(folder);
    if (fs.readdirSync(folder).length > 0) throw taken;
    for (const [file, text] of Object.entries(files)) {
      makeFolder(dirname(join(folder, file)));
      fs.writeFileSync(join(folder, file), text, { flag: "wx" });
    }
  } catch (error) {
    const isTaken = error === taken || ["EEXIST", "ENOTDIR"].includes(codeOf(error));
    throw isTaken ? taken : cannotWrite(name, whyNot(error));
  }
}

/**
 * A folder to write many files into: new, empty, or where it `isForced` one that keeps whatever else it holds. Each file is
 * written whole, and replaces one of its name.
 */
export function openFolder(world: World, name: string, isForced: boolean) {
  try {
    const folder = resolve(world.cwd(), name);
    makeFolder(folder);
    if (!isForced && fs.readdirSync(folder).length > 0)
      throw new RoleAdvisorError([fault("folder-in-use", {}, { file: name })]);
  } catch (error) {
    throw error instanceof RoleAdvisorError ? error : cannotWrite(name, whyNot(error));
  }
  return { write: (file: string, text: string) => writeWhole(world, join(name, file), text) };
}

/** Writes a file that is not there yet. */
export function writeNewFile(world: World, name: string, text: string): void {
  try {
    fs.writeFileSync(resolve(world.cwd(), name), text, { flag: "wx" });
  } catch (error) {
    throw cannotWrite(name, codeOf(error) === "EEXIST" ? "it is there already; rename it first" : whyNot(error));
  }
}

/** Asked before the work is done that a file is for, so that nobody works in vain: can it be written? */
export function checkWritable(world: World, name: string): void {
  if (name === "-") throw cannotWrite(name, 'it is no name of a file here; "./-" is one');
  const { file, isThere, isSpecial } = targetOf(world, name);
  if (isSpecial) return;
  try {
    // The slash asks for a folder.
    fs.accessSync(`${dirname(file)}/`, fs.constants.W_OK);
    if (isThere) fs.closeSync(fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK));
    if (isThere && fs.statSync(file).isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
  } catch (error) {
    throw cannotWrite(name, whyNot(error));
  }
}

/** The same, where nothing that is there may be replaced either, unless that is asked for. */
export function checkReplaceable(world: World, name: string, force = false): void {
  checkWritable(world, name);
  const found = force ? null : findInTheWay(world, name);
  if (found !== null) throw inTheWay(name, found.date);
}

/** What stands where a result is to go, and the day of its last change. Null where nothing would be lost. */
export function findInTheWay(world: World, name: string): { text: string; date: string } | null {
  const { file, isThere, isSpecial } = targetOf(world, name);
  if (!isThere || isSpecial || fs.statSync(file).size === 0) return null;
  const bytes = fs.readFileSync(file).subarray(0, limits.fileBytes);
  return { text: bytes.toString("utf8"), date: fs.statSync(file).mtime.toISOString().slice(0, 10) };
}

/** The fault of a file that is not replaced. `code` is that of the answers in it, if it has one. */
export function inTheWay(name: string, date: string, code?: string): RoleAdvisorError {
  const what = code === undefined ? `it was last changed on ${date}` : `it holds ${code} of ${date}`;
  return new RoleAdvisorError([fault("in-the-way", { what }, { file: name })]);
}

/** The name where it is free, else one beside it: report-2.html, report-3.html, … */
export function freeName(world: World, name: string): string {
  const { dir, name: stem, ext } = parse(name);
  let free = name;
  for (let n = 2; targetOf(world, free).isThere; n++) free = join(dir, `${stem}-${n}${ext}`);
  return free;
}

/** Nor is what has another use at the same time: a cohort in its own place would lose its answers. */
export function checkApart(world: World, other: string, name: string, use: string): void {
  const { file, isSpecial } = targetOf(world, name);
  if (!isSpecial && file === fileOf(world, other)) throw cannotWrite(name, `${use}; name another file`);
}

/** The file that a name leads to, there or not: the same for all its names. */
export function fileOf(world: World, name: string): string {
  return targetOf(world, name).file;
}

type WriteTarget = Pick<ReturnType<typeof targetOf>, "file" | "isSpecial">;

/**
 * The file itself, where a link leads to it: so that a link stays one. A device or a pipe, such as /dev/stdout, is special:
 * it is written to and not replaced.
 */
function targetOf(world: World, name: string) {
  const file = resolve(world.cwd(), name);
  try {
    const stats = fs.statSync(file);
    const isSpecial = !stats.isFile() && !stats.isDirectory();
    return { file: isSpecial ? file : fs.realpathSync(file), isThere: true, isSpecial };
  } catch (error) {
    if (!["ENOENT", "ENOTDIR"].includes(codeOf(error))) throw cannotWrite(name, whyNot(error));
    return { file: linkedFrom(file), isThere: false, isSpecial: false };
  }
}

/** Where a file is made that is not there yet: at the end of its links, which stay. The system has refused loops by then. */
function linkedFrom(file: string): string {
  const folder = dirname(file);
  const real = fs.existsSync(folder) ? join(fs.realpathSync(folder), basename(file)) : file;
  try {
    return linkedFrom(resolve(dirname(real), fs.readlinkSync(real)));
  } catch {
    return real;
  }
}
