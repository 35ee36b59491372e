import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeCode } from "../src/advice/code.ts";
import { makeFolder } from "../src/files.ts";
import { whyNot } from "../src/output.ts";
import { builtIn } from "../src/pack/built-in.ts";
import { endings } from "../src/report/formats.ts";
import { runIn } from "./world.ts";

const folder = () => mkdtempSync(join(tmpdir(), "role-advisor-"));
const architect = writeCode(builtIn, builtIn.examples.find(({ name }) => name === "architect")?.answers ?? {});
const write = (cwd: string, ...args: string[]) => runIn({ cwd }, "-e", "architect", ...args);

describe.each(Object.keys(endings))("role-advisor --example architect --output me%s", (ending) => {
  const file = `me${ending}`;

  it("writes one file that only its owner can read, and nothing beside it", async () => {
    const cwd = folder();
    expect(await write(cwd, "-o", file)).toEqual({ code: 0, stdout: "", stderr: `Wrote ${file}\n` });
    expect(readdirSync(cwd)).toEqual([file]);
    expect(statSync(join(cwd, file)).mode & 0o777).toBe(0o600);
  });

  it("replaces a report of the same answers, and a file that holds nothing", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, file), "");
    await write(cwd, "-o", file);
    expect((await write(cwd, "-o", file, "--details")).code).toBe(0);
    expect(readdirSync(cwd)).toEqual([file]);
  });

  it("stops a script before a report of other answers, and names its code and its day", async () => {
    const cwd = folder();
    await write(cwd, "-o", file);
    const before = readFileSync(join(cwd, file), "utf8");
    utimesSync(join(cwd, file), 0, Date.UTC(2025, 10, 3) / 1000);
    const { code, stderr } = await runIn({ cwd }, "-e", "reader-a", "-o", file);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `${file}: already exists, and is not replaced: it holds ${architect} of 2025-11-03; name another file, or add --force\n`,
    });
    expect(readFileSync(join(cwd, file), "utf8")).toBe(before);
    expect((await runIn({ cwd }, "-e", "reader-a", "-o", file, "--force")).code).toBe(0);
    expect(readFileSync(join(cwd, file), "utf8")).not.toBe(before);
  });

  it("writes beside it for a person at a terminal, and says so", async () => {
    const cwd = folder();
    await write(cwd, "-o", file);
    const before = readFileSync(join(cwd, file), "utf8");
    for (const beside of [`me-2${ending}`, `me-3${ending}`]) {
      const { code, stderr } = await runIn({ cwd, isTerminal: true }, "-e", "reader-a", "-o", file);
      expect(code).toBe(0);
      expect(stderr).toMatch(/^me\.\w+: already exists, and is not replaced: it holds cio-or-cto@\S+ of \S+\n/);
      expect(stderr).toContain(`Wrote ${beside}\n`);
    }
    expect(readFileSync(join(cwd, file), "utf8")).toBe(before);
  });

  it("leaves what somebody else wrote, unless --force is given", async () => {
    const cwd = folder();
    const theirs = "answers: { interest: both } # for role-advisor --code x\n";
    writeFileSync(join(cwd, file), theirs);
    const { code, stderr } = await write(cwd, "-o", file);
    expect(code).toBe(2);
    expect(stderr).toMatch(/already exists, and is not replaced: it was last changed on \d{4}-\d\d-\d\d; name another/);
    expect(readFileSync(join(cwd, file), "utf8")).toBe(theirs);
    expect((await write(cwd, "-o", file, "--force")).code).toBe(0);
    expect(readFileSync(join(cwd, file), "utf8")).not.toBe(theirs);
  });
});

it("replaces the file that a link leads to, and keeps the link", async () => {
  const cwd = folder();
  await write(cwd, "-o", "me.html");
  symlinkSync("me.html", join(cwd, "link.html"));
  expect((await runIn({ cwd }, "-e", "reader-a", "-o", "link.html", "--force")).code).toBe(0);
  expect(lstatSync(join(cwd, "link.html")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(cwd, "me.html"), "utf8")).toContain("Your answers hardly choose");
});

it("writes through a link that leads to no file yet", async () => {
  const cwd = folder();
  mkdirSync(join(cwd, "reports"));
  symlinkSync("reports/next.html", join(cwd, "step.html"));
  symlinkSync("step.html", join(cwd, "link.html"));
  expect((await write(cwd, "-o", "link.html")).code).toBe(0);
  expect(readdirSync(join(cwd, "reports"))).toEqual(["next.html"]);
  expect(lstatSync(join(cwd, "link.html")).isSymbolicLink()).toBe(true);
});

it("takes - for standard output, in every command", async () => {
  const cwd = folder();
  expect(await write(cwd, "-o", "-")).toEqual(await write(cwd));
  expect((await write(cwd, "-o", "-", "-f", "json")).stdout).toBe((await write(cwd, "-f", "json")).stdout);
  const stdin = "id,interest\na,both\n";
  expect((await runIn({ cwd, stdin }, "batch", "-o", "-")).stdout).toMatch(/^id,role,/);
  expect(readdirSync(cwd)).toEqual([]);
});

it("writes to a device as it is", async () => {
  expect((await write(folder(), "-f", "html", "-o", "/dev/null")).code).toBe(0);
  expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
});

it("says in words that a file has the name of a folder that is needed", () => {
  const file = join(folder(), "taken");
  writeFileSync(file, "");
  const attempt = () => {
    try {
      makeFolder(file);
    } catch (error) {
      return whyNot(error);
    }
  };
  expect(attempt()).toBe("a part of its path is not a folder");
});

it.skipIf(process.getuid?.() === 0)("says before it looks for answers that a folder takes no file", async () => {
  const cwd = folder();
  chmodSync(cwd, 0o500);
  expect(await runIn({ cwd }, "-o", "me.html")).toEqual({
    code: 1,
    stdout: "",
    stderr: "me.html: cannot be written: you have no permission; check its owner and mode\n",
  });
});

it.each([
  ["a folder", ".", "it is a folder; name a file"],
  ["a folder that is not there", "nowhere/me.html", "there is no such file or folder"],
  ["a file as a folder", "me.txt/me.html", "a part of its path is not a folder"],
  ["a link in a circle", "circle.html", "its links form a loop"],
])("says in one line that it cannot write to %s, and leaves nothing", async (_, name, why) => {
  const cwd = folder();
  writeFileSync(join(cwd, "me.txt"), "mine");
  symlinkSync("circle.html", join(cwd, "circle.html"));
  const said = { code: 1, stdout: "", stderr: `${name}: cannot be written: ${why}\n` };
  expect(await write(cwd, "-f", "html", "-o", name)).toEqual(said);
  // Before it looks for answers, so that nobody gives them in vain.
  expect(await runIn({ cwd }, "-f", "html", "-o", name)).toEqual(said);
  expect(readdirSync(cwd)).toEqual(["circle.html", "me.txt"]);
});

describe("--open", () => {
  /** An opener that notes what it was given; PATH leads to it alone. */
  function withOpener(name: string): { cwd: string; env: Record<string, string> } {
    const cwd = folder();
    mkdirSync(join(cwd, "bin"));
    const opener = join(cwd, "bin", name);
    writeFileSync(
      opener,
      `#!/bin/sh\nprintf '%s' "$1" > '${cwd}/opened.part' && /bin/mv '${cwd}/opened.part' '${cwd}/opened'\n`,
    );
    chmodSync(opener, 0o755);
    return { cwd, env: { PATH: join(cwd, "bin"), DISPLAY: ":0" } };
  }

  it("opens the file when it is written", async () => {
    const { cwd, env } = withOpener("xdg-open");
    expect((await runIn({ cwd, env }, "-e", "-o", "me.html", "--open")).code).toBe(0);
    await expect.poll(() => readdirSync(cwd)).toContain("opened");
    expect(readFileSync(join(cwd, "opened"), "utf8")).toBe(join(cwd, "me.html"));
  });

  it("says so where nothing opens files, and the file is there all the same", async () => {
    const cwd = folder();
    const { code, stderr } = await runIn({ cwd, env: { PATH: cwd } }, "-e", "-o", "me.html", "--open");
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "Wrote me.html\nNo browser could be started; open me.html in one yourself\n",
    });
    expect(readdirSync(cwd)).toEqual(["me.html"]);
  });

  it("needs a file", async () => {
    const { code, stderr } = await runIn({}, "-e", "--open");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "role-advisor: --open needs a file; add --output report.html\n",
    });
  });
});
