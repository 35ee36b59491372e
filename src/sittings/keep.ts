import type { Answers } from "../advice/scorecard.ts";
import { askLine } from "../ask-line.ts";
import { describe, RoleAdvisorError, visible } from "../fault.ts";
import { print } from "../output.ts";
import { ownCommand } from "../own-command.ts";
import type { Pack } from "../pack/pack.ts";
import { shellWord } from "../shell-word.ts";
import { canPrompt, type World } from "../world.ts";
import { checkName, defaultName, keepSitting } from "./sitting-store.ts";

/** Asks in a terminal for the name of a sitting, until the name is valid. Without a terminal the name is `me`. */
export async function askName(world: World, pack: Pack): Promise<string> {
  if (!canPrompt(world)) return defaultName;
  for (;;) {
    const line = await askLine(world, `Keep it under which name? (Enter: ${defaultName}) `);
    try {
      return checkName(pack, line.trim() === "" ? defaultName : line);
    } catch (error) {
      if (!(error instanceof RoleAdvisorError)) throw error;
      await print(world.stderr, `${describe(error.faults[0])}\n`);
    }
  }
}

/** Keeps answers, and prints the name of the sitting and the command that shows it again. */
export async function keepAndSay(world: World, pack: Pack, answers: Answers, name: string): Promise<void> {
  const fullName = keepSitting(world, pack, answers, name);
  const again = `${ownCommand(world)} sittings show ${shellWord(fullName)}`;
  await print(world.stderr, `Kept as ${visible(fullName)}. To see it again:\n${visible(again)}\n`);
}
