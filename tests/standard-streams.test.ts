import { execFileSync, spawn, spawnSync } from "node:child_process";
import { closeSync, constants, existsSync, mkdtempSync, openSync, readFileSync, readSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const program = resolve("bin/role-advisor.js");
const page = ["--example", "--format", "html"];

function shell(line: string) {
  const cwd = mkdtempSync(join(tmpdir(), "role-advisor-streams-"));
  const { status, stdout, stderr } = spawnSync("sh", ["-c", line], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ADVISOR: `${process.execPath} ${program}` },
  });
  return { cwd, status, stdout, stderr };
}

describe("standard output", () => {
  test.runIf(process.platform === "linux")("that is closed is a failure, and the null device is none", () => {
    const closed = shell("$ADVISOR --example >&-");
    expect({ status: closed.status, stderr: closed.stderr }).toEqual({
      status: 1,
      stderr: "standard output: cannot be written: it is closed\n",
    });
    expect(shell("$ADVISOR --example > /dev/null").status).toBe(0);
    // As Python's DEVNULL and Node's "ignore" open it: whoever checks a pack there wants the exit code alone.
    expect(shell("$ADVISOR check 1<>/dev/null").status).toBe(0);
  });

  test("goes on where a file ends, and where another process stopped", () => {
    const { cwd } = shell("echo a > file; ($ADVISOR --version; echo b; $ADVISOR --version) >> file");
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(readFileSync(join(cwd, "file"), "utf8")).toBe(`a\n${version}\nb\n${version}\n`);
  });

  test("reaches a pipe whole that another process told not to wait", async () => {
    const { stdout: whole } = spawnSync(process.execPath, [program, ...page], { encoding: "utf8" });
    // A pipe holds 64 kB; the page is larger.
    expect(whole.length).toBeGreaterThan(100_000);
    const fifo = join(mkdtempSync(join(tmpdir(), "role-advisor-streams-")), "fifo");
    execFileSync("mkfifo", [fifo]);
    const reading = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
    const writing = openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK);
    const child = spawn(process.execPath, [program, ...page], { stdio: ["ignore", writing, "pipe"] });
    // We are the other process: a stream of Node tells its pipe not to wait.
    const stream = new Socket({ fd: writing, readable: false });
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    let code: number | null | undefined;
    child.on("close", (ending) => {
      code = ending;
    });
    const read: Buffer[] = [];
    while (code === undefined) {
      // A reader that lets the pipe fill up.
      await new Promise((done) => setTimeout(done, 200));
      read.push(readWaiting(reading));
    }
    read.push(readWaiting(reading));
    closeSync(reading);
    stream.destroy();
    expect({ code, said }).toEqual({ code: 0, said: "" });
    expect(Buffer.concat(read).toString()).toBe(whole);
  });

  test.skipIf(!existsSync("/dev/full")).each(["--help", "--version", "help check", "--example"])(
    "that is full ends with 1 and a sentence: %s",
    (words) => {
      const { status, stderr } = shell(`$ADVISOR ${words} > /dev/full`);
      expect({ status, stderr }).toEqual({
        status: 1,
        stderr: "standard output: cannot be written: the disk is full; make room and try again\n",
      });
    },
  );

  test("that nobody reads is no failure", () => {
    const { stderr } = shell(`{ $ADVISOR ${page.join(" ")}; echo "ended with $?" >&2; } | true`);
    expect(stderr).toBe("ended with 0\n");
  });
});

test.skipIf(!existsSync("/dev/full")).each(["--exampel", "--example=nobody"])(
  "what cannot be said on standard error ends with the exit code alone: %s",
  (words) => {
    expect(shell(`$ADVISOR ${words} 2> /dev/full`).status).toBe(2);
  },
);

/** What is in a pipe by now. */
function readWaiting(pipe: number): Buffer {
  const room = Buffer.alloc(1 << 20);
  try {
    return room.subarray(0, readSync(pipe, room));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return Buffer.alloc(0);
    throw error;
  }
}
