import { createPrompt, useEffect, useKeypress, useRef, useState } from "@inquirer/core";
import type { Pack } from "../pack/pack.ts";
import type { Terminal, World } from "../world.ts";
import { draw } from "./interview-screen.ts";
import type { Keeper } from "./keeper.ts";
import { type Key, press, type View } from "./key-actions.ts";
import { clearScreen, ownScreen, withKeys } from "./raw-terminal.ts";
import type { Screen } from "./screen-parts.ts";
import type { Interview } from "./state.ts";

export interface PromptConfig extends Pick<Keeper, "keep" | "takeOver"> {
  readonly pack: Pack;
  /** The first view. */
  readonly view: View;
  readonly terminal: Terminal;
  /** Describes the terminal as it is now; its size may change while the prompt runs. */
  readonly screen: () => Screen;
}

/** Asks on a separate screen, and restores the former one afterwards. Resolves with null if the interview is stopped. */
export function askByKeys(config: PromptConfig, world: World): Promise<Interview | null> {
  return withKeys(world, config.terminal, ownScreen, async ({ keyboard: input, signal }) => {
    try {
      return await interviewPrompt(config, { input, output: config.terminal, clearPromptOnDone: true, signal });
    } catch (error) {
      if (error instanceof Error && ["ExitPromptError", "AbortPromptError"].includes(error.name)) return null;
      throw error;
    }
  });
}

/** A whole interview as one Inquirer prompt. Resolves with null if the input ends before the interview. */
export const interviewPrompt = createPrompt<Interview | null, PromptConfig>((config, done) => {
  const { pack, terminal, screen, keep, takeOver } = config;
  const render = (view: View) => ({ view, lines: draw(pack, view, screen()) });
  const [current, setCurrent] = useState(() => render(config.view));
  const latest = useRef(current.view);
  latest.current = current.view;
  /** The views before the latest keys, to return to if those keys turn out to be a paste. */
  const former = useRef<readonly View[]>([]);

  useKeypress((key: Key & { undo?: number }, rl) => {
    // Readline collects what is typed as a line of its own, which would move the cursor.
    rl.clearLine(0);
    const view = former.current.at(-(key.undo || Number.POSITIVE_INFINITY)) ?? current.view;
    former.current = [...former.current.slice(-3), current.view];
    const next = press(pack, view, key);
    if (next === current.view) return;
    const hasChosen = next.unfinished.length === 0;
    const continued = view.unfinished.find(({ interview }) => hasChosen && interview === next.interview);
    const isNew = next.interview !== current.view.interview;
    const note = continued !== undefined ? takeOver(continued) : isNew ? keep(next.interview) : null;
    setCurrent(render(note === null ? next : { ...next, note }));
    if (next.isDone) done(next.interview);
  });

  useEffect((rl) => {
    const redraw = () => {
      terminal.write(clearScreen, () => {});
      setCurrent(render(latest.current));
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

  return current.lines.join("\n");
});
