import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fault, RoleAdvisorError } from "./fault.ts";
import type { Terminal, World } from "./world.ts";

/** Where a result goes: a stream, or a file that is whole or not there. */
export interface Sink {
  /** Waits where the reader is slower; false where it has gone. The bytes may change as soon as this is done. */
  write(bytes: Uint8Array): Promise<boolean>;
  /** There is no more. */
  finish(): void;
  /** Leaves nothing behind that is not whole. */
  abandon(): void;
}

/** Writes to a stream: waits where the reader is slower, and stops where it has gone. */
export async function print(stream: Terminal, text: string): Promise<void> {
  await send(stream, text);
}

/** The one place that writes to a stream. False where the reader has gone. */
function send(stream: Terminal, what: string | Uint8Array): Promise<boolean> {
  if (stream.destroyed || stream.writableEnded) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    stream.write(what, (error) => {
      if (!error) resolve(true);
      else if (hasGone(error)) resolve(false);
      else reject(new RoleAdvisorError([fault("cannot-write", { why: whyNot(error) }, { file: "standard output" })]));
    });
  });
}

/** A reader that has gone is no failure: `| head -1`, or a terminal that was closed. */
function hasGone({ code }: NodeJS.ErrnoException): boolean {
  return code === "EPIPE" || code === "EIO" || code === "ERR_STREAM_DESTROYED";
}

export function toStream(stream: Terminal): Sink {
  return { write: (bytes) => send(stream, bytes), finish: () => {}, abandon: () => {} };
}

/** Writes a file whole or not at all. Only its owner may read it. */
export function writeWhole(world: World, name: string, text: string): void {
  const file = openWhole(world, name);
  file.add(Buffer.from(text));
  file.finish();
}

export function toFile(world: World, name: string): Sink {
  const { add, finish, abandon } = openWhole(world, name);
  return {
    write: async (bytes) => {
      add(bytes);
      return true;
    },
    finish,
    abandon,
  };
}

/** A file on its way: beside its place first, then renamed, so that an interrupted run leaves what was there. */
function openWhole(world: World, name: string): { add(bytes: Uint8Array): void; finish(): void; abandon(): void } {
  const target = resolve(world.cwd(), name);
  const trying = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      abandon();
      throw new RoleAdvisorError([fault("cannot-write", { why: whyNot(error) }, { file: name })]);
    }
  };
  let beside: string | null = null;
  let open: number | null = null;
  const abandon = () => {
    if (open !== null) closeSync(open);
    if (beside !== null) rmSync(beside, { force: true });
    beside = open = null;
  };
  // A link keeps pointing where it did. What is no file, as /dev/null, cannot be replaced by one.
  const found = trying(() => statSync(target, { throwIfNoEntry: false }));
  const file = found === undefined ? target : trying(() => realpathSync(target));
  const isReplaced = found === undefined || found.isFile();
  if (isReplaced) beside = join(dirname(file), `.${basename(file)}.${Math.random().toString(36).slice(2)}.tmp`);
  open = trying(() => openSync(beside ?? file, isReplaced ? "wx" : "w", 0o600));
  return {
    add: (bytes) =>
      trying(() => {
        for (let at = 0; at < bytes.length; ) at += writeSync(open as number, bytes, at);
      }),
    finish: () =>
      trying(() => {
        if (beside === null) return abandon();
        fsyncSync(open as number);
        closeSync(open as number);
        open = null;
        renameSync(beside, file);
        beside = null;
      }),
    abandon,
  };
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
