import { type Fault, fault, RoleAdvisorError } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { codeName } from "./code-cells.ts";
import { CsvReader } from "./csv-reader.ts";
import { fold } from "./fold-text.ts";
import { HeaderNames } from "./header-names.ts";
import { isBefore, type SampleRow } from "./header-rows.ts";
import { type LayoutOptions, readLayout } from "./layout.ts";
import type { Rows, RowsOptions } from "./rows.ts";
import { TableRows } from "./table-rows.ts";

export interface CsvOptions extends RowsOptions, LayoutOptions {
  /** The delimiter of the cells; null to guess it from the sample. */
  readonly delimiter: string | null;
}

const delimiters = [",", ";", "\t", "|"] as const;
/** Number of rows at the start of a table that decide what its columns mean. */
export const mostSampled = 200;

/**
 * Reads a cohort in CSV: a header that names the questions, then a row for each respondent. `sample` is the start of the
 * text, or all of it if `isWhole`. @throws RoleAdvisorError if the header is wrong.
 */
export function openCsv(pack: Pack, options: CsvOptions, sample: string, isWhole: boolean): Rows {
  if (/^\s*[{[]/.test(sample)) throw new RoleAdvisorError([looksLikeJson(sample, options.file)]);
  const end = /\r\n|\n|\r/.exec(sample)?.[0] ?? "\n";
  const lineEnd = sample.includes("\n") ? end.replace(/^\r$/, "\n") : end;
  const newline = lineEnd === "\r" ? "\r" : "\n";
  const rowsBy = (delimiter: string) => sampleRows(options.file, sample, isWhole, delimiter, newline);
  const delimiter = options.delimiter ?? guessDelimiter(pack, sample, rowsBy);
  const layout = readLayout(pack, rowsBy(delimiter), options);
  const table = new TableRows(pack, options, layout);
  const reader = new CsvReader(delimiter, newline, options.file, (cells, source) => table.take(cells, source));
  const isGuess = options.delimiter === null && delimiter !== ",";
  const guess = `the separator seems to be ${nameOf(delimiter)}; if it is another, add --delimiter`;
  return {
    read: (text, isLast) => reader.read(text, isLast),
    style: { delimiter, lineEnd },
    table,
    remarks: [...layout.remarks, ...(isGuess ? [guess] : [])],
  };
}

function sampleRows(
  file: string,
  sample: string,
  isWhole: boolean,
  delimiter: string,
  newline: "\n" | "\r",
): SampleRow[] {
  const rows: SampleRow[] = [];
  const reader = new CsvReader(delimiter, newline, file, (cells, source) => {
    if (rows.length < mostSampled) rows.push({ cells, source });
  });
  try {
    reader.read(sample, isWhole);
  } catch (error) {
    if (!(error instanceof RoleAdvisorError)) throw error;
    // The rows before a quote that never closes may still name the columns.
    rows.push({ cells: [], source: { line: error.faults[0]?.line ?? 1, fault: "quote-left-open" } });
  }
  return rows;
}

/** The delimiter that a first line for Excel declares (`sep=;`), otherwise the one that finds most questions in the header. */
function guessDelimiter(pack: Pack, sample: string, rowsBy: (delimiter: string) => readonly SampleRow[]): string {
  const declared = /^sep=(.)(?:\r|\n|$)/i.exec(sample)?.[1];
  if (declared !== undefined) return declared;
  const names = new HeaderNames(pack);
  const isKnown = (name: string) => names.meaningsOf(name).length > 0 || fold(name) === codeName;
  const columns = delimiters.map((delimiter) => {
    const rows = rowsBy(delimiter);
    const first = rows.findIndex(({ cells }) => !isBefore(cells));
    const headers = rows.slice(Math.max(0, first), first + 3).map(({ cells }) => cells);
    const known = Math.max(0, ...headers.map((cells) => cells.filter(isKnown).length));
    return { delimiter, known, all: headers[0]?.length ?? 0 };
  });
  const [best] = columns.sort((a, b) => b.known - a.known || b.all - a.all);
  return best === undefined || best.all < 2 ? "," : best.delimiter;
}

function looksLikeJson(sample: string, file: string): Fault {
  const fix = sample.trimStart().startsWith("[")
    ? "it looks like a JSON list; write one record on each line, and add --from ndjson"
    : "it looks like NDJSON; add --from ndjson";
  return fault("no-question-column", { fix }, { file, line: 1 });
}

function nameOf(delimiter: string): string {
  return delimiter === "\t" ? "a tab" : `"${delimiter}"`;
}
