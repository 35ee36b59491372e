import { fault, type Place, RoleAdvisorError } from "../fault.ts";
import { limits } from "../limits.ts";
import type { Source } from "./csv-reader.ts";
import { fold, shortened } from "./fold-text.ts";
import type { HeaderNames } from "./header-names.ts";

/** A row from the start of a table, from which the meaning of its columns is found. */
export interface SampleRow {
  readonly cells: readonly string[];
  readonly source: Source;
}

/** A column while the layout of its table is being found; `question` and `option` are filled in on the way. */
export interface Column {
  readonly index: number;
  /** The name of the column, which is passed on with its values. */
  readonly name: string;
  /** The text in which the form asks; the same as the name if there is one header row. */
  readonly text: string;
  /** Index of the question that the column answers; -1 for none. */
  question: number;
  /** Index of the option that the column ticks; null if it holds the whole answer. */
  option: number | null;
}

/**
 * Finds the header among the first three rows: the row that names most questions, with the rows that form tools write above and
 * below it. @param isMapped Whether the user assigned a question to a header.
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
      known: meanings.filter(({ length }) => length > 0).length,
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
    /** Number of rows before the first respondent. */
    headerRows: first + best + (hasMore ? 2 : 1),
    columns: columnsOf(names, columnNames, texts, hasOptions ? below : [], place),
    /** Whether the header is one row that names questions by their ids only. */
    isPlain: best === 0 && !hasMore && (counts[0]?.isPlain ?? false),
  };
}

/** Recognizes what SurveyMonkey writes below a question that has one column. */
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
    const ownText = texts[index] ?? "";
    // Only the first of a question's option columns holds its text; it counts for those that follow.
    if (ownText.trim() !== "") above = ownText;
    const below = options[index] ?? "";
    const isOption = below.trim() !== "" && !isResponse(below);
    const text = isOption ? above : ownText;
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

/** Whether a row may stand before the header: a blank line, a comment, or a delimiter declared for Excel. */
export function isBefore(cells: readonly string[]): boolean {
  const [first = ""] = cells;
  return isBlankLine(cells) || first.startsWith("# ") || /^sep=.?$/i.test(first);
}

export function isBlankLine(cells: readonly string[]): boolean {
  return cells.length <= 1 && (cells[0] ?? "").trim() === "";
}
