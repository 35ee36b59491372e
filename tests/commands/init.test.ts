import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { aboutSections, englishWords } from "../../src/pack/english-words.ts";
import { loadFolder } from "../../src/pack/load-folder.ts";
import { runIn } from "../world.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "role-advisor-init-"));

describe("role-advisor init my-pack", () => {
  const cwd = newFolder();
  const started = runIn({ cwd }, "init", "my-pack");

  test("writes a pack of two roles and eight questions, called as its folder, and says what is next", async () => {
    expect(await started).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "Wrote a pack to my-pack: guide.yaml, history.yaml, pack.yaml, questions.yaml, sources.yaml, tests.yaml, traits.yaml, examples/builder.yaml, neighbours/product.yaml, roles/manager.yaml, roles/staff.yaml, and schema/ for your editor.
      Check it:    role-advisor check my-pack
      Measure it:  role-advisor audit my-pack
      Ask with it: role-advisor --pack my-pack
      ",
        "stdout": "",
      }
    `);
    const pack = loadFolder(join(cwd, "my-pack"));
    expect([pack.id, pack.roles.length, pack.questions.length]).toEqual(["my-pack", 2, 8]);
  });

  test("shows a name as text, whatever a terminal would make of it", async () => {
    const { code, stderr } = await runIn({ cwd: newFolder() }, "init", "my\u001b[2Jpack");
    expect(code).toBe(0);
    expect(stderr).toContain("Wrote a pack to my\\u001b[2Jpack: ");
    expect(stderr).not.toContain("\u001b");
  });

  test("passes its check at once, without a warning", async () => {
    await started;
    expect(await runIn({ cwd }, "check", "my-pack")).toEqual({
      code: 0,
      stderr: "",
      stdout: "my-pack 1.0.0 in my-pack is right: 8 questions, 2 roles, all 6 expected outcomes hold.\n",
    });
  });

  test("names in every file a schema that is there", async () => {
    await started;
    const folder = join(cwd, "my-pack");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
    expect(files).toHaveLength(11);
    for (const file of files) {
      const text = readFileSync(join(folder, file), "utf8");
      const [, schema = ""] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
      expect(existsSync(join(folder, file, "..", schema)), `${file}: ${schema}`).toBe(true);
    }
  });

  test("asks and advises with its own flags", async () => {
    await started;
    const flags = ["--afternoon", "puzzle", "--thanks", "design", "--problem", "compare", "--learn", "language"];
    const { code, stdout } = await runIn({ cwd }, "--pack", "my-pack", ...flags);
    expect(code).toBe(0);
    expect(stdout).toContain("Your answers lean to Staff.");
  });

  test("overwrites nothing", async () => {
    await started;
    const before = readFileSync(join(cwd, "my-pack", "pack.yaml"), "utf8");
    expect(await runIn({ cwd }, "init", "my-pack")).toEqual({
      code: 2,
      stdout: "",
      stderr: "my-pack: already exists, and nothing is overwritten; name a folder that is new or empty\n",
    });
    expect(readFileSync(join(cwd, "my-pack", "pack.yaml"), "utf8")).toBe(before);
  });
});

describe("role-advisor init my-pack --words", () => {
  test("writes every fixed sentence in English, each with where it stands, and passes its check", async () => {
    const cwd = newFolder();
    expect((await runIn({ cwd }, "init", "mine", "--words")).code).toBe(0);
    const text = readFileSync(join(cwd, "mine", "words.yaml"), "utf8");
    for (const [name, about] of Object.entries(aboutSections)) expect(text).toContain(`\n# ${about}\n${name}:\n`);
    expect(parse(text)).toEqual(englishWords);
    expect(await runIn({ cwd }, "check", "mine")).toMatchObject({ code: 0, stderr: "" });
  });

  test("adds them to a pack that is there, once", async () => {
    const cwd = newFolder();
    await runIn({ cwd }, "init", "mine");
    expect(await runIn({ cwd }, "init", "mine", "--words")).toEqual({
      code: 0,
      stdout: "",
      stderr: "Wrote mine/words.yaml. Keep the sentences that you reword, and delete the rest.\n",
    });
    expect((await runIn({ cwd }, "init", "mine", "--words")).stderr).toBe(
      "mine/words.yaml: cannot be written: it already exists; rename it first\n",
    );
  });
});

describe("role-advisor init", () => {
  test("fills a folder that is empty, and one inside folders that are not there yet", async () => {
    const cwd = newFolder();
    mkdirSync(join(cwd, "empty"));
    for (const dir of ["empty", "a/b/c", "."]) {
      const at = dir === "." ? newFolder() : cwd;
      expect((await runIn({ cwd: at }, "init", dir)).code).toBe(0);
      expect(existsSync(join(at, dir, "pack.yaml"))).toBe(true);
    }
  });

  test.each([
    ["Bob's pack (2)", "bob-s-pack-2"],
    ["My Pack", "my-pack"],
    ["Größe", "grosse"],
    ["Crème brûlée", "creme-brulee"],
    ["2024 plans", "plans"],
    ["数", "starter"],
  ])("makes an id of the folder's name %s, and says so", async (name, id) => {
    const cwd = newFolder();
    const { stderr } = await runIn({ cwd }, "init", name);
    expect(stderr).toContain(
      `The pack's id is "${id}", since "${name}" cannot be one; you can change it in pack.yaml.`,
    );
    expect(loadFolder(join(cwd, name)).id).toBe(id);
    expect((await runIn({ cwd }, "check", name)).stdout).toContain("all 6 expected outcomes hold.");
  });

  test("quotes the folder's name for a shell", async () => {
    const { stderr } = await runIn({ cwd: newFolder() }, "init", "Bob's pack");
    expect(stderr).toContain(String.raw`Check it:    role-advisor check 'Bob'\''s pack'`);
  });

  test("leaves a file alone that has the folder's name", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "taken"), "mine");
    const { code, stderr } = await runIn({ cwd }, "init", "taken");
    expect([code, stderr]).toEqual([
      2,
      "taken: already exists, and nothing is overwritten; name a folder that is new or empty\n",
    ]);
    expect(readFileSync(join(cwd, "taken"), "utf8")).toBe("mine");
  });

  test.skipIf(!existsSync("/proc"))("says so, and ends, where no folder can be made", async () => {
    const { code, stderr } = await runIn({}, "init", "/proc/role-advisor/pack");
    expect([code, stderr]).toEqual([
      1,
      "/proc/role-advisor/pack: cannot be written: there is no such file or folder\n",
    ]);
  });

  test("puts nothing into a folder that holds something else", async () => {
    const cwd = newFolder();
    mkdirSync(join(cwd, "full"));
    writeFileSync(join(cwd, "full", "notes.txt"), "mine");
    expect((await runIn({ cwd }, "init", "full")).code).toBe(2);
    expect(readdirSync(join(cwd, "full"))).toEqual(["notes.txt"]);
  });

  test("needs a folder", async () => {
    const { code, stderr } = await runIn({}, "init");
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^role-advisor: missing required argument 'dir'; .*\n$/)]);
  });
});
