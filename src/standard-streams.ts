import { constants, fstatSync, readFileSync, writeSync } from "node:fs";
import { codeOf } from "./output.ts";
import type { Output, World } from "./world.ts";

/**
 * The world of this process. Creating one of Node's streams takes a sixth of the start-up time, so each is created at
 * its first use, and output to a file or a pipe does without one.
 */
export function thisProcess(): World {
  const outputs: { stdout?: Output; stderr?: Output } = {};
  return {
    argv: process.argv,
    env: process.env,
    platform: process.platform,
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      outputs.stdout ??= outputTo(1);
      return outputs.stdout;
    },
    get stderr() {
      outputs.stderr ??= outputTo(2);
      return outputs.stderr;
    },
    isOutputClosed: wasOutputClosed,
    cwd: () => process.cwd(),
    now: () => new Date(),
    on: (event, listener) => process.on(event as NodeJS.Signals, listener),
    off: (event, listener) => process.off(event, listener),
    pid: process.pid,
    isRunning,
    parents,
    // Under npx the shell waits for npm, so npm must get the signal too; process number 0 is the whole process group.
    stopJob: () => process.kill(0, "SIGTSTP"),
  };
}

/** The ids of the parent process and of its parent. Only Linux has /proc, so elsewhere the parent alone. */
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
    // The process runs, but belongs to another user.
    return codeOf(error) === "EPERM";
  }
}

function outputTo(descriptor: 1 | 2): Output {
  return isFileOrPipe(descriptor) ? new FileOrPipe(descriptor) : streamOf(descriptor);
}

/** Can `writeSync` write to it? Not on Windows, where Node can reach pipes only through its streams. */
function isFileOrPipe(descriptor: number): boolean {
  const stats = fstatSync(descriptor);
  return process.platform !== "win32" && (stats.isFile() || stats.isFIFO() || stats.isSocket());
}

/**
 * Was standard output closed when the program started, as by `>&-`? Node then opens the null device for reading and
 * writing, `>/dev/null` for writing only; Linux alone shows the difference. Python's DEVNULL looks closed too, so only
 * the main command asks: nobody discards an advice, while `check` is often run just for its exit code.
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
  // The callback of `write` reports the error; without this listener Node would also throw it and end the program.
  return stream.on("error", () => {});
}

/** Writes to a file or a pipe without one of Node's streams, until a pipe is full. */
class FileOrPipe implements Output {
  readonly destroyed = false;
  readonly writableEnded = false;
  readonly #descriptor: 1 | 2;
  #stream: Output | undefined;

  constructor(descriptor: 1 | 2) {
    this.#descriptor = descriptor;
  }

  write(content: string | Uint8Array, done: (error?: Error | null) => void): unknown {
    let rest = typeof content === "string" ? Buffer.from(content) : content;
    try {
      while (this.#stream === undefined && rest.length > 0) {
        rest = rest.subarray(writeSync(this.#descriptor, rest));
      }
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") return done(error instanceof Error ? error : new Error(`${error}`));
      // Another process made the pipe non-blocking, and it is full. Node's stream can wait until it has room again.
      this.#stream = streamOf(this.#descriptor);
    }
    if (this.#stream === undefined) return done();
    return this.#stream.write(rest, done);
  }
}
