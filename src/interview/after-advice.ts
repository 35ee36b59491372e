import { resolve } from "node:path";
import type { Advice } from "../advice/advice.ts";
import type { Answers } from "../advice/scorecard.ts";
import { askLine } from "../ask-line.ts";
import { describe, RoleAdvisorError } from "../fault.ts";
import { freeName, writeNewFile } from "../files.ts";
import { openFile } from "../open.ts";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { documentFormats, formats } from "../report/formats.ts";
import { finished, type Page, wrap } from "../report/page.ts";
import { describeSittings } from "../report/sitting-comparison.ts";
import { compareSittings } from "../sittings/compare-sittings.ts";
import { findSide, namedApart } from "../sittings/find-side.ts";
import { askName, keepAndSay } from "../sittings/keep.ts";
import { listSittings } from "../sittings/sitting-store.ts";
import type { World } from "../world.ts";
import { type Choice, type WhatNext, withWhatNext } from "./last-keys.ts";

/** A result that was shown, and how. */
export interface Shown {
  readonly pack: Pack;
  readonly answers: Answers;
  readonly advice: Advice;
  readonly page: () => Page;
  readonly hasDetails: boolean;
  /** What --pack was given. */
  readonly named: string | undefined;
  /** The words that start the program again. */
  readonly program: string;
  readonly byLines: boolean;
  /** How many questions a short form has left out. */
  readonly unasked: number;
}

/** Offers what may be done with a result until that is all. True where the questions that are left are wanted. */
export function offerMore(world: World, shown: Shown): Promise<boolean> {
  const more = { key: "m", word: "more", label: "more questions" };
  const done = new Set<string>();
  return withWhatNext(world, shown.byLines, shown.page, async ({ choose, lend }) => {
    for (;;) {
      const left = actions.filter(({ word }) => !done.has(word) && !(word === "details" && shown.hasDetails));
      const choice = await choose<Choice & Partial<Action>>([...left, ...(shown.unasked > 0 ? [more] : [])]);
      if (choice?.run === undefined) return choice !== null;
      try {
        await choice.run(world, shown, lend);
        if (choice.word !== "compare") done.add(choice.word);
      } catch (error) {
        if (!(error instanceof RoleAdvisorError)) throw error;
        await say(world, shown, describe(error.faults[0]));
      }
    }
  });
}

interface Action extends Choice {
  readonly run: (world: World, shown: Shown, lend: WhatNext["lend"]) => Promise<void>;
}

const actions: readonly Action[] = [
  { key: "d", word: "details", label: "details", run: showDetails },
  { key: "h", word: "page", label: "web page", run: openPage },
  { key: "k", word: "keep", label: "keep", run: keep },
  { key: "c", word: "compare", label: "compare", run: compare },
];

async function showDetails(world: World, { pack, advice, page, named, program }: Shown): Promise<void> {
  await print(world.stdout, await formats.text(pack, advice, { page: page(), details: true, named, program }));
}

/** Writes the page under a name that is free, and opens it where that can be done. */
async function openPage(world: World, shown: Shown): Promise<void> {
  const { pack, advice, page, named } = shown;
  const html = await formats.html(pack, advice, { page: page(), details: true, named });
  const name = writeFree(world, `${pack.id}-report.html`, html);
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
async function keep(world: World, { pack, answers }: Shown, lend: WhatNext["lend"]): Promise<void> {
  const name = await lend(() => askName(world, pack));
  if (name !== null) await keepAndSay(world, pack, answers, name);
}

const mostNames = 5;

/** Compares the answers with those that were kept, or stand in a file or a code. */
async function compare(world: World, shown: Shown, lend: WhatNext["lend"]): Promise<void> {
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
  const comparison = compareSittings(pack, namedApart([other, now]));
  await print(world.stdout, await documentFormats.text(describeSittings(pack, comparison), pack, page()));
}

function writeFree(world: World, name: string, text: string): string {
  const free = freeName(world, name);
  writeNewFile(world, free, text);
  return free;
}

function say(world: World, { page }: Shown, text: string): Promise<void> {
  return print(world.stderr, finished(`${wrap(text, page().width)}\n`, page()));
}
