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
import { limitGlyphs, type Page, textWidth, wrap } from "../report/page.ts";
import { describeSittings } from "../report/sitting-comparison.ts";
import { compareSittings } from "../sittings/compare-sittings.ts";
import { findSide, nameApart } from "../sittings/find-side.ts";
import { askName, keepAndSay } from "../sittings/keep.ts";
import { listSittings } from "../sittings/sitting-store.ts";
import { isTerminal, onEndings, type World } from "../world.ts";
import type { Key } from "./keypress.ts";
import { type Keys, sameScreen, withKeys } from "./raw-terminal.ts";

/** A result that was shown, and how. */
export interface Shown {
  readonly pack: Pack;
  readonly answers: Answers;
  readonly advice: Advice;
  readonly page: () => Page;
  readonly hasDetails: boolean;
  /** What --pack was given. */
  readonly packName: string | undefined;
  /** The words that start the program again. */
  readonly program: string;
  readonly byLines: boolean;
  /** How many questions a short form has left out. */
  readonly unasked: number;
}

/** Has the terminal read lines while something else is asked; null when a signal comes meanwhile. */
type Lend = Keys["lend"];

/** Something that may be done with a result: by a key, or by a word where one is asked in lines. */
interface Choice {
  readonly key: string;
  readonly word: string;
  readonly label: string;
  /** Where there is none, more questions are asked. */
  readonly run?: (world: World, shown: Shown, lend: Lend) => Promise<void>;
}

/** Offers what may be done with a result until that is all. True where the questions that are left are wanted. */
export async function offerMore(world: World, shown: Shown): Promise<boolean> {
  const { stderr } = world;
  if (shown.byLines || !isTerminal(stderr))
    return offer(
      world,
      shown,
      (choices) => chooseByWord(world, choices),
      (ask) => ask(),
    );
  return withKeys(world, stderr, sameScreen, (keys) =>
    offer(world, shown, (choices) => chooseByKey(world, keys, choices, shown.page), keys.lend),
  );
}

/** `choose` waits for one of the choices. Null for none of them: that is all. */
async function offer(
  world: World,
  shown: Shown,
  choose: (choices: readonly Choice[]) => Promise<Choice | null>,
  lend: Lend,
): Promise<boolean> {
  const isOffered: Record<string, boolean> = { details: !shown.hasDetails, more: shown.unasked > 0 };
  for (;;) {
    const choice = await choose(allChoices.filter(({ word }) => isOffered[word] !== false));
    if (choice?.run === undefined) return choice !== null;
    try {
      await choice.run(world, shown, lend);
      isOffered[choice.word] = choice.run === compare;
    } catch (error) {
      if (!(error instanceof RoleAdvisorError)) throw error;
      await say(world, shown, describe(error.faults[0]));
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

async function showDetails(world: World, { pack, advice, page, packName, program }: Shown): Promise<void> {
  await print(world.stdout, await formats.text(pack, advice, { page: page(), details: true, packName, program }));
}

/** Writes the page under a name that is free, and opens it where that can be done. */
async function openPage(world: World, shown: Shown): Promise<void> {
  const { pack, advice, page, packName } = shown;
  const html = await formats.html(pack, advice, { page: page(), details: true, packName });
  const name = freeName(world, `${pack.id}-report.html`);
  writeNewFile(world, name, html);
  const isOpen = await openFile(world, name);
  await say(
    world,
    shown,
    isOpen ? `Opened ${name} in your browser.` : `The page is in this file; open it in a browser:`,
  );
  // A path stays whole, to be copied.
  if (!isOpen) await print(world.stderr, `${resolve(world.cwd(), name)}\n`);
}

/** Keeps the answers under a name. */
async function keep(world: World, { pack, answers }: Shown, lend: Lend): Promise<void> {
  const name = await lend(() => askName(world, pack));
  if (name !== null) await keepAndSay(world, pack, answers, name);
}

const mostNames = 5;

/** Compares the answers with those that were kept, or stand in a file or a code. */
async function compare(world: World, shown: Shown, lend: Lend): Promise<void> {
  const { pack, answers, page } = shown;
  const kept = listSittings(world).sittings.filter((one) => one.pack.id === pack.id);
  const names = kept.slice(0, mostNames).map(({ fullName }) => fullName);
  await say(
    world,
    shown,
    names.length === 0 ? "Nothing is kept yet, so name a file or a code." : `Kept: ${names.join(", ")}`,
  );
  const given = await lend(() => askLine(world, "Compare with which name, file or code? (Enter: none) "));
  if (given === null || given.trim() === "") return;
  const other = await findSide(world, pack, given.trim());
  const now = { name: "now", fullName: "now", answers, warnings: [] };
  const comparison = compareSittings(pack, nameApart([other, now]));
  await print(world.stdout, await documentFormats.text(describeSittings(pack, comparison), pack, page()));
}

function say(world: World, { page }: Shown, text: string): Promise<void> {
  return print(world.stderr, limitGlyphs(`${wrap(text, page().width)}\n`, page()));
}

/** Asks for a key in one line below what is there. */
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

/** The parts in as few lines as they fit in. */
function layOut(parts: readonly string[], page: Page): string[] {
  const lines: string[] = [];
  for (const part of parts.map((one) => limitGlyphs(one, page))) {
    const longer = `${lines.at(-1) ?? ""}   ${part}`;
    if (lines.length > 0 && textWidth(longer) < page.width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

async function chooseByWord(world: World, choices: readonly Choice[]): Promise<Choice | null> {
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
