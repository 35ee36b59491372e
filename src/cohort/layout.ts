import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import { limits } from "../limits.ts";
import type { Pack } from "../pack/pack.ts";
import { CellAnswers, unknown } from "./cell-answers.ts";
import { codeName, isCode } from "./code-cells.ts";
import type { ColumnMap } from "./column-map.ts";
import type { Source } from "./csv-reader.ts";
import { fold, shortened } from "./fold.ts";
import { likelyQuestion, questionsByName, twice } from "./header.ts";
import { HeaderNames } from "./header-names.ts";
import { unticked } from "./ticks.ts";

/** Rows from the start of a table, which tell what its columns are. */
export interface SampleRow {
  readonly cells: readonly string[];
  readonly source: Source;
}

/** The columns that answer one question: one for the whole answer, or one for each of several options. */
export interface AnswerColumns {
  readonly question: number;
  readonly cells: CellAnswers;
  readonly column: number | null;
  readonly options: readonly { readonly column: number; readonly option: number }[];
  /** The columns of the options hold nothing where an option was not picked, instead of a "no". */
  readonly hasTicksAlone: boolean;
}

/** What the columns of a table are for. */
export interface Layout {
  /** So many rows come before the first respondent. */
  readonly above: number;
  readonly width: number;
  readonly answers: readonly AnswerColumns[];
  /** The column that holds all answers as a code; below zero where there is none. */
  readonly code: number;
  /** Columns that are passed on, `id` first, and their names. */
  readonly passed: readonly number[];
  readonly names: readonly string[];
  /** What a person should know, whatever they asked for. */
  readonly remarks: readonly string[];
  /** Everything is named by ids, as batch --template writes it, so that nothing needs to be said of how it was understood. */
  readonly isPlain: boolean;
}

export interface LayoutOptions {
  readonly file: string;
  /** Names of results. */
  readonly taken: readonly string[];
  readonly map: ColumnMap | null;
}

/** What is known of each column while the layout is found. */
interface Column {
  readonly index: number;
  /** As the tool names it, and as it asks. */
  readonly name: string;
  readonly text: string;
  question: number;
  option: number | null;
}

/** @throws RoleAdvisorError where no column is a question, or one may be two. */
export function readLayout(pack: Pack, rows: readonly SampleRow[], options: LayoutOptions): Layout {
  const names = new HeaderNames(pack);
  const header = findHeader(names, rows, options);
  const place = { file: options.file, line: rows[header.first]?.source.line };
  const columns = columnsOf(header.names, header.texts, header.second, names, place);
  if (options.map !== null) options.map.apply(columns);
  else matchLabels(columns, names);
  const sample = rows.slice(header.above).map(({ cells }) => cells);
  const answers = answersOf(pack, columns, sample, place);
  const remarks: string[] = [];
  const code = findCode(columns, sample, remarks);
  if (answers.length === 0 && code < 0) throw new RoleAdvisorError([noQuestion(columns, names, place, pack)]);
  const others = columns.filter(({ index, question }) => question < 0 && index !== code);
  const isOwn = options.taken.every((name) => columns.some((column) => column.name === name));
  const passed = others.filter(({ name }) => !isOwn || !options.taken.includes(name));
  const taken = passed.filter(({ name }) => options.taken.includes(name));
  if (taken.length > 0) throw new RoleAdvisorError(taken.map(({ name }) => fault("taken-name", { name }, place)));
  const isId = ({ name }: Column) => fold(name) === "id";
  const ordered = [...passed.filter(isId), ...passed.filter((column) => !isId(column))];
  const answered = new Set(answers.map(({ question }) => question));
  for (const { name, text } of passed) remarks.push(...meantFor(pack, names, answered, name, text));
  return {
    above: header.above,
    width: header.names.length,
    answers,
    code,
    passed: ordered.map(({ index }) => index),
    names: uniqueNames(ordered),
    remarks,
    isPlain: header.isPlain && options.map === null && answers.every(({ column }) => column !== null),
  };
}

interface HeaderRows {
  readonly first: number;
  readonly above: number;
  readonly names: readonly string[];
  readonly texts: readonly string[];
  /** A row of options below the questions. */
  readonly second: readonly string[] | null;
  readonly isPlain: boolean;
}

/** Which of the first rows name the columns: the one with most questions, and what form tools write above and below it. */
function findHeader(names: HeaderNames, rows: readonly SampleRow[], { file, map }: LayoutOptions): HeaderRows {
  const first = rows.findIndex(({ cells, source }) => source.fault !== null || !isBefore(cells));
  const start = rows[first];
  if (start === undefined) throw new RoleAdvisorError([fault("no-header", {}, { file })]);
  const { fault: why, line } = start.source;
  if (start.cells.length > limits.columns) {
    throw new RoleAdvisorError([fault("too-many-columns", { given: start.cells.length }, { file, line })]);
  }
  if (why !== null) throw new RoleAdvisorError([fault(why, {}, { file, line })]);
  const counts = rows.slice(first, first + 3).map(({ cells }) => {
    const found = cells.map((cell) => (map?.names(cell) ? [{ isId: false }] : names.meaningsOf(cell)));
    return { known: found.filter((one) => one.length > 0).length, isPlain: found.flat().every(({ isId }) => isId) };
  });
  const most = Math.max(...counts.map(({ known }) => known));
  const best = Math.max(
    0,
    counts.findIndex(({ known }) => known === most),
  );
  const at = first + best;
  const below = rows[at + 1]?.cells ?? [];
  const texts = rows[at]?.cells ?? [];
  const isImport = (cells: readonly string[]) => cells.some((cell) => cell.startsWith('{"ImportId"'));
  const isSecond = below.some((cell) => /^(open-ended )?response$/.test(fold(cell)));
  const extra = isImport(below) || isSecond ? 1 : 0;
  return {
    first: at,
    above: at + 1 + extra,
    names: best === 0 ? texts : start.cells.map((name, i) => name || (texts[i] ?? "")),
    texts,
    second: isSecond ? below : null,
    isPlain: best === 0 && extra === 0 && (counts[best]?.isPlain ?? false),
  };
}

function columnsOf(
  headers: readonly string[],
  texts: readonly string[],
  second: readonly string[] | null,
  names: HeaderNames,
  place: Place,
): Column[] {
  let above = "";
  return headers.map((name, index) => {
    const own = texts[index] ?? "";
    // Above the options of a question its text stands once.
    if (own.trim() !== "") above = own;
    const below = second?.[index] ?? "";
    const isOption = second !== null && below.trim() !== "" && !/^(open-ended )?response$/.test(fold(below));
    const text = isOption ? above : own;
    const [meaning, other] = names.meaningsOf(text);
    if (meaning !== undefined && other !== undefined) {
      const questions = [meaning.question, other.question].map((question) => names.idOf(question));
      throw new RoleAdvisorError([fault("ambiguous-column", { name: shortened(text), questions }, place)]);
    }
    const label = isOption ? `${text}: ${below}` : name;
    const unknownColumn = { index, name: label || below, text, question: -1, option: null };
    if (meaning === undefined) return unknownColumn;
    if (!isOption) return { ...unknownColumn, question: meaning.question, option: meaning.option };
    const option = names.optionOf(meaning.question, below);
    return option === null ? unknownColumn : { ...unknownColumn, question: meaning.question, option };
  });
}

/** Where the options of a question have a column each that is called like the option: two of them at least. */
function matchLabels(columns: readonly Column[], names: HeaderNames): void {
  const answered = new Set(columns.map(({ question }) => question));
  const candidates = columns.map(({ question, text }) =>
    question >= 0 ? [] : names.questionsWith(text).filter((one) => !answered.has(one)),
  );
  const counts = new Map<number, number>();
  for (const question of candidates.flat()) counts.set(question, (counts.get(question) ?? 0) + 1);
  columns.forEach((column, i) => {
    const likely = (candidates[i] ?? []).filter((question) => (counts.get(question) ?? 0) > 1);
    const beside = likely.find((one) => candidates[i - 1]?.includes(one) || candidates[i + 1]?.includes(one));
    const question = likely.length === 1 ? likely[0] : beside;
    if (question === undefined) return;
    column.question = question;
    column.option = names.optionOf(question, column.text);
  });
}

function answersOf(
  pack: Pack,
  columns: readonly Column[],
  sample: readonly (readonly string[])[],
  place: Place,
): AnswerColumns[] {
  const faults: Fault[] = [];
  const answers = pack.questions.flatMap((question, q): AnswerColumns[] => {
    const own = columns.filter((column) => column.question === q);
    const whole = own.filter(({ option }) => option === null);
    const options = own.flatMap(({ index, option }) => (option === null ? [] : [{ column: index, option }]));
    const again = options.find(({ option }, i) => options.findIndex((one) => one.option === option) < i);
    const [first, second] = again === undefined ? whole : own.filter(({ option }) => option === again.option);
    if (first !== undefined && second !== undefined)
      faults.push(twice(pack, question.id, first.text, second.text, place));
    if (own.length === 0) return [];
    // Where a tool writes several picks both in one column and in one for each option, the latter can say "none of these".
    const column = options.length > 0 ? null : (whole[0]?.index ?? null);
    const given = column === null ? [] : sample.map((cells) => cells[column] ?? "");
    const hasTicksAlone = !sample.some((cells) => options.some((one) => unticked.has(fold(cells[one.column] ?? ""))));
    return [{ question: q, cells: cellsFor(pack, q, given), column, options, hasTicksAlone }];
  });
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return answers;
}

/** The cells of a question: ids and labels, or else the codes that a form tool gives its options, in their order. */
function cellsFor(pack: Pack, q: number, sample: readonly string[]): CellAnswers {
  const question = pack.questions[q];
  if (question === undefined) throw new Error(`there is no question ${q}`);
  const plain = new CellAnswers(pack, question);
  const missed = (cells: CellAnswers) => sample.filter((cell) => cells.read(cell) === unknown).length;
  if (missed(plain) === 0) return plain;
  const coded = new CellAnswers(
    pack,
    question,
    question.options.map((_, o) => [`A${o + 1}`, `A0${o + 1}`, `AO${`${o + 1}`.padStart(2, "0")}`, `${o + 1}`]),
  );
  return missed(coded) < missed(plain) ? coded : plain;
}

/** The column of codes; one of that name that holds something else is passed on. */
function findCode(columns: readonly Column[], sample: readonly (readonly string[])[], remarks: string[]): number {
  const column = columns.find(({ name, question }) => question < 0 && fold(name) === codeName);
  if (column === undefined) return -1;
  const first = sample.map((cells) => cells[column.index] ?? "").find((cell) => cell !== "");
  if (first === undefined || isCode(first)) return column.index;
  remarks.push(`the cells of the column "${column.name}" are no codes of answers, and are passed on`);
  return -1;
}

/** A remark on a column that was probably meant for a question. It is never taken for it. */
function meantFor(pack: Pack, names: HeaderNames, answered: ReadonlySet<number>, name: string, text: string): string[] {
  const near = likelyQuestion(questionsByName(pack), name);
  const question = names.nearest(text);
  if (near.length > 0 || question === null || answered.has(question)) return near;
  const { id, ask } = pack.questions[question] ?? { id: "", ask: "" };
  return [`"${shortened(text)}" is like "${ask}"; if it is that question, write ${id} and the header in --columns`];
}

function noQuestion(columns: readonly Column[], names: HeaderNames, place: Place, pack: Pack): Fault {
  const near = columns.map(({ text }) => names.nearest(text)).find((question) => question !== null);
  const like = near === undefined || near === null ? "" : `; one is like ${pack.questions[near]?.id}`;
  const fix = `the header may hold their ids, as "role-advisor batch --template" prints them, or their texts; name other columns with --columns${like}`;
  return fault("no-question-column", { fix }, place);
}

/** Blank lines and comments, and what a spreadsheet is told. */
export function isBefore(cells: readonly string[]): boolean {
  const [first = ""] = cells;
  return isBlankLine(cells) || first.startsWith("# ") || /^sep=.?$/i.test(first);
}

export function isBlankLine(cells: readonly string[]): boolean {
  return cells.length <= 1 && (cells[0] ?? "").trim() === "";
}

/** Every column has a name, and no two the same, since records cannot hold a name twice. */
function uniqueNames(columns: readonly Column[]): string[] {
  const names = columns.map(({ name, text }) => name || text);
  const used = new Set<string>();
  return names.map((name, i) => {
    const own = name || `column ${(columns[i]?.index ?? 0) + 1}`;
    const isTaken = (one: string) => used.has(one) || (name === "" && names.includes(one));
    let free = own;
    for (let n = 2; isTaken(free); n++) free = `${own} (${n})`;
    used.add(free);
    return free;
  });
}
