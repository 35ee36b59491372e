import { setImmediate } from "node:timers/promises";
import { Cohort } from "../cohort/cohort.ts";
import { ColumnMap } from "../cohort/column-map.ts";
import { cohortTemplate } from "../cohort/template.ts";
import { describe, RoleAdvisorError, usage, visible } from "../fault.ts";
import { checkApart, checkReplaceable, toFile } from "../files.ts";
import { print, type Sink, toStream } from "../output.ts";
import { english, formatNumber, plural } from "../pack/language.ts";
import type { Session } from "../program/session.ts";
import { readText } from "../read-text.ts";
import { pageFor } from "../report/terminal-page.ts";
import { version } from "../version.ts";
import { exits, type Signal, type World } from "../world.ts";
import { chunksOf, type Input, openInput, wholeOf } from "./batch-input.ts";
import { type BatchOptions, type BatchPlan, planBatch } from "./batch-plan.ts";
import { showProgress } from "./batch-progress.ts";
import type { Reports } from "./batch-reports.ts";

export async function printTemplate(
  { world, pack }: Session,
  file: string | undefined,
  options: BatchOptions,
): Promise<number> {
  if (file !== undefined) throw usage(`--template reads nothing; leave out ${file}`);
  checkFiles(world, file, options);
  const sink = options.output === undefined ? toStream(world.stdout) : toFile(world, options.output);
  const { delimiters } = planBatch(options.output, options);
  await sink.write(Buffer.from(cohortTemplate(pack, delimiters.from ?? ",")));
  sink.finish();
  return exits.done;
}

interface Run {
  readonly session: Session;
  readonly options: BatchOptions;
  readonly plan: BatchPlan;
  readonly input: Input;
  readonly cohort: Cohort;
  readonly reports: Reports | null;
  readonly signals: ReturnType<typeof onSignals>;
  readonly progress: ReturnType<typeof showProgress>;
}

/** Reads all rows, and writes results for each of them, a summary, or a report on each person. */
export async function runBatch(session: Session, file: string | undefined, options: BatchOptions): Promise<number> {
  const { world } = session;
  const run = await openRun(session, file, options);
  const { cohort, signals, reports } = run;
  const sinks: Sink[] = [];
  let broken: RoleAdvisorError | null;
  try {
    const [out, rejects] = openSinks(world, options, sinks);
    const end = await passAll(run, out, rejects);
    if (end === "unwanted") return signals.hasCome() ? exits.interrupted : exits.done;
    broken = end === "whole" ? null : end;
    if (broken !== null && run.plan.summary !== null) throw broken;
    await writeSummary(run, out);
    if (signals.hasCome()) return exits.interrupted;
    reports?.finish();
    for (const sink of sinks) sink.finish();
    sinks.length = 0;
  } catch (error) {
    if (signals.hasCome()) return exits.interrupted;
    throw error;
  } finally {
    signals.off();
    await run.progress.clear();
    for (const sink of sinks) sink.abandon();
  }
  await print(world.stderr, closingWords(cohort, options));
  if (broken !== null) throw broken;
  return cohort.rejected > 0 ? exits.rejected : exits.done;
}

async function openRun(session: Session, file: string | undefined, options: BatchOptions): Promise<Run> {
  const { world, pack } = session;
  const plan = planBatch(file, options);
  checkFiles(world, file, options);
  const input = openInput(world, file);
  const reports = plan.reports === null ? null : await openReports(session, plan.reports, options);
  const cohort = new Cohort(pack, {
    ...plan,
    file: input.name,
    from: plan.from === "ndjson" ? "ndjson" : "csv",
    prefix: options.prefix,
    by: options.by ?? null,
    map: options.columns === undefined ? null : await readMap(session, options.columns),
    isFull: options.full ?? false,
    isRaw: options.raw ?? false,
    keepsFaults: options.rejects !== undefined,
  });
  const isHidden = plan.summary === null && isOnTerminal(world, options);
  const progress = showProgress(world, input.bytes, isHidden);
  const signals = onSignals(world, () => input.stream.destroy());
  return { session, options, plan, input, cohort, reports, signals, progress };
}

function isOnTerminal({ stdout }: World, { output }: BatchOptions): boolean {
  return output === undefined && stdout.isTTY === true;
}

async function openReports({ world, pack }: Session, format: "html" | "markdown", options: BatchOptions) {
  const { Reports } = await import("./batch-reports.ts");
  const { force = false, reports: folder = "", pack: packName } = options;
  return new Reports(world, pack, { folder, format, isForced: force, packName });
}

async function readMap({ world, pack }: Session, name: string): Promise<ColumnMap> {
  const { text, file } = await readText(world, name);
  return new ColumnMap(pack, text, file);
}

/** Opens the sinks for results and for faults of rejected rows. Every opened sink is added to `sinks`, to be closed later. */
function openSinks(world: World, { output, rejects, dryRun }: BatchOptions, sinks: Sink[]): [Sink, Sink] {
  const open = (sink: Sink) => {
    sinks.push(sink);
    return sink;
  };
  if (dryRun) return [nowhere, nowhere];
  const out = open(output === undefined ? toStream(world.stdout) : toFile(world, output));
  return [out, rejects === undefined ? nowhere : open(toFile(world, rejects))];
}

const nowhere: Sink = { write: async () => true, finish: () => {}, abandon: () => {} };

/** Reads the input and writes all results, until nobody reads them any more, or a quote never closes: that fault is returned. */
async function passAll(run: Run, out: Sink, rejects: Sink): Promise<"whole" | "unwanted" | RoleAdvisorError> {
  const { cohort, input, plan, options } = run;
  let bytes = 0;
  let broken: RoleAdvisorError | null = null;
  try {
    if (plan.from === "xlsx") {
      const { readSheetRows } = await import("../cohort/workbook.ts");
      cohort.feedSheet(await readSheetRows(await wholeOf(input), input.name, options.sheet));
    } else {
      for await (const chunk of chunksOf(input)) {
        cohort.feed(chunk);
        bytes += chunk.length;
        if (!(await writeResults(run, bytes, out, rejects))) return "unwanted";
      }
    }
    cohort.close();
  } catch (error) {
    // Rows before a quote that never closes are right, so they are written.
    if (!(error instanceof RoleAdvisorError) || error.code !== "quote-left-open" || cohort.rows === 0) throw error;
    broken = error;
  }
  return (await writeResults(run, bytes, out, rejects)) ? (broken ?? "whole") : "unwanted";
}

/** Writes the results since the last call; false if nobody reads them any more. */
async function writeResults(run: Run, bytes: number, out: Sink, rejects: Sink): Promise<boolean> {
  const { session, options, cohort, reports, signals, progress } = run;
  await rejects.write(cohort.takeFaults());
  for (const person of cohort.takePeople()) {
    if (signals.hasCome()) return false;
    reports?.add(person);
    await progress.update(person.row, bytes);
    // A report takes some milliseconds. Signals are only handled in between.
    await setImmediate();
  }
  const results = cohort.take();
  if (results.length > 0) {
    const isWanted = await out.write(isOnTerminal(session.world, options) ? withoutControls(results) : results);
    if (!isWanted) return false;
  }
  await progress.update(cohort.rows, bytes);
  return true;
}

async function writeSummary({ session, options, plan, cohort }: Run, out: Sink): Promise<void> {
  const { world, pack } = session;
  const counted = cohort.groups(version) ?? cohort.summary(version);
  if (plan.summary === null || counted === null) return;
  const { renderSummary } = await import("../report/summary-formats.ts");
  const page = pageFor(world.stdout, world.env, options.color && options.output === undefined);
  await out.write(Buffer.from(await renderSummary(pack, counted, plan.summary, { page, least: plan.least })));
}

/** @throws RoleAdvisorError if a file would be used twice, or replaced without --force. */
function checkFiles(world: World, file: string | undefined, { output, rejects, force }: BatchOptions): void {
  const written = [output, rejects].filter((name) => name !== undefined);
  if (file !== undefined && file !== "-") {
    for (const name of written) checkApart(world, file, name, "the rows are read from it");
  }
  if (output !== undefined && rejects !== undefined) checkApart(world, output, rejects, "--output writes it");
  for (const name of written) checkReplaceable(world, name, force);
}

/** The lines for standard error after a run; none if nothing needs the user's attention. */
function closingWords(cohort: Cohort, { output, rejects, reports, dryRun = false }: BatchOptions): string {
  const { rows, rejected, blank, firstFaults } = cohort;
  const of = (part: number) =>
    `${formatNumber(english, part)} of ${formatNumber(english, rows)} ${plural(rows, "row")}`;
  const list = rejects ?? "--rejects <file>";
  const words = [...cohort.understanding(dryRun), ...cohort.remarks()].map((line) => `role-advisor: ${line}`);
  if (rejects === undefined) words.push(...firstFaults.map(describe));
  if (blank > 0) words.push(`role-advisor: ${of(blank)} ${blank === 1 ? "holds" : "hold"} no answer`);
  if (rejected > 0) {
    words.push(`role-advisor: ${of(rejected)} ${rejected === 1 ? "was" : "were"} rejected; ${list} lists every fault`);
  }
  const written = output ?? reports;
  if (!dryRun && written !== undefined) words.push(`Wrote ${written}`);
  return words.map((line) => `${visible(line)}\n`).join("");
}

/** Rows with control characters made visible, so that nothing in them acts on a terminal. */
function withoutControls(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString("utf8").split("\n").map(visible).join("\n"));
}

/** Calls `stop` on a signal that would end the process, so that the run can remove what it has half written. */
function onSignals(world: World, stop: () => void) {
  const signals: readonly Signal[] = ["SIGINT", "SIGTERM", "SIGHUP"];
  let hasCome = false;
  const listener = () => {
    hasCome = true;
    stop();
  };
  for (const signal of signals) world.on(signal, listener);
  return {
    hasCome: () => hasCome,
    off: () => {
      for (const signal of signals) world.off(signal, listener);
    },
  };
}
