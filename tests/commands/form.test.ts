import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { smallPack, writePack } from "../small-pack.ts";
import { roleAdvisor, runIn } from "../world.ts";

const boats = writePack(smallPack);

describe("role-advisor form", () => {
  it("markdown prints the questionnaire for paper", async () => {
    const { code, stdout } = await roleAdvisor("form", "markdown", "--pack", boats);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "# Which boat?

      Three boats.

      Tick what fits you best. Leave a question blank if you cannot say: it then counts for neither side.

      Name: ______________________________

      ## All

      **Which day?** \`day\`

      - [ ] A windy one \`windy\`
      - [ ] A calm one \`calm\`
      "
    `);
  });

  it("page --output writes one page that is whole", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "role-advisor-"));
    const { code, stderr } = await runIn({ cwd }, "form", "page", "-o", "questionnaire.html", "--pack", boats);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "Wrote questionnaire.html\n" });
    const page = readFileSync(join(cwd, "questionnaire.html"), "utf8");
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toMatch(/<\/html>\n$/);
  });

  it("names the file that it wrote as text, whatever a terminal would make of its name", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "role-advisor-"));
    const { stderr } = await runIn({ cwd }, "form", "markdown", "-o", "q\u001b[31m.md");
    expect(stderr).toBe("Wrote q\\u001b[31m.md\n");
  });

  it.each([
    [["form"], "missing required argument 'kind'"],
    [["form", "paper"], "'paper' is invalid for argument 'kind'. Allowed choices are page, markdown"],
    [["form", "page", "-o", "no/such/folder/q.html"], "there is no such file or folder"],
  ])("%j is wrong, and says why", async (args, why) => {
    const { code, stderr } = await roleAdvisor(...args);
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(why);
  });
});

describe("role-advisor questions --format csv", () => {
  it("prints a row for each option", async () => {
    const { stdout } = await roleAdvisor("questions", "--format", "csv", "--pack", boats);
    expect(stdout).toMatchInlineSnapshot(`
      "topic,question,ask,pick,option,label
      All,day,Which day?,one,windy,A windy one
      All,day,Which day?,one,calm,A calm one
      "
    `);
  });
});
