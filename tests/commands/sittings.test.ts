import {
  chmodSync,
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
import { describe, expect, it, test } from "vitest";
import { writeCode } from "../../src/advice/code.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { type Circumstances, runIn } from "../world.ts";

/** A home of its own, in which the program runs at a day. */
function home() {
  const cwd = mkdtempSync(join(tmpdir(), "role-advisor-sittings-"));
  const folder = join(cwd, ".local/state/role-advisor/sittings");
  const at = (now: string, ...args: string[]) => runIn({ cwd, now, env: { HOME: cwd } }, ...args);
  const ra = (...args: string[]) => at("2026-11-26T12:00", ...args);
  return { cwd, folder, at, ra };
}

const fresh = async (circumstances: Circumstances, ...args: string[]) => runIn(circumstances, ...args);

describe("--keep", () => {
  it("keeps answers under a name and the day of the world, in a file that only its owner can read", async () => {
    const { folder, ra } = home();
    const { code, stderr } = await ra("-e", "architect", "--keep", "Zoë Müller");
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "Kept as Zoë Müller@2026-11-26. To see it again:\nrole-advisor sittings show 'Zoë Müller@2026-11-26'\n",
    });
    const [file = ""] = readdirSync(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(JSON.parse(readFileSync(join(folder, file), "utf8"))).toMatchObject({
      format: "role-advisor/sitting@1",
      name: "Zoë Müller",
      date: "2026-11-26",
      pack: { id: builtIn.id, version: builtIn.version, hash: builtIn.hash },
      code: writeCode(builtIn, builtIn.examples.find(({ name }) => name === "architect")?.answers ?? {}),
    });
  });

  it("is me in a script, and never one that is there already", async () => {
    const { at, ra } = home();
    await at("2025-11-03T23:59", "-e", "--keep");
    await at("2025-11-03T23:59", "-e", "reader-a", "--keep");
    await ra("-e", "--keep", "me");
    expect((await ra("sittings")).stdout).toBe("me@2026-11-26\nme@2025-11-03.2\nme@2025-11-03\n");
  });

  it("keeps nothing that was not asked for", async () => {
    const { cwd, ra } = home();
    await ra("-e");
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each([
    ["", "it is empty"],
    ["  ", "it is empty"],
    ["x".repeat(300), "it has more than 80 characters"],
    ["../me", "it has a slash, like the path of a file"],
    ["a\\b", "it has a slash, like the path of a file"],
    [".me", 'it starts with ".", like a file or a flag'],
    ["a\u001b[2J", "it has an invisible character"],
    ["a\u202eb", "it has an invisible character"],
    ["CTO", "it is the id of a role"],
    ["me@2025-11-03", 'it holds "@", which stands before a date'],
    ["cio-or-cto@1.0.0:123", "it looks like a code"],
  ])("refuses the name %j before anything is asked: %s", async (name, why) => {
    const { cwd, ra } = home();
    const { code, stdout, stderr } = await ra("-e", "--keep", name);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`cannot be the name of a sitting: ${why}; choose another, such as "me" or "my mentor"\n`);
    expect(stderr.split("\n")).toHaveLength(2);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("says in one line that there is no home", async () => {
    const { stderr, code } = await fresh({ env: {} }, "-e", "--keep");
    expect(code).toBe(2);
    expect(stderr).toBe(
      "role-advisor: no home folder is known, so nothing can be kept; set HOME (or XDG_STATE_HOME)\n",
    );
  });

  it("follows no link that was put where its file goes", async () => {
    const { cwd, folder, ra } = home();
    await ra("-e", "--keep");
    const [file = ""] = readdirSync(folder);
    symlinkSync(join(cwd, "elsewhere"), join(folder, file.replace(".1.json", ".2.json")));
    expect((await ra("-e", "--keep")).stderr).toContain("Kept as me@2026-11-26.3");
    expect(readdirSync(cwd)).toEqual([".local"]);
  });
});

describe("role-advisor sittings", () => {
  it("says how to keep where nothing was kept", async () => {
    expect(await home().ra("sittings")).toEqual({
      code: 0,
      stdout: "",
      stderr: "Nothing is kept yet. Add --keep when you ask for advice.\n",
    });
  });

  it("shows one as the main command does: sittings show", async () => {
    const { at, ra } = home();
    await at("2025-11-03T12:00", "-e", "reader-a", "--keep");
    await ra("-e", "architect", "--keep");
    expect(await ra("sittings", "show", "me")).toEqual(await ra("-e", "architect"));
    expect(await ra("sittings", "show", "me@2025-11-03", "-f", "json")).toEqual(
      await ra("-e", "reader-a", "-f", "json"),
    );
  });

  it("removes one, or all of them after a question", async () => {
    const { at, ra, cwd } = home();
    for (const name of ["me", "Ada", "山田"]) await at("2025-11-03T12:00", "-e", "--keep", name);
    expect((await ra("sittings", "remove", "Ada")).stderr).toBe("Removed Ada@2025-11-03\n");
    expect((await ra("sittings")).stdout).toBe("me@2025-11-03\n山田@2025-11-03\n");
    expect(await ra("sittings", "remove", "--all")).toMatchObject({
      code: 2,
      stderr: "role-advisor: add --force to remove all in a script\n",
    });
    expect((await ra("sittings", "remove", "--all", "--force")).stderr).toBe("Removed 2\n");
    expect((await ra("sittings")).stdout).toBe("");
    expect(readdirSync(cwd)).toEqual([".local"]);
  });

  it.each([
    [["sittings", "show"], 'name a sitting; "role-advisor sittings" lists them'],
    [["sittings", "show", "mee"], 'nothing was kept as "mee"; there are me@2026-11-26'],
    [
      ["sittings", "remove", "me@2020-01-01"],
      'nothing was kept as "me@2020-01-01"; did you mean "me@2026-11-26"? There are me@2026-11-26',
    ],
    [["sittings", "list", "me"], 'to see "me", write: sittings show "me"'],
    [["sittings", "-f", "html"], "the list is printed as text or json"],
    [
      ["--pack", "technology-leadership", "sittings", "show", "me"],
      /was made with the pack "cio-or-cto", and this is "technology-leadership"/,
    ],
  ] as [string[], string | RegExp][])("%j ends with 2 and one line", async (args, said) => {
    const { ra } = home();
    await ra("-e", "--keep");
    const { code, stderr } = await ra(...args);
    expect(code).toBe(2);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    if (typeof said === "string") expect(stderr).toContain(said);
    else expect(stderr).toMatch(said);
  });

  it("tells a damaged or foreign file in one line, and lists the others", async () => {
    const { folder, ra } = home();
    await ra("-e", "--keep", "Ada");
    await ra("-e", "--keep");
    const file = join(
      folder,
      readdirSync(folder).find((name) => !readFileSync(join(folder, name), "utf8").includes('"Ada"')) ?? "",
    );
    writeFileSync(file, "{");
    mkdirSync(join(folder, "folder.json"));
    const { code, stdout, stderr } = await ra("sittings");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "Ada@2026-11-26\n" });
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    const shown = await ra("sittings", "show", "me");
    expect(shown).toMatchObject({ code: 2, stdout: "" });
    expect(shown.stderr).toBe(`${file}: is damaged, or is not a kept sitting; remove the file if you do not need it\n`);
    expect(readFileSync(file, "utf8")).toBe("{");
  });

  it("reads a sitting of an older pack by what it has renamed", async () => {
    const { cwd, folder, ra } = home();
    const pack = join(cwd, "pack");
    const { cpSync } = await import("node:fs");
    cpSync("data/starter", pack, { recursive: true });
    await ra("--pack", pack, "-e", "--keep");
    const [file = ""] = readdirSync(folder);
    const kept = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const [question = ""] = Object.keys(kept.answers);
    const answers = { ...kept.answers, "was-called-so": kept.answers[question] };
    delete answers[question];
    writeFileSync(join(folder, file), JSON.stringify({ ...kept, answers, pack: { ...kept.pack, version: "0.9.0" } }));
    const before = readFileSync(join(pack, "pack.yaml"), "utf8");
    expect((await ra("--pack", pack, "sittings", "show", "me")).stderr).toContain("0.9.0");
    writeFileSync(join(pack, "pack.yaml"), before.replace("\nrenamed:", `\nrenamed:\n  was-called-so: ${question}`));
    const { stdout, stderr } = await ra("--pack", pack, "sittings", "show", "me", "-f", "json");
    expect(stderr).toBe("");
    expect(JSON.parse(stdout).answers).toEqual(kept.answers);
  });
});

describe("role-advisor compare", () => {
  it("takes kept names, files, saved advice and codes, in this order", async () => {
    const { at, cwd, ra } = home();
    await at("2025-11-03T12:00", "-e", "reader-a", "--keep");
    await ra("-e", "architect", "--keep");
    await ra("-e", "reader-b", "-o", "me");
    const architect = writeCode(builtIn, builtIn.examples.find(({ name }) => name === "architect")?.answers ?? {});
    writeFileSync(join(cwd, "ada.yaml"), "interest: both\n");
    await ra("-e", "reader-b", "-o", "bob.json");
    const names = async (...args: string[]) =>
      JSON.parse((await ra("compare", ...args, "-f", "json")).stdout).sittings.map(
        ({ name, code }: { name: string; code: string }) => [name, code === architect],
      );
    expect(await names("me@2025-11-03", "me")).toEqual([
      ["me@2025-11-03", false],
      ["me@2026-11-26", true],
    ]);
    expect(await names("me", "ada.yaml", "./bob.json", architect.toUpperCase())).toEqual([
      ["me", true],
      ["ada.yaml", false],
      ["./bob.json", false],
      [architect, true],
    ]);
  });

  it("needs no home for files and codes", async () => {
    const { cwd } = home();
    writeFileSync(join(cwd, "ada.yaml"), "interest: both\n");
    expect((await runIn({ cwd }, "compare", "ada.yaml", "./ada.yaml")).code).toBe(0);
  });

  it("makes one page that loads nothing, with both profiles in one chart: --format html", async () => {
    const { at, ra } = home();
    await at("2025-11-03T12:00", "-e", "reader-a", "--keep");
    await ra("-e", "reader-b", "--keep", "<b>Ada & Bo");
    const { code, stdout } = await ra("compare", "me", "<b>Ada & Bo", "-f", "html");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>/);
    expect(stdout).toContain("&lt;b&gt;Ada &amp; Bo");
    expect(stdout).not.toContain("<b>Ada");
    const [chart = ""] = /<ul class="pulls">[\s\S]*?<\/ul>/.exec(stdout) ?? [];
    expect(chart.match(/<svg/g)?.length).toBe(2 * (chart.match(/<li>/g)?.length ?? 0));
    expect((await ra("compare", "cio", "cto", "-f", "html")).stderr).toContain(
      "roles are compared as text, json or markdown",
    );
  });

  it("says what is the same and nothing else of a thing and itself", async () => {
    const { ra } = home();
    await ra("-e", "architect", "--keep");
    const { stdout } = await ra("compare", "me", "me");
    expect(stdout).toContain("Every answer is the same, so is everything that follows from them.");
    expect(stdout).toContain("25 of 25 answers");
    expect(stdout).not.toContain("Worth talking about");
  });

  it.each([
    [["compare", "me"], 'name something to compare "me" with; "role-advisor sittings" lists what was kept'],
    [["compare", "me", "cto"], '"cto" is a role, and "me" is not; compare roles with roles, or sittings with sittings'],
    [
      ["compare", "me", "mee"],
      '"mee" is not a role, a kept name, a file or a code; did you mean "me"? There are cio, cto, me',
    ],
    [["compare", "me", "./mee"], "./mee: cannot be read: there is no such file or folder"],
    [
      ["compare", "me", "cio-or-cto@1.0.0:12345"],
      'the code "cio-or-cto@1.0.0:12345" has a mistyped character; copy it again',
    ],
    [["compare", "me", "other@1.0.0:12345"], 'the code was made with the pack "other", and this is "cio-or-cto"'],
    [["compare", ...Array(9).fill("me")], "at most 8 can be compared, and you named 9"],
  ])("%j ends with 2 and one line", async (args, said) => {
    const { ra } = home();
    await ra("-e", "--keep");
    const { code, stdout, stderr } = await ra(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain(said);
  });
});

test.skipIf(process.getuid?.() === 0)("a folder that cannot be written to is told in one line", async () => {
  const { cwd, ra } = home();
  chmodSync(cwd, 0o500);
  expect((await ra("-e", "--keep")).code).toBe(1);
});
