import type { Readable, Writable } from "node:stream";

/** The part of `process` that the program uses; tests bring their own. */
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
  /** The processes that wait for this one, as npm and its shell do under npx: they pass on no signal that ends them. */
  parents(): readonly number[];
  /** Stops every process of the shell's job, as Ctrl+Z does, until the shell lets it go on. */
  stopJob(): void;
}

/** Signals that end a program which does not listen, as far as it may listen. */
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
/** Hears all of them, until what it returns is called. */
export function onEndings(world: World, listener: () => void): () => void {
  for (const signal of endings) world.on(signal, listener);
  return () => {
    for (const signal of endings) world.off(signal, listener);
  };
}

export type Signal = (typeof endings)[number] | "SIGTSTP" | "SIGCONT";

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

/** A variable is on unless it is unset, empty, or a word for no. */
export function isOn(value = ""): boolean {
  return !["", "0", "false", "no", "off"].includes(value.trim().toLowerCase());
}

/** Is there a person who can be asked, at both ends, and outside of CI? */
export function canPrompt({ env, stdin, stderr }: World): boolean {
  // Standard input is looked at last: the look alone opens it (5 ms).
  return !isOn(env["CI"]) && stderr.isTTY === true && stdin.isTTY === true;
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
