import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { builtIn } from "../../src/pack/built-in.ts";
import { respondents, toCsv } from "../cohort/rows.ts";
import { smallDisk } from "../small-disk.ts";

const program = resolve("bin/role-advisor.js");
const folder = () => mkdtempSync(join(tmpdir(), "role-advisor-process-"));
const rows = 20_000;
const cohort = toCsv(builtIn, respondents(builtIn, rows));

/** A cohort that goes on for as long as somebody reads: its first rows are there, and the rest has not come. */
async function startAndFeed(cwd: string, ...args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, "batch", ...args], { cwd, stdio: ["pipe", "pipe", "pipe"] });
  // It may be gone before it has read everything.
  child.stdin?.on("error", () => {});
  child.stdin?.write(cohort);
  await appears(() => readdirSync(cwd).some((name) => name.endsWith(".tmp")));
  return child;
}

/** Looks until it is so; the test's own limit ends it if it never is. */
async function appears(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setImmediate(done));
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) => {
    child.on("close", (code) => done(code));
  });

describe("what was there stays there", () => {
  test("when it is killed in the middle: kill -9", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "out.csv"), "old");
    const child = await startAndFeed(cwd, "-o", "out.csv", "--force");
    child.kill("SIGKILL");
    await ended(child);
    expect(readFileSync(join(cwd, "out.csv"), "utf8")).toBe("old");
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "when it is stopped, and nothing else does: %s",
    async (signal) => {
      const cwd = folder();
      writeFileSync(join(cwd, "out.csv"), "old");
      const child = await startAndFeed(cwd, "-o", "out.csv", "--rejects", "faults.txt", "--force");
      child.kill(signal);
      expect(await ended(child)).toBe(130);
      expect(readFileSync(join(cwd, "out.csv"), "utf8")).toBe("old");
      expect(readdirSync(cwd)).toEqual(["out.csv"]);
    },
  );
});

describe("a reader that goes", () => {
  test("ends it quietly: | head -1", () => {
    const cwd = folder();
    writeFileSync(join(cwd, "rows.csv"), cohort);
    const line = `"${process.execPath}" "${program}" batch rows.csv | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", line], { cwd, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^id,role,.*\n0\n$/);
  });

  test("leaves no list of rejected rows that is not whole", () => {
    const cwd = folder();
    writeFileSync(join(cwd, "rows.csv"), cohort);
    const line = `"${process.execPath}" "${program}" batch rows.csv --rejects faults.txt | head -1`;
    spawnSync("bash", ["-c", line], { cwd });
    expect(readdirSync(cwd)).toEqual(["rows.csv"]);
  });
});

test("a slow reader gets every row", () => {
  const cwd = folder();
  writeFileSync(join(cwd, "rows.csv"), cohort);
  const line = `"${process.execPath}" "${program}" batch rows.csv | while IFS= read -r line; do echo x; done | wc -l`;
  expect(spawnSync("bash", ["-c", line], { cwd, encoding: "utf8" }).stdout.trim()).toBe(`${rows + 1}`);
});

describe("a disk that is full", () => {
  test("gives exit 1 with a sentence, and no part of a file", (context) => {
    // Less than the rows take.
    const disk = smallDisk(context, 256);
    writeFileSync(join(disk, "out.csv"), "old");
    const { status, stderr } = run(["batch", "-", "-o", join(disk, "out.csv"), "--force"]);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `${join(disk, "out.csv")}: cannot be written: the disk is full; make room and try again\n`,
    });
    expect(readdirSync(disk)).toEqual(["out.csv"]);
    expect(readFileSync(join(disk, "out.csv"), "utf8")).toBe("old");
  });

  test.skipIf(!existsSync("/dev/full"))("gives exit 1 on standard output as well: > /dev/full", () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = run(["batch"], full);
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: "standard output: cannot be written: the disk is full; make room and try again\n",
    });
  });

  test("is not what /dev/null is, which stays what it is: -o /dev/null", () => {
    expect(run(["batch", "-o", "/dev/null"]).status).toBe(0);
    expect(readFileSync("/dev/null", "utf8")).toBe("");
  });
});

function run(args: readonly string[], stdout: "pipe" | number = "pipe") {
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
    input: cohort,
    encoding: "utf8",
    stdio: ["pipe", stdout, "pipe"],
  });
  return { status, stderr };
}

describe("memory", () => {
  test("does not grow with the rows", () => {
    const peak = (times: number) => {
      const cwd = folder();
      const [header, ...lines] = cohort.split(/(?<=\n)/);
      writeFileSync(join(cwd, "rows.csv"), header + lines.join("").repeat(times));
      const script = `import { run } from ${JSON.stringify(resolve("dist/cli/cli.cjs"))};
        await run(Object.assign(Object.create(process), { argv: ["node", "x", "batch", "rows.csv", "-o", "out.csv"] }));
        console.log(process.resourceUsage().maxRSS / 1024);`;
      return Number(
        execFileSync(process.execPath, ["--input-type=module", "-e", script], {
          cwd,
          encoding: "utf8",
          stdio: ["pipe", "pipe", "ignore"],
        }),
      );
    };
    const [few, many] = [peak(5), peak(50)];
    expect(many).toBeLessThan(200);
    expect(many - few).toBeLessThan(40);
  });
});
