import { type Command, Option } from "commander";
import { usualMinCell } from "../cohort/floor.ts";
import { addCommon, type Session } from "../program/session.ts";
import { type BatchOptions, inputFormats, rowFormats, summaryFormatNames } from "./batch-plan.ts";

/** The command that advises a cohort: a row of results for each row, a summary, or a report on each person. */
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

/** Options that contradict --template, which reads no rows and is always CSV. */
const notForTemplate = "from sheet columns dryRun to full prefix raw rejects summary by format minCell reports".split(
  " ",
);
/** Options that contradict --reports, which writes neither rows nor a summary, and into a folder. */
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

/** Loads the modules of a run only now, to keep the start of other commands fast. */
async function main(session: Session, file: string | undefined, options: BatchOptions): Promise<number> {
  const { printTemplate, runBatch } = await import("./batch-run.ts");
  return options.template ? printTemplate(session, file, options) : runBatch(session, file, options);
}
