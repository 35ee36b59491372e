import type { Readable, Writable } from "node:stream";

/** The part of `process` that the program uses. Tests pass their own. */
export interface World {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  /** Was standard output closed before the program started? Then nobody can read a result. */
  isOutputClosed?(): boolean;
  cwd(): string;
  now(): Date;
  on(event: Signal | "exit", listener: () => void): unknown;
  off(event: Signal | "exit", listener: () => void): unknown;
  readonly pid: number;
  /** Does a process with this number run on this machine? */
  isRunning(pid: number): boolean;
  /** The ids of processes that wait for this one, as npm and its shell do under npx. They forward no ending signal. */
  parents(): readonly number[];
  /** Suspends every process of the shell's job, as Ctrl+Z does, until the shell continues it. */
  stopJob(): void;
}

/** Signals that end a program by default, and that it may handle. */
const endings = [
  "SIGINT",
  "SIGTERM",
  "SIGHUP",
  "SIGQUIT",
  "SIGABRT",
  "SIGALRM",
  "SIGUSR2",
  "SIGVTALRM",
  "SIGXCPU",
] as const;
/** Listens to all of `endings`, and returns a function that stops listening. */
export function onEndings(world: World, listener: () => void): () => void {
  for (const signal of endings) world.on(signal, listener);
  return () => {
    for (const signal of endings) world.off(signal, listener);
  };
}

export type Signal = (typeof endings)[number] | "SIGTSTP" | "SIGCONT";

/** The part of a writable stream that the program uses. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  readonly destroyed: boolean;
  readonly writableEnded: boolean;
  /** The caller may reuse the bytes of `content` once `done` is called. */
  write(content: string | Uint8Array, done: (error?: Error | null) => void): unknown;
}

/** A terminal as an output. It is a whole stream, since its "resize" event is needed. */
export type Terminal = Output & Writable;

export function isTerminal(output: Output): output is Terminal {
  return output.isTTY === true;
}

/** Is an environment variable on? It is off if it is unset, empty, or a word such as "0" or "false". */
export function isOn(value = ""): boolean {
  return !["", "0", "false", "no", "off"].includes(value.trim().toLowerCase());
}

/** Can the program ask a person? Both ends must be terminals, outside of CI. */
export function canPrompt(world: World): boolean {
  // Standard input is checked last, because checking it opens it, which takes a tenth of a start.
  return !isOn(world.env["CI"]) && world.stderr.isTTY === true && world.stdin.isTTY === true;
}

/** Exit codes (DESIGN 7). */
export const exits = {
  done: 0,
  /** A file could not be written, or the program has a defect. */
  failed: 1,
  /** The words, the answers or the pack are wrong, or there are no answers. */
  wrong: 2,
  /** The cohort was processed, but some rows were rejected. */
  rejected: 3,
  /** The user stopped the program; the answers so far are kept. */
  interrupted: 130,
} as const;
