import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fault, RoleAdvisorError } from "./fault.ts";
import { isOurs } from "./origin.ts";
import type { Terminal, World } from "./world.ts";

/** The one place that writes to a stream: waits where the reader is slower, and stops where it has gone. */
export async function print(stream: Terminal, text: string): Promise<void> {
  if (stream.destroyed || stream.writableEnded) return;
  if (!stream.write(text)) await Promise.race([once(stream, "drain"), once(stream, "close")]);
}

/**
 * Writes a file whole or not at all: beside it first, then renamed. Only its owner may read it. What the program did not
 * write itself is not replaced unless `force` is set. Devices and pipes are written to as they are.
 */
export function writeWhole(world: World, name: string, text: string, force = false): void {
  checkReplaceable(world, name, force);
  const { file, isSpecial } = targetOf(resolve(world.cwd(), name));
  const beside = join(dirname(file), `.${basename(file)}.${Math.random().toString(36).slice(2)}.tmp`);
  try {
    if (isSpecial) writeFileSync(file, text);
    else {
      writeFileSync(beside, text, { mode: 0o600, flush: true, flag: "wx" });
      renameSync(beside, file);
    }
  } catch (error) {
    if (existsSync(beside)) rmSync(beside);
    throw cannotWrite(name, whyNot(error));
  }
}

/** Writes files, by their names from a folder on, into a folder that is new or empty: nothing is overwritten. */
export function writeNewFolder(world: World, name: string, files: Readonly<Record<string, string>>): void {
  const folder = resolve(world.cwd(), name);
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length > 0) throw new RoleAdvisorError([fault("not-empty", {}, { file: name })]);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text, { flag: "wx" });
    }
  } catch (error) {
    if (error instanceof RoleAdvisorError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const isTaken = code === "EEXIST" || code === "ENOTDIR";
    throw isTaken ? new RoleAdvisorError([fault("not-empty", {}, { file: name })]) : cannotWrite(name, whyNot(error));
  }
}

/** Asked before the work is done that a file is for, so that nobody answers in vain. */
export function checkReplaceable(world: World, name: string, force = false): void {
  const { file, isThere, isSpecial } = targetOf(resolve(world.cwd(), name));
  if (!isThere || isSpecial || force) return;
  let isOwn: boolean;
  try {
    isOwn = isOurs(file);
  } catch (error) {
    throw cannotWrite(name, whyNot(error));
  }
  if (!isOwn) throw cannotWrite(name, "role-advisor did not write what is there; name another file, or give --force");
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
    return { file, isThere: false, isSpecial: false };
  }
}

function cannotWrite(file: string, why: string): RoleAdvisorError {
  return new RoleAdvisorError([fault("cannot-write", { why }, { file })]);
}

/** What the system says of a file, in words. */
export function whyNot(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Record<string, string> = {
    ENOENT: "there is no such file or folder",
    EACCES: "you have no permission; check its owner and mode",
    EPERM: "the system does not permit it",
    EISDIR: "it is a folder; name a file",
    ENOTDIR: "a part of its path is not a folder",
    ENOSPC: "the disk is full; make room and try again",
    EROFS: "the disk can only be read",
  };
  return words[code ?? ""] ?? message;
}
