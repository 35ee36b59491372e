import { type Command, Option } from "commander";
import { usualMinCell } from "../cohort/floor.ts";
import { addCommon, type Session } from "../program/session.ts";
import { pageFor } from "../report/terminal-page.ts";
import { exits } from "../world.ts";
import { type BatchOptions, leastCell, summaryFormatFor, summaryFormatNames } from "./batch-plan.ts";

type MergeOptions = Pick<BatchOptions, "format" | "minCell" | "output" | "force" | "color">;

/** The command that adds up summaries of parts of a cohort. */
export function add(program: Command, session: Session): void {
  const command = program
    .command("merge")
    .description("add up the summaries of parts of a cohort, from batch --summary --format json")
    .argument("<files...>", "the summaries, in JSON; - is standard input")
    .addOption(new Option("-f, --format <format>", "the format of the result").choices(summaryFormatNames))
    .option("--min-cell <people>", `hide counts of fewer people than this; ${usualMinCell} by default`)
    .option("-o, --output <file>", "write to a file, completely or not at all")
    .option("--force", "replace an existing file");
  addCommon(command).action((files: readonly string[], options: MergeOptions) =>
    session.finish(main(session, files, options)),
  );
}

async function main({ world, pack }: Session, files: readonly string[], options: MergeOptions): Promise<number> {
  const format = summaryFormatFor(options);
  const least = leastCell(options.minCell);
  const [{ readSummaries }, { renderSummary }] = await Promise.all([
    import("../cohort/merge-summaries.ts"),
    import("../report/summary-formats.ts"),
  ]);
  const { checkApart, checkReplaceable } = await import("../files.ts");
  if (options.output !== undefined) {
    for (const file of files) checkApart(world, file, options.output, "it is one of the files to add up");
    checkReplaceable(world, options.output, options.force);
  }
  const whole = await readSummaries(world, pack, files);
  const page = pageFor(world.stdout, world.env, options.color && options.output === undefined);
  const text = await renderSummary(pack, whole, format, { page, least });
  await (await import("../write-report.ts")).writeResult(world, text, options.output);
  return exits.done;
}
