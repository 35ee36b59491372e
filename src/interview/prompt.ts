import type { Readable } from "node:stream";
import { createPrompt, useEffect, useKeypress, useRef, useState } from "@inquirer/core";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import type { Terminal } from "../world.ts";
import { draw, type Screen } from "./screen.ts";
import type { Interview } from "./state.ts";
import { press, type View } from "./view.ts";

/** What the prompt is told. */
export interface Asking {
  readonly pack: Pack;
  readonly view: View;
  /** The terminal that it draws on. */
  readonly terminal: Terminal;
  /** What that terminal offers now; it may change while asking. */
  readonly screen: () => Screen;
  /** Called with every step before the next question shows; what it returns is said there. */
  readonly keep: (interview: Interview) => string | null;
}

const hideCursor = "\u001b[?25l";
const showCursor = "\u001b[?25h";
const clearScreen = "\u001b[H\u001b[2J";
const enterScreen = `\u001b[?1049h${clearScreen}`;
const leaveScreen = "\u001b[?1049l";

/**
 * Asks on a screen of its own, and gives the former one back. There a terminal that changes its size breaks no lines, and
 * none of them scrolls away where it could not be erased.
 */
export async function askByKeys(asking: Asking, input: Readable, signal: AbortSignal): Promise<Interview | null> {
  const { terminal } = asking;
  await print(terminal, enterScreen);
  try {
    return await interviewPrompt(asking, { input, output: terminal, clearPromptOnDone: true, signal });
  } catch (error) {
    if (error instanceof Error && ["ExitPromptError", "AbortPromptError"].includes(error.name)) return null;
    throw error;
  } finally {
    await print(terminal, leaveScreen);
  }
}

/** A whole interview as one Inquirer prompt. Resolves to null when the input ends before it. */
export const interviewPrompt = createPrompt<Interview | null, Asking>((asking, done) => {
  const { pack, terminal, screen, keep } = asking;
  const drawn = (view: View) => ({ view, lines: draw(pack, view, screen()) });
  const [shown, setShown] = useState(() => drawn(asking.view));
  const latest = useRef(shown.view);
  latest.current = shown.view;

  useKeypress((key, rl) => {
    // Nothing is typed here: readline's own line would move the cursor.
    rl.clearLine(0);
    const next = press(pack, shown.view, key);
    if (next === shown.view) return;
    const note = next.interview === shown.view.interview ? null : keep(next.interview);
    setShown(drawn(note === null ? next : { ...next, note }));
    if (next.isDone) done(next.interview);
  });

  useEffect((rl) => {
    // Whoever has closed the terminal is told by its input.
    const write = (escapes: string) => void print(terminal, escapes).catch(() => {});
    const redraw = () => {
      write(clearScreen);
      setShown(drawn(latest.current));
    };
    // Ctrl+Z: the shell gets its screen and its cursor.
    const onKey = (_: unknown, { ctrl, name }: { ctrl?: boolean; name?: string }) => {
      if (ctrl && name === "z") write(`${leaveScreen}${showCursor}`);
    };
    const onContinue = () => {
      rl.resume();
      write(enterScreen);
      redraw();
    };
    const onEnd = () => done(null);
    terminal.on("resize", redraw);
    rl.input.prependListener("keypress", onKey);
    rl.on("SIGCONT", onContinue);
    rl.on("close", onEnd);
    rl.on("error", onEnd);
    return () => {
      terminal.off("resize", redraw);
      rl.input.removeListener("keypress", onKey);
      rl.removeListener("SIGCONT", onContinue);
    };
  }, []);

  return `${hideCursor}${shown.lines.join("\n")}`;
});
