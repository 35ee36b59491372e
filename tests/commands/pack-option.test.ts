import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runIn } from "../world.ts";

/** A project with the packages given: name, package.json, and whether the starter pack is inside. */
function project(packages: Readonly<Record<string, object | string>>): string {
  const cwd = mkdtempSync(join(tmpdir(), "role-advisor-pack-"));
  for (const [name, manifest] of Object.entries(packages)) {
    const folder = join(cwd, "node_modules", name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), typeof manifest === "string" ? manifest : JSON.stringify(manifest));
    cpSync("data/starter", join(folder, "pack"), { recursive: true });
  }
  mkdirSync(join(cwd, "work", "deep"), { recursive: true });
  return cwd;
}

const cwd = project({
  "my-pack": { "role-advisor": "./pack" },
  "@school/pack": { "role-advisor": "pack/" },
  "no-key": { name: "no-key" },
  outside: { "role-advisor": "../my-pack/pack" },
  nothing: { "role-advisor": "./empty" },
  damaged: "{",
});

describe("--pack", () => {
  const flags = ["--afternoon", "puzzle", "--no-input"];

  test.each([
    ["my-pack", "."],
    ["@school/pack", "."],
    ["my-pack", "work/deep"],
    ["node_modules/my-pack/pack", "."],
    ["./node_modules/my-pack/pack/", "."],
    ["../../node_modules/my-pack/pack", "work/deep"],
  ])("finds %s from %s", async (name, from) => {
    const { code, stdout, stderr } = await runIn({ cwd: join(cwd, from) }, "--pack", name, ...flags);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Staff engineer or engineering manager?");
  });

  test("finds a pack that ships with the program by name, from anywhere", async () => {
    const { code, stdout } = await runIn({ cwd }, "-p", "technology-leadership", "--example");
    expect(code).toBe(0);
    expect(stdout).toContain("Which seat at the top of technology?");
    expect((await runIn({ cwd }, "-pcio-or-cto", "--interest", "business")).stdout).toContain("CIO or CTO?");
  });

  const [other, own] = ["Which seat at the top of technology?", "CIO or CTO?"];
  test.each([
    ["-qp technology-leadership --no-input --talk machine", other],
    ["-qptechnology-leadership --no-input --talk machine", other],
    ["--pack=cio-or-cto --pack cio-or-cto -e", own],
    ["-p cio-or-cto roles -p technology-leadership", "Chief Information Security Officer"],
    ["roles --format text -p technology-leadership", "Chief Information Security Officer"],
    ["help -p technology-leadership", "--talk <option>"],
    ["help roles -p technology-leadership", "ciso"],
  ])("is read as Commander reads the words: %s", async (words, shown) => {
    const { code, stdout, stderr } = await runIn({ cwd }, ...words.split(" "));
    expect([code, stderr, stdout]).toEqual([0, "", expect.stringContaining(shown)]);
  });

  test.each([
    [["-o", "-p.json", "-e"], 'there is no pack ".json"'],
    [["-p", "my-pack", "-o", "-pmy-pack", "-e"], '--output needs a value; it was given "-pmy-pack"'],
    [
      ["-p", "my-pack", "--afternoon", "-pnode_modules/my-pack/pack"],
      '--afternoon needs a value; it was given "-pnode',
    ],
    [
      ["--pack", "technology-leadership", "--pack", "cio-or-cto"],
      '--pack is given twice, as "technology-leadership" and',
    ],
  ])("is never what another option takes for its value, nor two: %j", async (words, said) => {
    const { code, stdout, stderr } = await runIn({ cwd }, ...words, "--no-input");
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(said)]);
  });

  test.each([
    ["questions", "--afternoon"],
    ["roles", "Staff Engineer"],
    ["compare", "Engineering Manager"],
    ["guide", "How the two roles differ"],
    ["check", "starter 1.0.0 in node_modules/my-pack/pack is right"],
    ["audit", "Staff engineer or engineering manager?"],
    ["--help", "--afternoon <option>"],
    ["--help", "Staff engineer or engineering manager? Questions about"],
  ])("is taken by role-advisor %s", async (command, shown) => {
    for (const args of [
      [command, "--pack", "my-pack"],
      ["--pack", "my-pack", command],
    ]) {
      const { code, stdout } = await runIn({ cwd }, ...args);
      expect(code).toBe(0);
      expect(stdout).toContain(shown);
    }
  });

  test.each([
    [
      "absent",
      'there is no pack "absent"; give a folder, the name of an installed package, or one of cio-or-cto, technology-leadership',
    ],
    [
      "./absent",
      'there is no pack "./absent"; give a folder, the name of an installed package, or one of cio-or-cto, technology-leadership',
    ],
    [
      "",
      'there is no pack ""; give a folder, the name of an installed package, or one of cio-or-cto, technology-leadership',
    ],
    ["work", 'there is no pack "work"; the folder work has no pack.yaml; "role-advisor init <dir>" starts a pack'],
    [
      "no-key",
      'there is no pack "no-key"; the package is installed, but its package.json has no key "role-advisor" with the folder of the pack',
    ],
    [
      "outside",
      'there is no pack "outside"; the package is installed, but its package.json points outside the package',
    ],
    [
      "nothing",
      'there is no pack "nothing"; the package is installed, but its package.json points to ./empty, where there is no pack.yaml',
    ],
  ])("says of %s what is wrong", async (name, said) => {
    expect(await runIn({ cwd }, "--pack", name, "questions")).toEqual({
      code: 2,
      stdout: "",
      stderr: `role-advisor: ${said}\n`,
    });
  });

  test("says where a package.json is damaged", async () => {
    const { code, stderr } = await runIn({ cwd }, "--pack", "damaged", "questions");
    expect([code, stderr]).toEqual([2, expect.stringContaining(join("damaged", "package.json: cannot be read: "))]);
  });

  test("names the files of a package's pack from where one stands", async () => {
    const own = project({ spoiled: { "role-advisor": "./pack" } });
    writeFileSync(join(own, "node_modules/spoiled/pack/traits.yaml"), "[]\n");
    const { stderr } = await runIn({ cwd: own }, "--pack", "spoiled", "questions");
    expect(stderr).toBe(
      "node_modules/spoiled/pack/traits.yaml:1:1: the file is an empty list; write a map of keys to values\n",
    );
  });
});
