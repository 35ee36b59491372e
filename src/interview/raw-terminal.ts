import type { Readable } from "node:stream";
import { print } from "../output.ts";
import { onEndings, type Terminal, type World } from "../world.ts";
import { askForPasteMarks, Keyboard, markPastes, markPastesNoMore } from "./keyboard.ts";

const hideCursor = "\u001b[?25l";
const showCursor = "\u001b[?25h";
export const clearScreen = "\u001b[H\u001b[2J";

/** Escapes that take a terminal for the program's use, and give it back. */
interface Stage {
  readonly enter: string;
  readonly leave: string;
}

/**
 * A screen of its own, so that a terminal which changes its size breaks no lines of the former one, and none of ours scrolls
 * away where it could not be erased.
 */
export const ownScreen: Stage = {
  enter: `\u001b[?1049h${askForPasteMarks}${markPastes}${hideCursor}${clearScreen}`,
  leave: `${markPastesNoMore}${showCursor}\u001b[?1049l`,
};

/** The lines below what is there. */
export const sameScreen: Stage = { enter: `${markPastes}${hideCursor}`, leave: `${markPastesNoMore}${showCursor}` };

/** A terminal from which single keys are read. */
export interface Keys {
  readonly keyboard: Keyboard;
  /** Aborted when a signal ends the program. */
  readonly signal: AbortSignal;
  /** Gives the terminal back for a question in a line; null when a signal comes meanwhile. */
  lend<T>(use: () => Promise<T>): Promise<T | null>;
}

/** How often we look whether npx still waits for us, in milliseconds. */
const watchEvery = 500;

/**
 * Lets `use` read single keys. However that ends, or is stopped, the terminal is as it was: by Ctrl+Z, by a signal from
 * outside, or by a defect. The keyboard tells by "redraw" that the program has the terminal back.
 */
export async function withKeys<T>(
  world: World,
  terminal: Terminal,
  stage: Stage,
  use: (keys: Keys) => Promise<T>,
): Promise<T> {
  const { take, giveBack } = takingOf(world.stdin, terminal, stage);
  const stop = new AbortController();
  let isLent = false;
  let returning: NodeJS.Timeout | undefined;
  const comeBack = () => {
    clearTimeout(returning);
    giveBack();
    if (!isLent) take();
    keyboard.emit("redraw");
  };
  const suspend = () => {
    giveBack();
    world.off("SIGTSTP", suspend);
    world.stopJob();
    world.on("SIGTSTP", suspend);
    // Where no shell could let it go on, the system does not stop it, and no SIGCONT comes.
    returning = setTimeout(comeBack, 100);
  };
  const keyboard = new Keyboard(world.stdin).on("suspend", suspend);
  const lend: Keys["lend"] = async (ask) => {
    giveBack();
    keyboard.close();
    isLent = true;
    const ended = new Promise<null>((done) => stop.signal.addEventListener("abort", () => done(null)));
    try {
      return await Promise.race([ask(), ended]);
    } finally {
      isLent = false;
      keyboard.open();
      take();
    }
  };
  const end = () => stop.abort();
  const listening = [onEndings(world, end), onAbandoned(world, end)];
  const others = [
    ["SIGTSTP", suspend],
    ["SIGCONT", comeBack],
    ["exit", giveBack],
  ] as const;
  for (const [event, listener] of others) world.on(event, listener);
  take();
  try {
    const failure = new Promise<never>((_, fail) => keyboard.on("failure", fail));
    // Keys that were pressed before there was anything to see are not taken.
    await new Promise((done) => setImmediate(done));
    return await Promise.race([use({ keyboard, signal: stop.signal, lend }), failure]);
  } finally {
    for (const hearNoMore of listening) hearNoMore();
    for (const [event, listener] of others) world.off(event, listener);
    clearTimeout(returning);
    keyboard.close();
    giveBack();
  }
}

/** Hears that npx, which started the program, waits for it no more, until what this returns is called. */
function onAbandoned(world: World, listener: () => void): () => void {
  const waiting = world.env["npm_command"] === "exec" ? world.parents() : [];
  const watch = setInterval(() => waiting.every((pid) => world.isRunning(pid)) || listener(), watchEvery);
  return () => clearInterval(watch);
}

/** How a terminal is taken, and given back once. */
function takingOf(input: Readable & { setRawMode?: (isRaw: boolean) => unknown }, terminal: Terminal, stage: Stage) {
  let isOurs = false;
  const setRaw = (isRaw: boolean) => {
    // Where the terminal is another program's by now, it refuses, and Node tells so by an event that ends a program.
    const ignore = () => {};
    input.once("error", ignore);
    input.setRawMode?.(isRaw);
    input.off("error", ignore);
  };
  // Whoever has closed the terminal is told by its input.
  const write = (escapes: string) => void print(terminal, escapes).catch(() => {});
  const take = () => {
    // Another program may have changed the mode; Node sets only one that it thinks is new.
    setRaw(false);
    setRaw(true);
    isOurs = true;
    write(stage.enter);
  };
  const giveBack = () => {
    if (!isOurs) return;
    isOurs = false;
    write(stage.leave);
    setRaw(false);
  };
  return { take, giveBack };
}
