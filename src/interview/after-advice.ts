import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Advice } from "../advice/advice.ts";
import type { Answers } from "../advice/scorecard.ts";
import { askLine } from "../ask-line.ts";
import { describe, RoleAdvisorError } from "../fault.ts";
import { freeName, writeNewFile } from "../files.ts";
import { openFile } from "../open.ts";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { documentFormats, formats } from "../report/formats.ts";
import { describeSittings } from "../report/sitting-comparison.ts";
import { limitGlyphs, type Page, textWidth, wrap } from "../report/terminal-page.ts";
import { compareSittings } from "../sittings/compare-sittings.ts";
import { findSide, nameApart } from "../sittings/find-side.ts";
import { askName, keepAndSay } from "../sittings/keep.ts";
import { listSittings } from "../sittings/sitting-store.ts";
import { isTerminal, onEndings, type World } from "../world.ts";
import type { Key } from "./key-actions.ts";
import { type Keys, sameScreen, withKeys } from "./raw-terminal.ts";

/** A result on the screen, and what the person may still do with it. */
export interface Result {
  readonly pack: Pack;
  readonly answers: Answers;
  readonly advice: Advice;
  readonly page: () => Page;
  readonly hasDetails: boolean;
  /** The value of --pack. */
  readonly packName: string | undefined;
  /** The words that start the program again. */
  readonly program: string;
  readonly byLines: boolean;
  /** The number of questions that a short form has left out. */
  readonly unasked: number;
}

type Lend = Keys["lend"];

/** An action on a result, which the person chooses by its key, or by its word when asked in lines. */
interface Choice {
  readonly key: string;
  readonly word: string;
  readonly label: string;
  /** Missing for "more": then the caller asks the questions that are left out. */
  readonly run?: (world: World, result: Result, lend: Lend) => Promise<void>;
}

/** Offers actions on a result until the person is done. Resolves with true if the person wants more questions. */
export async function offerMore(world: World, result: Result): Promise<boolean> {
  const { stderr } = world;
  if (result.byLines || !isTerminal(stderr)) return offer(world, result, chooseByWord, (use) => use());
  return withKeys(world, stderr, sameScreen, (keys) =>
    offer(world, result, (_, choices) => chooseByKey(world, keys, choices, result.page), keys.lend),
  );
}

/** `choose` resolves with null when the person is done. */
async function offer(
  world: World,
  result: Result,
  choose: (world: World, choices: readonly Choice[]) => Promise<Choice | null>,
  lend: Lend,
): Promise<boolean> {
  const isOffered: Record<string, boolean> = { details: !result.hasDetails, more: result.unasked > 0 };
  for (;;) {
    const choices = allChoices.filter(({ word }) => isOffered[word] !== false);
    const choice = await choose(world, choices);
    if (choice?.run === undefined) return choice !== null;
    try {
      await choice.run(world, result, lend);
      isOffered[choice.word] = choice.run === compare;
    } catch (error) {
      if (!(error instanceof RoleAdvisorError)) throw error;
      await say(world, result, describe(error.faults[0]));
    }
  }
}

const allChoices: readonly Choice[] = [
  { key: "d", word: "details", label: "details", run: showDetails },
  { key: "h", word: "page", label: "web page", run: openPage },
  { key: "k", word: "keep", label: "keep", run: keep },
  { key: "c", word: "compare", label: "compare", run: compare },
  { key: "m", word: "more", label: "more questions" },
];

async function showDetails(world: World, { pack, advice, page, packName, program }: Result): Promise<void> {
  await print(world.stdout, await formats.text(pack, advice, { page: page(), details: true, packName, program }));
}

/** Writes the page to a new file, and opens it if a browser can be started. */
async function openPage(world: World, result: Result): Promise<void> {
  const { pack, advice, page, packName } = result;
  const html = await formats.html(pack, advice, { page: page(), details: true, packName });
  const name = freeName(world, `${pack.id}-report.html`);
  writeNewFile(world, name, html);
  const isOpen = await openFile(world, name);
  await say(
    world,
    result,
    isOpen ? `Opened ${name} in your browser.` : "The page is in this file; open it in a browser:",
  );
  // The path is not wrapped, so that it can be copied.
  if (!isOpen) await print(world.stderr, `${resolve(world.cwd(), name)}\n`);
}

async function keep(world: World, { pack, answers }: Result, lend: Lend): Promise<void> {
  const name = await lend(() => askName(world, pack));
  if (name !== null) await keepAndSay(world, pack, answers, name);
}

const mostNames = 5;

/** Compares the answers with those of a sitting, a file or a code. */
async function compare(world: World, result: Result, lend: Lend): Promise<void> {
  const { pack, answers, page } = result;
  const sittings = listSittings(world).sittings.filter((sitting) => sitting.pack.id === pack.id);
  const names = sittings.slice(0, mostNames).map(({ fullName }) => fullName);
  const kept = names.length === 0 ? "Nothing is kept yet, so name a file or a code." : `Kept: ${names.join(", ")}`;
  await say(world, result, kept);
  const name = (await lend(() => askLine(world, "Compare with which name, file or code? (Enter: none) ")))?.trim();
  if (!name) return;
  const other = await findSide(world, pack, name);
  const now = { name: "now", fullName: "now", answers, warnings: [] };
  const comparison = compareSittings(pack, nameApart([other, now]));
  await print(world.stdout, await documentFormats.text(describeSittings(pack, comparison), pack, page()));
}

function say(world: World, { page }: Result, text: string): Promise<void> {
  return print(world.stderr, limitGlyphs(`${wrap(text, page().width)}\n`, page()));
}

/** Asks for a key in a line below the result, and erases that line afterwards. */
async function chooseByKey(
  { stderr }: World,
  { keyboard, signal }: Keys,
  choices: readonly Choice[],
  page: () => Page,
): Promise<Choice | null> {
  let lines: string[] = [];
  const erased = () => `\r${lines.length > 1 ? `\u001b[${lines.length - 1}A` : ""}\u001b[J`;
  const show = async () => {
    const before = erased();
    lines = layOut([...choices.map(({ key, label }) => `${key} ${label}`), "Enter done"], page());
    await print(stderr, `${before}${lines.map((line) => page().paint.dim(line)).join("\n")}`);
  };
  const chosen = await new Promise<Choice | null>((done) => {
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
  await print(stderr, erased());
  return chosen;
}

/** Joins the parts to as few lines as possible, and breaks no part. */
function layOut(parts: readonly string[], page: Page): string[] {
  const lines: string[] = [];
  for (const part of parts.map((text) => limitGlyphs(text, page))) {
    const longer = `${lines.at(-1) ?? ""}   ${part}`;
    if (lines.length > 0 && textWidth(longer) < page.width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

async function chooseByWord(world: World, choices: readonly Choice[]): Promise<Choice | null> {
  const { stdin, stderr } = world;
  const input = createInterface({ input: stdin });
  const stopListening = onEndings(world, () => input.close());
  try {
    const ask = () => print(stderr, `What next? Type ${choices.map(({ word }) => word).join(", ")} or done.\n`);
    await ask();
    for await (const line of input) {
      const word = line.trim().toLowerCase();
      if (word === "" || word === "done" || word === "quit") return null;
      const choice = choices.find(({ key, word: name }) => name === word || key === word);
      if (choice !== undefined) return choice;
      await ask();
    }
    return null;
  } finally {
    stopListening();
    input.close();
  }
}
