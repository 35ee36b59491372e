import { createInterface } from "node:readline";
import { print } from "../output.ts";
import { finished, type Page, textWidth } from "../report/page.ts";
import { isTerminal, type Output, onEndings, type World } from "../world.ts";
import type { Key } from "./keypress.ts";
import { type Keys, sameScreen, withKeys } from "./raw-terminal.ts";

/** Something that may be done with a result: by a key, or by a word where one is asked in lines. */
export interface Choice {
  readonly key: string;
  readonly word: string;
  readonly label: string;
}

export interface WhatNext {
  /** Waits below a result for one of the choices. Null for none of them: that is all. */
  choose<C extends Choice>(choices: readonly C[]): Promise<C | null>;
  /** Has the terminal read lines while something else is asked; null when a signal comes meanwhile. */
  lend<T>(use: () => Promise<T>): Promise<T | null>;
}

/** Lets `use` ask for single keys in one line below what is there, or for words in lines. */
export function withWhatNext<T>(
  world: World,
  byLines: boolean,
  page: () => Page,
  use: (next: WhatNext) => Promise<T>,
): Promise<T> {
  const { stderr } = world;
  if (byLines || !isTerminal(stderr))
    return use({ choose: (choices) => chooseByWord(world, choices), lend: (ask) => ask() });
  return withKeys(world, stderr, sameScreen, (keys) =>
    use({ choose: (choices) => chooseByKey(stderr, keys, choices, page), lend: (ask) => keys.lend(ask) }),
  );
}

async function chooseByKey<C extends Choice>(
  output: Output,
  { keyboard, signal }: Keys,
  choices: readonly C[],
  page: () => Page,
): Promise<C | null> {
  let lines: string[] = [];
  const erased = () => `\r${lines.length > 1 ? `\u001b[${lines.length - 1}A` : ""}\u001b[J`;
  const show = async () => {
    const before = erased();
    lines = layOut([...choices.map(({ key, label }) => `${key} ${label}`), "Enter done"], page());
    await print(output, `${before}${lines.map((line) => page().paint.dim(line)).join("\n")}`);
  };
  const chosen = await new Promise<C | null>((done) => {
    const end = () => done(null);
    if (signal.aborted) end();
    signal.addEventListener("abort", end);
    keyboard.removeAllListeners("keypress").on("keypress", (_, { name, ctrl }: Key) => {
      if (name === "return" || name === "enter" || (ctrl && (name === "c" || name === "d"))) end();
      const choice = ctrl ? undefined : choices.find(({ key }) => key === name);
      if (choice !== undefined) done(choice);
    });
    keyboard.removeAllListeners("redraw").on("redraw", () => void show().catch(end));
    keyboard.on("end", end).resume();
    void show().catch(end);
  });
  await print(output, erased());
  return chosen;
}

/** The parts in as few lines as they fit in. */
function layOut(parts: readonly string[], page: Page): string[] {
  const lines: string[] = [];
  for (const part of parts.map((one) => finished(one, page))) {
    const longer = `${lines.at(-1) ?? ""}   ${part}`;
    if (lines.length > 0 && textWidth(longer) < page.width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

async function chooseByWord<C extends Choice>(world: World, choices: readonly C[]): Promise<C | null> {
  const { stdin, stderr } = world;
  const input = createInterface({ input: stdin });
  const end = () => input.close();
  const hearNoMore = onEndings(world, end);
  try {
    const ask = () => print(stderr, `What next? Type ${choices.map(({ word }) => word).join(", ")} or done.\n`);
    await ask();
    for await (const line of input) {
      const word = line.trim().toLowerCase();
      if (word === "" || word === "done" || word === "quit") return null;
      const choice = choices.find((one) => one.word === word || one.key === word);
      if (choice !== undefined) return choice;
      await ask();
    }
    return null;
  } finally {
    hearNoMore();
    input.close();
  }
}
