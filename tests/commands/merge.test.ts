import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtIn } from "../../src/pack/built-in.ts";
import { respondents, toCsv } from "../cohort/rows.ts";
import { smallPack, writePack } from "../small-pack.ts";
import { runIn } from "../world.ts";

const all = respondents(builtIn, 300, 5);
const stdinOf = (from: number, to: number) => toCsv(builtIn, all.slice(from, to));
const summaryOf = async (stdin: string, ...args: readonly string[]) =>
  (await runIn({ stdin }, "batch", "--summary", ...args)).stdout;

async function twoParts(): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), "role-advisor-merge-"));
  writeFileSync(join(cwd, "a.json"), await summaryOf(stdinOf(0, 170), "--format", "json"));
  writeFileSync(join(cwd, "b.json"), await summaryOf(stdinOf(170, 300), "-f", "json"));
  return cwd;
}

describe("role-advisor merge a.json b.json", () => {
  it.each([[[]], [["--format", "json"]], [["--format", "markdown", "--min-cell", "20"]]])(
    "prints what batch --summary prints of the whole: %j",
    async (args) => {
      const cwd = await twoParts();
      const { code, stdout, stderr } = await runIn({ cwd }, "merge", "a.json", "b.json", ...args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toBe(await summaryOf(stdinOf(0, 300), ...args));
    },
  );

  it("writes a file in the format of its ending", async () => {
    const cwd = await twoParts();
    await runIn({ cwd }, "merge", "b.json", "a.json", "-o", "whole.json");
    expect(readFileSync(join(cwd, "whole.json"), "utf8")).toBe(await summaryOf(stdinOf(0, 300), "-f", "json"));
    expect((await runIn({ cwd }, "merge", "whole.json", "-o", "whole.md")).stderr).toBe("Wrote whole.md\n");
    expect(readFileSync(join(cwd, "whole.md"), "utf8")).toMatch(/^# CIO or CTO/);
    expect((await runIn({ cwd }, "merge", "whole.json", "-o", "whole.html")).stderr).toBe("Wrote whole.html\n");
    expect(readFileSync(join(cwd, "whole.html"), "utf8")).toBe(await summaryOf(stdinOf(0, 300), "-f", "html"));
  });

  it("reads a part from standard input: merge - b.json", async () => {
    const cwd = await twoParts();
    const stdin = readFileSync(join(cwd, "a.json"), "utf8");
    expect(await runIn({ cwd, stdin }, "merge", "-", "b.json")).toEqual(
      await runIn({ cwd }, "merge", "a.json", "b.json"),
    );
    expect((await runIn({ cwd, stdin: "[]" }, "merge", "-")).stderr).toMatch(
      /^standard input:1:1: holds an empty list; /,
    );
  });

  it("replaces what is there only with --force", async () => {
    const cwd = await twoParts();
    const merge = (...args: readonly string[]) => runIn({ cwd }, "merge", "a.json", "b.json", ...args);
    writeFileSync(join(cwd, "whole.md"), "# Mine\n");
    const { code, stderr } = await merge("-o", "whole.md");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^whole\.md: already exists, and is not replaced: /);
    expect(readFileSync(join(cwd, "whole.md"), "utf8")).toBe("# Mine\n");
    expect((await merge("-o", "whole.md", "--force")).stderr).toBe("Wrote whole.md\n");
  });

  it("never replaces a part, since the next run would count the others twice", async () => {
    const cwd = await twoParts();
    const before = readFileSync(join(cwd, "b.json"), "utf8");
    expect(await runIn({ cwd }, "merge", "a.json", "b.json", "-o", "./b.json", "--force")).toEqual({
      code: 1,
      stdout: "",
      stderr: "./b.json: cannot be written: it is one of the files to add up; name another file\n",
    });
    expect(readFileSync(join(cwd, "b.json"), "utf8")).toBe(before);
  });
});

describe("what is no summary of this pack is told, with every file's faults at once", () => {
  it.each([
    ["no JSON", "{", "a map"],
    ["an advice", '{"format": "role-advisor/advice@1", "pack": {}}', ""],
    ["something else", "id,interest", ""],
    ["a count that is none", null, '"respondents": -1'],
  ])("%s", async (_, text, count) => {
    const cwd = await twoParts();
    const changed = readFileSync(join(cwd, "a.json"), "utf8").replace(/"respondents": \d+/, count);
    writeFileSync(join(cwd, "a.json"), text ?? changed);
    writeFileSync(join(cwd, "b.json"), "[]");
    const { code, stdout, stderr } = await runIn({ cwd }, "merge", "a.json", "b.json");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.split("\n").slice(0, 2)).toMatchSnapshot();
    expect(stderr).toContain("\nb.json:1:1: ");
  });

  it.each([
    ["the same name", "a.json"],
    ["another name", "./a.json"],
    ["a link", "link.json"],
  ])("a file that is given twice: by %s", async (_, again) => {
    const cwd = await twoParts();
    symlinkSync("a.json", join(cwd, "link.json"));
    expect(await runIn({ cwd }, "merge", "a.json", "b.json", again)).toEqual({
      code: 2,
      stdout: "",
      stderr: `${again}: is given twice, and the people in it would count twice; give it once\n`,
    });
  });

  it("counts that somebody changed", async () => {
    const cwd = await twoParts();
    const text = readFileSync(join(cwd, "a.json"), "utf8");
    writeFileSync(
      join(cwd, "a.json"),
      text.replace('"option": "business"', '"option": "busyness"').replace('"cio": ', '"x": 0, "cio": '),
    );
    const { code, stderr } = await runIn({ cwd }, "merge", "a.json", "b.json");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        "a.json: holds counts that do not agree with one another (its names or shares); make it again with batch\n",
    });
  });

  it.each([
    ["a margin that is no number", /"margins": \{\s+"cio": \{/, '$& "abc": 0,', "margins.cio"],
    ["a margin below zero", /"margins": \{\s+"cio": \{/, '$& "-7": 0,', "margins.cio"],
    ["more people than there are", /"respondents": \d+/, '"respondents": 3', "leaders"],
    ["more verdicts than people", /"close": \d+/, '"close": 900', "verdicts"],
    ["ties that are none", /"tie": (\d+),\s+"early": (\d+)/, '"tie": $2, "early": $1', "verdicts"],
    ["more silent people than ties", /"silent": \d+/, '"silent": 150', "silent"],
    [
      "a picked option too many",
      /"option": "business",\s+"picked": \{\s+"leads": \{\s+"cio": /,
      "$&9",
      "its names or shares",
    ],
    ["a stage too many", /"unknown": /, "$&9", "here.cio"],
    ["a verdict too many for its leader", /"firmness": \{\s+"cio": \{\s+"early": /, "$&9", "firmness.cio"],
    ["more pulls than people", /"pulls": \{\s+"[^"]+": /, "$&99", "pulls"],
    ["a kind too many", /"kinds": \{\s+"cio": \{\s+"[^"]+": /, "$&99", "kinds.cio"],
    ["a step too many", /"grow": \{\s+"cio": \{\s+"[^"]+": /, "$&99", "grow.cio"],
    ["a tension too many", /"able": "cto",\s+"respondents": /, "$&99", "tensions of cio"],
    [
      "an answer too many of those who are level",
      /"option": "business",\s+"picked": \{\s+"leads": \{[^}]*\},\s+"shared": /,
      "$&9",
      "questions: interest",
    ],
  ])("counts that do not agree with one another: %s", async (_, what, changed, where) => {
    const cwd = await twoParts();
    const file = join(cwd, "a.json");
    const text = readFileSync(file, "utf8").replace(what, changed);
    expect(text).not.toBe(readFileSync(file, "utf8"));
    writeFileSync(file, text);
    const { code, stderr } = await runIn({ cwd }, "merge", "a.json", "b.json");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^a\.json: holds counts that do not agree with one another \(/);
    expect(stderr).toContain(where);
  });

  it("a summary of another pack, or by another version of the program", async () => {
    const cwd = await twoParts();
    const pack = writePack(smallPack);
    const stdin = "id,day\na,windy\n";
    writeFileSync(
      join(cwd, "boats.json"),
      (await runIn({ stdin }, "batch", "--summary", "-f", "json", "-p", pack)).stdout,
    );
    const later = readFileSync(join(cwd, "b.json"), "utf8").replace(/"program": "[^"]+"/, '"program": "99.0.0"');
    writeFileSync(join(cwd, "b.json"), later);
    expect((await runIn({ cwd }, "merge", "a.json", "boats.json")).stderr).toMatch(
      /^boats\.json:4:11: is a summary of boats 1\.0\.0, whose content differs from that of cio-or-cto \d+\.\d+\.\d+; name the right one with --pack\n$/,
    );
    expect((await runIn({ cwd }, "merge", "a.json", "b.json")).stderr).toMatch(
      /^b\.json: was made by version 99\.0\.0, and the first by \S+; make all of them with one version\n$/,
    );
    expect((await runIn({ cwd }, "merge", "boats.json", "-p", pack)).code).toBe(0);
  });

  it("no file at all", async () => {
    const { code, stderr } = await runIn({}, "merge");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "role-advisor: missing required argument 'files'; see \"role-advisor merge --help\"\n",
    });
  });
});
