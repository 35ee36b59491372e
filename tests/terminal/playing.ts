import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach } from "vitest";
import { emptyFolder, keys, startProgram, Terminal, type TerminalOptions } from "./terminal.ts";

const running: Terminal[] = [];
afterEach(() => {
  for (const terminal of running.splice(0)) terminal.end();
});

/** The program in a terminal, until the test ends. */
export function run(args: readonly string[] = [], home = emptyFolder(), options: TerminalOptions = {}): Terminal {
  const terminal = startProgram(args, home, options);
  running.push(terminal);
  return terminal;
}

/** A shell in a terminal, as a person has one. */
export function runShell(
  home: string,
  args: readonly string[] = ["--norc", "--noprofile", "--noediting", "-i"],
  cwd = process.cwd(),
): Terminal {
  const shell = new Terminal("bash", args, { env: { HOME: home, PS1: "$ " }, cwd });
  running.push(shell);
  return shell;
}

export const stateFolder = (home: string) => join(home, ".local/state/role-advisor");
/** The interviews that are on disk. */
export const saved = (home: string) =>
  readdirSync(stateFolder(home))
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(stateFolder(home), name), "utf8")));

/** The whole screen of a question: its keys are drawn last. */
export const nth = (n: number) => new RegExp(`\\b${n} of 25[\\s\\S]*(Ctrl\\+|\\^)C stop`);
export const review = /See the result[\s\S]*(Ctrl\+|\^)C stop/;

/** Answers each question by its second option, when it is shown. */
export async function answerOn(terminal: Terminal, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n++) {
    await terminal.sees(nth(n));
    terminal.press("2", keys.enter);
  }
}

/** Presses one key after the other, each when the screen shows what comes before it. */
export async function play(
  terminal: Terminal,
  ...steps: readonly (readonly [sees: string | RegExp, key: string])[]
): Promise<void> {
  for (const [sees, key] of steps) {
    await terminal.sees(sees);
    terminal.press(key);
  }
}
