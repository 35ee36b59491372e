import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../src/files.ts";
import { whyNot } from "../src/output.ts";
import { endings } from "../src/report/formats.ts";
import { runIn } from "./world.ts";

const folder = () => mkdtempSync(join(tmpdir(), "role-advisor-"));
const write = (cwd: string, ...args: string[]) => runIn({ cwd }, "-e", "architect", ...args);

describe.each(Object.keys(endings))("role-advisor --example architect --output me%s", (ending) => {
  const file = `me${ending}`;

  it("writes one file that only its owner can read, and nothing beside it", async () => {
    const cwd = folder();
    expect(await write(cwd, "-o", file)).toEqual({ code: 0, stdout: "", stderr: `Wrote ${file}\n` });
    expect(readdirSync(cwd)).toEqual([file]);
    expect(statSync(join(cwd, file)).mode & 0o777).toBe(0o600);
  });

  it("replaces what it wrote itself, and a file that holds nothing", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, file), "");
    await write(cwd, "-o", file);
    const before = readFileSync(join(cwd, file), "utf8");
    expect((await runIn({ cwd }, "-e", "reader-a", "-o", file)).code).toBe(0);
    expect(readFileSync(join(cwd, file), "utf8")).not.toBe(before);
  });

  it("leaves what somebody else wrote, unless --force is given", async () => {
    const cwd = folder();
    const theirs = "answers: { interest: both } # for role-advisor --code x\n";
    writeFileSync(join(cwd, file), theirs);
    expect(await write(cwd, "-o", file)).toEqual({
      code: 1,
      stdout: "",
      stderr: `${file}: cannot be written: role-advisor did not write what is there; name another file, or give --force\n`,
    });
    expect(readFileSync(join(cwd, file), "utf8")).toBe(theirs);
    expect((await write(cwd, "-o", file, "--force")).code).toBe(0);
    expect(readFileSync(join(cwd, file), "utf8")).not.toBe(theirs);
  });
});

it("replaces the file that a link leads to, and keeps the link", async () => {
  const cwd = folder();
  await write(cwd, "-o", "me.html");
  symlinkSync("me.html", join(cwd, "link.html"));
  expect((await runIn({ cwd }, "-e", "reader-a", "-o", "link.html")).code).toBe(0);
  expect(lstatSync(join(cwd, "link.html")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(cwd, "me.html"), "utf8")).toContain("Too close to call");
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
])("says in one line that it cannot write to %s, and leaves nothing", async (_, name, why) => {
  const cwd = folder();
  writeFileSync(join(cwd, "me.txt"), "mine");
  const said = { code: 1, stdout: "", stderr: `${name}: cannot be written: ${why}\n` };
  expect(await write(cwd, "-f", "html", "-o", name)).toEqual(said);
  // Before it looks for answers, so that nobody gives them in vain.
  expect(await runIn({ cwd }, "-f", "html", "-o", name)).toEqual(said);
  expect(readdirSync(cwd)).toEqual(["me.txt"]);
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
    return { cwd, env: { PATH: join(cwd, "bin") } };
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
      stderr: "Wrote me.html\nxdg-open could not be started; open me.html in a browser yourself\n",
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
