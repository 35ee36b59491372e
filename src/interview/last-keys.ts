import { createInterface } from "node:readline";
import { print } from "../output.ts";
import { finished, type Page, textWidth } from "../report/page.ts";
import { isTerminal, type Output, type World } from "../world.ts";
import type { Keyboard } from "./keyboard.ts";
import type { Key } from "./keypress.ts";
import { sameScreen, withKeys } from "./raw-terminal.ts";

/** Something that may be done with a result: by a key, or by a word where one is asked in lines. */
export interface Choice {
  readonly key: string;
  readonly word: string;
  readonly label: string;
}

/** Waits below a result for one of the choices. Null for none of them: that is all. */
export type AskWhatNext = <C extends Choice>(choices: readonly C[]) => Promise<C | null>;

/** Lets `use` ask for single keys in one line below what is there, or for words in lines. */
export function withWhatNext<T>(
  world: World,
  byLines: boolean,
  page: () => Page,
  use: (ask: AskWhatNext) => Promise<T>,
): Promise<T> {
  const { stderr } = world;
  if (byLines || !isTerminal(stderr)) return withWords(world, use);
  return withKeys(world, stderr, sameScreen, (keyboard, signal) =>
    use((choices) => askByKey(stderr, keyboard, signal, choices, page)),
  );
}

async function askByKey<C extends Choice>(
  output: Output,
  keyboard: Keyboard,
  signal: AbortSignal,
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
  await show();
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

async function withWords<T>({ stdin, stderr }: World, use: (ask: AskWhatNext) => Promise<T>): Promise<T> {
  const input = createInterface({ input: stdin });
  const lines = input[Symbol.asyncIterator]();
  try {
    return await use(async (choices) => {
      const words = choices.map(({ word }) => word);
      for (;;) {
        await print(stderr, `What next? Type ${words.join(", ")} or done.\n`);
        const { done, value } = await lines.next();
        const word = done ? "done" : value.trim().toLowerCase();
        if (word === "" || word === "done" || word === "quit") return null;
        const choice = choices.find((one) => one.word === word || one.key === word);
        if (choice !== undefined) return choice;
      }
    });
  } finally {
    input.close();
  }
}
