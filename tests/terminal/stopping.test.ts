import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nth, play, run, runShell, saved } from "./playing.ts";
import { emptyFolder, keys, program, type Terminal } from "./terminal.ts";

const command = `${process.execPath} ${program}`;

/** What `stty -a` says in a shell. */
async function modes(shell: Terminal): Promise<string> {
  shell.press(`clear; stty -a; echo en""d${keys.enter}`);
  const text = await shell.sees(/speed[\s\S]*end\n\$/);
  return text.slice(text.indexOf("speed"));
}

test.each<[string, (shell: Terminal) => void]>([
  ["Ctrl+C", (shell) => shell.press(keys.ctrlC)],
  ["Ctrl+D", (shell) => shell.press(keys.ctrlD)],
  ["Ctrl+\\", (shell) => shell.press(keys.ctrlBackslash)],
])("%s gives the terminal back as it was, with one line, and what was said is saved", async (_, stop) => {
  const home = emptyFolder();
  const shell = runShell(home);
  await shell.sees("$");
  const before = await modes(shell);
  shell.press(`clear; ${command}; echo ended with $?${keys.enter}`);
  await play(shell, [nth(1), "2"], ["❯ 2", keys.enter]);
  await shell.sees(nth(2));
  expect(shell.isAtRest).toBe(false);
  stop(shell);
  expect(await shell.sees("ended with 130")).toContain(
    "Stopped. 1 answer is saved; run the same command again to continue.",
  );
  expect(shell.isAtRest).toBe(true);
  expect(await modes(shell)).toBe(before);
  expect(saved(home)).toMatchObject([{ answers: { interest: "both" }, pid: null }]);
});

test.each(["INT", "QUIT", "TERM", "HUP", "ALRM"])("kill -%s from outside gives it back, too", async (signal) => {
  const home = emptyFolder();
  const shell = runShell(home);
  await shell.sees("$");
  const before = await modes(shell);
  shell.press(`clear; ${command} & fg; echo ended with $?${keys.enter}`);
  await play(shell, [nth(1), "2"], ["❯ 2", keys.enter]);
  await shell.sees(nth(2));
  const [{ pid }] = saved(home) as [{ pid: number }];
  process.kill(pid, `SIG${signal}`);
  await shell.sees("ended with 130");
  expect(shell.isAtRest).toBe(true);
  expect(await modes(shell)).toBe(before);
  expect(saved(home)).toMatchObject([{ answers: { interest: "both" }, pid: null }]);
});

/** A project that has the package installed. In the package's own folder npx would build it anew, under the other tests. */
function projectWithPackage(): string {
  const project = emptyFolder();
  mkdirSync(join(project, "node_modules/.bin"), { recursive: true });
  writeFileSync(join(project, "package.json"), "{}");
  symlinkSync(program, join(project, "node_modules/.bin/role-advisor"));
  return project;
}

test.each<[string, string]>([
  ["started by its file", command],
  ["under npx", "npx --offline role-advisor"],
])("Ctrl+Z stops the whole job, %s, and fg draws again", async (_, started) => {
  const home = emptyFolder();
  const shell = runShell(home, undefined, projectWithPackage());
  await shell.sees("$");
  const before = await modes(shell);
  shell.press(`clear; ${started}${keys.enter}`);
  await play(shell, [nth(1), "2"], ["❯ 2", keys.enter], [nth(2), keys.ctrlZ]);
  await shell.sees("Stopped  ");
  expect(shell.isAtRest).toBe(true);
  expect(await modes(shell)).toBe(before);
  shell.press(`clear; fg${keys.enter}`);
  expect(await shell.sees(nth(2))).toContain("Interest: Both, about");
  shell.press("3", keys.enter);
  await shell.sees(nth(3));
  // From outside, to the one process that asks.
  const [{ pid }] = saved(home) as [{ pid: number }];
  process.kill(pid, "SIGTSTP");
  await shell.sees("Stopped  ");
  expect(shell.isAtRest).toBe(true);
  await play(shell, ["$", `fg${keys.enter}`], [nth(3), keys.ctrlC]);
  await shell.sees("Stopped. 2 answers are saved");
});

test("where no shell could let it go on, Ctrl+Z only draws again", async () => {
  const terminal = run();
  await play(terminal, [nth(1), "2"], ["❯ 2", keys.ctrlZ]);
  await terminal.sees(nth(1));
  terminal.press(keys.enter);
  await terminal.sees(nth(2));
});

test("a window that is closed ends it, and the next run continues", async () => {
  const home = emptyFolder();
  const first = run([], home);
  await play(first, [nth(1), "2"], ["❯ 2", keys.enter]);
  await first.sees(nth(2));
  first.close();
  await first.exits();
  expect(await run([], home).sees("Start a new interview")).toContain("1  Continue: question 2 of 25");
});

test("asking in lines ends at a signal, however fast they come", async () => {
  const home = emptyFolder();
  const shell = runShell(
    home,
    [
      "--norc",
      "-c",
      `(while :; do echo 1; echo back; echo 2; echo back; done) | ${command} --accessible 2> err; echo ended with $?`,
    ],
    home,
  );
  await expect.poll(() => saved(home).length, { timeout: 10_000 }).toBe(1);
  const [{ pid }] = saved(home) as [{ pid: number }];
  process.kill(pid, "SIGTERM");
  await shell.sees("ended with 130");
});
