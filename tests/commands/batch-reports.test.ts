import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { parseAnswers } from "../../src/answers/read-answers.ts";
import { fileNames } from "../../src/cohort/people.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { renderHtml } from "../../src/report/html/advice-page.ts";
import { expectWellFormed } from "../report/html/reading.ts";
import { runIn } from "../world.ts";

const hostile = '"<script>alert(1)</script>"';
const csv = [
  "team,id,Name,date,interest,bookstore",
  "red,p1,Zoë Ångström,2026-11-20,engineering,engineering",
  "red,p2,دانا,,business,business",
  `blue,p3,${hostile},,both,`,
  "blue,p4,../../etc/passwd,,both,",
  "blue,p5,zoë ångström,not a day,both,",
  "blue,p6,,,both,",
  "blue,,,,both,",
  "blue,p8,Nobody,,,",
  "blue,p9,Wrong,,enginering,",
].join("\n");

describe("batch --reports", () => {
  it("writes a page for each person, an index of them and of the rows without, and the codes", async () => {
    const { cwd, read, outcome } = await reportsOf(csv);
    expect(outcome).toMatchObject({ code: 3, stdout: "", stderr: expect.stringContaining("Wrote pages\n") });
    expect(readdirSync(join(cwd, "pages")).sort()).toEqual(
      [
        "Row-7.html",
        "Zoë-Ångström.html",
        "codes.csv",
        "etc-passwd.html",
        "index.html",
        "p6.html",
        "script-alert-1-script.html",
        "zoë-ångström-2.html",
        "دانا.html",
      ].sort(),
    );
    const answers = parseAnswers(builtIn, { interest: "engineering", bookstore: "engineering" });
    const advice = advise(builtIn, answers);
    expect(read("Zoë-Ångström.html")).toBe(renderHtml(builtIn, advice, { name: "Zoë Ångström", date: "2026-11-20" }));
    expect(read("codes.csv")).toContain(`\np1,Zoë Ångström,Zoë-Ångström.html,${advice.code}\n`);
    const index = read("index.html");
    expectWellFormed(index);
    expect(index).toContain('<a href="Zo%C3%AB-%C3%85ngstr%C3%B6m.html"><bdi>Zoë Ångström</bdi></a>');
    expect(index).not.toContain("<script>alert");
    expect(index.slice(index.indexOf("Without a report"))).toMatch(
      /Nobody[\s\S]*Nothing is answered[\s\S]*Wrong[\s\S]*enginering/,
    );
  });

  it("writes Markdown where that is asked for", async () => {
    const { read } = await reportsOf(csv, "--format", "markdown");
    expect(read("Zoë-Ångström.md")).toMatch(/^# Zoë Ångström\n\nCIO or CTO\? · 20 November 2026 · /);
    expect(read("index.md")).toContain("[Zoë Ångström](<Zo%C3%AB-%C3%85ngstr%C3%B6m.md>) | p1 |");
  });

  it.each([
    ["Timestamp,Username", "2026-11-20,ada@example.org", "ada-example.org.html"],
    ["ResponseId,RecipientLastName,RecipientFirstName", "R_1,Lovelace,Ada", "Ada-Lovelace.html"],
    ["Respondent ID,First Name,Last Name", "1,Ada,", "Ada.html"],
    ["id. Response ID,seed. Seed", "17,3", "17.html"],
    ["ResponseId,RecipientEmail,RecipientFirstName", "R_1,,", "R_1.html"],
  ])("knows who answered from the columns %s", async (header, cells, file) => {
    const { cwd } = await reportsOf(`${header},interest\n${cells},both\n`);
    expect(readdirSync(join(cwd, "pages"))).toContain(file);
  });

  it("touches no folder that holds something, unless it is forced, and then leaves what else is there", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "role-advisor-reports-"));
    writeFileSync(join(cwd, "mine.txt"), "mine");
    const run = (...args: readonly string[]) => runIn({ stdin: csv, cwd }, "batch", "--reports", ".", ...args);
    expect(await run()).toMatchObject({ code: 2, stderr: expect.stringContaining("holds files already") });
    expect(readdirSync(cwd)).toEqual(["mine.txt"]);
    expect((await run("--force")).code).toBe(3);
    expect(readFileSync(join(cwd, "mine.txt"), "utf8")).toBe("mine");
  });

  it.each([
    [["--format", "json"], "--reports writes html or markdown, not json"],
    [["--summary"], "cannot be used with"],
    [["-o", "x.csv"], "cannot be used with"],
    [["--full"], "cannot be used with"],
  ])("refuses %j", async (args, why) => {
    const cwd = mkdtempSync(join(tmpdir(), "role-advisor-reports-"));
    const outcome = await runIn({ stdin: csv, cwd }, "batch", "--reports", "pages", ...args);
    expect(outcome).toMatchObject({ code: 2, stderr: expect.stringContaining(why) });
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe("the name of a report's file", () => {
  it.each([
    ["Zoë / Ángel", "Zoë-Ángel.html"],
    ["李小龍", "李小龍.html"],
    ["..", "person.html"],
    ["CON", "person-CON.html"],
    ["index", "person-index.html"],
    ["a".repeat(1000), `${"a".repeat(180)}.html`],
    ["-rf", "rf.html"],
    ["", "person.html"],
  ])("of %j is %s", (name, file) => {
    expect(fileNames(".html")(name)).toBe(file);
  });

  it("is safe and taken once, whatever people are called", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 8 }), (names) => {
        const fileOf = fileNames(".html");
        const taken = [...names, ...names].map((name) => fileOf(name));
        expect(new Set(taken.map((file) => file.toLowerCase())).size).toBe(taken.length);
        for (const file of taken) {
          expect(file).toMatch(/^[\p{L}\p{N}_\p{M}][\p{L}\p{M}\p{N}._-]*\.html$/u);
          expect(Buffer.byteLength(file)).toBeLessThan(200);
        }
      }),
      { numRuns: 50 },
    );
  });
});

async function reportsOf(stdin: string, ...args: readonly string[]) {
  const cwd = mkdtempSync(join(tmpdir(), "role-advisor-reports-"));
  const outcome = await runIn({ stdin, cwd }, "batch", "--reports", "pages", ...args);
  return { cwd, outcome, read: (file: string) => readFileSync(join(cwd, "pages", file), "utf8") };
}
