import { type Fault, fault, RoleAdvisorError } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { codeName } from "./code-cells.ts";
import { CsvReader } from "./csv-reader.ts";
import { fold } from "./fold.ts";
import { HeaderNames } from "./header-names.ts";
import { isBefore, type SampleRow } from "./header-rows.ts";
import { type Layout, type LayoutOptions, readLayout } from "./layout.ts";
import type { Rows, RowsOptions } from "./rows.ts";
import { TableRows } from "./table-rows.ts";

export interface CsvOptions extends RowsOptions, LayoutOptions {
  /** Null where it is to be found out. */
  readonly delimiter: string | null;
}

const delimiters = [",", ";", "\t", "|"] as const;
/** So many rows at most tell what the columns are. */
export const mostSampled = 200;

/** A cohort in CSV: a header that names the questions, then a row for each respondent. */
export class CsvRows implements Rows {
  readonly style: Rows["style"];
  readonly layout: Layout;
  readonly table: TableRows;
  readonly fault: Fault | null = null;
  readonly remarks: readonly string[];
  readonly #reader: CsvReader;

  /** `sample` is the start of the text, and all of it where it `isWhole`. @throws RoleAdvisorError where the header is wrong. */
  constructor(pack: Pack, options: CsvOptions, sample: string, isWhole: boolean) {
    if (/^\s*[{[]/.test(sample)) throw new RoleAdvisorError([looksLikeJson(sample, options.file)]);
    const end = /\r\n|\n|\r/.exec(sample)?.[0] ?? "\n";
    const lineEnd = sample.includes("\n") ? end.replace(/^\r$/, "\n") : end;
    const newline = lineEnd === "\r" ? "\r" : "\n";
    const rowsBy = (delimiter: string) => sampleRows(options.file, sample, isWhole, delimiter, newline);
    const delimiter = options.delimiter ?? guessDelimiter(pack, sample, rowsBy);
    this.style = { delimiter, lineEnd };
    this.layout = readLayout(pack, rowsBy(delimiter), options);
    this.table = new TableRows(pack, options, this.layout);
    const isGuess = options.delimiter === null && delimiter !== ",";
    const guess = `the separator seems to be ${nameOf(delimiter)}; if it is another, add --delimiter`;
    this.remarks = [...this.layout.remarks, ...(isGuess ? [guess] : [])];
    this.#reader = new CsvReader(delimiter, newline, options.file, (cells, source) => this.table.take(cells, source));
  }

  read(text: string, isLast: boolean): void {
    this.#reader.read(text, isLast);
  }
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
    // What stands before a quote that never closes may still tell the columns.
    rows.push({ cells: [], source: { line: error.faults[0]?.line ?? 1, fault: "quote-left-open" } });
  }
  return rows;
}

/** The one that Excel is told in a first line, else the one by which most columns are questions. */
function guessDelimiter(pack: Pack, sample: string, rowsBy: (delimiter: string) => readonly SampleRow[]): string {
  const told = /^sep=(.)(?:\r|\n|$)/i.exec(sample)?.[1];
  if (told !== undefined) return told;
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
