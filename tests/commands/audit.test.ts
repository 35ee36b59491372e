import { describe, expect, test } from "vitest";
import { audit } from "../../src/audit/pack-audit.ts";
import { loadFolder } from "../../src/pack/load-folder.ts";
import { roleAdvisor, runIn } from "../world.ts";

test("role-advisor audit shows the built-in pack on 80 columns", async () => {
  const { code, stdout, stderr } = await roleAdvisor("audit");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatchSnapshot();
});

test("role-advisor audit data/starter stays within 44 columns, in ASCII where the terminal has no more", async () => {
  const { stdout } = await runIn({ columns: 44, env: { LANG: "C" } }, "audit", "data/starter");
  expect(stdout).toMatchSnapshot();
  for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(44);
  expect(stdout).toMatch(/^[\n -~]*$/);
});

describe("role-advisor audit technology-leadership", () => {
  test("shows every two of five roles, and says what was sampled", async () => {
    const { code, stdout } = await roleAdvisor("audit", "technology-leadership");
    expect(code).toBe(0);
    expect(stdout.match(/ level /g)).toHaveLength(10);
    expect(stdout).toContain("From 20,000 samples with seed 1: accurate to about 0.3%.");
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("is the same as --pack technology-leadership, each time", async () => {
    const runs = await Promise.all([
      roleAdvisor("audit", "technology-leadership", "--format", "json"),
      roleAdvisor("--pack", "technology-leadership", "audit", "--format", "json"),
    ]);
    expect(runs[0].stdout).toBe(runs[1].stdout);
    expect(JSON.parse(runs[0].stdout)).toEqual(audit(loadFolder("data/packs/technology-leadership")));
  });
});

test("an audit tells how many of its figures are done", () => {
  const told: [number, number][] = [];
  audit(loadFolder("data/starter"), (done, all) => told.push([done, all]));
  expect(told).toEqual([1, 2, 3, 4, 5].map((done) => [done, 5]));
});

test("role-advisor audit, in a pack's folder, measures that pack", async () => {
  const { code, stdout } = await runIn({ cwd: "data/starter" }, "audit");
  expect([code, stdout.split("\n")[0]]).toEqual([0, expect.stringContaining("Staff engineer or engineering manager?")]);
  expect((await runIn({ cwd: "data/starter" }, "audit", "--pack", "cio-or-cto")).stdout).toContain("CIO or CTO?");
});
