import { PassThrough, Writable } from "node:stream";
import { Chalk } from "chalk";
import inquirer from "inquirer";
import { expect, it, vi } from "vitest";
import { show } from "../../src/interview/key-actions.ts";
import { askByKeys, interviewPrompt, type PromptConfig } from "../../src/interview/prompt.ts";
import { type Interview, start } from "../../src/interview/state.ts";

import { builtIn } from "../../src/pack/built-in.ts";
import type { World } from "../../src/world.ts";
import { plainWorld } from "../world.ts";

it("is an Inquirer prompt: it can be registered and run by inquirer", async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const seen: string[] = [];
  output.on("data", (data) => seen.push(`${data}`));
  const kept: Interview[] = [];
  const ask = inquirer.createPromptModule<{ interview: { [K in keyof PromptConfig]: PromptConfig[K] } }>({
    input,
    output,
  });
  ask.registerPrompt("interview", interviewPrompt);
  const given = Object.fromEntries(builtIn.questions.slice(2).map(({ id }) => [id, []]));
  const view = show(builtIn, start(builtIn, { answers: given, unsure: [] }));
  const asked = ask([
    {
      type: "interview",
      name: "said",
      message: "",
      pack: builtIn,
      view,
      terminal: output,
      screen: () => ({ width: 80, rows: 40, isKept: true, unicode: true, paint: new Chalk({ level: 0 }) }),
      takeOver: () => null,
      keep: (interview: Interview) => {
        kept.push(interview);
        return null;
      },
    },
  ]);
  for (const key of ["2\r", "\u001b[B\u001b[B\r", "r"]) {
    await new Promise((next) => setImmediate(next));
    input.write(key);
  }
  const { said } = await asked;
  expect(said).toMatchObject({ answers: { interest: ["both"], bookstore: ["engineering"] }, at: null });
  expect(kept.map(({ asked: ids }) => ids)).toEqual([["interest"], ["interest", "bookstore"]]);
  expect(seen.join("")).toContain("In a bookstore, which section");
});

/** A world with a terminal whose keys come from `input`. */
function worldWith(input: PassThrough, changes: Partial<World> = {}) {
  const listeners: Record<string, () => void> = {};
  const modes: boolean[] = [];
  const stdin = Object.assign(input, { isTTY: true, setRawMode: (isRaw: boolean) => modes.push(isRaw) });
  const world = {
    ...plainWorld,
    isRunning: (_: number) => true,
    ...changes,
    stdin,
    on: (event: string, listener: () => void) => {
      listeners[event] = listener;
    },
    off: (event: string) => delete listeners[event],
    stopJob: vi.fn(),
  };
  return { world, listeners, modes };
}

function askIn(input: PassThrough, keep: PromptConfig["keep"] = () => null, changes: Partial<World> = {}) {
  let written = "";
  const screen = new Writable({
    write: (chunk, _, done) => {
      written += chunk;
      done();
    },
  });
  // As those of the process, it is not ended by what is piped to it.
  const terminal = Object.assign(screen, { _isStdio: true });
  const asking: PromptConfig = {
    pack: builtIn,
    view: show(builtIn, start(builtIn, { answers: {}, unsure: [] })),
    terminal,
    screen: () => ({ width: 80, rows: 24, isKept: true, unicode: true, paint: new Chalk({ level: 0 }) }),
    takeOver: () => null,
    keep,
  };
  const made = worldWith(input, changes);
  return { ...made, done: askByKeys(asking, made.world), written: () => written };
}

const given = "\u001b[?2004l\u001b[?25h\u001b[?1049l";

it.each<[string, (input: PassThrough, listeners: Record<string, () => void>) => void]>([
  ["its input ends", (input) => input.end()],
  ["its input fails, as that of a terminal that was closed", (input) => input.destroy(new Error("read EIO"))],
  ["Ctrl+C", (input) => input.write("\u0003")],
  ["Ctrl+D", (input) => input.write("\u0004")],
  ["Ctrl+\\", (input) => input.write("\u001c")],
  ...(["SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP", "SIGALRM"] as const).map(
    (name) => [name, (_: PassThrough, listeners: Record<string, () => void>) => listeners[name]?.()] as [string, never],
  ),
])("gives the terminal back when it is stopped: %s", async (_, stop) => {
  const input = new PassThrough();
  const { done, listeners, modes, written } = askIn(input);
  await vi.waitUntil(() => written().includes("1 of 25"));
  stop(input, listeners);
  expect(await done).toBeNull();
  expect(written().endsWith(given)).toBe(true);
  expect(modes.at(-1)).toBe(false);
  expect(listeners).toEqual({});
});

it("gives the terminal back when npx, which waits for it, has ended", async () => {
  const input = new PassThrough();
  const { done, written, world } = askIn(input, () => null, { env: { npm_command: "exec" }, parents: () => [7, 8] });
  await vi.waitUntil(() => written().includes("1 of 25"));
  world.isRunning = (pid) => pid === 7;
  expect(await done).toBeNull();
  expect(written().endsWith(given)).toBe(true);
});

it("gives the terminal back when a defect ends it", async () => {
  const input = new PassThrough();
  const broken = () => {
    throw new Error("broken");
  };
  const { done, written } = askIn(input, broken);
  const ended = expect(done).rejects.toThrow("broken");
  await vi.waitUntil(() => written().includes("1 of 25"));
  input.write("2\r");
  await ended;
  expect(written().endsWith(given)).toBe(true);
});

it("gives the terminal back while it is suspended, and draws again", async () => {
  const input = new PassThrough();
  const { done, listeners, modes, written, world } = askIn(input);
  await vi.waitUntil(() => written().includes("1 of 25"));
  for (const suspend of [() => input.write("\u001a"), () => listeners["SIGTSTP"]?.()]) {
    world.stopJob.mockImplementation(() => {
      expect(written().endsWith(given)).toBe(true);
      expect(modes.at(-1)).toBe(false);
      expect(listeners).not.toHaveProperty("SIGTSTP");
    });
    suspend();
    await vi.waitUntil(() => world.stopJob.mock.calls.length > 0);
    world.stopJob.mockClear();
    const before = written().length;
    listeners["SIGCONT"]?.();
    await vi.waitUntil(() => written().slice(before).includes("1 of 25"));
    expect(modes.at(-1)).toBe(true);
  }
  input.end();
  await done;
});
