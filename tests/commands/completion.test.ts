import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { emptyFolder, program, Terminal } from "../terminal/terminal.ts";
import { roleAdvisor } from "../world.ts";

const has = (shell: string) => spawnSync(shell, ["-c", "exit 0"]).status === 0;
const running: Terminal[] = [];
afterEach(() => {
  for (const terminal of running.splice(0)) terminal.end();
});

/** What is typed before Tab is pressed, and the line that it becomes. */
const lines: readonly (readonly [typed: string, completed: string])[] = [
  ["role-advisor questi", "role-advisor questions"],
  ["role-advisor --bookst", "role-advisor --bookstore"],
  ["role-advisor --bookstore enginee", "role-advisor --bookstore engineering"],
  ["role-advisor --bookstore=sci", "role-advisor --bookstore=science"],
  ["role-advisor -f mark", "role-advisor -f markdown"],
  ["role-advisor --owned budget,complia", "role-advisor --owned budget,compliance"],
  ["role-advisor --owned=budget,complia", "role-advisor --owned=budget,compliance"],
  ["role-advisor --owned unsu", "role-advisor --owned unsure"],
  // What was picked is not offered again, nor what stands alone, so that one is left.
  [
    "role-advisor --owned budget,compliance,hiring,launch,architecture,",
    "role-advisor --owned budget,compliance,hiring,launch,architecture,change",
  ],
  ["role-advisor --example read", "role-advisor --example reader-"],
  ["role-advisor --interest both --monday selec", "role-advisor --interest both --monday selection"],
  ["role-advisor --answers my-ans", "role-advisor --answers my-answers.yaml"],
  ["role-advisor -p my-pa", "role-advisor -p my-pack/"],
  ["role-advisor -p technolo", "role-advisor -p technology-leadership"],
  ["role-advisor check technolo", "role-advisor check technology-leadership"],
  ["role-advisor audit my-pa", "role-advisor audit my-pack/"],
  ["role-advisor questions --form", "role-advisor questions --format"],
  ["role-advisor questions --format js", "role-advisor questions --format json"],
  ["role-advisor roles ci", "role-advisor roles cio"],
  ["role-advisor completion fi", "role-advisor completion fish"],
  ["role-advisor schema summ", "role-advisor schema summary"],
  ["role-advisor merge my-ans", "role-advisor merge my-answers.yaml"],
  ["role-advisor merge monday.json my-ans", "role-advisor merge monday.json my-answers.yaml"],
];

const beginnings: Readonly<Record<string, { readonly args: readonly string[]; readonly load: string }>> = {
  bash: { args: ["--norc", "--noprofile", "-i"], load: 'eval "$(role-advisor completion bash)"' },
  zsh: { args: ["-f", "-i"], load: 'autoload -U compinit; compinit -u -D; eval "$(role-advisor completion zsh)"' },
  fish: { args: ["--no-config", "-i"], load: "role-advisor completion fish | source" },
};

for (const [shell, { args, load }] of Object.entries(beginnings)) {
  describe.skipIf(!has(shell))(`in ${shell}${has(shell) ? "" : ", which is not installed here"}`, () => {
    it.each(lines)("completes %s", async (typed, completed) => {
      const folder = emptyFolder();
      writeFileSync(join(folder, "my-answers.yaml"), "");
      mkdirSync(join(folder, "my-pack"));
      const script = join(folder, "role-advisor");
      writeFileSync(script, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, { mode: 0o755 });
      const env = { PATH: `${folder}:${process.env["PATH"]}`, HOME: folder, PS1: "> ", PROMPT: "> " };
      const terminal = new Terminal(shell, args, { cwd: folder, env, columns: 160 });
      running.push(terminal);
      await terminal.sees(/[>#$] ?$/);
      terminal.press(`${load}; echo rea''dy\r`);
      await terminal.sees(/^ready[\s\S]*[>#$] ?$/m);
      terminal.press(typed);
      await terminal.sees(typed);
      terminal.press("\t");
      await terminal.sees(completed);
    });
  });
}

it.each([
  [["questi"], ["questions\t"]],
  [["--pack", "technology-leadership", "roles", "cp"], ["cpo\t"]],
  [["--bookstore=eng"], ["--bookstore=engineering\t"]],
  [
    ["--owned", "budget,"],
    [":more\n", "budget,hiring\t"],
  ],
  [["-a", ""], [":files\n"]],
  [["init", ""], [":folders\n"]],
  [["roles", "x"], []],
])("role-advisor completion words -- %j", async (typed, offered) => {
  const { code, stdout } = await roleAdvisor("completion", "words", "--", ...typed);
  expect(code).toBe(0);
  for (const line of offered) expect(stdout).toContain(line);
  if (offered.length === 0) expect(stdout).toBe("");
});

it("names the shells that it knows: completion powershell", async () => {
  const { code, stderr } = await roleAdvisor("completion", "powershell");
  expect(code).toBe(2);
  expect(stderr).toContain("Allowed choices are bash, zsh, fish, words");
});
