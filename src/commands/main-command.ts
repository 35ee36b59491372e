import { extname } from "node:path";
import { type Command, Option } from "commander";
import type { Advice } from "../advice/advice.ts";
import { type AnswerSources, gatherAnswers } from "../answers/gather.ts";
import type { ParsedAnswers } from "../answers/read-answers.ts";
import { fault, RoleAdvisorError, usage, visible } from "../fault.ts";
import type { Asked } from "../interview/interview.ts";
import { cannotWrite, print } from "../output.ts";
import { ownCommand } from "../own-command.ts";
import { mapOf } from "../pack/map-of.ts";
import { isList } from "../pack/pick.ts";
import { type Session, warn } from "../program/session.ts";
import { collect } from "../program/strict-options.ts";
import { endings, type Format, formats } from "../report/formats.ts";
import { leastWidth, pageFor } from "../report/page.ts";
import { replayCommand } from "../report/replay.ts";
import { canPrompt, exits, isOn } from "../world.ts";

/** Values of flags beside those of the questions. */
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

/** What a run of the command works with. */
interface Run extends Pick<Session, "world" | "pack"> {
  readonly options: AdviseOptions;
  /** The format of the result. */
  readonly format: Format;
}

/** The main command: gathers answers, asks for what is missing, and advises. */
export function add(program: Command, session: Session): void {
  const { pack } = session;
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
    .action((options: AdviseOptions) => session.finish(main(program, session, options)));
}

async function main(program: Command, session: Session, options: AdviseOptions): Promise<number> {
  refuseWords(program, session.commandNames);
  const { world, pack } = session;
  const run = { world, pack, options, format: formatFor(options) };
  await checkKeepable(run);
  const given = await gatherAnswers(world, pack, { ...options, flags: flagsOf(run) });
  if (given.faults.length > 0) throw new RoleAdvisorError(given.faults);
  await warn(world, given.warnings ?? []);

  let asked = !given.isComplete && canAsk(run) ? await ask(run, given) : undefined;
  for (;;) {
    if (asked === null) return exits.interrupted;
    const { answers } = asked ?? given;
    if (Object.keys(answers).length === 0) throw noAnswers(run);
    const { advise } = await import("../advice/advise.ts");
    const advice = advise(pack, answers);
    await tell(run, advice);
    if (asked === undefined || !(await finishAsking(run, advice, asked))) {
      await keep(run, answers);
      return exits.done;
    }
    asked = await asked.goOn();
  }
}

/** The main command takes flags alone: a word is a command that does not exist, or a flag without its dashes. */
function refuseWords({ args: [given], options }: Command, known: readonly string[]): void {
  if (given === undefined) return;
  const flag = options.find(({ long }) => long === `--${given}`)?.long;
  if (flag !== undefined) throw usage(`"${given}" is no command; write ${flag}`);
  throw new RoleAdvisorError([fault("unknown-command", { given, known })]);
}

function formatFor({ format, output }: AdviseOptions): Format {
  if (format !== undefined) return format;
  if (output === undefined) return "text";
  const ending = endings[extname(output).toLowerCase()];
  if (ending !== undefined) return ending;
  const known = Object.keys(endings).join(", ");
  throw usage(`the ending of ${output} tells no format; end it with ${known}, or give --format`);
}

/** A file that cannot be written, or a name that cannot be one, is refused before anybody answers. */
async function checkKeepable({ world, pack, options: { output, open, keep } }: Run): Promise<void> {
  if (output !== undefined) (await import("../files.ts")).checkWritable(world, output);
  else if (open) throw usage("--open needs a file; add --output report.html");
  if (typeof keep === "string") (await import("../sittings/sitting-store.ts")).checkName(pack, keep);
}

/** Answers that were given as flags, by the ids of their questions. */
function flagsOf({ pack, options }: Run): Record<string, unknown> {
  const values = mapOf(Object.entries(options));
  const given = pack.questions.map(({ id }) => [id, values[new Option(`--${id}`).attributeName()]] as const);
  return mapOf(given.filter(([, value]) => value !== undefined));
}

/** DESIGN 7: both ends are terminals, this is not CI, and asking is not turned off. Lines may also come from a pipe, if so wanted. */
function canAsk(run: Run): boolean {
  const { world, options } = run;
  if (!options.input) return false;
  return canPrompt(world) || (wantsLines(run) && options.answers !== "-" && world.stdin.isTTY !== true);
}

function wantsLines({ world: { env }, options: { accessible } }: Run): boolean {
  return accessible === true || isOn(env["ACCESSIBLE"]);
}

/** Lines are asked where they are wanted, and where the terminal cannot draw over what it shows, or is too narrow for it. */
function asksByLines(run: Run): boolean {
  const { stderr, env } = run.world;
  return wantsLines(run) || env["TERM"] === "dumb" || (stderr.columns || leastWidth) < leastWidth;
}

async function ask(run: Run, given: ParsedAnswers): Promise<Asked | null> {
  const { world, pack, options } = run;
  const { interview } = await import("../interview/interview.ts");
  return interview(world, pack, given, {
    isQuick: options.quick === true,
    isFresh: options.fresh === true,
    isKept: options.save,
    byLines: asksByLines(run),
    hasColor: options.color,
  });
}

function noAnswers({ world, pack: { questions }, options: { answers: from } }: Run): RoleAdvisorError {
  if (from !== undefined) {
    return new RoleAdvisorError([fault("empty-answers", {}, { file: from === "-" ? "standard input" : from })]);
  }
  const [first] = questions;
  const piped = world.stdin.isTTY === true ? "" : "to read what is piped in, add --answers -; else ";
  const fix = `${piped}give some, such as --${first?.id} ${first?.options[0]?.id}, a file with --answers, or --example; "role-advisor questions" lists them all`;
  return new RoleAdvisorError([fault("no-answers", { fix })]);
}

function pageOfResult(run: Run) {
  const { world, options } = run;
  const page = pageFor(world.stdout, world.env, options.color && options.output === undefined);
  return { ...page, isSpoken: wantsLines(run) };
}

async function tell(run: Run, advice: Advice): Promise<void> {
  const { world, pack, options, format } = run;
  const { output, force, details = false, pack: packName } = options;
  const text = await formats[format](pack, advice, {
    page: pageOfResult(run),
    details,
    packName,
    program: ownCommand(world),
  });
  if (output === undefined) {
    if (world.isOutputClosed?.() === true) throw cannotWrite("standard output", "it is closed");
    return print(world.stdout, text);
  }
  const { writeReport } = await import("../write-report.ts");
  const name = await writeReport(world, pack, { code: advice.code, text }, { output, force });
  if (!options.open || (await (await import("../open.ts")).openFile(world, name))) return;
  await print(world.stderr, `No browser could be started; open ${visible(name)} in one yourself\n`);
}

/**
 * After an interview: what may be done with its result, where that is on the screen. True where more questions are wanted;
 * until then an interview that is not finished stays, and nothing of it is lost.
 */
async function finishAsking(run: Run, advice: Advice, asked: Asked): Promise<boolean> {
  const { world, pack, options, format } = run;
  const { answers, unasked } = asked;
  if (unasked === 0) asked.forget();
  const isShown = options.output === undefined && format === "text" && world.stdout.isTTY === true;
  const canAnswer = world.stdin.isTTY === true && world.stderr.isTTY === true;
  let isMoreWanted = false;
  if (!isShown) await sayHowToKeep(run, advice);
  else if (asked.hasAsked && canAnswer) {
    const { offerMore } = await import("../interview/after-advice.ts");
    isMoreWanted = await offerMore(world, {
      pack,
      answers,
      advice,
      unasked,
      packName: options.pack,
      program: ownCommand(world),
      page: () => pageOfResult(run),
      hasDetails: options.details === true,
      byLines: asksByLines(run),
    });
  }
  if (!isMoreWanted) asked.forget();
  return isMoreWanted;
}

/** Where the result is in a file, with the verdict in short, or is data. A command stays in one line, to be copied. */
async function sayHowToKeep({ world, pack, options: { output, pack: packName } }: Run, advice: Advice): Promise<void> {
  if (world.stderr.isTTY !== true) return;
  const again = `${replayCommand(packName, ownCommand(world))} ${advice.code}`;
  const { verdictInShort } = await import("../report/advice-sentences.ts");
  const lines =
    output === undefined
      ? ["To keep it as a file:", `${again} --output report.html`]
      : [verdictInShort(pack, advice), "To see it again:", again];
  await print(world.stderr, `${lines.join("\n")}\n`);
}

async function keep({ world, pack, options: { keep: name } }: Run, answers: ParsedAnswers["answers"]): Promise<void> {
  if (name === undefined) return;
  const { askName, keepAndSay } = await import("../sittings/keep.ts");
  await keepAndSay(world, pack, answers, name === true ? await askName(world, pack) : name);
}
