import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileFor, forget, keep, readKept } from "../../src/interview/saved.ts";
import { answer, type Interview, skip, start } from "../../src/interview/state.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";
import type { World } from "../../src/world.ts";
import { emptyFolder } from "../terminal/terminal.ts";

const worldOf = (env: Record<string, string>, platform = "linux"): World => ({
  argv: [],
  env,
  platform,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: () => "/",
  on: () => undefined,
  off: () => undefined,
  pid: 1,
  isRunning: () => false,
  stopJob: () => undefined,
});

const first = start(builtIn, { answers: {}, unsure: [] });
const some = skip(builtIn, answer(builtIn, first, ["both"]));

function kept(interview: Interview = some) {
  const world = worldOf({ HOME: emptyFolder() });
  const file = fileFor(world, builtIn) ?? "";
  keep(world, builtIn, file, interview);
  return { world, file };
}

describe("the folder", () => {
  it.each<[string, string, Record<string, string>, string | null]>([
    ["Linux", "linux", { HOME: "/home/ada" }, "/home/ada/.local/state/role-advisor/cio-or-cto.json"],
    ["Linux with XDG", "linux", { HOME: "/h", XDG_STATE_HOME: "/state" }, "/state/role-advisor/cio-or-cto.json"],
    [
      "a relative XDG folder",
      "linux",
      { HOME: "/h", XDG_STATE_HOME: "s" },
      "/h/.local/state/role-advisor/cio-or-cto.json",
    ],
    ["macOS", "darwin", { HOME: "/Users/ada" }, "/Users/ada/Library/Application Support/role-advisor/cio-or-cto.json"],
    ["Windows", "win32", { LOCALAPPDATA: "/ada/Local" }, "/ada/Local/role-advisor/cio-or-cto.json"],
    ["Windows without it", "win32", { USERPROFILE: "/ada" }, "/ada/AppData/Local/role-advisor/cio-or-cto.json"],
    ["no home", "linux", {}, null],
  ])("is the platform's: %s", (_, platform, env, file) => {
    expect(fileFor(worldOf(env, platform), builtIn)).toBe(file);
  });
});

describe("an interview on disk", () => {
  it("is read as it was kept, for its owner only", () => {
    const { file } = kept();
    expect(readKept(builtIn, file)).toEqual({ interview: some, say: null });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    expect(readdirSync(dirname(file))).toEqual(["cio-or-cto.json"]);
  });

  it("carries the pack's id, version and hash", () => {
    const { id, version, hash } = builtIn;
    expect(JSON.parse(readFileSync(kept().file, "utf8")).pack).toEqual({ id, version, hash });
  });

  it("goes away when it is finished, with what a killed program left beside it", () => {
    const { world, file } = kept();
    writeFileSync(join(dirname(file), ".cio-or-cto.json.1234.tmp"), "{");
    writeFileSync(join(dirname(file), "other.json"), "{}");
    forget(world, builtIn);
    expect(readdirSync(dirname(file))).toEqual(["other.json"]);
    forget(world, builtIn);
  });

  it("that does not exist says nothing", () => {
    expect(readKept(builtIn, join(emptyFolder(), "none.json"))).toEqual({ interview: null, say: null });
  });

  it("of a pack that has changed keeps the answers that still fit", () => {
    const three = answer(builtIn, answer(builtIn, some, ["have"]), ["leading"]);
    const { file } = kept(three);
    const questions = builtIn.questions
      .filter(({ id }) => id !== "interest")
      .map((question) =>
        question.id === "mba" ? { ...question, options: question.options.filter(({ id }) => id !== "have") } : question,
      );
    const changed: Pack = { ...builtIn, hash: "sha256:other", questions };
    expect(readKept(changed, file)).toEqual({
      interview: {
        answers: { study: ["leading"] },
        unsure: ["bookstore"],
        asked: ["bookstore", "study"],
        at: "monday",
        isQuick: false,
      },
      say: `${file}: the questions have changed since; 1 of your answers still fits, and these are asked again: mba; these are not asked any more: interest`,
    });
  });

  it.each([
    [{ interest: "both", mba: "nope" }, "1 of your answers still fits, and these are asked again: mba"],
    [{ interest: "both", mba: "have", foo: "x" }, "2 of your answers still fit; these are not asked any more: foo"],
  ])("of a pack that has changed tells what is asked again from what is gone: %j", (answers, told) => {
    const { file } = kept();
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), answers }));
    expect(readKept(builtIn, file).say).toBe(`${file}: the questions have changed since; ${told}`);
  });

  const wrong: [string, string, string][] = [
    ["half a file", '{"format": "role-advisor/interview@1", "answers": {"int', "it is damaged"],
    ["nothing", "", "it is damaged"],
    ["something else", "[1, 2]", "it is not of the format role-advisor/interview@1"],
    ["a later format", '{"format": "role-advisor/interview@2"}', "it is not of the format role-advisor/interview@1"],
    ["another pack", '{"format": "role-advisor/interview@1", "pack": {"id": "x"}}', "it belongs to another pack"],
    ["no answers", '{"format": "role-advisor/interview@1", "pack": {"id": "cio-or-cto"}}', "it is damaged"],
    ["too much", " ".repeat(2 ** 20 + 1), "it holds 1048577 bytes"],
  ];
  it.each(wrong)("that holds %s is set aside", (_, text, why) => {
    const { file } = kept();
    writeFileSync(file, text);
    const { interview, say } = readKept(builtIn, file);
    expect(interview).toBeNull();
    expect(say).toBe(
      `${file}: is not an interview that can be continued (${why}); it is set aside as cio-or-cto.json.bad, and the interview starts afresh`,
    );
    expect(readFileSync(`${file}.bad`, "utf8")).toBe(text);
  });

  it("that is a folder or leads nowhere stops nobody", () => {
    const { file } = kept();
    const folder = join(emptyFolder(), "cio-or-cto.json");
    mkdirSync(folder);
    expect(readKept(builtIn, folder).say).toContain("it is not a file");
    const link = join(emptyFolder(), "cio-or-cto.json");
    symlinkSync(file, link);
    expect(readKept(builtIn, link).interview).toEqual(some);
  });

  it("may hold anything, and never ends the program", () => {
    const { file } = kept();
    const record = JSON.parse(readFileSync(file, "utf8"));
    const key = fc.constantFrom("format", "pack", "answers", "unsure", "asked", "at", "isQuick");
    fc.assert(
      fc.property(key, fc.jsonValue(), (name, value) => {
        writeFileSync(file, JSON.stringify({ ...record, [name]: value }));
        const { interview, say } = readKept(builtIn, file);
        expect(interview !== null || say !== null).toBe(true);
      }),
    );
  });
});
