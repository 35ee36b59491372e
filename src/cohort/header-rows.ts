import { fault, type Place, RoleAdvisorError } from "../fault.ts";
import { limits } from "../limits.ts";
import type { Source } from "./csv-reader.ts";
import { fold, shortened } from "./fold.ts";
import type { HeaderNames } from "./header-names.ts";

/** Rows from the start of a table, which tell what its columns are. */
export interface SampleRow {
  readonly cells: readonly string[];
  readonly source: Source;
}

/** What is known of each column while the layout of a table is found. */
export interface Column {
  readonly index: number;
  /** As the tool names it, and as it asks. */
  readonly name: string;
  readonly text: string;
  /** Below zero where it answers none. */
  question: number;
  option: number | null;
}

/**
 * Which of the first rows name the columns: the one with most questions, and what form tools write above and below it.
 * `isMapped` knows headers that somebody gave a question.
 */
export function readHeader(
  names: HeaderNames,
  rows: readonly SampleRow[],
  file: string,
  isMapped: (header: string) => boolean,
) {
  const first = rows.findIndex(({ cells, source }) => source.fault !== null || !isBefore(cells));
  const start = rows[first];
  if (start === undefined) throw new RoleAdvisorError([fault("no-header", {}, { file })]);
  const { fault: why, line } = start.source;
  if (start.cells.length > limits.columns) {
    throw new RoleAdvisorError([fault("too-many-columns", { given: start.cells.length }, { file, line })]);
  }
  if (why !== null) throw new RoleAdvisorError([fault(why, {}, { file, line })]);
  const counts = rows.slice(first, first + 3).map(({ cells }) => {
    const meanings = cells.map((cell) => (isMapped(cell) ? [{ isId: false }] : names.meaningsOf(cell)));
    return {
      known: meanings.filter((one) => one.length > 0).length,
      isPlain: meanings.flat().every(({ isId }) => isId),
    };
  });
  const best = counts.findIndex(({ known }) => counts.every((other) => known >= other.known));
  const texts = rows[first + best]?.cells ?? [];
  const below = rows[first + best + 1]?.cells ?? [];
  const hasOptions = below.some(isResponse);
  const hasMore = hasOptions || below.some((cell) => cell.startsWith('{"ImportId"'));
  const place = { file, line: rows[first + best]?.source.line };
  const columnNames = best === 0 ? texts : start.cells.map((name, i) => name || (texts[i] ?? ""));
  return {
    place,
    /** So many rows come before the first respondent. */
    above: first + best + (hasMore ? 2 : 1),
    columns: columnsOf(names, columnNames, texts, hasOptions ? below : [], place),
    /** One row alone, which calls questions by their ids. */
    isPlain: best === 0 && !hasMore && (counts[0]?.isPlain ?? false),
  };
}

/** What SurveyMonkey writes below a question that has one column. */
function isResponse(cell: string): boolean {
  return /^(open-ended )?response$/.test(fold(cell));
}

function columnsOf(
  names: HeaderNames,
  columnNames: readonly string[],
  texts: readonly string[],
  options: readonly string[],
  place: Place,
): Column[] {
  let above = "";
  return columnNames.map((name, index) => {
    const own = texts[index] ?? "";
    // Above the options of a question its text stands once.
    if (own.trim() !== "") above = own;
    const below = options[index] ?? "";
    const isOption = below.trim() !== "" && !isResponse(below);
    const text = isOption ? above : own;
    const [meaning, other] = names.meaningsOf(text);
    if (meaning !== undefined && other !== undefined) {
      const questions = [meaning, other].map(({ question }) => names.pack.questions[question]?.id ?? "");
      throw new RoleAdvisorError([fault("ambiguous-column", { name: shortened(text), questions }, place)]);
    }
    const column = { index, name: (isOption ? `${text}: ${below}` : name) || below, text, question: -1, option: null };
    if (meaning === undefined) return column;
    const { question, option } = meaning;
    if (!isOption) return { ...column, question, option };
    const optionBelow = names.optionOf(question, below);
    return optionBelow === null ? column : { ...column, question, option: optionBelow };
  });
}

/** Blank lines and comments, and what a spreadsheet is told. */
export function isBefore(cells: readonly string[]): boolean {
  const [first = ""] = cells;
  return isBlankLine(cells) || first.startsWith("# ") || /^sep=.?$/i.test(first);
}

export function isBlankLine(cells: readonly string[]): boolean {
  return cells.length <= 1 && (cells[0] ?? "").trim() === "";
}
