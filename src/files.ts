import fs from "node:fs";
import { basename, dirname, join, parse, resolve } from "node:path";
import { fault, RoleAdvisorError } from "./fault.ts";
import { limits } from "./limits.ts";
import { cannotWrite, codeOf, type Sink, whyNot } from "./output.ts";
import type { World } from "./world.ts";

/** Writes a file completely or not at all, and replaces an existing one. */
export function writeWhole(world: World, name: string, text: string): void {
  writeAt(targetOf(world, name), name, text);
}

/** As `writeWhole`, for a file of the program's own state: a symbolic link in its place is replaced, not followed. */
export function writeUnlinked(file: string, text: string): void {
  writeAt({ file, isSpecial: false }, file, text);
}

function writeAt(target: WriteTarget, name: string, text: string): void {
  const { add, finish } = openWhole(target, name);
  add(Buffer.from(text));
  finish();
}

/** Opens a file that is written in pieces. It replaces an existing one when it is complete. */
export function toFile(world: World, name: string): Sink {
  const { add, finish, abandon } = openWhole(targetOf(world, name), name);
  const write = async (bytes: Uint8Array) => {
    add(bytes);
    return true;
  };
  return { write, finish, abandon };
}

/** Writes a temporary file that only its owner can read, and renames it at the end: interrupted runs change nothing. */
function openWhole({ file, isSpecial }: WriteTarget, name: string) {
  const temporary = join(dirname(file), `.${basename(file)}.${Math.random().toString(36).slice(2)}.tmp`);
  let descriptor: number | null = null;
  const close = () => {
    if (descriptor !== null) fs.closeSync(descriptor);
    descriptor = null;
  };
  const abandon = () => {
    close();
    if (!isSpecial && fs.existsSync(temporary)) fs.rmSync(temporary);
  };
  const attempt = (action: (open: number) => void) => {
    try {
      descriptor ??= isSpecial ? fs.openSync(file, "w") : fs.openSync(temporary, "wx", 0o600);
      action(descriptor);
    } catch (error) {
      abandon();
      throw cannotWrite(name, whyNot(error));
    }
  };
  attempt(() => {});
  return {
    add: (bytes: Uint8Array) =>
      attempt((open) => {
        for (let at = 0; at < bytes.length; ) at += fs.writeSync(open, bytes, at);
      }),
    finish: () =>
      attempt((open) => {
        if (!isSpecial) fs.fsyncSync(open);
        close();
        if (!isSpecial) fs.renameSync(temporary, file);
      }),
    abandon,
  };
}

/** Creates a folder and its missing parents. Node's `mkdirSync` with `recursive` never returns under /proc. */
export function makeFolder(folder: string, mode?: number): void {
  const above = dirname(folder);
  if (above !== folder && !fs.existsSync(above)) makeFolder(above, mode);
  try {
    fs.mkdirSync(folder, { mode });
  } catch (error) {
    if (codeOf(error) !== "EEXIST" || !fs.statSync(folder).isDirectory()) throw error;
  }
}

/** Writes files, given as texts by their path inside the folder, into a new or empty folder. Overwrites nothing. */
export function writeNewFolder(world: World, name: string, files: Readonly<Record<string, string>>): void {
  const folder = resolve(world.cwd(), name);
  const notEmpty = new RoleAdvisorError([fault("not-empty", {}, { file: name })]);
  try {
    makeFolder(folder);
    if (fs.readdirSync(folder).length > 0) throw notEmpty;
    for (const [file, text] of Object.entries(files)) {
      makeFolder(dirname(join(folder, file)));
      fs.writeFileSync(join(folder, file), text, { flag: "wx" });
    }
  } catch (error) {
    const isInUse = error === notEmpty || ["EEXIST", "ENOTDIR"].includes(codeOf(error));
    throw isInUse ? notEmpty : cannotWrite(name, whyNot(error));
  }
}

/**
 * Opens a folder for writing many files. It must be new or empty; with `isForced` it may hold other files, which stay.
 * Each file is written completely or not at all, and replaces an existing one of its name.
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

/** Writes a file, and refuses to if it exists. */
export function writeNewFile(world: World, name: string, text: string): void {
  try {
    fs.writeFileSync(resolve(world.cwd(), name), text, { flag: "wx" });
  } catch (error) {
    throw cannotWrite(name, codeOf(error) === "EEXIST" ? "it already exists; rename it first" : whyNot(error));
  }
}

/** Throws if a file cannot be written. Commands call this first, so that nobody answers or waits in vain. */
export function checkWritable(world: World, name: string): void {
  if (name === "-") throw cannotWrite(name, 'it is no name of a file here; "./-" is one');
  const { file, isThere, isSpecial } = targetOf(world, name);
  if (isSpecial) return;
  try {
    // The slash makes the check fail if this is not a folder.
    fs.accessSync(`${dirname(file)}/`, fs.constants.W_OK);
    if (isThere) fs.closeSync(fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK));
    if (isThere && fs.statSync(file).isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
  } catch (error) {
    throw cannotWrite(name, whyNot(error));
  }
}

/** As `checkWritable`, and throws also if the file exists, unless `force` is set. */
export function checkReplaceable(world: World, name: string, force = false): void {
  checkWritable(world, name);
  const existing = force ? null : findInTheWay(world, name);
  if (existing !== null) throw inTheWay(name, existing.date);
}

/** The text of the file that a result would replace, and the day of its last change. Null if nothing would be lost. */
export function findInTheWay(world: World, name: string): { text: string; date: string } | null {
  const { file, isThere, isSpecial } = targetOf(world, name);
  if (!isThere || isSpecial || fs.statSync(file).size === 0) return null;
  const bytes = fs.readFileSync(file).subarray(0, limits.fileBytes);
  return { text: bytes.toString("utf8"), date: fs.statSync(file).mtime.toISOString().slice(0, 10) };
}

/** The error for a file that is not replaced. `code` is the code of the answers in the file, if it holds one. */
export function inTheWay(name: string, date: string, code?: string): RoleAdvisorError {
  const what = code === undefined ? `it was last changed on ${date}` : `it holds ${code} of ${date}`;
  return new RoleAdvisorError([fault("in-the-way", { what }, { file: name })]);
}

/** Returns the name if no such file exists, else the first free one of report-2.html, report-3.html, … */
export function freeName(world: World, name: string): string {
  const { dir, name: stem, ext } = parse(name);
  let free = name;
  for (let n = 2; targetOf(world, free).isThere; n++) free = join(dir, `${stem}-${n}${ext}`);
  return free;
}

/** Throws if an output is `other`, the file with that `use`: a cohort written over its input would lose its answers. */
export function checkApart(world: World, other: string, name: string, use: string): void {
  const { file, isSpecial } = targetOf(world, name);
  if (!isSpecial && file === fileOf(world, other)) throw cannotWrite(name, `${use}; name another file`);
}

/** The path of the file that a name leads to, whether it exists or not. All names of a file give the same path. */
export function fileOf(world: World, name: string): string {
  return targetOf(world, name).file;
}

type WriteTarget = Pick<ReturnType<typeof targetOf>, "file" | "isSpecial">;

/**
 * Follows symbolic links to the file itself, so that writing does not replace a link by a file. A device or a pipe is
 * special, such as /dev/stdout: the program writes to it and does not replace it.
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

/** Where to create a file that does not exist: at the end of its links. `statSync` has refused loops before. */
function linkedFrom(file: string): string {
  const folder = dirname(file);
  const real = fs.existsSync(folder) ? join(fs.realpathSync(folder), basename(file)) : file;
  try {
    return linkedFrom(resolve(dirname(real), fs.readlinkSync(real)));
  } catch {
    return real;
  }
}
