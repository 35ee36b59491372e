import type { Readable } from "node:stream";
import { print } from "../output.ts";
import { onEndings, type Terminal, type World } from "../world.ts";
import { askForPasteMarks, Keyboard, markPastes, markPastesNoMore } from "./key-input.ts";

const hideCursor = "\u001b[?25l";
const showCursor = "\u001b[?25h";
export const clearScreen = "\u001b[H\u001b[2J";

/** Escapes that prepare a terminal for the program, and restore it. */
interface Stage {
  readonly enter: string;
  readonly leave: string;
}

/**
 * A separate screen: when the terminal changes its size, the lines of the former screen are not broken, and no line of the
 * program scrolls out of reach before it is erased.
 */
export const ownScreen: Stage = {
  enter: `\u001b[?1049h${askForPasteMarks}${markPastes}${hideCursor}${clearScreen}`,
  leave: `${markPastesNoMore}${showCursor}\u001b[?1049l`,
};

/** The lines below the text on the screen. */
export const sameScreen: Stage = { enter: `${markPastes}${hideCursor}`, leave: `${markPastesNoMore}${showCursor}` };

/** Access to single keys of a terminal. */
export interface Keys {
  readonly keyboard: Keyboard;
  /** Aborted when a signal ends the program. */
  readonly signal: AbortSignal;
  /** Restores the terminal while `use` asks for a line. Resolves with null if a signal comes meanwhile. */
  lend<T>(use: () => Promise<T>): Promise<T | null>;
}

/** Milliseconds between two checks whether npx still waits for the program. */
const watchEvery = 500;

/**
 * Lets `use` read single keys. The terminal is restored however that ends or pauses: by a result, Ctrl+Z, a signal or a
 * defect. When the program has the terminal again after a pause, the keyboard emits "redraw".
 */
export async function withKeys<T>(
  world: World,
  terminal: Terminal,
  stage: Stage,
  use: (keys: Keys) => Promise<T>,
): Promise<T> {
  const { take, giveBack } = terminalControl(world.stdin, terminal, stage);
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
    // Without a shell that could continue the program, the system does not suspend it, and no SIGCONT comes.
    returning = setTimeout(comeBack, 100);
  };
  const keyboard = new Keyboard(world.stdin).on("suspend", suspend);
  const lend: Keys["lend"] = async (useLine) => {
    giveBack();
    keyboard.close();
    isLent = true;
    const signaled = new Promise<null>((done) => stop.signal.addEventListener("abort", () => done(null)));
    try {
      return await Promise.race([useLine(), signaled]);
    } finally {
      isLent = false;
      keyboard.open();
      take();
    }
  };
  const end = () => stop.abort();
  const stopListening = [onEndings(world, end), onAbandoned(world, end)];
  const listeners = [
    ["SIGTSTP", suspend],
    ["SIGCONT", comeBack],
    ["exit", giveBack],
  ] as const;
  for (const [event, listener] of listeners) world.on(event, listener);
  take();
  try {
    const failure = new Promise<never>((_, fail) => keyboard.on("failure", fail));
    // Drops keys that were pressed before there was anything to see.
    await new Promise((done) => setImmediate(done));
    return await Promise.race([use({ keyboard, signal: stop.signal, lend }), failure]);
  } finally {
    for (const stopOne of stopListening) stopOne();
    for (const [event, listener] of listeners) world.off(event, listener);
    clearTimeout(returning);
    keyboard.close();
    giveBack();
  }
}

/** Calls the listener when npx, which started the program, no longer waits for it. The function returned stops the checks. */
function onAbandoned(world: World, listener: () => void): () => void {
  const waiting = world.env["npm_command"] === "exec" ? world.parents() : [];
  const watch = setInterval(() => waiting.every((pid) => world.isRunning(pid)) || listener(), watchEvery);
  return () => clearInterval(watch);
}

/** Functions that take a terminal for the program, and give it back if the program has it. */
function terminalControl(
  input: Readable & { setRawMode?: (isRaw: boolean) => unknown },
  terminal: Terminal,
  stage: Stage,
) {
  let isOurs = false;
  const setRaw = (isRaw: boolean) => {
    // If another program has the terminal by now, the change fails, and Node emits an error that would end the program.
    const ignore = () => {};
    input.once("error", ignore);
    input.setRawMode?.(isRaw);
    input.off("error", ignore);
  };
  // If the terminal is closed, its input ends as well, which stops the program.
  const write = (escapes: string) => void print(terminal, escapes).catch(() => {});
  const take = () => {
    // Another program may have changed the mode, and Node skips a mode that it believes to be set.
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
