import { extname } from "node:path";
import { type Command, Option } from "commander";
import type { Advice } from "../advice/advice.ts";
import { type AnswerSources, gatherAnswers } from "../answers/gather.ts";
import type { ParsedAnswers } from "../answers/read-answers.ts";
import { fault, RoleAdvisorError, usage, visible } from "../fault.ts";
import type { InterviewResult } from "../interview/interview.ts";
import { cannotWrite, print } from "../output.ts";
import { ownCommand } from "../own-command.ts";
import { mapOf } from "../pack/map-of.ts";
import { isList } from "../pack/pick.ts";
import { type Session, warn } from "../program/session.ts";
import { collect } from "../program/strict-options.ts";
import { endings, type Format, formats } from "../report/formats.ts";
import { replayCommand } from "../report/replay.ts";
import { leastWidth, pageFor } from "../report/terminal-page.ts";
import { canPrompt, exits, isOn } from "../world.ts";

/** The values of all flags but those that answer questions. */
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

interface Run extends Pick<Session, "world" | "pack"> {
  readonly options: AdviseOptions;
  /** The format of the result: that of --format, or that of the ending of --output. */
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
    .optionsGroup("Other sources of answers:")
    .option("-a, --answers <file>", "a YAML or JSON file, or a saved advice; - is standard input")
    .option("-c, --code <code>", "the short code at the end of an advice")
    .option("-e, --example [name]", `sample answers: ${pack.examples.map(({ name }) => name).join(", ")}`)
    .optionsGroup("Asking:")
    .option("-q, --quick", "ask fewer questions: stop as soon as no answer could change the result")
    .option("--accessible", "ask in plain lines, for screen readers and pipes, like ACCESSIBLE=1")
    .option("--fresh", "start a new interview instead of continuing an unfinished one")
    .option("--no-save", "save nothing to disk")
    .option("--no-input", "ask nothing; use only the answers that you pass")
    .optionsGroup("Result:")
    .addOption(new Option("-f, --format <format>", "the format of the advice").choices(Object.keys(formats)))
    .option("--details", "print everything, not only what fits on one screen")
    .option("-o, --output <file>", "write the advice to a file, in the format of its ending; - is standard output")
    .option("--force", "replace an existing file, even one with other answers")
    .option("--open", "open the file when it is written")
    .option("--keep [name]", "keep the answers under a name, to see or compare them later")
    .action((options: AdviseOptions) => session.finish(main(program, session, options)));
}

async function main(program: Command, session: Session, options: AdviseOptions): Promise<number> {
  refuseWords(program, session.commandNames);
  const { world, pack } = session;
  const run = { world, pack, options, format: formatFor(options) };
  await checkKeepable(run);
  const input = await gatherAnswers(world, pack, { ...options, flags: flagsOf(run) });
  if (input.faults.length > 0) throw new RoleAdvisorError(input.faults);
  await warn(world, input.warnings ?? []);

  let outcome = !input.isComplete && canAsk(run) ? await ask(run, input) : undefined;
  for (;;) {
    if (outcome === null) return exits.interrupted;
    const { answers } = outcome ?? input;
    if (Object.keys(answers).length === 0) throw noAnswers(run);
    const { advise } = await import("../advice/advise.ts");
    const advice = advise(pack, answers);
    await tell(run, advice);
    if (outcome === undefined || !(await finishAsking(run, advice, outcome))) {
      await keep(run, answers);
      return exits.done;
    }
    outcome = await outcome.goOn();
  }
}

/** The main command takes only flags. A plain word is an unknown command, or a flag without its dashes. */
function refuseWords({ args: [given], options }: Command, known: readonly string[]): void {
  if (given === undefined) return;
  const flag = options.find(({ long }) => long === `--${given}`)?.long;
  if (flag !== undefined) throw usage(`"${given}" is not a command; write ${flag}`);
  throw new RoleAdvisorError([fault("unknown-command", { given, known })]);
}

function formatFor({ format, output }: AdviseOptions): Format {
  if (format !== undefined) return format;
  if (output === undefined) return "text";
  const ending = endings[extname(output).toLowerCase()];
  if (ending !== undefined) return ending;
  const known = Object.keys(endings).join(", ");
  throw usage(`the ending of ${output} names no format; end it with ${known}, or give --format`);
}

/** Refuses an output that cannot be written, or a bad name for a sitting, before the user answers any question. */
async function checkKeepable({ world, pack, options: { output, open, keep } }: Run): Promise<void> {
  if (output !== undefined) (await import("../files.ts")).checkWritable(world, output);
  else if (open) throw usage("--open needs a file; add --output report.html");
  if (typeof keep === "string") (await import("../sittings/sitting-store.ts")).checkName(pack, keep);
}

/** The values of the flags that answer questions, by question id. */
function flagsOf({ pack, options }: Run): Record<string, unknown> {
  const values = mapOf(Object.entries(options));
  const flags = pack.questions.map(({ id }) => [id, values[new Option(`--${id}`).attributeName()]] as const);
  return mapOf(flags.filter(([, value]) => value !== undefined));
}

/** May it ask (DESIGN 7)? Only at a terminal, outside of CI, and without --no-input; --accessible allows pipes, too. */
function canAsk(run: Run): boolean {
  const { world, options } = run;
  if (!options.input) return false;
  return canPrompt(world) || (wantsLines(run) && options.answers !== "-" && world.stdin.isTTY !== true);
}

function wantsLines({ world: { env }, options: { accessible } }: Run): boolean {
  return accessible === true || isOn(env["ACCESSIBLE"]);
}

/** Must the program ask in plain lines? The user wants it, or the terminal cannot move its cursor, or is too narrow. */
function asksByLines(run: Run): boolean {
  const { stderr, env } = run.world;
  return wantsLines(run) || env["TERM"] === "dumb" || (stderr.columns || leastWidth) < leastWidth;
}

async function ask(run: Run, input: ParsedAnswers): Promise<InterviewResult | null> {
  const { world, pack, options } = run;
  const { interview } = await import("../interview/interview.ts");
  return interview(world, pack, input, {
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
 * After an interview, offers what can be done with the result, or prints the command that shows it again. Returns true
 * if the user wants the questions that --quick left out. Until that is decided, an unfinished interview stays on disk.
 */
async function finishAsking(run: Run, advice: Advice, outcome: InterviewResult): Promise<boolean> {
  const { world, pack, options, format } = run;
  const { answers, unasked } = outcome;
  if (unasked === 0) outcome.forget();
  const isShown = options.output === undefined && format === "text" && world.stdout.isTTY === true;
  const canAnswer = world.stdin.isTTY === true && world.stderr.isTTY === true;
  let isMoreWanted = false;
  if (!isShown) await sayHowToKeep(run, advice);
  else if (outcome.hasAsked && canAnswer) {
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
  if (!isMoreWanted) outcome.forget();
  return isMoreWanted;
}

/** Prints the command that shows the result again, unwrapped for copying; after --output also the verdict in short. */
async function sayHowToKeep({ world, pack, options: { output, pack: packName } }: Run, advice: Advice): Promise<void> {
  if (world.stderr.isTTY !== true) return;
  const command = `${replayCommand(packName, ownCommand(world))} ${advice.code}`;
  const { verdictInShort } = await import("../report/advice-sentences.ts");
  const lines =
    output === undefined
      ? ["To keep it in a file:", `${command} --output report.html`]
      : [verdictInShort(pack, advice), "To see it again:", command];
  await print(world.stderr, `${lines.join("\n")}\n`);
}

async function keep({ world, pack, options: { keep: name } }: Run, answers: ParsedAnswers["answers"]): Promise<void> {
  if (name === undefined) return;
  const { askName, keepAndSay } = await import("../sittings/keep.ts");
  await keepAndSay(world, pack, answers, name === true ? await askName(world, pack) : name);
}
