import type { Argument, Command, Option } from "commander";
import type { Pack } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { noneWord, openWord } from "../pack/reserved.ts";

/** What may stand in a place: words, each with what it means; files or folders; or several words with commas between. */
interface Place {
  readonly words?: readonly Word[];
  readonly paths?: "files" | "folders";
  readonly isList?: boolean;
}

type Word = readonly [word: string, about: string];

/** By a flag, or by what the help calls a value: what may stand there. */
export type Places = Readonly<Record<string, Place>>;

/** The flags that answer questions. */
export function placesOfAnswers({ questions }: Pack): Places {
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

/** The lines that the shells' scripts read: what may stand where the last of the words is typed. */
export function completeWords(program: Command, pack: Pack, places: Places, typed: readonly string[]): string[] {
  const before = typed.slice(0, -1);
  const current = typed.at(-1) ?? "";
  const command = before.map((word) => program.commands.find((one) => one.name() === word)).find(Boolean) ?? program;
  const [flag = "", ...rest] = current.split("=");
  const named = rest.length > 0 ? flag : before.at(-1);
  const option = command.options.find(({ short, long }) => named !== undefined && [short, long].includes(named));
  if (option !== undefined && (option.required || option.optional)) {
    const start = rest.length > 0 ? `${flag}=` : "";
    return linesOf(placeOf(places, option), current.slice(start.length), start);
  }
  if (current.startsWith("-")) return linesOf({ words: command.options.map((one) => wordOf(pack, one)) }, current);
  if (command === program) return linesOf(places["command"], current);
  const operands = before.slice(before.indexOf(command.name()) + 1).filter((word) => !word.startsWith("-"));
  const argument = command.registeredArguments[operands.length] ?? command.registeredArguments.at(-1);
  return argument === undefined ? [] : linesOf(placeOf(places, argument), current);
}

/** A flag as a word, with the question that it answers, or what it does. */
function wordOf({ questions }: Pack, { long = "", description }: Option): Word {
  const asked = questions.find(({ id }) => `--${id}` === long);
  return [long, asked?.ask ?? description.split(/[:;]/)[0] ?? ""];
}

function placeOf(places: Places, value: Option | Argument): Place | undefined {
  if (value.argChoices !== undefined) return { words: value.argChoices.map((word) => [word, ""]) };
  if (!("flags" in value)) return places[value.name()];
  const [, name = ""] = /[<[]([^\]>]+)[\]>]/.exec(value.flags) ?? [];
  return places[value.long ?? ""] ?? places[name];
}

/** In a list what stands before the last comma stays, and is not offered again; nor is what stands alone. */
function linesOf({ words = [], paths, isList = false }: Place = {}, typed: string, start = ""): string[] {
  const kept = isList ? typed.slice(0, typed.lastIndexOf(",") + 1) : "";
  const taken = kept === "" ? [] : [...kept.split(","), noneWord, openWord];
  const fitting = words.filter(([word]) => `${kept}${word}`.startsWith(typed) && !taken.includes(word));
  return [
    ...(isList ? [":more"] : []),
    ...fitting.map(([word, meaning]) => `${start}${kept}${word}\t${meaning.replaceAll(/\s+/g, " ")}`),
    ...(paths === undefined ? [] : [`:${paths}`]),
  ];
}
