import type { Readable } from "node:stream";
import { print } from "../output.ts";
import { endings, type Terminal, type World } from "../world.ts";
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
  const raw = new RawTerminal(world, terminal, stage);
  try {
    const failure = new Promise<never>((_, fail) => raw.keyboard.on("failure", fail));
    // Keys that were pressed before there was anything to see are not taken.
    await new Promise((done) => setImmediate(done));
    return await Promise.race([use(raw), failure]);
  } finally {
    raw.close();
  }
}

type RawInput = Readable & { setRawMode?: (isRaw: boolean) => unknown };

/** How often we look whether npx still waits for us, in milliseconds. */
const watchEvery = 500;

class RawTerminal implements Keys {
  readonly keyboard: Keyboard;
  readonly #world: World;
  readonly #terminal: Terminal;
  readonly #stage: Stage;
  readonly #stop = new AbortController();
  #isOurs = false;
  #isLent = false;
  #returning: NodeJS.Timeout | undefined;
  readonly #watch: NodeJS.Timeout;

  constructor(world: World, terminal: Terminal, stage: Stage) {
    this.#world = world;
    this.#terminal = terminal;
    this.#stage = stage;
    this.keyboard = new Keyboard(world.stdin).on("suspend", this.#suspend);
    for (const signal of endings) world.on(signal, this.#end);
    world.on("SIGTSTP", this.#suspend);
    world.on("SIGCONT", this.#comeBack);
    world.on("exit", this.#giveBack);
    const waiting = world.env["npm_command"] === "exec" ? world.parents() : [];
    this.#watch = setInterval(() => waiting.every((pid) => world.isRunning(pid)) || this.#end(), watchEvery);
    this.#take();
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  close(): void {
    const world = this.#world;
    for (const signal of endings) world.off(signal, this.#end);
    world.off("SIGTSTP", this.#suspend);
    world.off("SIGCONT", this.#comeBack);
    world.off("exit", this.#giveBack);
    clearTimeout(this.#returning);
    clearInterval(this.#watch);
    this.keyboard.close();
    this.#giveBack();
  }

  async lend<T>(use: () => Promise<T>): Promise<T | null> {
    this.#giveBack();
    this.keyboard.close();
    this.#isLent = true;
    const ended = new Promise<null>((done) => this.signal.addEventListener("abort", () => done(null)));
    try {
      return await Promise.race([use(), ended]);
    } finally {
      this.#isLent = false;
      this.keyboard.open();
      this.#take();
    }
  }

  readonly #end = () => this.#stop.abort();

  readonly #suspend = () => {
    this.#giveBack();
    this.#world.off("SIGTSTP", this.#suspend);
    this.#world.stopJob();
    this.#world.on("SIGTSTP", this.#suspend);
    // Where no shell could let it go on, the system does not stop it, and no SIGCONT comes.
    this.#returning = setTimeout(this.#comeBack, 100);
  };

  readonly #comeBack = () => {
    clearTimeout(this.#returning);
    this.#giveBack();
    this.#take();
    this.keyboard.emit("redraw");
  };

  #take(): void {
    if (this.#isLent) return;
    // Another program may have changed the mode; Node sets only one that it thinks is new.
    this.#setRaw(false);
    this.#setRaw(true);
    this.#isOurs = true;
    this.#write(this.#stage.enter);
  }

  readonly #giveBack = () => {
    if (!this.#isOurs) return;
    this.#isOurs = false;
    this.#write(this.#stage.leave);
    this.#setRaw(false);
  };

  #setRaw(isRaw: boolean): void {
    const input: RawInput = this.#world.stdin;
    // Where the terminal is another program's by now, it refuses, and Node tells so by an event that ends a program.
    const ignore = () => {};
    input.once("error", ignore);
    input.setRawMode?.(isRaw);
    input.off("error", ignore);
  }

  #write(escapes: string): void {
    // Whoever has closed the terminal is told by its input.
    void print(this.#terminal, escapes).catch(() => {});
  }
}
