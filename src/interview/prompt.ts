import { createPrompt, useEffect, useKeypress, useRef, useState } from "@inquirer/core";
import type { Pack } from "../pack/pack.ts";
import type { Terminal, World } from "../world.ts";
import { draw } from "./interview-screen.ts";
import type { Keeper } from "./keeper.ts";
import { type Key, press, type View } from "./keypress.ts";
import { clearScreen, ownScreen, withKeys } from "./raw-terminal.ts";
import type { Screen } from "./screen-parts.ts";
import type { Interview } from "./state.ts";

/** What the prompt is told. */
export interface Asking extends Pick<Keeper, "keep" | "take"> {
  readonly pack: Pack;
  readonly view: View;
  /** The terminal that it draws on. */
  readonly terminal: Terminal;
  /** What that terminal offers now; it may change while asking. */
  readonly screen: () => Screen;
}

/** Asks on a screen of its own, and gives the former one back. Null when it is stopped. */
export function askByKeys(asking: Asking, world: World): Promise<Interview | null> {
  return withKeys(world, asking.terminal, ownScreen, async ({ keyboard: input, signal }) => {
    try {
      return await interviewPrompt(asking, { input, output: asking.terminal, clearPromptOnDone: true, signal });
    } catch (error) {
      if (error instanceof Error && ["ExitPromptError", "AbortPromptError"].includes(error.name)) return null;
      throw error;
    }
  });
}

/** A whole interview as one Inquirer prompt. Resolves to null when the input ends before it. */
export const interviewPrompt = createPrompt<Interview | null, Asking>((asking, done) => {
  const { pack, terminal, screen, keep, take } = asking;
  const drawn = (view: View) => ({ view, lines: draw(pack, view, screen()) });
  const [shown, setShown] = useState(() => drawn(asking.view));
  const latest = useRef(shown.view);
  latest.current = shown.view;
  /** What the latest keys changed, should they turn out to be a paste. */
  const former = useRef<readonly View[]>([]);

  useKeypress((key: Key & { undo?: number }, rl) => {
    // Nothing is typed here: readline's own line would move the cursor.
    rl.clearLine(0);
    const view = former.current.at(-(key.undo || Number.POSITIVE_INFINITY)) ?? shown.view;
    former.current = [...former.current.slice(-3), shown.view];
    const next = press(pack, view, key);
    if (next === shown.view) return;
    const taken = view.left?.find(({ interview }) => next.left === null && interview === next.interview);
    const note =
      taken !== undefined ? take(taken) : next.interview === shown.view.interview ? null : keep(next.interview);
    setShown(drawn(note === null ? next : { ...next, note }));
    if (next.isDone) done(next.interview);
  });

  useEffect((rl) => {
    const redraw = () => {
      terminal.write(clearScreen, () => {});
      setShown(drawn(latest.current));
    };
    const onEnd = () => done(null);
    terminal.on("resize", redraw);
    rl.input.on("redraw", redraw);
    rl.on("close", onEnd);
    rl.on("error", onEnd);
    return () => {
      terminal.off("resize", redraw);
      rl.input.removeListener("redraw", redraw);
    };
  }, []);

  return shown.lines.join("\n");
});
