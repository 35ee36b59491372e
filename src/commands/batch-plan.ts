import { extname } from "node:path";
import { usualMinCell } from "../cohort/floor.ts";
import { usage } from "../fault.ts";

/** The names in report/summary-formats.ts, which loads only when there is a summary to print. */
export const summaryFormatNames = ["text", "json", "markdown", "html"] as const;
type SummaryFormat = (typeof summaryFormatNames)[number];

const summaryEndings: Readonly<Record<string, SummaryFormat>> = {
  ".txt": "text",
  ".json": "json",
  ".md": "markdown",
  ".html": "html",
  ".htm": "html",
};

export interface BatchOptions {
  readonly from?: InputFormat;
  readonly to?: RowFormat;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly columns?: string;
  readonly dryRun?: boolean;
  readonly full?: boolean;
  readonly prefix: string;
  readonly raw?: boolean;
  readonly rejects?: string;
  readonly summary?: boolean;
  readonly format?: SummaryFormat;
  readonly by?: string;
  readonly minCell?: string;
  readonly template?: boolean;
  /** A folder for a report of each person. */
  readonly reports?: string;
  readonly pack?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly color: boolean;
}

export const rowFormats = ["csv", "ndjson"] as const;
export type RowFormat = (typeof rowFormats)[number];
/** What is read, and not written. */
export const inputFormats = [...rowFormats, "xlsx"] as const;
export type InputFormat = (typeof inputFormats)[number];

/** What a batch does, decided from its options before anything is read. */
export type BatchPlan = ReturnType<typeof planBatch>;

const endings: Readonly<Record<string, RowFormat>> = {
  ".csv": "csv",
  ".tsv": "csv",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
};

const inputEndings: Readonly<Record<string, InputFormat>> = { ...endings, ".xlsx": "xlsx", ".xls": "xlsx" };

/** Formats as they are given, else by the ending of the file, else CSV in and out as in. */
export function planBatch(file: string | undefined, options: BatchOptions) {
  const { output, full = false, summary = false, reports, dryRun = false } = options;
  const from = options.from ?? inputEndings[endingOf(file)] ?? "csv";
  const ending = endingOf(output);
  const toEnding = endings[ending];
  const isUnknown = ending !== "" && toEnding === undefined && output?.startsWith("/dev/") === false;
  refuse([
    [options.sheet !== undefined && from !== "xlsx", "--sheet is of a workbook; give --from xlsx with it"],
    [
      options.columns !== undefined && from === "ndjson",
      "--columns is of a table; in NDJSON, keys are the ids of questions",
    ],
    [full && options.to === "csv", "--full is a record for each row, which CSV cannot hold; give --to ndjson"],
    [
      options.format !== undefined && !summary && reports === undefined,
      "--format is how to print a summary or reports; give --summary or --reports, or --to for the format of rows",
    ],
    [options.by !== undefined && !summary, "--by is for groups in a summary; give --summary with it"],
    [options.minCell !== undefined && !summary, "--min-cell is what a summary hides; give --summary with it"],
    [
      !summary && options.to === undefined && isUnknown,
      `the ending of ${output} tells no format of rows; end it with ${Object.keys(endings).join(", ")}, or give --to or --summary`,
    ],
    [
      full && options.to === undefined && toEnding === "csv",
      `--full is a record for each row, which CSV cannot hold; end ${output} with .ndjson`,
    ],
  ]);
  const rows = options.to ?? toEnding ?? (full || from === "ndjson" ? "ndjson" : "csv");
  const delimiter = options.delimiter === undefined ? null : delimiterFrom(options.delimiter);
  const written = delimiter ?? (ending === ".csv" ? "," : null);
  const asReports = reports === undefined || dryRun ? null : reportFormatFor(options.format);
  return {
    from,
    to: asReports !== null ? "people" : summary ? "summary" : rows,
    /** How a summary is printed, and reports are written; null where there are none. */
    summary: summary && !dryRun ? summaryFormatFor(options) : null,
    reports: asReports,
    /** The privacy floor. */
    least: leastCell(options.minCell),
    /** Between the cells of the CSV that is read, and of the CSV that is written; null where the rows tell. */
    delimiters: {
      from: delimiter ?? (endingOf(file) === ".tsv" ? "\t" : null),
      to: ending === ".tsv" ? "\t" : written,
    },
  } as const;
}

/** @throws RoleAdvisorError with the first thing that is wrong. */
function refuse(wrongs: readonly (readonly [isWrong: boolean, why: string])[]): void {
  for (const [isWrong, why] of wrongs) if (isWrong) throw usage(why);
}

/** How a summary is printed: as asked, else by the ending of the file, else as text. */
export function summaryFormatFor({ format, output }: Pick<BatchOptions, "format" | "output">): SummaryFormat {
  if (format !== undefined) return format;
  if (output === undefined) return "text";
  const known = summaryEndings[endingOf(output)];
  if (known !== undefined) return known;
  const all = Object.keys(summaryEndings).join(", ");
  throw usage(`the ending of ${output} tells no format of a summary; end it with ${all}, or give --format`);
}

/** How reports are written: as pages, unless Markdown is asked for. */
function reportFormatFor(format: BatchOptions["format"]): "html" | "markdown" {
  if (format === undefined || format === "html" || format === "markdown") return format ?? "html";
  throw usage(`--reports writes html or markdown, not ${format}`);
}

/** The privacy floor that is asked for. */
export function leastCell(given = `${usualMinCell}`): number {
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw usage(`--min-cell is "${given}"; write a whole number of people, 1 to show all`);
}

function delimiterFrom(given: string): string {
  const delimiter = given === "tab" || given === "\\t" ? "\t" : given;
  if (/^[\t,;|:^~!%&*/]$/.test(delimiter)) return delimiter;
  throw usage(`--delimiter is "${given}"; write one of , ; | : ^ ~ ! % & * / or tab`);
}

function endingOf(name = ""): string {
  return extname(name).toLowerCase();
}
