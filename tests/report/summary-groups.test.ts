import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runIn } from "../world.ts";

const header = "team,interest,bookstore,thorny\n";
const row = (team: string, interest: string) => `${team},${interest},science,\n`;
const people = (team: string, business: number, engineering: number) =>
  row(team, "business").repeat(business) + row(team, "engineering").repeat(engineering);
const summed = (rows: string, ...args: readonly string[]) =>
  runIn({ stdin: header + rows }, "batch", "--summary", "--by", "Team ", ...args);

describe("role-advisor batch --summary --by team", () => {
  it("sets the groups side by side, and never the whole beside them", async () => {
    const { code, stdout, stderr } = await summed(people("red", 6, 7) + people("blue", 14, 3) + people("", 8, 8));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n").slice(0, 20).join("\n")).toMatchInlineSnapshot(`
      "CIO or CTO?
        Groups by Team.

      Who leads
                                                                     (none)  blue  red
        CIO                                                               8    14    6
        CTO                                                               8     ·    7
        level                                                             0     ·    0

      How sure
        Where the leaders of a group are few, its verdicts are hidden too.
                                                                     (none)  blue  red
        clear                                                             0     ·    0
        leaning                                                           0     ·    0
        close                                                             0     ·    0
        early                                                            16     ·   13

      Their kinds
        The kind of each role that fits best.
        CIO"
    `);
    expect(stdout).not.toContain("46");
  });

  it("leaves out groups of few people, and says how many", async () => {
    const { stdout } = await summed(people("red", 6, 7) + people("solo", 0, 2) + people("duo", 3, 2));
    expect(stdout).toContain("2 groups of 5 people or fewer are left out.");
    expect(stdout).not.toMatch(/solo|duo/);
    expect((await summed(people("solo", 0, 2))).stdout).toContain("so nothing is shown");
  });

  it("is told in Markdown, HTML and JSON as well", async () => {
    const rows = people("red", 6, 7) + people("<b>", 9, 9);
    expect((await summed(rows, "-f", "markdown")).stdout).toContain("| CIO | 9 | 6 |");
    expect((await summed(rows, "-f", "html")).stdout).toContain("&lt;b&gt;");
    const { format, by, groups } = JSON.parse((await summed(rows, "-f", "json")).stdout);
    expect({ format, by }).toEqual({ format: "role-advisor/groups@1", by: "Team " });
    expect(groups.map(({ name }: { name: string }) => name)).toEqual(["<b>", "red"]);
  });

  it("adds up by merge: groups of one name become one, byte for byte", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "role-advisor-groups-"));
    const parts = [people("red", 6, 7) + people("blue", 3, 3), people("blue", 4, 9)];
    for (const [i, part] of parts.entries()) {
      writeFileSync(join(cwd, `${i}.json`), (await summed(part, "-f", "json")).stdout);
    }
    for (const format of ["json", "text", "html"]) {
      const merged = await runIn({ cwd }, "merge", "1.json", "0.json", "-f", format);
      expect(merged).toEqual({ code: 0, stderr: "", stdout: (await summed(parts.join(""), "-f", format)).stdout });
    }
    const one = await runIn({ stdin: header + parts[0] }, "batch", "--summary", "-f", "json");
    writeFileSync(join(cwd, "one.json"), one.stdout);
    expect((await runIn({ cwd }, "merge", "0.json", "one.json")).stderr).toBe(
      'one.json: holds one summary, and the first file groups by "Team "; give files of one kind\n',
    );
  });

  it.each([
    ["no such column", ["--by", "teem"], 'there is no column "teem" to make groups by; did you mean "team"?'],
    ["no summary", [], "--by is for groups in a summary"],
  ])("ends with exit 2: %s", async (_, by, words) => {
    const args = by.length === 0 ? ["--by", "team"] : ["--summary", ...by];
    const { code, stderr } = await runIn({ stdin: header + people("red", 1, 1) }, "batch", ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });

  it("ends with exit 2 where a column has too many values", async () => {
    const { code, stderr } = await summed(Array.from({ length: 61 }, (_, i) => row(`t${i}`, "business")).join(""));
    expect(code).toBe(2);
    expect(stderr).toContain("more than 60 values");
  });
});
