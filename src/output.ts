import { once } from "node:events";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fault, RoleAdvisorError } from "./fault.ts";
import type { Terminal, World } from "./world.ts";

/** The one place that writes to a stream: waits where the reader is slower, and stops where it has gone. */
export async function print(stream: Terminal, text: string): Promise<void> {
  if (stream.destroyed || stream.writableEnded) return;
  if (!stream.write(text)) await Promise.race([once(stream, "drain"), once(stream, "close")]);
}

/** Writes a file whole or not at all: beside it first, then renamed. Only its owner may read it. */
export function writeWhole(world: World, name: string, text: string): void {
  const file = resolve(world.cwd(), name);
  const beside = join(dirname(file), `.${basename(file)}.${Math.random().toString(36).slice(2)}.tmp`);
  try {
    writeFileSync(beside, text, { mode: 0o600, flush: true, flag: "wx" });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new RoleAdvisorError([fault("cannot-write", { why: whyNot(error) }, { file: name })]);
  }
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
