import { fault, RoleAdvisorError } from "./fault.ts";
import type { Output } from "./world.ts";

/** Where a result goes in pieces: a stream, or a file that is whole or not there. */
export interface Sink {
  /** Waits where the reader is slower; false where it has gone. The bytes may change as soon as this is done. */
  write(bytes: Uint8Array): Promise<boolean>;
  /** There is no more. */
  finish(): void;
  /** Leaves nothing behind that is not whole. */
  abandon(): void;
}

/** Writes to a stream: waits where the reader is slower, and stops where it has gone. */
export async function print(stream: Output, text: string): Promise<void> {
  await send(stream, text);
}

export function toStream(stream: Output): Sink {
  return { write: (bytes) => send(stream, bytes), finish: () => {}, abandon: () => {} };
}

/** The one place that writes to a stream. False where the reader has gone. */
function send(stream: Output, what: string | Uint8Array): Promise<boolean> {
  if (stream.destroyed || stream.writableEnded) return Promise.resolve(false);
  return new Promise((done, fail) => {
    stream.write(what, (error) => {
      if (!error) done(true);
      else if (hasGone(error)) done(false);
      else fail(cannotWrite("standard output", whyNot(error)));
    });
  });
}

/** A reader that has gone is no failure: `| head -1`, or a terminal that was closed. */
function hasGone(error: Error): boolean {
  return ["EPIPE", "EIO", "ERR_STREAM_DESTROYED"].includes(codeOf(error));
}

export function cannotWrite(file: string, why: string): RoleAdvisorError {
  return new RoleAdvisorError([fault("cannot-write", { why }, { file })]);
}

/** What the system calls an error, such as ENOENT; empty for an error that is not the system's. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? `${error.code}` : "";
}

/** What the system says of a file, in words. */
export function whyNot(error: unknown): string {
  const words: Record<string, string> = {
    ENOENT: "there is no such file or folder",
    EACCES: "you have no permission; check its owner and mode",
    EPERM: "the system does not permit it",
    EISDIR: "it is a folder; name a file",
    ENOTDIR: "a part of its path is not a folder",
    EEXIST: "a part of its path is not a folder",
    ENOSPC: "the disk is full; make room and try again",
    EROFS: "the disk can only be read",
    ELOOP: "its links lead in a circle",
    ENAMETOOLONG: "its name is too long",
    EDQUOT: "you have used up your share of the disk; make room and try again",
    EMFILE: "too many files are open",
    ENXIO: "nothing is at the other end of it",
    EBADF: "it is closed",
    EIO: "the disk or the terminal failed",
  };
  // The system's own words, without its code and without the path, which stands before them.
  const message = error instanceof Error ? error.message : `${error}`;
  return words[codeOf(error)] ?? message.replace(/^[A-Z]+: /, "").replace(/, \w+(?: '.*')?$/s, "");
}
