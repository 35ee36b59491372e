import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fault, RoleAdvisorError } from "./fault.ts";
import { isOurs } from "./origin.ts";
import { cannotWrite, type Sink, whyNot } from "./output.ts";
import type { World } from "./world.ts";

/** Writes a file whole or not at all. What the program did not write itself is not replaced unless `force` is set. */
export function writeWhole(world: World, name: string, text: string, force = false): void {
  checkReplaceable(world, name, force);
  const file = openWhole(world, name);
  file.add(Buffer.from(text));
  file.finish();
}

/** A file that is written in pieces, and replaces what is there when it is whole. */
export function toFile(world: World, name: string): Sink {
  const { add, finish, abandon } = openWhole(world, name);
  const write = async (bytes: Uint8Array) => {
    add(bytes);
    return true;
  };
  return { write, finish, abandon };
}

interface WholeFile {
  add(bytes: Uint8Array): void;
  finish(): void;
  abandon(): void;
}

/** Beside its place first, then renamed, so that an interrupted run leaves what was there. Only its owner may read it. */
function openWhole(world: World, name: string): WholeFile {
  const { file, isSpecial } = targetOf(resolve(world.cwd(), name));
  const beside = join(dirname(file), `.${basename(file)}.${Math.random().toString(36).slice(2)}.tmp`);
  let descriptor: number | null = null;
  const close = () => {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  };
  const abandon = () => {
    close();
    if (!isSpecial && existsSync(beside)) rmSync(beside);
  };
  const trying = (action: (open: number) => void) => {
    try {
      descriptor ??= isSpecial ? openSync(file, "w") : openSync(beside, "wx", 0o600);
      action(descriptor);
    } catch (error) {
      abandon();
      throw cannotWrite(name, whyNot(error));
    }
  };
  trying(() => {});
  return {
    add: (bytes) =>
      trying((open) => {
        for (let at = 0; at < bytes.length; ) at += writeSync(open, bytes, at);
      }),
    finish: () =>
      trying((open) => {
        if (!isSpecial) fsyncSync(open);
        close();
        if (!isSpecial) renameSync(beside, file);
      }),
    abandon,
  };
}

/** Makes a folder and those above it. Node's own way to do so never ends where nothing can be made, as in /proc. */
export function makeFolder(folder: string, mode?: number): void {
  const above = dirname(folder);
  if (above !== folder && !existsSync(above)) makeFolder(above, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === "EEXIST" && statSync(folder).isDirectory();
    if (!isThere) throw error;
  }
}

/** Writes files, by their names from a folder on, into a folder that is new or empty: nothing is overwritten. */
export function writeNewFolder(world: World, name: string, files: Readonly<Record<string, string>>): void {
  const folder = resolve(world.cwd(), name);
  try {
    makeFolder(folder);
    if (readdirSync(folder).length > 0) throw new RoleAdvisorError([fault("not-empty", {}, { file: name })]);
    for (const [file, text] of Object.entries(files)) {
      makeFolder(dirname(join(folder, file)));
      writeFileSync(join(folder, file), text, { flag: "wx" });
    }
  } catch (error) {
    if (error instanceof RoleAdvisorError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const isTaken = code === "EEXIST" || code === "ENOTDIR";
    throw isTaken ? new RoleAdvisorError([fault("not-empty", {}, { file: name })]) : cannotWrite(name, whyNot(error));
  }
}

/** Writes a file that is not there yet. */
export function writeNewFile(world: World, name: string, text: string): void {
  try {
    writeFileSync(resolve(world.cwd(), name), text, { flag: "wx" });
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === "EEXIST";
    throw cannotWrite(name, isTaken ? "it is there already; rename it first" : whyNot(error));
  }
}

/** Asked before the work is done that a file is for, so that nobody answers in vain. */
export function checkReplaceable(world: World, name: string, force = false): void {
  const { file, isThere, isSpecial } = targetOf(resolve(world.cwd(), name));
  if (isSpecial) return;
  let isOwn: boolean;
  try {
    // The slash asks for a folder.
    accessSync(`${dirname(file)}/`, constants.W_OK);
    isOwn = force || !isThere || isOurs(file);
  } catch (error) {
    throw cannotWrite(name, whyNot(error));
  }
  if (!isOwn) throw cannotWrite(name, "role-advisor did not write what is there; name another file, or give --force");
}

/** Nor is what has another use at the same time: a cohort in its own place would lose its answers. */
export function checkApart(world: World, other: string, name: string, use: string): void {
  const { file, isSpecial } = targetOf(resolve(world.cwd(), name));
  if (!isSpecial && file === fileOf(world, other)) throw cannotWrite(name, `${use}; name another file`);
}

/** The file that a name leads to, there or not: the same for all its names. */
export function fileOf(world: World, name: string): string {
  return targetOf(resolve(world.cwd(), name)).file;
}

interface Target {
  /** The file itself, where a link leads to it: so that a link stays one. */
  readonly file: string;
  readonly isThere: boolean;
  /** A device or a pipe, such as /dev/stdout, is written to and not replaced. */
  readonly isSpecial: boolean;
}

function targetOf(file: string): Target {
  try {
    const stats = statSync(file);
    const isSpecial = !stats.isFile() && !stats.isDirectory();
    return { file: isSpecial ? file : realpathSync(file), isThere: true, isSpecial };
  } catch {
    return { file: inRealFolder(file), isThere: false, isSpecial: false };
  }
}

function inRealFolder(file: string): string {
  const folder = dirname(file);
  return existsSync(folder) ? join(realpathSync(folder), basename(file)) : file;
}
