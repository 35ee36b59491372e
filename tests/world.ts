import { Readable, Writable } from "node:stream";
import { run } from "../src/cli.ts";
import type { World } from "../src/world.ts";

/** What a run of the program left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly stdin?: string | Readable;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  /** Local time, as "2026-11-26T12:00". */
  readonly now?: string;
  readonly columns?: number;
  /** Are standard output and standard error terminals? */
  readonly isTerminal?: boolean;
}

/** Runs a command line, as a shell would split it, in a world of its own: no process, no terminal, no environment. */
export async function runIn(circumstances: Circumstances, ...args: readonly string[]): Promise<Outcome> {
  const stdout = new Sink(circumstances);
  const stderr = new Sink(circumstances);
  const { stdin = "", env = {}, cwd = process.cwd(), now = "2026-11-26T12:00" } = circumstances;
  const world: World = {
    ...plainWorld,
    argv: ["node", "role-advisor", ...args],
    env,
    stdin: typeof stdin === "string" ? Readable.from(stdin === "" ? [] : [stdin]) : stdin,
    stdout,
    stderr,
    cwd: () => cwd,
    now: () => new Date(now),
  };
  const code = await run(world);
  return { code, stdout: stdout.text, stderr: stderr.text };
}

/** A world in which nothing happens. */
export const plainWorld: World = {
  argv: ["node", "role-advisor"],
  env: {},
  platform: "linux",
  stdin: Readable.from([]),
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: () => "/",
  now: () => new Date("2026-11-26T12:00"),
  on: () => undefined,
  off: () => undefined,
  pid: 1,
  isRunning: () => false,
  parents: () => [],
  stopJob: () => undefined,
};

/** `role-advisor …` with nothing special about the world. */
export function roleAdvisor(...args: readonly string[]): Promise<Outcome> {
  return runIn({}, ...args);
}

class Sink extends Writable {
  text = "";
  readonly isTTY: boolean;
  readonly columns: number;

  constructor({ isTerminal = false, columns = 80 }: Circumstances) {
    super({ decodeStrings: false });
    this.isTTY = isTerminal;
    this.columns = columns;
  }

  override _write(chunk: string | Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
