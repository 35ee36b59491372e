import { extname } from "node:path";
import { usualMinCell } from "../cohort/floor.ts";
import { usage } from "../fault.ts";

/** The formats of report/summary-formats.ts, repeated here because that module loads only to print a summary. */
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
  /** The folder for a report on each person. */
  readonly reports?: string;
  readonly pack?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly color: boolean;
}

export const rowFormats = ["csv", "ndjson"] as const;
export type RowFormat = (typeof rowFormats)[number];
export const inputFormats = [...rowFormats, "xlsx"] as const;
export type InputFormat = (typeof inputFormats)[number];

/** Everything that options decide before a byte is read. */
export type BatchPlan = ReturnType<typeof planBatch>;

const endings: Readonly<Record<string, RowFormat>> = {
  ".csv": "csv",
  ".tsv": "csv",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
};

const inputEndings: Readonly<Record<string, InputFormat>> = { ...endings, ".xlsx": "xlsx", ".xls": "xlsx" };

/** Formats follow options, then file endings. @throws RoleAdvisorError if options contradict each other. */
export function planBatch(file: string | undefined, options: BatchOptions) {
  const { output, full = false, summary = false, reports, dryRun = false } = options;
  const from = options.from ?? inputEndings[endingOf(file)] ?? "csv";
  const ending = endingOf(output);
  const toEnding = endings[ending];
  const isUnknown = ending !== "" && toEnding === undefined && output?.startsWith("/dev/") === false;
  refuse([
    [options.sheet !== undefined && from !== "xlsx", "--sheet is for workbooks; give --from xlsx with it"],
    [
      options.columns !== undefined && from === "ndjson",
      "--columns is for tables; in NDJSON, keys are the ids of questions",
    ],
    [full && options.to === "csv", "--full writes a record for each row, which CSV cannot hold; give --to ndjson"],
    [
      options.format !== undefined && !summary && reports === undefined,
      "--format is for a summary or reports; give --summary or --reports, or --to for the format of rows",
    ],
    [options.by !== undefined && !summary, "--by is for groups in a summary; give --summary with it"],
    [options.minCell !== undefined && !summary, "--min-cell is for a summary; give --summary with it"],
    [
      !summary && options.to === undefined && isUnknown,
      `the ending of ${output} names no format for rows; end it with ${Object.keys(endings).join(", ")}, or give --to or --summary`,
    ],
    [
      full && options.to === undefined && toEnding === "csv",
      `--full writes a record for each row, which CSV cannot hold; end ${output} with .ndjson`,
    ],
  ]);
  const rows = options.to ?? toEnding ?? (full || from === "ndjson" ? "ndjson" : "csv");
  const delimiter = options.delimiter === undefined ? null : delimiterFrom(options.delimiter);
  const csvDelimiter = delimiter ?? (ending === ".csv" ? "," : null);
  const asReports = reports === undefined || dryRun ? null : reportFormatFor(options.format);
  return {
    from,
    to: asReports !== null ? "people" : summary ? "summary" : rows,
    /** The format of the summary; null if none is printed. */
    summary: summary && !dryRun ? summaryFormatFor(options) : null,
    reports: asReports,
    /** The privacy floor. */
    least: leastCell(options.minCell),
    /** Delimiters of the CSV that is read and written; null to guess the first, and to write the same one. */
    delimiters: {
      from: delimiter ?? (endingOf(file) === ".tsv" ? "\t" : null),
      to: ending === ".tsv" ? "\t" : csvDelimiter,
    },
  } as const;
}

/** @throws RoleAdvisorError with the reason of the first entry that is wrong. */
function refuse(wrongs: readonly (readonly [isWrong: boolean, why: string])[]): void {
  for (const [isWrong, why] of wrongs) if (isWrong) throw usage(why);
}

/** The format of a summary: by --format, otherwise by the ending of --output, otherwise text. */
export function summaryFormatFor({ format, output }: Pick<BatchOptions, "format" | "output">): SummaryFormat {
  if (format !== undefined) return format;
  if (output === undefined) return "text";
  const known = summaryEndings[endingOf(output)];
  if (known !== undefined) return known;
  const all = Object.keys(summaryEndings).join(", ");
  throw usage(`the ending of ${output} names no format for a summary; end it with ${all}, or give --format`);
}

/** The format of reports: HTML, unless Markdown is asked for. */
function reportFormatFor(format: BatchOptions["format"]): "html" | "markdown" {
  if (format === undefined || format === "html" || format === "markdown") return format ?? "html";
  throw usage(`--reports writes html or markdown, not ${format}`);
}

/** The privacy floor: the value of --min-cell, or its default. */
export function leastCell(minCell = `${usualMinCell}`): number {
  if (/^[1-9]\d{0,5}$/.test(minCell)) return Number(minCell);
  throw usage(`--min-cell is "${minCell}"; write a whole number of people, 1 to show all`);
}

function delimiterFrom(value: string): string {
  const delimiter = value === "tab" || value === "\\t" ? "\t" : value;
  if (/^[\t,;|:^~!%&*/]$/.test(delimiter)) return delimiter;
  throw usage(`--delimiter is "${value}"; write one of , ; | : ^ ~ ! % & * / or tab`);
}

function endingOf(name = ""): string {
  return extname(name).toLowerCase();
}
