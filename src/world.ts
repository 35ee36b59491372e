import type { Readable, Writable } from "node:stream";

/** The part of `process` that the program uses; tests bring their own. */
export interface World {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  cwd(): string;
  on(signal: Signal, listener: () => void): unknown;
  off(signal: Signal, listener: () => void): unknown;
}

export type Signal = "SIGINT" | "SIGTERM" | "SIGHUP";

/** Where the program writes: the part of a stream that it uses. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  readonly destroyed: boolean;
  readonly writableEnded: boolean;
  /** The bytes may change once `done` is called. */
  write(what: string | Uint8Array, done: (error?: Error | null) => void): unknown;
}

/** An output that can be drawn on. It is a whole stream, which also tells of a new size. */
export type Terminal = Output & Writable;

export function isTerminal(output: Output): output is Terminal {
  return output.isTTY === true;
}

/** Exit codes (DESIGN 7). */
export const exits = {
  done: 0,
  /** A file could not be written, or a defect. */
  failed: 1,
  /** The words, answers or pack given are wrong, or nothing was given. */
  wrong: 2,
  /** A cohort is done, and some rows were rejected. */
  rejected: 3,
  /** What was answered is kept. */
  interrupted: 130,
} as const;
