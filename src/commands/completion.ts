import type { Command, Option } from "commander";
import { fault, RoleAdvisorError } from "../fault.ts";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { noneWord, openWord } from "../pack/reserved.ts";
import { exits } from "../world.ts";
import { commandNames } from "./names.ts";
import { schemaNames } from "./schema.ts";
import { addCommon, type Session } from "./session.ts";
import type { Shell, Syntax, Value } from "./shells.ts";

const shellNames: readonly string[] = ["bash", "zsh", "fish"] satisfies Shell[];

/** Prints what a shell needs to complete commands, options and the answers of the pack. */
export function addCompletion(program: Command, { world, pack, finish }: Session): void {
  const command = program.command("completion").description("print the completion for bash, zsh or fish");
  addCommon(command.argument("<shell>", `the shell that completes: ${shellNames.join(", ")}`));
  command.addHelpText(
    "after",
    `
Put one of these lines where your shell starts:
  bash  eval "$(role-advisor completion bash)"
  zsh   eval "$(role-advisor completion zsh)"     (after compinit)
  fish  role-advisor completion fish | source
`,
  );
  command.action((shell: string) => {
    if (isShell(shell)) return finish(printFor(shell));
    throw new RoleAdvisorError([fault("unknown-id", { what: "shell", id: shell, known: shellNames })]);
  });

  async function printFor(shell: Shell): Promise<number> {
    const [{ shells }, { packNames }] = await Promise.all([import("./shells.ts"), import("../pack/locate.ts")]);
    await print(world.stdout, shells[shell](syntaxOf(program, pack, packNames())));
    return exits.done;
  }
}

function isShell(name: string): name is Shell {
  return shellNames.includes(name);
}

/** All commands of the program with their options and arguments; the main one first, without a name. */
function syntaxOf(program: Command, pack: Pack, packs: readonly string[]): Syntax {
  const values = valuesOf(pack, packs);
  const parts = (command: Command, name: string) => ({
    name,
    about: command.description(),
    options: [...command.options, ...helpOf(command)].map((option) => ({
      short: option.short?.slice(1),
      long: option.long?.slice(2) ?? "",
      about:
        pack.questions.find(({ id }) => `--${id}` === option.long)?.ask ?? option.description.split(/[:;]/)[0] ?? "",
      isRepeated: option.variadic || isAny(pack, option),
      value: valueAfter(pack, values, option),
    })),
    arguments: command.registeredArguments.map((one) => ({
      name: one.name(),
      isRepeated: one.variadic,
      value: values[one.name()] ?? anything,
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
  return questions.some((question) => isList(question) && `--${question.id}` === long);
}

/** What may stand after an option: the answers of a question, its choices, or what its help calls the value. */
function valueAfter({ questions }: Pack, values: Values, option: Option): Value | null {
  const question = questions.find(({ id }) => `--${id}` === option.long);
  if (question !== undefined) {
    const ids = question.options.map(({ id }) => id);
    if (!isList(question)) return wordsOf([...ids, openWord]);
    return { kind: "list", words: ids, alone: [noneWord, openWord] };
  }
  if (option.argChoices !== undefined) return wordsOf(option.argChoices);
  const [, name] = /[<[]([^\]>]+)[\]>]/.exec(option.flags) ?? [];
  return name === undefined ? null : (values[option.long ?? ""] ?? values[name] ?? anything);
}

type Values = Readonly<Record<string, Value>>;

const anything: Value = { kind: "text" };

/** What the help calls a value tells what it is; of an option whose value has a common name, the option itself. */
function valuesOf({ roles, guide, examples }: Pack, packs: readonly string[]): Values {
  const role = wordsOf(roles.map(({ id }) => id));
  const file: Value = { kind: "file" };
  const pack: Value = { kind: "folder", words: packs };
  return {
    file,
    files: file,
    dir: { kind: "folder", words: [] },
    pack,
    "dir or package": pack,
    id: role,
    a: role,
    b: role,
    topic: wordsOf(guide.map(({ id }) => id)),
    name: wordsOf(schemaNames),
    command: wordsOf(commandNames),
    "--example": wordsOf(examples.map(({ name }) => name)),
    shell: wordsOf(shellNames),
  };
}

function wordsOf(words: readonly string[]): Value {
  return { kind: "words", words };
}
