import { fault, RoleAdvisorError } from "./fault.ts";
import type { Output } from "./world.ts";

/** A target to which a result is written in pieces: a stream, or a file that appears only when it is complete. */
export interface Sink {
  /** Waits for a slow reader; resolves with false if the reader has gone. After that the caller may reuse `bytes`. */
  write(bytes: Uint8Array): Promise<boolean>;
  /** Ends the result; a file takes its place now. */
  finish(): void;
  /** Drops an incomplete result; no part of a file is left behind. */
  abandon(): void;
}

/** Writes a text to a stream. Waits for a slow reader, and ignores that a reader has gone. */
export async function print(stream: Output, text: string): Promise<void> {
  await send(stream, text);
}

export function toStream(stream: Output): Sink {
  return { write: (bytes) => send(stream, bytes), finish: () => {}, abandon: () => {} };
}

/** The only function that writes to a stream. Resolves with false if the reader has gone. */
function send(stream: Output, content: string | Uint8Array): Promise<boolean> {
  if (stream.destroyed || stream.writableEnded) return Promise.resolve(false);
  return new Promise((done, fail) => {
    stream.write(content, (error) => {
      if (!error) done(true);
      else if (hasGone(error)) done(false);
      else fail(cannotWrite("standard output", whyNot(error)));
    });
  });
}

/** Has the reader gone? That is no failure: it happens with `| head -1`, or when a terminal is closed. */
function hasGone(error: Error): boolean {
  return ["EPIPE", "EIO", "ERR_STREAM_DESTROYED"].includes(codeOf(error));
}

export function cannotWrite(file: string, why: string): RoleAdvisorError {
  return new RoleAdvisorError([fault("cannot-write", { why }, { file })]);
}

/** The system's code of an error, such as ENOENT; empty if the error does not come from the system. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? `${error.code}` : "";
}

/** Says in words why the system could not read or write a file. */
export function whyNot(error: unknown): string {
  const words: Record<string, string> = {
    ENOENT: "there is no such file or folder",
    EACCES: "you have no permission; check its owner and mode",
    EPERM: "the system does not permit it",
    EISDIR: "it is a folder; name a file",
    ENOTDIR: "a part of its path is not a folder",
    EEXIST: "a part of its path is not a folder",
    ENOSPC: "the disk is full; make room and try again",
    EROFS: "the disk is read-only",
    ELOOP: "its links form a loop",
    ENAMETOOLONG: "its name is too long",
    EDQUOT: "you have used up your share of the disk; make room and try again",
    EMFILE: "too many files are open",
    ENXIO: "nothing is at the other end of it",
    EBADF: "it is closed",
    EIO: "the disk or the terminal failed",
  };
  // For other codes, the system's own message without its code and without the path, which the fault names anyway.
  const message = error instanceof Error ? error.message : `${error}`;
  return words[codeOf(error)] ?? message.replace(/^[A-Z]+: /, "").replace(/, \w+(?: '.*')?$/s, "");
}
