import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keeperFor } from "../../src/interview/keeper.ts";
import { answer, draft, type Interview, skip, start } from "../../src/interview/state.ts";
import { newFile, readUnfinished, writeInterview } from "../../src/interview/unfinished.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { stateFolder } from "../../src/state-folder.ts";
import { emptyFolder } from "../terminal/terminal.ts";
import { plainWorld } from "../world.ts";

const first = start(builtIn, { answers: {}, unsure: [] });
const some = skip(builtIn, answer(builtIn, first, ["both"]));
const elsewhere = { ...plainWorld, pid: 77, isRunning: (pid: number) => pid === 42 };

/** A home, with an interview that was left there. */
function home(interview: Interview = some, pack = builtIn, pid: number | null = null) {
  const folder = join(emptyFolder(), "role-advisor");
  const file = newFile(folder, pack);
  writeInterview(pack, file, interview, pid);
  return { folder, file };
}

const read = (folder: string, pack = builtIn) => readUnfinished(elsewhere, pack, folder);
const change = (file: string, changes: object) =>
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...changes }));

describe("the folder", () => {
  it.each<[string, string, Record<string, string>, string | null]>([
    ["Linux", "linux", { HOME: "/home/ada" }, "/home/ada/.local/state/role-advisor"],
    ["Linux with XDG", "linux", { HOME: "/h", XDG_STATE_HOME: "/state" }, "/state/role-advisor"],
    ["a relative XDG folder", "linux", { HOME: "/h", XDG_STATE_HOME: "s" }, "/h/.local/state/role-advisor"],
    ["macOS", "darwin", { HOME: "/Users/ada" }, "/Users/ada/Library/Application Support/role-advisor"],
    ["Windows", "win32", { LOCALAPPDATA: "/ada/Local" }, "/ada/Local/role-advisor"],
    ["Windows without it", "win32", { USERPROFILE: "/ada" }, "/ada/AppData/Local/role-advisor"],
    ["no home", "linux", {}, null],
  ])("is the platform's: %s", (_, platform, env, folder) => {
    expect(stateFolder({ env, platform })).toBe(folder);
  });
});

describe("an interview on disk", () => {
  it("is read as it was written, for its owner only", () => {
    const ticked = draft(some, ["have"]);
    const { folder, file } = home(ticked);
    expect(read(folder)).toMatchObject({ unfinished: [{ file, interview: ticked }], activeElsewhere: 0, warnings: [] });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder)).toEqual([basename(file)]);
  });

  it("is one file for each, the newest first", () => {
    const { folder, file } = home();
    const older = newFile(folder, builtIn);
    writeInterview(builtIn, older, answer(builtIn, some, ["have"]), null);
    utimesSync(older, 1, 1);
    expect(read(folder).unfinished.map((one) => one.file)).toEqual([file, older]);
  });

  it.each([
    ["a process that runs", 42, {}, 1],
    ["a process that has ended", 43, {}, 0],
    ["this process", 77, {}, 0],
    ["a process before the machine was started again", 42, { old: true }, 0],
  ])("that is answered by %s", (_, pid, { old }: { old?: boolean }, count) => {
    const { folder, file } = home(some, builtIn, pid);
    if (old) utimesSync(file, 1, 1);
    expect(read(folder)).toMatchObject({ activeElsewhere: count });
    expect(read(folder).unfinished).toHaveLength(1 - count);
  });

  it("of another pack with the same id and version is not this one's, and left alone", () => {
    const other: Pack = { ...builtIn, hash: "sha256:other" };
    const { folder, file } = home(some, other);
    expect(read(folder)).toEqual({ unfinished: [], activeElsewhere: 0, warnings: [] });
    expect(read(folder, other).unfinished).toHaveLength(1);
    expect(existsSync(file)).toBe(true);
  });

  it("of an earlier version keeps the answers that still fit", () => {
    const three = answer(builtIn, answer(builtIn, some, ["have"]), ["rescue"]);
    const { folder, file } = home(three);
    const questions = builtIn.questions
      .filter(({ id }) => id !== "interest")
      .map((question) =>
        question.id === "mba" ? { ...question, options: question.options.filter(({ id }) => id !== "have") } : question,
      );
    const { unfinished, warnings } = read(folder, { ...builtIn, version: "99.0.0", hash: "sha256:other", questions });
    expect(unfinished[0]?.interview).toEqual({
      ...{ answers: { monday: ["rescue"] }, unsure: ["bookstore"], asked: ["bookstore", "monday"], at: "thorny" },
      ...{ isQuick: false, drafts: {}, isEdit: false },
    });
    expect(warnings).toEqual([
      `${file}: the questions have changed since; 1 of your answers still fits, and these are asked again: mba; these are not asked any more: interest`,
    ]);
  });

  it.each([
    [{ interest: "both", mba: "nope" }, "1 of your answers still fits, and these are asked again: mba"],
    [{ interest: "both", mba: "have", foo: "x" }, "2 of your answers still fit; these are not asked any more: foo"],
  ])("tells what is asked again from what is gone: %j", (answers, told) => {
    const { folder, file } = home();
    change(file, { answers });
    expect(read(folder).warnings).toEqual([`${file}: the questions have changed since; ${told}`]);
  });

  it.each([
    ["half a file", '{"format": "role-advisor/interview@1", "answers": {"int', "it is damaged"],
    ["nothing", "", "it is damaged"],
    ["something else", "[1, 2]", "it is not of the format role-advisor/interview@1"],
    ["a later format", '{"format": "role-advisor/interview@2"}', "it is not of the format role-advisor/interview@1"],
    ["no answers", '{"format": "role-advisor/interview@1", "pack": {"id": "cio-or-cto"}}', "it is damaged"],
    ["too much", " ".repeat(2 ** 20 + 1), "it holds 1048577 bytes"],
  ])("that holds %s is set aside", (_, text, why) => {
    const { folder, file } = home();
    writeFileSync(file, text);
    expect(read(folder)).toEqual({
      unfinished: [],
      activeElsewhere: 0,
      warnings: [
        `${file}: is not an interview that can be continued (${why}); it is set aside as ${basename(file)}.bad, and a new interview starts`,
      ],
    });
    expect(readFileSync(`${file}.bad`, "utf8")).toBe(text);
    expect(read(folder).warnings).toEqual([]);
  });

  it("may hold anything, and never ends the program", () => {
    const { folder, file } = home();
    const record = JSON.parse(readFileSync(file, "utf8"));
    const key = fc.constantFrom(
      "format",
      "pack",
      "pid",
      "answers",
      "drafts",
      "unsure",
      "asked",
      "at",
      "isQuick",
      "isEdit",
    );
    fc.assert(
      fc.property(key, fc.jsonValue(), (name, value) => {
        writeFileSync(file, JSON.stringify({ ...record, [name]: value }));
        read(folder);
      }),
    );
  });

  it("leaves no part of it when it cannot be written, and what a killed program left is swept up", () => {
    const { folder, file } = home();
    const part = join(folder, `.${basename(file)}.1234.tmp`);
    writeFileSync(part, "{");
    utimesSync(part, 1, 1);
    mkdirSync(join(folder, "taken.json"));
    expect(() => writeInterview(builtIn, join(folder, "taken.json"), some, null)).toThrow("cannot be written");
    read(folder);
    expect(readdirSync(folder).sort()).toEqual([basename(file), "taken.json"].sort());
  });
});

describe("a link", () => {
  it("put in place of the file is replaced, and not followed", () => {
    const { folder, file } = home();
    const victim = join(emptyFolder(), "victim");
    writeFileSync(victim, "mine");
    const planted = newFile(folder, builtIn);
    symlinkSync(victim, planted);
    writeInterview(builtIn, planted, some, null);
    expect(readFileSync(victim, "utf8")).toBe("mine");
    expect(lstatSync(planted).isSymbolicLink()).toBe(false);
    symlinkSync(file, newFile(folder, builtIn));
    expect(read(folder)).toMatchObject({
      unfinished: [{}, {}],
      warnings: [expect.stringContaining("it is not a file")],
    });
  });

  it.skipIf(process.getuid?.() !== 0)("that somebody else has put in place of the folder is refused", async () => {
    const { lchownSync, rmSync } = await import("node:fs");
    const { folder, file } = home();
    const theirs = emptyFolder();
    rmSync(folder, { recursive: true });
    symlinkSync(theirs, folder);
    writeInterview(builtIn, file, some, null);
    expect(readdirSync(theirs)).toHaveLength(1);
    lchownSync(folder, 12345, 12345);
    expect(() => writeInterview(builtIn, file, some, null)).toThrow("somebody else has made");
    expect(read(folder).unfinished).toEqual([]);
  });
});

describe("two terminals", () => {
  const world = (home: string, pid: number) => ({ ...elsewhere, env: { HOME: home }, pid });

  it("have a file each, and neither ends the other's", () => {
    const place = emptyFolder();
    const [one, other] = [keeperFor(world(place, 42), builtIn, true), keeperFor(world(place, 43), builtIn, true)];
    one.keep(some);
    expect(other.read()).toMatchObject({ unfinished: [], activeElsewhere: 1 });
    other.keep(answer(builtIn, some, ["have"]));
    other.forget();
    expect(one.stop()).toBe("Stopped. 1 answer is saved; run the same command again to continue.");
    expect(other.read()).toMatchObject({ unfinished: [{ interview: some }], activeElsewhere: 0 });
  });

  it("may continue the same one, and nothing that either says is lost", () => {
    const place = emptyFolder();
    keeperFor(world(place, 42), builtIn, true).keep(some);
    const [one, other] = [keeperFor(world(place, 44), builtIn, true), keeperFor(world(place, 45), builtIn, true)];
    const [kept] = [one, other].map((keeper) => {
      const [unfinished] = readUnfinished(
        plainWorld,
        builtIn,
        dirname(keeper.read().unfinished[0]?.file ?? join(place, ".local/state/role-advisor/x")),
      ).unfinished;
      if (unfinished !== undefined) keeper.takeOver(unfinished);
      return unfinished;
    });
    expect(kept).toBeDefined();
    one.keep(answer(builtIn, some, ["have"]));
    other.keep(answer(builtIn, some, ["none"]));
    const answers = readUnfinished(plainWorld, builtIn, join(place, ".local/state/role-advisor")).unfinished.map(
      ({ interview }) => interview.answers["mba"],
    );
    expect(answers.toSorted()).toEqual([["have"], ["none"]]);
  });
});
