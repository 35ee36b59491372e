import { constants, fstatSync, readFileSync, writeSync } from "node:fs";
import { codeOf } from "./output.ts";
import type { Output, World } from "./world.ts";

/**
 * The world of this process. A stream of Node takes a sixth of a start to make, so none is made before it is used, and what
 * goes to a file or a pipe is written there directly.
 */
export function thisProcess(): World {
  const made: { stdout?: Output; stderr?: Output } = {};
  return {
    argv: process.argv,
    env: process.env,
    platform: process.platform,
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      made.stdout ??= outputTo(1);
      return made.stdout;
    },
    get stderr() {
      made.stderr ??= outputTo(2);
      return made.stderr;
    },
    isOutputClosed: wasOutputClosed,
    cwd: () => process.cwd(),
    now: () => new Date(),
    on: (event, listener) => process.on(event as NodeJS.Signals, listener),
    off: (event, listener) => process.off(event, listener),
    pid: process.pid,
    isRunning,
    parents,
    // Under npx the shell waits for npm, which stops only if it is told as well.
    stopJob: () => process.kill(0, "SIGTSTP"),
  };
}

/** The parent and its parent, where the system tells of that. */
function parents(): number[] {
  const { ppid } = process;
  try {
    const [, grandparent] = /\) \S (\d+) /.exec(readFileSync(`/proc/${ppid}/stat`, "latin1")) ?? [];
    return [ppid, Number(grandparent)].filter((pid) => pid > 1);
  } catch {
    return [ppid];
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, and belongs to somebody else.
    return codeOf(error) === "EPERM";
  }
}

function outputTo(descriptor: 1 | 2): Output {
  return isFileOrPipe(descriptor) ? new FileOrPipe(descriptor) : streamOf(descriptor);
}

/** Elsewhere than on Windows, whose pipes Node reaches through its streams alone. */
function isFileOrPipe(descriptor: number): boolean {
  const stats = fstatSync(descriptor);
  return process.platform !== "win32" && (stats.isFile() || stats.isFIFO() || stats.isSocket());
}

/**
 * Was standard output closed when the program started, as by `>&-`? Node then opens the null device there for reading and writing, while
 * a shell that sends output to it opens it for writing alone. Linux tells the two apart; elsewhere nothing is known. Python's
 * DEVNULL looks like a closed one, so only an advice asks, which nobody throws away: a check is often run for its exit code.
 */
function wasOutputClosed(): boolean {
  if (!fstatSync(1).isCharacterDevice() || process.stdout.isTTY) return false;
  try {
    const [, flags = "0"] = /^flags:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/1`, "latin1")) ?? [];
    return (Number.parseInt(flags, 8) & 3) === constants.O_RDWR;
  } catch {
    return false;
  }
}

function streamOf(descriptor: 1 | 2): Output {
  const stream = descriptor === 1 ? process.stdout : process.stderr;
  // Whoever writes is told; this keeps Node from ending the program where it stands.
  return stream.on("error", () => {});
}

/** What Node's own streams do for a file or a pipe as well: write, and wait until all is written. */
class FileOrPipe implements Output {
  readonly destroyed = false;
  readonly writableEnded = false;
  readonly #descriptor: 1 | 2;
  #stream: Output | undefined;

  constructor(descriptor: 1 | 2) {
    this.#descriptor = descriptor;
  }

  write(what: string | Uint8Array, done: (error?: Error | null) => void): unknown {
    let rest = typeof what === "string" ? Buffer.from(what) : what;
    try {
      while (this.#stream === undefined && rest.length > 0) {
        rest = rest.subarray(writeSync(this.#descriptor, rest));
      }
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") return done(error instanceof Error ? error : new Error(`${error}`));
      // Another process told the pipe not to wait, and it is full; Node's stream knows when it has room again.
      this.#stream = streamOf(this.#descriptor);
    }
    if (this.#stream === undefined) return done();
    return this.#stream.write(rest, done);
  }
}
