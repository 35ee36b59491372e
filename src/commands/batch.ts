import { type Command, Option } from "commander";
import { usualMinCell } from "../cohort/floor.ts";
import { addCommon, type Session } from "../program/session.ts";
import { type BatchOptions, inputFormats, rowFormats, summaryFormatNames } from "./batch-plan.ts";

/** The command that advises a cohort: a row of results for each row, a summary, or a report on each person. */
export function add(program: Command, session: Session): void {
  const command = program
    .command("batch")
    .description("advise many people: read a table, and write rows, a summary, or a page for each")
    .argument("[file]", "CSV (also from form tools), Excel or NDJSON; - or no file is standard input")
    .optionsGroup("Input:")
    .addOption(
      new Option("--from <format>", "the format of the input; by default from its ending").choices(inputFormats),
    )
    .option("--delimiter <sign>", "the character between the cells of CSV, or tab; detected by default")
    .option("--sheet <name or number>", "the sheet of a workbook; the first by default")
    .option("--columns <file>", "a YAML file that says which column answers which question")
    .option("--dry-run", "only show how the columns and cells are understood")
    .addOption(
      new Option("--template", "print an empty CSV: a header and a list of the options").conflicts(notForTemplate),
    )
    .optionsGroup("Output of rows:")
    .addOption(new Option("--to <format>", "the format of the rows; by default like the input").choices(rowFormats))
    .option("--full", "write the complete advice for each row, as NDJSON")
    .option("--prefix <text>", "put this before the names of added columns", "")
    .option("--raw", "leave cells unchanged, even if a spreadsheet would run them as formulas")
    .option("--rejects <file>", "list every fault of every rejected row in a file")
    .optionsGroup("Summary:")
    .addOption(new Option("--summary", "write a summary instead of rows").conflicts(["to", "full", "raw", "prefix"]))
    .option("--by <column>", "summarise each group, side by side: teams, or before and after")
    .addOption(new Option("-f, --format <format>", "the format of a summary or reports").choices(summaryFormatNames))
    .option("--min-cell <people>", `hide counts of fewer people than this; ${usualMinCell} by default`)
    .optionsGroup("Reports:")
    .addOption(
      new Option("--reports <dir>", "write a page for each person, an index and the codes").conflicts(notForReports),
    )
    .optionsGroup("Result:")
    .option("-o, --output <file>", "write to a file, completely or not at all")
    .option("--force", "replace existing files");
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
  role, verdict   the leading role, empty in a tie; tie, early, close, leaning
                  or clear
  margin, flip    the lead in points; how many changed answers would end it
  certain         whether no open question can end the lead
  points_<role>   the points of each role
  answered        how many of the questions that count are answered
  summary, kind   the verdict as a sentence; the kind of the leading role
  neighbour       other roles that are worth a look
  code            the answers, for role-advisor --code
  error           what is wrong with the row; the others are then empty

The header may have the ids of questions, as in --template, or their texts, as
in form tools; cells may have the ids or labels of options. --dry-run shows how
they are understood. For a question with several answers, write options with ;
between them in CSV, and a list in NDJSON. A column or key "code" may have all
answers as a code.

Exit code 3: done, but some rows were rejected.
`;

/** Loads the modules of a run only now, to keep the start of other commands fast. */
async function main(session: Session, file: string | undefined, options: BatchOptions): Promise<number> {
  const { printTemplate, runBatch } = await import("./batch-run.ts");
  return options.template ? printTemplate(session, file, options) : runBatch(session, file, options);
}
