import { Argument, type Command, type Option } from "commander";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { noneWord, openWord } from "../pack/reserved.ts";
import { exits } from "../world.ts";
import { addCommon, type Session } from "./session.ts";
import type { Shell, Syntax, Value } from "./shells.ts";

const names = ["bash", "zsh", "fish"] satisfies Shell[];

/** Prints what a shell needs to complete commands, options and the answers of the pack. */
export function addCompletion(program: Command, { world, pack, finish }: Session): void {
  const command = program.command("completion").description("print the completion for bash, zsh or fish");
  addCommon(command.addArgument(new Argument("<shell>", "the shell that completes").choices(names)));
  command.addHelpText(
    "after",
    `
Put one of these lines where your shell starts:
  bash  eval "$(role-advisor completion bash)"
  zsh   eval "$(role-advisor completion zsh)"     (after compinit)
  fish  role-advisor completion fish | source
`,
  );
  command.action((shell: Shell) => finish(printFor(shell)));

  async function printFor(shell: Shell): Promise<number> {
    const { shells } = await import("./shells.ts");
    await print(world.stdout, shells[shell](syntaxOf(program, pack)));
    return exits.done;
  }
}

/** All commands of the program with their options and arguments; the main one first, without a name. */
function syntaxOf(program: Command, pack: Pack): Syntax {
  const parts = (command: Command, name: string) => ({
    name,
    about: command.description(),
    options: [...command.options, ...helpOf(command)].map((option) => ({
      short: option.short?.slice(1),
      long: option.long?.slice(2) ?? "",
      about:
        pack.questions.find(({ id }) => `--${id}` === option.long)?.ask ?? option.description.split(/[:;]/)[0] ?? "",
      isRepeated: option.variadic || isAny(pack, option),
      value: valueAfter(pack, option),
    })),
    arguments: command.registeredArguments.map((one) => ({
      name: one.name(),
      value: one.argChoices === undefined ? named(pack, one.name()) : wordsOf(one.argChoices),
    })),
  });
  return [parts(program, ""), ...program.commands.map((command) => parts(command, command.name()))];
}

function helpOf(command: Command): Option[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .filter(({ long }) => long === "--help");
}

function isAny({ questions }: Pack, { long }: Option): boolean {
  return questions.some(({ id, pick }) => pick === "any" && `--${id}` === long);
}

/** What may stand after an option: the answers of a question, its choices, or what its help calls the value. */
function valueAfter(pack: Pack, option: Option): Value | null {
  const question = pack.questions.find(({ id }) => `--${id}` === option.long);
  if (question !== undefined) {
    const ids = question.options.map(({ id }) => id);
    if (question.pick === "one") return wordsOf([...ids, openWord]);
    return { kind: "list", words: [...ids, noneWord, openWord] };
  }
  if (option.argChoices !== undefined) return wordsOf(option.argChoices);
  const [, name] = /[<[]([^\]>]+)[\]>]/.exec(option.flags) ?? [];
  return name === undefined ? null : named(pack, name);
}

/** What the help calls a value tells what it is. */
function named({ roles, guide, examples }: Pack, name: string): Value {
  if (name === "file") return { kind: "file" };
  if (/^(dir|pack)/.test(name)) return { kind: "folder" };
  if (name === "id" || name === "a" || name === "b") return wordsOf(roles.map(({ id }) => id));
  if (name === "topic") return wordsOf(guide.map(({ id }) => id));
  if (name === "name") return wordsOf(examples.map((example) => example.name));
  return { kind: "text" };
}

function wordsOf(words: readonly string[]): Value {
  return { kind: "words", words };
}
