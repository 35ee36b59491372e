import type { Command, Option } from "commander";
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

/** What a value is, by what the help calls it, or by the option. */
export type Places = Readonly<Record<string, Place>>;

/** The lines that the shells' scripts read: what may stand where the last of the words is typed. */
export function completeWords(program: Command, pack: Pack, places: Places, typed: readonly string[]): string[] {
  const before = typed.slice(0, -1);
  const current = typed.at(-1) ?? "";
  const command = before.map((word) => program.commands.find((one) => one.name() === word)).find(Boolean) ?? program;
  const [flag = "", ...rest] = current.split("=");
  const valued = optionOf(command, rest.length > 0 ? flag : before.at(-1));
  if (valued !== undefined && takesValue(valued)) {
    const start = rest.length > 0 ? `${flag}=` : "";
    return linesOf(placeOf(pack, places, valued), current.slice(start.length), start);
  }
  if (current.startsWith("-"))
    return linesOf({ words: command.options.map((one) => [one.long ?? "", about(pack, one)]) }, current);
  if (command === program)
    return linesOf({ words: program.commands.map((one) => [one.name(), one.description()]) }, current);
  const operands = before.slice(before.indexOf(command.name()) + 1).filter((word) => !word.startsWith("-"));
  const argument = command.registeredArguments[operands.length] ?? command.registeredArguments.at(-1);
  return argument === undefined ? [] : linesOf(placeOfArgument(places, argument), current);
}

function optionOf(command: Command, flag: string | undefined): Option | undefined {
  return command.options.find(({ short, long }) => flag !== undefined && (short === flag || long === flag));
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

function placeOf(pack: Pack, places: Places, option: Option): Place {
  const question = pack.questions.find(({ id }) => `--${id}` === option.long);
  if (question !== undefined) {
    const words = question.options.map(({ id, label }): Word => [id, label]);
    const open: Word = [openWord, "leave it open"];
    return isList(question)
      ? { words: [...words, [noneWord, "none of these"], open], isList: true }
      : { words: [...words, open] };
  }
  if (option.argChoices !== undefined) return { words: option.argChoices.map((word) => [word, ""]) };
  const [, name = ""] = /[<[]([^\]>]+)[\]>]/.exec(option.flags) ?? [];
  return places[option.long ?? ""] ?? places[name] ?? {};
}

function placeOfArgument(places: Places, argument: Command["registeredArguments"][number]): Place {
  if (argument.argChoices !== undefined) return { words: argument.argChoices.map((word) => [word, ""]) };
  return places[argument.name()] ?? {};
}

function about(pack: Pack, { long, description }: Option): string {
  return pack.questions.find(({ id }) => `--${id}` === long)?.ask ?? description.split(/[:;]/)[0] ?? "";
}

/** In a list what stands before the last comma stays, and is not offered again; nor is what stands alone. */
function linesOf({ words = [], paths, isList = false }: Place, typed: string, start = ""): string[] {
  const [, kept = "", last = ""] = (isList ? /^(.*,)?(.*)$/s.exec(typed) : null) ?? ["", "", typed];
  const taken = kept === "" ? [] : [...kept.split(","), noneWord, openWord];
  const fitting = words.filter(([word]) => word.startsWith(last) && !taken.includes(word));
  return [
    ...(isList ? [":more"] : []),
    ...fitting.map(([word, meaning]) => `${start}${kept}${word}\t${meaning.replaceAll(/\s+/g, " ")}`),
    ...(paths === undefined ? [] : [`:${paths}`]),
  ];
}
