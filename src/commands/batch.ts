import { setImmediate } from "node:timers/promises";
import { type Command, Option } from "commander";
import { usualMinCell } from "../cohort/floor.ts";
import { describe, RoleAdvisorError, usage, visible } from "../fault.ts";
import { print, type Sink, toStream } from "../output.ts";
import { english, formatNumber, plural } from "../pack/language.ts";
import { addCommon, type Session } from "../program/session.ts";
import { pageFor } from "../report/page.ts";
import { version } from "../version.ts";
import { exits, type Signal, type World } from "../world.ts";
import type { Input } from "./batch-input.ts";
import {
  type BatchOptions,
  type BatchPlan,
  inputFormats,
  leastCell,
  planBatch,
  reportFormatFor,
  rowFormats,
  summaryFormatFor,
  summaryFormatNames,
} from "./batch-plan.ts";

type Cohort = import("../cohort/cohort.ts").Cohort;
type ColumnMap = import("../cohort/column-map.ts").ColumnMap;

/** Advises a cohort: one row out for each row in, or a summary of them all. */
export function add(program: Command, session: Session): void {
  const command = program
    .command("batch")
    .description("advise many respondents: a table in, rows or a summary of them out")
    .argument("[file]", "CSV (of form tools too), Excel or NDJSON; - or none is standard input")
    .optionsGroup("Rows in:")
    .addOption(new Option("--from <format>", "what they are, where the ending does not tell").choices(inputFormats))
    .option("--delimiter <sign>", "the sign between the cells of CSV, or tab; found out by default")
    .option("--sheet <name or number>", "the sheet of a workbook; the first by default")
    .option("--columns <file>", "YAML that says which column answers which question, by id")
    .option("--dry-run", "only say how the columns and cells are understood")
    .addOption(
      new Option("--template", "print an empty CSV: a header, and the options explained").conflicts(notForTemplate),
    )
    .optionsGroup("Rows out:")
    .addOption(new Option("--to <format>", "what they are written as; by default as they came").choices(rowFormats))
    .option("--full", "the whole advice for each row, as NDJSON")
    .option("--prefix <text>", "put this before the names of what is added", "")
    .option("--raw", "leave cells as they are, also those that a spreadsheet would run as a formula")
    .option("--rejects <file>", "list every fault of every rejected row")
    .optionsGroup("Summary:")
    .addOption(
      new Option("--summary", "a summary of the cohort instead of rows").conflicts(["to", "full", "raw", "prefix"]),
    )
    .option("--by <column>", "a summary of each group, side by side: a team, or before and after")
    .addOption(new Option("-f, --format <format>", "how to print it").choices(summaryFormatNames))
    .option("--min-cell <people>", `hide counts of fewer people than this, ${usualMinCell} by default`)
    .optionsGroup("Reports:")
    .addOption(
      new Option("--reports <dir>", "write a page for each person, an index and the codes").conflicts(notForReports),
    )
    .optionsGroup("Result:")
    .option("-o, --output <file>", "write it to a file, whole or not at all")
    .option("--force", "replace files that are there");
  addCommon(command)
    .addHelpText("after", help)
    .action((file: string | undefined, options: BatchOptions) => session.finish(main(session, file, options)));
}

/** A template is of no rows, and always CSV. */
const notForTemplate = [
  "from",
  "sheet",
  "columns",
  "dryRun",
  "to",
  "full",
  "prefix",
  "raw",
  "rejects",
  "summary",
  "by",
  "format",
  "minCell",
  "reports",
];
/** Reports are neither rows nor a summary, and go to a folder. */
const notForReports = ["to", "full", "prefix", "raw", "summary", "output"];

const help = `
Examples:
  $ role-advisor batch --template > cohort.csv
  $ role-advisor batch cohort.csv --summary
  $ role-advisor batch cohort.csv --summary -o cohort.html
  $ role-advisor batch cohort.csv -o advised.csv --rejects faults.txt
  $ role-advisor batch cohort.csv --reports pages
  $ role-advisor batch --from ndjson --full < rows.ndjson

Added to each row:
  role, verdict   the leader, empty in a tie; tie, early, close, leaning or
                  clear
  margin, flip    points ahead; answers whose change ends the lead
  certain         no open question can end the lead
  points_<role>   points of each role
  answered        questions answered that count
  summary, kind   the verdict as a sentence; the sort of that role
  neighbour       roles beside the choice that are worth a look
  code            the answers, for role-advisor --code
  error           what is wrong with the row; the others are empty then

Columns may be called by ids, as --template does, or by the texts of questions,
as form tools do, and cells may hold ids or labels. --dry-run says how they are
read. Where any number may be picked, a cell of CSV takes options with ; between
them, and NDJSON a list. A column or key "code" may hold all answers as a code.

Exit code 3: it is done, and some rows were rejected.
`;

async function main(session: Session, file: string | undefined, options: BatchOptions): Promise<number> {
  if (options.template && file !== undefined) throw usage(`--template reads nothing; leave out ${file}`);
  if (options.template) return printTemplate(session, options);
  const { world, pack } = session;
  const plan = planBatch(file, options);
  const format = options.summary ? summaryFormatFor(options) : null;
  const least = leastCell(options.minCell);
  const { openInput } = await import("./batch-input.ts");
  const { toFile } = await import("../files.ts");
  await checkFiles(world, file, options);
  const input = openInput(world, file);
  const isDry = options.dryRun ?? false;
  const reports = isDry ? null : await openReports(session, options);
  const { Cohort } = await import("../cohort/cohort.ts");
  const cohort = new Cohort(pack, {
    ...plan,
    file: input.name,
    to: reports !== null ? "people" : format === null ? plan.to : "summary",
    from: plan.from === "ndjson" ? "ndjson" : "csv",
    prefix: options.prefix,
    by: options.by ?? null,
    map: options.columns === undefined ? null : await readMap(session, options.columns),
    isFull: options.full ?? false,
    isRaw: options.raw ?? false,
    keepsFaults: options.rejects !== undefined,
  });
  const isSeen = options.output === undefined && world.stdout.isTTY === true;
  const { showProgress } = await import("./batch-progress.ts");
  const progress = showProgress(world, input.bytes, isSeen && format === null);
  const sinks: Sink[] = [];
  const signals = onSignals(world, () => input.stream.destroy());
  let isWhole = false;
  let broken: RoleAdvisorError | null = null;
  let bytes = 0;
  try {
    const out = isDry ? nowhere : options.output === undefined ? toStream(world.stdout) : toFile(world, options.output);
    sinks.push(out);
    const rejects = options.rejects === undefined || isDry ? null : toFile(world, options.rejects);
    if (rejects !== null) sinks.push(rejects);
    const pass = async () => {
      await rejects?.write(cohort.takeFaults());
      for (const person of cohort.takePeople()) {
        if (signals.hasCome()) return false;
        reports?.add(person);
        await progress.tell(person.row, bytes);
        // A report takes some milliseconds, in which no signal is heard.
        await setImmediate();
      }
      const results = cohort.take();
      return results.length === 0 || (await out.write(isSeen ? withoutControls(results) : results));
    };
    try {
      const isRead = await feed(plan, input, cohort, options, async (read) => {
        bytes += read;
        const isWanted = await pass();
        if (isWanted) await progress.tell(cohort.rows, bytes);
        return isWanted;
      });
      if (!isRead) return signals.hasCome() ? exits.interrupted : exits.done;
      cohort.close();
    } catch (error) {
      // What was read before a quote that never closes is right, and is written.
      if (!(error instanceof RoleAdvisorError) || error.code !== "quote-left-open" || cohort.rows === 0) throw error;
      broken = error;
    }
    if (!(await pass())) return exits.done;
    if (format !== null && broken === null && !isDry) {
      const { renderSummary } = await import("../report/summary-formats.ts");
      const counted = cohort.groups(version) ?? cohort.summary(version);
      const page = pageFor(world.stdout, world.env, options.color && options.output === undefined);
      if (counted !== null) await out.write(Buffer.from(await renderSummary(pack, counted, format, { page, least })));
    }
    if (signals.hasCome()) return exits.interrupted;
    if (broken !== null && format !== null) throw broken;
    reports?.finish();
    for (const sink of sinks) sink.finish();
    isWhole = true;
  } catch (error) {
    if (signals.hasCome()) return exits.interrupted;
    throw error;
  } finally {
    signals.off();
    await progress.clear();
    if (!isWhole) for (const sink of sinks) sink.abandon();
  }
  await print(world.stderr, closingWords(cohort, options));
  if (broken !== null) throw broken;
  return cohort.rejected > 0 ? exits.rejected : exits.done;
}

async function readMap({ world, pack }: Session, name: string): Promise<ColumnMap> {
  const [{ ColumnMap }, { readText }] = await Promise.all([
    import("../cohort/column-map.ts"),
    import("../read-text.ts"),
  ]);
  const { text, file } = await readText(world, name);
  return new ColumnMap(pack, text, file);
}

/** Reads all there is; false where nobody wants more. `pass` is told how many bytes were read, and hands results on. */
async function feed(
  { from }: BatchPlan,
  input: Input,
  cohort: Cohort,
  { sheet }: BatchOptions,
  pass: (bytes: number) => Promise<boolean>,
): Promise<boolean> {
  const { chunksOf, wholeOf } = await import("./batch-input.ts");
  if (from === "xlsx") {
    const { readSheetRows } = await import("../cohort/workbook.ts");
    cohort.feedSheet(await readSheetRows(await wholeOf(input), input.name, sheet));
    return true;
  }
  for await (const chunk of chunksOf(input)) {
    cohort.feed(chunk);
    if (!(await pass(chunk.length))) return false;
  }
  return true;
}

/** Before anything is read or written: no file has two uses, and none is replaced that somebody may miss. */
async function checkFiles(world: World, file: string | undefined, options: BatchOptions): Promise<void> {
  const { output, rejects, force } = options;
  const { checkApart, checkReplaceable } = await import("../files.ts");
  const written = [output, rejects].filter((name) => name !== undefined);
  if (file !== undefined && file !== "-") {
    for (const name of written) checkApart(world, file, name, "it is what the rows are read from");
  }
  if (output !== undefined && rejects !== undefined) checkApart(world, output, rejects, "it is what --output writes");
  for (const name of written) checkReplaceable(world, name, force);
}

async function openReports({ world, pack }: Session, options: BatchOptions) {
  if (options.reports === undefined) return null;
  const format = reportFormatFor(options.format);
  const { Reports } = await import("./batch-reports.ts");
  const { force = false, reports: folder, pack: named } = options;
  return new Reports(world, pack, { folder, format, isForced: force, named });
}

async function printTemplate({ world, pack }: Session, options: BatchOptions): Promise<number> {
  const { cohortTemplate } = await import("../cohort/template.ts");
  const { toFile } = await import("../files.ts");
  await checkFiles(world, undefined, options);
  const sink = options.output === undefined ? toStream(world.stdout) : toFile(world, options.output);
  const { delimiters } = planBatch(options.output, options);
  await sink.write(Buffer.from(cohortTemplate(pack, delimiters.from ?? ",")));
  sink.finish();
  return exits.done;
}

/** What is left to say on standard error. Nothing, where rows went through as they should. */
function closingWords(cohort: Cohort, { output, rejects, reports, dryRun = false }: BatchOptions): string {
  const { rows, rejected, blank, firstFaults } = cohort;
  const remarks = cohort.remarks().map((remark) => `role-advisor: ${visible(remark)}`);
  const faults = rejects === undefined ? firstFaults.map(describe) : [];
  const where = rejects === undefined ? "--rejects <file> lists every fault" : `${rejects} lists every fault`;
  const counted = `role-advisor: ${formatNumber(english, rejected)} of ${formatNumber(english, rows)} ${plural(rows, "row")} ${rejected === 1 ? "was" : "were"} rejected; ${where}`;
  const understood = cohort.understanding(dryRun).map((line) => `role-advisor: ${visible(line)}`);
  const written = dryRun || (output === undefined && reports === undefined) ? [] : [`Wrote ${output ?? reports}`];
  const empty = `role-advisor: ${formatNumber(english, blank)} of ${formatNumber(english, rows)} ${plural(rows, "row")} ${blank === 1 ? "holds" : "hold"} no answer`;
  return [
    ...understood,
    ...remarks,
    ...faults,
    ...(blank === 0 ? [] : [empty]),
    ...(rejected === 0 ? [] : [counted]),
    ...written,
  ]
    .map((line) => `${line}\n`)
    .join("");
}

/** Where the results of a dry run go. */
const nowhere: Sink = { write: async () => true, finish: () => {}, abandon: () => {} };

/** Rows for a terminal: nothing in them may act on it. */
function withoutControls(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString("utf8").split("\n").map(visible).join("\n"));
}

/** Ends the work when the system or a person asks for it, instead of leaving half of it behind. */
function onSignals(world: World, stop: () => void): { hasCome(): boolean; off(): void } {
  const signals: readonly Signal[] = ["SIGINT", "SIGTERM", "SIGHUP"];
  let come = false;
  const listener = () => {
    come = true;
    stop();
  };
  for (const signal of signals) world.on(signal, listener);
  return {
    hasCome: () => come,
    off: () => {
      for (const signal of signals) world.off(signal, listener);
    },
  };
}
