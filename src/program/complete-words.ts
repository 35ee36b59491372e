import type { Argument, Command, Option } from "commander";
import type { Pack } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { noneWord, openWord } from "../pack/reserved.ts";

/** What may be typed as a value: words, files or folders. */
interface Slot {
  readonly words?: readonly Word[];
  readonly paths?: "files" | "folders";
  /** May several words be typed, with commas between them? */
  readonly isList?: boolean;
}

type Word = readonly [word: string, meaning: string];

/** The values that may be typed, by flag, or by the name that the help has for a value, such as "file". */
export type Slots = Readonly<Record<string, Slot>>;

/** The values of the flags that answer questions. */
export function answerSlots({ questions }: Pack): Slots {
  const open: Word = [openWord, "leave it open"];
  const none: Word = [noneWord, "none of these"];
  return Object.fromEntries(
    questions.map((question) => {
      const words = question.options.map(({ id, label }): Word => [id, label]);
      const isMany = isList(question);
      return [`--${question.id}`, { words: [...words, ...(isMany ? [none] : []), open], isList: isMany }];
    }),
  );
}

/** The lines that the scripts of the shells read: the words that complete the last of the typed ones. */
export function completeWords(program: Command, pack: Pack, slots: Slots, typedWords: readonly string[]): string[] {
  const before = typedWords.slice(0, -1);
  const current = typedWords.at(-1) ?? "";
  const command = before.map((word) => program.commands.find((one) => one.name() === word)).find(Boolean) ?? program;
  const [flag = "", ...rest] = current.split("=");
  const lastFlag = rest.length > 0 ? flag : before.at(-1);
  const option = command.options.find(({ short, long }) => lastFlag !== undefined && [short, long].includes(lastFlag));
  if (option !== undefined && (option.required || option.optional)) {
    const start = rest.length > 0 ? `${flag}=` : "";
    return linesOf(slotOf(slots, option), current.slice(start.length), start);
  }
  if (current.startsWith("-")) return linesOf({ words: command.options.map((one) => wordOf(pack, one)) }, current);
  if (command === program) return linesOf(slots["command"], current);
  const operands = before.slice(before.indexOf(command.name()) + 1).filter((word) => !word.startsWith("-"));
  const argument = command.registeredArguments[operands.length] ?? command.registeredArguments.at(-1);
  return argument === undefined ? [] : linesOf(slotOf(slots, argument), current);
}

/** The flag, with the question that it answers or the first part of its description as its meaning. */
function wordOf({ questions }: Pack, { long = "", description }: Option): Word {
  const question = questions.find(({ id }) => `--${id}` === long);
  return [long, question?.ask ?? description.split(/[:;]/)[0] ?? ""];
}

function slotOf(slots: Slots, value: Option | Argument): Slot | undefined {
  if (value.argChoices !== undefined) return { words: value.argChoices.map((word) => [word, ""]) };
  if (!("flags" in value)) return slots[value.name()];
  const [, name = ""] = /[<[]([^\]>]+)[\]>]/.exec(value.flags) ?? [];
  return slots[value.long ?? ""] ?? slots[name];
}

/** Completes a word, or the last of a list, which may have no word twice, and no "none" or "unsure" after others. */
function linesOf({ words = [], paths, isList = false }: Slot = {}, text: string, start = ""): string[] {
  const listStart = isList ? text.slice(0, text.lastIndexOf(",") + 1) : "";
  const excluded = listStart === "" ? [] : [...listStart.split(","), noneWord, openWord];
  const matches = words.filter(([word]) => `${listStart}${word}`.startsWith(text) && !excluded.includes(word));
  return [
    ...(isList ? [":more"] : []),
    ...matches.map(([word, meaning]) => `${start}${listStart}${word}\t${meaning.replaceAll(/\s+/g, " ")}`),
    ...(paths === undefined ? [] : [`:${paths}`]),
  ];
}
