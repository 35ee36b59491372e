import { Command, CommanderError } from "commander";
import { addAdvise } from "./commands/advise.ts";
import { commandNames } from "./commands/names.ts";
import { addCommon, type Session } from "./commands/session.ts";
import { andMore, describe, fault, RoleAdvisorError, visible } from "./fault.ts";
import { print } from "./output.ts";
import { loadPack } from "./pack/find.ts";
import type { Pack } from "./pack/pack.ts";
import { pageFor, toAscii } from "./report/page.ts";
import { checkOptions } from "./strict-options.ts";
import { version } from "./version.ts";
import { exits, type World } from "./world.ts";

export { thisProcess } from "./standard-streams.ts";

/** Runs the program in a world and tells its exit code, when all that it says is written. Never rejects. */
export async function run(world: World): Promise<number> {
  try {
    let code: number = exits.done;
    const said: Promise<void>[] = [];
    const named = await namedPack(world);
    const { pack, failure } = await findPack(world, named);
    const session: Session = {
      world,
      pack,
      say: (text) => said.push(print(world.stdout, text)),
      // What cannot be said, since standard error is full, ends with the exit code alone.
      complain: (text) => void print(world.stderr, text).catch(() => {}),
      finish: async (ending) => {
        code = await ending;
      },
    };
    const program = (await createProgram(session)).hook("preAction", (_, command) => {
      checkNamed(command, named);
      if (failure !== undefined && !isForAuthors(command.name(), command.args.length > 0)) throw failure;
    });
    await program.parseAsync(world.argv).catch((error) => {
      if (!(error instanceof CommanderError)) throw error;
      code = error.exitCode === 0 ? exits.done : exits.wrong;
    });
    await Promise.all(said);
    return code;
  } catch (error) {
    return await report(world, error);
  }
}

/** The pack that the flags are made of. One that is broken keeps nobody from checking it, or from starting another. */
async function findPack(world: World, named?: string): Promise<{ pack: Pack; failure?: RoleAdvisorError }> {
  try {
    return { pack: await loadPack(named, world.cwd()) };
  } catch (failure) {
    const isSpared = world.argv.slice(2).some((word) => isForAuthors(word, true));
    if (!(failure instanceof RoleAdvisorError) || !isSpared) throw failure;
    return { pack: await loadPack(), failure };
  }
}

/** Does the command look at a pack by itself, or at none? An audit does so only for a pack that is its argument. */
function isForAuthors(command: string, hasArgument: boolean): boolean {
  return ["check", "init", "schema"].includes(command) || (command === "audit" && hasArgument);
}

/** The program for a pack: its commands, options and help. */
export async function createProgram(session: Session): Promise<Command> {
  const { world, pack } = session;
  const program = new Command("role-advisor")
    .description(`${pack.title} Answer some questions about what draws you; see which path, why, and how sure that is.`)
    .version(version, "-V, --version", "print the version")
    .enablePositionalOptions()
    .allowExcessArguments()
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: session.say,
      writeErr: session.complain,
      getOutHelpWidth: () => pageFor(world.stdout, world.env).width,
      // Commander would look at Node's own stream; there is no colour in the help.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getErrHelpWidth: () => pageFor(world.stderr, world.env).width,
    });
  addAdvise(program, session);
  addCommon(program);
  if (world.argv.slice(2).some(namesOther)) {
    const [{ addOthers }, { fitted, layOutHelp }] = await Promise.all([
      import("./commands/others.ts"),
      import("./commands/help-layout.ts"),
    ]);
    addOthers(program, session);
    for (const command of [program, ...program.commands]) {
      layOutHelp(command);
      command.configureOutput({
        writeOut: (text) => session.say(fitted(text, pageFor(world.stdout, world.env).width)),
      });
    }
  }
  for (const command of [program, ...program.commands]) {
    checkOptions(command);
    command.configureOutput({ outputError: (text, write) => write(`${inOneLine(text, command)}\n`) });
  }
  return program.addHelpText("after", examples(pack.questions[0]?.id ?? "", pack.questions[0]?.options[0]?.id ?? ""));
}

/** Does a word ask for another command than the main one, or for the help, which lists them? */
function namesOther(word: string): boolean {
  return word === "-h" || word === "--help" || commandNames.some((name) => name === word);
}

function examples(question: string, option: string): string {
  return `
Examples:
  $ role-advisor
  $ role-advisor --example
  $ role-advisor --${question} ${option} --format json
  $ role-advisor --answers me.yaml --output advice.json
  $ role-advisor batch cohort.csv --summary

Exit codes:
  0    done
  1    it failed
  2    the words, answers or pack are wrong, or none were given
  3    a cohort is done, and some rows were rejected
  130  interrupted
`;
}

/**
 * What --pack says. It decides which flags there are, so it is looked up first, by the program as the built-in pack makes
 * it: that knows which words are the values of other options. What is wrong in them is for the real program to say.
 */
async function namedPack(world: World): Promise<string | undefined> {
  const words = world.argv.slice(2);
  if (!words.some((word) => /^-(-pack|[^-]*p)/.test(word))) return undefined;
  const ignore = () => {};
  const session = { world, pack: await loadPack(), say: ignore, complain: ignore, finish: async () => {} };
  const program = await createProgram(session);
  let command = program;
  try {
    const { operands, unknown } = program.parseOptions(words);
    command = program.commands.find((one) => one.name() === operands[0]) ?? program;
    if (command !== program) command.parseOptions(unknown);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
  }
  return packOf(command);
}

/** A command's own --pack, or the one before it. */
function packOf(command: Command): string | undefined {
  const { pack } = command.opts<{ pack?: string }>();
  return pack ?? (command.parent === null ? undefined : packOf(command.parent));
}

/** A flag of the pack may take for its value what was taken for --pack before that flag was known. */
function checkNamed(command: Command, named: string | undefined): void {
  const meant = packOf(command);
  if (meant === named) return;
  const given = [meant, named].filter((pack) => pack !== undefined).map((pack) => `"${pack}"`);
  const why = `it is not clear whether ${given.join(" or ")} is the pack; write --pack, and its name, as the last words`;
  throw new RoleAdvisorError([fault("usage", { why })]);
}

/** What commander says of the words given to a command: one line, with the mend. */
function inOneLine(text: string, command: Command): string {
  // Commander repeats the words as they were typed; the hint after the last line break is its own.
  const [, what = "", hinted = ""] = /^([\s\S]*?)(?:\n(\(Did you mean .*\)))?$/.exec(text.trim()) ?? [];
  const hint = hinted.replaceAll(/[()]/g, "");
  const mend =
    hint === ""
      ? `see "role-advisor${command.parent === null ? "" : ` ${command.name()}`} --help"`
      : hint.charAt(0).toLowerCase() + hint.slice(1);
  return `role-advisor: ${visible(what.replace(/^error: /, "").replace(/\.$/, ""))}; ${visible(mend)}`;
}

/** Errors that we know are one line each; an unknown one is a defect, and says so. */
async function report(world: World, error: unknown): Promise<number> {
  const page = pageFor(world.stderr, world.env);
  // As above: the exit code alone.
  const say = (text: string) => print(world.stderr, page.unicode ? text : toAscii(text)).catch(() => {});
  if (error instanceof RoleAdvisorError) {
    const lines = error.faults.map((fault) => (fault.file ? "" : "role-advisor: ") + describe(fault));
    await say(`${[...lines, ...andMore(error.more)].join("\n")}\n`);
    return error.code === "cannot-write" ? exits.failed : exits.wrong;
  }
  const trace = world.env["ROLE_ADVISOR_DEBUG"] ? `\n${(error as Error).stack}` : "";
  const what = error instanceof Error ? error.message : `${error}`;
  await say(`role-advisor: a defect: ${what}; set ROLE_ADVISOR_DEBUG=1 to see where, and please report it${trace}\n`);
  return exits.failed;
}
