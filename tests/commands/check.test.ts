import { chmodSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { broken, smallPack } from "../pack/small-pack.ts";
import { roleAdvisor, runIn } from "../world.ts";

/** A folder in which the pack `tea` is. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const cwd = mkdtempSync(join(tmpdir(), "role-advisor-check-"));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, "tea", file)), { recursive: true });
    writeFileSync(join(cwd, "tea", file), text);
  }
  return cwd;
}

const check = (files: Readonly<Record<string, string>>, ...args: string[]) =>
  runIn({ cwd: folderWith(files) }, "check", "tea", ...args);

describe("role-advisor check", () => {
  test("finds the built-in pack right", async () => {
    const { code, stdout, stderr } = await roleAdvisor("check");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^The built-in pack, cio-or-cto \d+\.\d+\.\d+, is right: 25 questions, 2 roles, all \d+ expected outcomes hold\.\n$/,
    );
  });

  test("finds the pack right that --pack names", async () => {
    const { code, stdout } = await roleAdvisor("check", "--pack", "technology-leadership");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^technology-leadership \S+ in data\/packs\/technology-leadership is right: /m);
    expect(await roleAdvisor("--pack", "technology-leadership", "check")).toMatchObject({ code: 0, stdout });
  });
});

describe("role-advisor check tea", () => {
  test("shows every fault at once, with the line and a caret, and exits 2", async () => {
    const files = {
      ...broken("questions.yaml", "calm: 3", "clam: 4"),
      "traits.yaml": "calm: { name: Calm, drawn: you like calm }\nspark: { name: Spark, drawn: a, able: b, more: c }\n",
      "guid.yaml": "[]",
    };
    const { code, stdout, stderr } = await check(files);
    expect([code, stderr]).toEqual([2, ""]);
    expect(stdout).toMatchInlineSnapshot(`
      "tea/traits.yaml:1:1: error: calm needs the key "able"; add it
       1 | calm: { name: Calm, drawn: you like calm }
         | ^

      tea/traits.yaml:2:42: error: has no use for the key "more"; the keys here are name, drawn, able, portrait
       2 | spark: { name: Spark, drawn: a, able: b, more: c }
         |                                          ^

      tea/questions.yaml:7:46: error: there is no trait "clam"; did you mean "calm"? The traits are calm, spark
       7 |         peace: { label: Some peace, drawn: { clam: 4 } }
         |                                              ^

      tea/questions.yaml:7:52: error: options.peace.drawn.clam is 4; write a whole number of at most 3
       7 |         peace: { label: Some peace, drawn: { clam: 4 } }
         |                                                    ^

      tea/guid.yaml: warning: is not part of a pack, and is not read; did you mean "guide.yaml"? The files of a pack are pack.yaml, traits.yaml, questions.yaml, sources.yaml, guide.yaml, evidence.yaml, words.yaml, tests.yaml, history.yaml, and those in roles/, neighbours/ and examples/

      4 errors, 1 warning in tea
      Start with tea/traits.yaml:1:1, then check again: one fault can cause others.
      "
    `);
  });

  test("warns of sentences that the program does not have, which a pack may still word", async () => {
    const cwd = folderWith({
      ...smallPack,
      "words.yaml": 'verdict: { lening: Eher., clear: "Klar: {leader}" }\nverdikt: {}\n',
    });
    const { code, stdout } = await runIn({ cwd }, "check", "tea");
    expect(code).toBe(0);
    expect(stdout).toContain(
      'tea/words.yaml:1:12: warning: no report says "lening", so it is ignored; did you mean "leaning"? Remove it; the keys here are nothing, tie',
    );
    expect(stdout).toContain('tea/words.yaml:2:1: warning: no report says "verdikt", so it is ignored; did you mean');
    expect((await runIn({ cwd }, "--pack", "tea", "--example", "early", "--format", "markdown")).stderr).toBe("");
  });

  test("shows of a long line the part around the fault", async () => {
    const files = broken("sources.yaml", "by: Somebody", `by: ${"Somebody ".repeat(20)}, boy: 1`);
    const { stdout } = await runIn({ cwd: folderWith(files), columns: 44 }, "check", "tea");
    expect(stdout).toMatchInlineSnapshot(`
      "tea/sources.yaml:1:210: error: has no use for the key "boy"; did you mean "by"? The keys here are title, by, year, url, note
       1 | mebody Somebody , boy: 1, year: 2001, u
         |                   ^

      1 error in tea
      "
    `);
  });

  test("puts the caret under the letter, also after wide ones", async () => {
    const files = broken("traits.yaml", "name: Calm, drawn", 'name: "\u6f22\u5b57", drwn');
    const { stdout } = await check(files);
    expect(stdout).toMatchInlineSnapshot(`
      "tea/traits.yaml:1:21: error: has no use for the key "drwn", and "drawn" is missing; rename it if you meant that, or else add "drawn"
       1 | calm: { name: "漢字", drwn: you like calm, able: you can wait }
         |                       ^

      1 error in tea
      "
    `);
  });

  test("keeps to the width of a terminal", async () => {
    const cwd = folderWith(broken("questions.yaml", "calm: 3", "clam: 3"));
    const { stdout } = await runIn({ cwd, columns: 44, isTerminal: true, env: { NO_COLOR: "1" } }, "check", "tea");
    expect(stdout).toMatchInlineSnapshot(`
      "tea/questions.yaml:7:46: error: there is
        no trait "clam"; did you mean "calm"? The
        traits are calm, spark
       7 | e peace, drawn: { clam: 3 } }
         |                   ^

      1 error in tea
      "
    `);
  });

  test("shows what an expected outcome got instead", async () => {
    const files = broken(
      "tests.yaml",
      "leader: tea",
      "leader: coffee, verdict: early, certain: false, flip: 1, tension: true",
    );
    const { code, stdout } = await check(files);
    expect(code).toBe(2);
    expect(stdout).toMatchInlineSnapshot(`
      "tea/tests.yaml:3:13: error: "peace" expects leader coffee, and got tea; fix the pack, or what is expected
       3 |   expect: { leader: coffee, verdict: early, certain: false, flip: 1, tensio
         |             ^

      tea/tests.yaml:3:29: error: "peace" expects verdict early, and got close; fix the pack, or what is expected
       3 |   expect: { leader: coffee, verdict: early, certain: false, flip: 1, tensio
         |                             ^

      tea/tests.yaml:3:45: error: "peace" expects certain false, and got true; fix the pack, or what is expected
       3 |   expect: { leader: coffee, verdict: early, certain: false, flip: 1, tensio
         |                                             ^

      tea/tests.yaml:3:70: error: "peace" expects tension true, and got false; fix the pack, or what is expected
       3 | ct: early, certain: false, flip: 1, tension: true }
         |                                     ^

      tea/questions.yaml:3:11: warning: morning alone decides: after "peace" no other answer can change who leads; lower its evidence, or ask more
       3 |     - id: morning
         |           ^

      tea/questions.yaml:16:9: warning: no role gains from tools; give it evidence in "drawn" of a trait that a role weighs, or write "drawn: {}" if it counts for no role on purpose
       16 |         tools: { label: Tools, able: { spark: 1 } }
          |         ^

      tea/questions.yaml:17:9: warning: no role gains from plants; give it evidence in "drawn" of a trait that a role weighs, or write "drawn: {}" if it counts for no role on purpose
       17 |         plants: { label: Plants }
          |         ^

      tea/roles/coffee.yaml:5:3: warning: Coffee does not mention calm, which another role weighs; give it a weight, or write "calm: { weight: 0 }" if it counts for nothing on purpose
       5 |   spark:
         |   ^

      tea/traits.yaml:1:1: warning: Tea weighs calm 5, and only two questions show it, so reports cannot say how strongly it draws somebody; show it in three or more
       1 | calm: { name: Calm, drawn: you like calm, able: you can wait }
         | ^

      tea/traits.yaml:2:1: warning: Coffee weighs spark 4, and only one question shows it, so reports cannot say how strongly it draws somebody; show it in three or more
       2 | spark: { name: Spark, drawn: you like a spark, able: you are quick }
         | ^

      tea/roles/tea.yaml:11:1: warning: 50% of all answers fit no stage of the path, such as morning: speed; widen a stage, or add one
       11 | path:
          | ^

      4 errors, 7 warnings in tea
      Start with tea/tests.yaml:3:13, then check again: one fault can cause others.
      "
    `);
  });

  test("warns of what is poor, and exits 0", async () => {
    const { code, stdout } = await check(smallPack);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "tea/questions.yaml:3:11: warning: morning alone decides: after "peace" no other answer can change who leads; lower its evidence, or ask more
       3 |     - id: morning
         |           ^

      tea/questions.yaml:16:9: warning: no role gains from tools; give it evidence in "drawn" of a trait that a role weighs, or write "drawn: {}" if it counts for no role on purpose
       16 |         tools: { label: Tools, able: { spark: 1 } }
          |         ^

      tea/questions.yaml:17:9: warning: no role gains from plants; give it evidence in "drawn" of a trait that a role weighs, or write "drawn: {}" if it counts for no role on purpose
       17 |         plants: { label: Plants }
          |         ^

      tea/roles/coffee.yaml:5:3: warning: Coffee does not mention calm, which another role weighs; give it a weight, or write "calm: { weight: 0 }" if it counts for nothing on purpose
       5 |   spark:
         |   ^

      tea/traits.yaml:1:1: warning: Tea weighs calm 5, and only two questions show it, so reports cannot say how strongly it draws somebody; show it in three or more
       1 | calm: { name: Calm, drawn: you like calm, able: you can wait }
         | ^

      tea/traits.yaml:2:1: warning: Coffee weighs spark 4, and only one question shows it, so reports cannot say how strongly it draws somebody; show it in three or more
       2 | spark: { name: Spark, drawn: you like a spark, able: you are quick }
         | ^

      tea/roles/tea.yaml:11:1: warning: 50% of all answers fit no stage of the path, such as morning: speed; widen a stage, or add one
       11 | path:
          | ^

      tea-or-coffee 1.0.0 in tea is right: 2 questions, 2 roles, its 1 expected outcome holds; 7 warnings.
      "
    `);
  });

  test("takes it that an option is meant to count for nobody where it says so", async () => {
    const files = broken("questions.yaml", "plants: { label: Plants }", "plants: { label: Plants, drawn: {} }");
    expect((await check(files)).stdout).not.toContain("no role gains from plants");
    expect((await check(smallPack)).stdout).toContain("no role gains from plants");
  });

  test("warns of what earlier versions had and nothing is called any more, at its place", async () => {
    const history = '"0.9.0":\n  evening: { one: [peace, speed] }\n  morning: { one: [peace, rush] }\n';
    const { code, stdout } = await check({ ...smallPack, "history.yaml": history });
    expect(code).toBe(0);
    expect(
      stdout,
    ).toContain(`tea/history.yaml:2:3: warning: the question evening no longer exists, so old codes lose such answers; say in pack.yaml what it is called now under "renamed", or that it has no successor under "gone"
 2 |   evening: { one: [peace, speed] }
   |   ^
`);
    expect(stdout).toContain("tea/history.yaml:3:27: warning: the option morning.rush no longer exists");
  });

  test("prints it all as JSON for a script", async () => {
    const { code, stdout } = await check(broken("questions.yaml", "calm: 3", "calm: 4"), "--format", "json");
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      format: "role-advisor/check@1",
      program: expect.any(String),
      folder: "tea",
      isBuiltIn: false,
      pack: null,
      outcomes: null,
      errors: 1,
      warnings: 0,
      problems: [
        {
          severity: "error",
          code: "out-of-range",
          message: "options.peace.drawn.calm is 4; write a whole number of at most 3",
          file: "tea/questions.yaml",
          line: 7,
          column: 52,
        },
      ],
    });
    const right = JSON.parse((await check(smallPack, "--format", "json")).stdout);
    expect(right).toMatchObject({
      pack: { id: "tea-or-coffee", questions: 2, roles: 2 },
      outcomes: { expected: 1, missed: 0 },
    });
  });

  test("reads files that end with .yml, and refuses one of each", async () => {
    const cwd = folderWith(smallPack);
    for (const file of ["pack", "questions", "roles/tea", "examples/early"]) {
      renameSync(join(cwd, "tea", `${file}.yaml`), join(cwd, "tea", `${file}.yml`));
    }
    expect((await runIn({ cwd }, "check", "tea")).code).toBe(0);
    cpSync(join(cwd, "tea", "roles/tea.yml"), join(cwd, "tea", "roles/tea.yaml"));
    const { code, stdout } = await runIn({ cwd }, "check", "tea");
    expect(code).toBe(2);
    expect(stdout).toContain("tea/roles/tea.yml: error: also exists as roles/tea.yaml; remove one of the two\n");
  });

  test("tells a role that pack.yaml does not name, and a file name that is no id", async () => {
    const { code, stdout } = await check({
      ...smallPack,
      "roles/milk.yaml": smallPack["roles/coffee.yaml"] ?? "",
      "examples/Early One.yaml": smallPack["examples/early.yaml"] ?? "",
    });
    expect(code).toBe(2);
    expect(stdout).toContain(
      'tea/roles/milk.yaml: error: pack.yaml does not name the role "milk"; add it to "roles" there, or remove this file\n',
    );
    expect(stdout).toContain(
      'tea/examples/Early One.yaml: error: the name of this file is "Early One"; write small letters, digits and hyphens, with a letter first\n',
    );
  });

  test("does not read a file of more than 1 MiB, nor a folder in its place, and tells the other faults", async () => {
    const cwd = folderWith(broken("traits.yaml", "name: Calm, ", ""));
    writeFileSync(join(cwd, "tea", "guide.yaml"), "x".repeat(1_048_577));
    rmSync(join(cwd, "tea", "sources.yaml"));
    mkdirSync(join(cwd, "tea", "sources.yaml"));
    const { code, stdout } = await runIn({ cwd }, "check", "tea");
    expect(code).toBe(2);
    expect(stdout).toMatchInlineSnapshot(`
      "tea/traits.yaml:1:1: error: calm needs the key "name"; add it
       1 | calm: { drawn: you like calm, able: you can wait }
         | ^

      tea/sources.yaml: error: cannot be read: it is not a plain file

      tea/guide.yaml: error: holds more than 1 MiB, which is the limit; split it or trim it

      3 errors in tea
      Start with tea/traits.yaml:1:1, then check again: one fault can cause others.
      "
    `);
  });

  test.skipIf(process.getuid?.() === 0)("tells a file that it may not read", async () => {
    const cwd = folderWith(smallPack);
    chmodSync(join(cwd, "tea", "traits.yaml"), 0);
    const { stdout } = await runIn({ cwd }, "check", "tea");
    expect(stdout).toContain("tea/traits.yaml: error: cannot be read: you have no permission");
  });
});

describe("a pack that is broken", () => {
  const cwd = folderWith(broken("pack.yaml", "format: 1", "format: 9"));
  const fault = "tea/pack.yaml:1:9: format is 9; write 1\n";

  test.each([["check tea"], ["check --pack tea"], ["--pack tea check"], ["check tea --pack ./tea"]])(
    "is checked by role-advisor %s",
    async (line) => {
      const { code, stdout, stderr } = await runIn({ cwd }, ...line.split(" "));
      expect([code, stderr]).toEqual([2, ""]);
      expect(stdout).toContain("tea/pack.yaml:1:9: error: format is 9; write 1\n 1 | format: 9\n   |         ^\n");
    },
  );

  test.each([
    ["--pack tea"],
    ["--pack tea --morning peace"],
    ["--pack=tea questions"],
    ["questions -p tea"],
    ["audit tea"],
    ["audit --pack tea"],
    ["--pack tea --example check"],
  ])("is told in one line by role-advisor %s", async (line) => {
    expect(await runIn({ cwd }, ...line.split(" "))).toEqual({ code: 2, stdout: "", stderr: fault });
  });

  test("keeps nobody from starting another, or from a schema", async () => {
    expect((await runIn({ cwd }, "init", "new", "--pack", "tea")).code).toBe(0);
    expect((await runIn({ cwd }, "schema", "pack", "--pack", "tea")).code).toBe(0);
  });
});

describe("a pack whose questions were renamed", () => {
  const renamed = broken("questions.yaml", "id: morning", "id: early");
  const cwd = folderWith({
    ...renamed,
    "roles/tea.yaml": (renamed["roles/tea.yaml"] ?? "").replace("morning", "early"),
  });

  test("fails its check where tests.yaml and examples still have the old name", async () => {
    const { code, stdout } = await runIn({ cwd }, "check", "tea");
    expect(code).toBe(2);
    expect(stdout).toContain('tea/tests.yaml:2:14: error: there is no question "morning"');
    expect(stdout).toContain('tea/examples/early.yaml:2:12: error: there is no question "morning"');
  });

  test("is asked and audited all the same, and only that example is refused", async () => {
    expect((await runIn({ cwd }, "--pack", "tea", "--early", "peace")).code).toBe(0);
    expect((await runIn({ cwd }, "audit", "tea")).code).toBe(0);
    const { code, stderr } = await runIn({ cwd }, "--pack", "tea", "--example", "early");
    expect([code, stderr]).toEqual([
      2,
      'tea/examples/early.yaml:2:12: there is no question "morning"; the questions are early, shelf\n',
    ]);
  });
});

describe("role-advisor check, in a pack's folder", () => {
  test("checks that pack, and says which it read", async () => {
    const cwd = join(folderWith(smallPack), "tea");
    expect((await runIn({ cwd }, "check")).stdout).toContain("tea-or-coffee 1.0.0 in . is right");
  });

  test("prints JSON also where there is no pack, and where a folder of it is a file", async () => {
    const cwd = folderWith(smallPack);
    const missing = await runIn({ cwd }, "check", "nowhere", "--format", "json");
    expect(missing).toMatchObject({ code: 2, stderr: "" });
    expect(JSON.parse(missing.stdout)).toMatchObject({
      folder: "nowhere",
      pack: null,
      problems: [{ code: "no-pack" }],
    });
    rmSync(join(cwd, "tea", "roles"), { recursive: true });
    writeFileSync(join(cwd, "tea", "roles"), "");
    const { problems } = JSON.parse((await runIn({ cwd }, "check", "tea", "--format", "json")).stdout);
    expect(problems[0]).toMatchObject({ severity: "error", code: "cannot-read", file: "tea/roles" });
  });
});

describe("role-advisor check --history", () => {
  const layout = '"1.0.0":\n  morning: { one: [ peace, speed ] }\n  shelf: { any: [ books, tools, plants ] }\n';

  test("prints the questions of this version as history.yaml keeps them", async () => {
    const cwd = folderWith(smallPack);
    expect(await runIn({ cwd }, "check", "tea", "--history")).toEqual({ code: 0, stdout: layout, stderr: "" });
  });

  test("so that a later version reads the codes of this one", async () => {
    const cwd = folderWith(smallPack);
    const { stdout } = await runIn({ cwd }, "--pack", "tea", "--morning", "speed", "--format", "json");
    const { code } = JSON.parse(stdout);
    const later = {
      ...broken("questions.yaml", "        books", "        music: { label: Music }\n        books"),
      "pack.yaml": (smallPack["pack.yaml"] ?? "").replace("1.0.0", "1.1.0"),
      "history.yaml": layout,
      "tests.yaml": `- name: an old code\n  code: ${code}\n  answers: { morning: speed }\n`,
    };
    expect((await check(later)).stdout).toContain("tea-or-coffee 1.1.0 in tea is right");
    const wrong = { ...later, "tests.yaml": later["tests.yaml"].replace("speed }", "peace }") };
    expect((await check(wrong)).stdout).toContain(
      'tea/tests.yaml:2:9: error: "an old code" expects answers [morning: peace], and got [morning: speed]',
    );
  });

  test("is named where a code cannot be read, as its questions have changed", async () => {
    const cwd = folderWith(smallPack);
    const { stdout } = await runIn({ cwd }, "--pack", "tea", "--morning", "speed", "--format", "json");
    const changed = folderWith(
      broken("questions.yaml", "        books", "        music: { label: Music }\n        books"),
    );
    const { stderr } = await runIn({ cwd: changed }, "--pack", "tea", "--code", JSON.parse(stdout).code);
    expect(stderr).toContain("when its questions or options differed from those of today");
  });
});
