import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { limits } from "../../src/limits.ts";
import { runIn } from "../world.ts";

const scripts = readFileSync("docs/scripts.md", "utf8");

/** The lines of a document's shell blocks that run this program, without what is said of them. */
function commandsIn(document: string): string[] {
  const blocks = [...readFileSync(document, "utf8").matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
  const lines = blocks
    .join("")
    .split("\n")
    .map((line) => line.replace(/ +# .*$/, "").trim());
  return lines.filter((line) => line.includes("role-advisor") && !/^(?:npm|npx role-advisor$)/.test(line));
}

/** A folder in which the documents' commands run as a shell finds them, with the files that they name. */
function folderFor(): string {
  const folder = mkdtempSync(join(tmpdir(), "role-advisor-docs-"));
  mkdirSync(join(folder, "bin"));
  symlinkSync(resolve("bin/role-advisor.js"), join(folder, "bin/role-advisor"));
  const [, me = ""] = /```yaml\n([\s\S]*?)```/.exec(scripts) ?? [];
  writeFileSync(join(folder, "me.yaml"), me);
  writeFileSync(join(folder, "cohort.csv"), "id,interest,mba\nada,engineering,planned\nbob,business,none\n");
  return folder;
}

describe.each(["README.md", "docs/scripts.md"])("%s", (document) => {
  it("shows commands that run", () => {
    const folder = folderFor();
    const env = { ...process.env, HOME: folder, PATH: `${folder}/bin:${process.env["PATH"]}` };
    const run = (line: string) =>
      execFileSync("sh", ["-ec", line], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    run('role-advisor -e --keep "me, by my mentor"');
    const commands = commandsIn(document);
    expect(commands.length).toBeGreaterThan(7);
    for (const line of commands) {
      // The template of the second document is for a file that the folder has.
      expect(() => run(line.replace("> cohort.csv", ">/dev/null")), line).not.toThrow();
    }
  });
});

it("shows in the README what a sample prints", async () => {
  const { stdout } = await runIn({ env: { npm_command: "exec" } }, "--example", "reader-b");
  const readme = readFileSync("README.md", "utf8");
  const [, sample] = /```text\n([\s\S]*?)```/.exec(readme) ?? [];
  await expect(readme.replace(sample ?? "", () => stdout)).toMatchFileSnapshot(resolve("README.md"));
});

it("fits a first-time reader in 150 lines", () => {
  expect(readFileSync("README.md", "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(150);
});

it("lists every limit in docs/scripts.md", () => {
  for (const [name, most] of Object.entries(limits)) {
    if (name !== "echo") expect(scripts, name).toMatch(new RegExp(`\\| .*\\b${most.toLocaleString("en")} `));
  }
});
