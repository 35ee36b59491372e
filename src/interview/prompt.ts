import { createPrompt, useEffect, useKeypress, useRef, useState } from "@inquirer/core";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import type { Terminal } from "../world.ts";
import { draw, rowsAt, type Screen } from "./screen.ts";
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
const eraseLineAndGoUp = "\u001b[2K\u001b[1A";

/** A whole interview as one Inquirer prompt. Resolves to null when the input ends before it. */
export const interviewPrompt = createPrompt<Interview | null, Asking>((asking, done) => {
  const { pack, terminal, screen, keep } = asking;
  const drawn = (view: View) => ({ view, lines: draw(pack, view, screen()) });
  const [shown, setShown] = useState(() => drawn(asking.view));
  const latest = useRef(shown);
  latest.current = shown;

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
    // A terminal that shrinks breaks the lines that are too long for it. Inquirer erases as many as it wrote; the rest is on us.
    const onResize = () => {
      const { lines, view } = latest.current;
      const broken = rowsAt(lines, terminal.columns ?? Number.POSITIVE_INFINITY) - lines.length;
      void print(terminal, eraseLineAndGoUp.repeat(broken));
      setShown(drawn(view));
    };
    // Ctrl+Z: the shell needs its cursor. Back again, the screen is drawn below what the shell has written.
    const onKey = (_: unknown, { ctrl, name }: { ctrl?: boolean; name?: string }) => {
      if (ctrl && name === "z") void print(terminal, showCursor);
    };
    const onContinue = () => {
      const { lines, view } = latest.current;
      rl.resume();
      void print(terminal, "\n".repeat(lines.length + 1));
      setShown(drawn(view));
    };
    const onEnd = () => done(null);
    terminal.on("resize", onResize);
    rl.input.prependListener("keypress", onKey);
    rl.on("SIGCONT", onContinue);
    rl.on("close", onEnd);
    rl.on("error", onEnd);
    return () => {
      terminal.off("resize", onResize);
      rl.input.removeListener("keypress", onKey);
      rl.removeListener("SIGCONT", onContinue);
    };
  }, []);

  // The cursor waits on a line of its own, which no terminal breaks.
  return `${hideCursor}${shown.lines.join("\n")}\n `;
});
