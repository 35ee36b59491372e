import { extname } from "node:path";
import { type Command, Option } from "commander";
import type { Advice } from "../advice/advice.ts";
import type { Answers } from "../advice/scorecard.ts";
import { type AnswerSources, gatherAnswers } from "../answers/gather.ts";
import type { Read } from "../answers/parse.ts";
import { describe, type Fault, fault, RoleAdvisorError, visible } from "../fault.ts";
import type { Asked } from "../interview/interview.ts";
import { cannotWrite, print } from "../output.ts";
import { ownCommand } from "../own-command.ts";
import { mapOf } from "../pack/map-of.ts";
import type { Pack } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import type { Session } from "../program/session.ts";
import { collect } from "../program/strict-options.ts";
import { endings, type Format, formats } from "../report/formats.ts";
import { finished, leastWidth, type Page, pageFor } from "../report/page.ts";
import { replayCommand } from "../report/replay.ts";
import { canPrompt, exits, isOn, type World } from "../world.ts";

interface AdviseOptions extends Omit<AnswerSources, "flags"> {
  readonly pack?: string;
  readonly format?: Format;
  readonly output?: string;
  readonly force?: boolean;
  readonly open?: boolean;
  readonly keep?: string | true;
  readonly details?: boolean;
  readonly input: boolean;
  readonly quick?: boolean;
  readonly accessible?: boolean;
  readonly fresh?: boolean;
  readonly save: boolean;
  readonly color: boolean;
}

/** The main command: gathers answers, asks for what is missing, and advises. */
export function add(program: Command, { world, pack, commandNames, finish }: Session): void {
  program.optionsGroup("Answers, one flag for each question (unsure leaves it open):");
  for (const { id, pick, options } of pack.questions) {
    const ids = options.map((option) => option.id).join(", ");
    if (!isList({ pick })) program.option(`--${id} <option>`, ids);
    else program.option(`--${id} <options>`, `any of ${ids}; or none`, collect);
  }
  program
    .optionsGroup("Answers from elsewhere:")
    .option("-a, --answers <file>", "a file in YAML or JSON, also a saved advice; - is standard input")
    .option("-c, --code <code>", "answers as the short string that an advice ends with")
    .option("-e, --example [name]", `sample answers: ${pack.examples.map(({ name }) => name).join(", ")}`)
    .optionsGroup("Asking:")
    .option("-q, --quick", "a short form: stop as soon as no answer could change the result")
    .option("--accessible", "ask in lines, for screen readers and pipes, as ACCESSIBLE=1 does")
    .option("--fresh", "start afresh, instead of continuing what was stopped before")
    .option("--no-save", "save nothing to disk")
    .option("--no-input", "ask nothing; advise on what is given")
    .optionsGroup("Result:")
    .addOption(new Option("-f, --format <format>", "how to print the advice").choices(Object.keys(formats)))
    .option("--details", "say all of it, instead of what fits one screen")
    .option("-o, --output <file>", "write it to a file, in the format of its ending; - is standard output")
    .option("--force", "replace a file that is there, also one with other answers")
    .option("--open", "open the file when it is written")
    .option("--keep [name]", "keep the answers under a name, to look at them again or compare them")
    .action((options: AdviseOptions & Record<string, unknown>) => {
      const [given] = program.args;
      if (given === undefined) return finish(main(world, pack, options));
      const flag = program.options.find(({ long }) => long === `--${given}`)?.long;
      if (flag !== undefined)
        throw new RoleAdvisorError([fault("usage", { why: `"${given}" is no command; write ${flag}` })]);
      throw new RoleAdvisorError([fault("unknown-command", { given, known: commandNames })]);
    });
}

async function main(world: World, pack: Pack, options: AdviseOptions & Record<string, unknown>): Promise<number> {
  const format = formatFor(options);
  if (options.output !== undefined) (await import("../files.ts")).checkWritable(world, options.output);
  else if (options.open) {
    throw new RoleAdvisorError([fault("usage", { why: "--open needs a file; add --output report.html" })]);
  }
  // A name that cannot be one is refused before anybody answers.
  if (typeof options.keep === "string") (await import("../sittings/sitting-name.ts")).checkName(pack, options.keep);
  const given = await gatherAnswers(world, pack, { ...options, flags: flagsOf(pack, options) });
  if (given.faults.length > 0) throw new RoleAdvisorError(given.faults);
  if (given.warnings !== undefined) await warn(world, given.warnings);

  const isAsked = !given.isComplete && canAsk(world, options);
  let asked = isAsked ? await ask(world, pack, given, options) : undefined;
  for (;;) {
    if (asked === null) return exits.interrupted;
    const { answers } = asked ?? given;
    if (Object.keys(answers).length === 0) throw noAnswers(world, pack, options.answers);
    const { advise } = await import("../advice/advise.ts");
    const advice = advise(pack, answers);
    await tell(world, pack, advice, { ...options, format });
    const isMoreWanted =
      asked !== undefined && (await finishAsking(world, pack, advice, { ...options, format }, asked));
    if (asked === undefined || !isMoreWanted) {
      if (options.keep !== undefined) await keep(world, pack, answers, options.keep);
      return exits.done;
    }
    asked = await asked.goOn();
  }
}

async function tell(
  world: World,
  pack: Pack,
  advice: Advice,
  options: AdviseOptions & { format: Format },
): Promise<void> {
  const { format, output } = options;
  const page = pageOfResult(world, options);
  const program = ownCommand(world);
  const details = options.details === true;
  const text = await formats[format](pack, advice, { page, details, named: options.pack, program });
  if (output === undefined && world.isOutputClosed?.() === true) throw cannotWrite("standard output", "it is closed");
  if (output === undefined) await print(world.stdout, text);
  else {
    const { writeReport } = await import("../write-report.ts");
    const name = await writeReport(world, pack, { code: advice.code, text }, { output, force: options.force });
    if (options.open && !(await (await import("../open.ts")).openFile(world, name)))
      await print(world.stderr, `No browser could be started; open ${visible(name)} in one yourself\n`);
  }
}

async function keep(world: World, pack: Pack, answers: Answers, name: string | true): Promise<void> {
  const { askName, keepAndSay } = await import("../sittings/keep.ts");
  await keepAndSay(world, pack, answers, name === true ? await askName(world, pack) : name);
}

function pageOfResult(world: World, options: AdviseOptions): Page {
  const page = pageFor(world.stdout, world.env, options.color && options.output === undefined);
  return { ...page, isSpoken: wantsLines(world, options) };
}

/**
 * After an interview: what may be done with its result, where that is on the screen. True where more questions are wanted;
 * until then an interview that is not finished stays, and nothing of it is lost.
 */
async function finishAsking(
  world: World,
  pack: Pack,
  advice: Advice,
  options: AdviseOptions & { format: Format },
  asked: Asked,
): Promise<boolean> {
  if (asked.unasked === 0) asked.forget();
  const { format, output } = options;
  const isShown = output === undefined && format === "text" && world.stdout.isTTY === true;
  const canAnswer = world.stdin.isTTY === true && world.stderr.isTTY === true;
  let isMoreWanted = false;
  if (!isShown) await sayHowToKeep(world, pack, advice, options);
  else if (asked.hasAsked && canAnswer) {
    const { offerMore } = await import("../interview/after-advice.ts");
    isMoreWanted = await offerMore(world, {
      ...{
        pack,
        answers: asked.answers,
        advice,
        unasked: asked.unasked,
        named: options.pack,
        program: ownCommand(world),
      },
      page: () => pageOfResult(world, options),
      hasDetails: options.details === true,
      byLines: wantsLines(world, options) || !canRedraw(world),
    });
  }
  if (!isMoreWanted) asked.forget();
  return isMoreWanted;
}

function noAnswers(world: World, { questions: [first] }: Pack, from: string | undefined): RoleAdvisorError {
  if (from !== undefined) {
    return new RoleAdvisorError([fault("empty-answers", {}, { file: from === "-" ? "standard input" : from })]);
  }
  const piped = world.stdin.isTTY === true ? "" : "to read what is piped in, add --answers -; else ";
  const mend = `${piped}give some, such as --${first?.id} ${first?.options[0]?.id}, a file with --answers, or --example; "role-advisor questions" lists them all`;
  return new RoleAdvisorError([fault("no-answers", { mend })]);
}

/** Answers that were given as flags, by the ids of their questions. */
function flagsOf(pack: Pack, options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = pack.questions.map(({ id }) => [id, mapOf(Object.entries(options))[camelCase(id)]] as const);
  return mapOf(given.filter(([, value]) => value !== undefined));
}

/** What no longer fits of answers to another version of the pack is said, and no reason to stop. */
async function warn({ stderr, env }: World, warnings: readonly Fault[]): Promise<void> {
  const lines = warnings.map((fault) => `role-advisor: warning: ${describe(fault)}\n`);
  await print(stderr, finished(lines.join(""), pageFor(stderr, env)));
}

async function ask(world: World, pack: Pack, given: Read, options: AdviseOptions): Promise<Asked | null> {
  const { interview } = await import("../interview/interview.ts");
  return interview(world, pack, given, {
    isQuick: options.quick === true,
    isFresh: options.fresh === true,
    isKept: options.save,
    byLines: wantsLines(world, options) || !canRedraw(world),
    hasColor: options.color,
  });
}

function wantsLines({ env }: World, { accessible }: Pick<AdviseOptions, "accessible">): boolean {
  return accessible === true || isOn(env["ACCESSIBLE"]);
}

/** Can the terminal draw over what it shows, and are its lines as wide as what is drawn? */
function canRedraw({ stderr, env }: World): boolean {
  return env["TERM"] !== "dumb" && (stderr.columns || leastWidth) >= leastWidth;
}

/** Where the result is in a file, with the verdict in short, or is data. A command stays in one line, to be copied. */
async function sayHowToKeep(
  world: World,
  pack: Pack,
  advice: Advice,
  { output, pack: named }: AdviseOptions,
): Promise<void> {
  if (world.stderr.isTTY !== true) return;
  const again = `${replayCommand(named, ownCommand(world))} ${advice.code}`;
  const { verdictInShort } = await import("../report/sentences.ts");
  const lines =
    output === undefined
      ? ["To keep it as a file:", `${again} --output report.html`]
      : [verdictInShort(pack, advice), "To see it again:", again];
  await print(world.stderr, `${lines.join("\n")}\n`);
}

function formatFor({ format, output }: AdviseOptions): Format {
  if (format !== undefined) return format;
  if (output === undefined) return "text";
  const ending = endings[extname(output).toLowerCase()];
  if (ending !== undefined) return ending;
  const why = `the ending of ${output} tells no format; end it with ${Object.keys(endings).join(", ")}, or give --format`;
  throw new RoleAdvisorError([fault("usage", { why })]);
}

/** DESIGN 7: both ends are terminals, this is not CI, and asking is not turned off. Lines may also come from a pipe, if so wanted. */
function canAsk(world: World, options: Pick<AdviseOptions, "input" | "accessible" | "answers">): boolean {
  if (!options.input) return false;
  return canPrompt(world) || (wantsLines(world, options) && options.answers !== "-" && world.stdin.isTTY !== true);
}

/** As commander names the value of a flag. */
function camelCase(id: string): string {
  return id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
