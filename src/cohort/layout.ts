import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { CellAnswers, unknown } from "./cell-answers.ts";
import { codeName, isCode } from "./code-cells.ts";
import type { ColumnMap } from "./column-map.ts";
import { fold, shortened } from "./fold-text.ts";
import { answeredTwice, HeaderNames, likelyQuestion, questionsByName } from "./header-names.ts";
import { type Column, readHeader, type SampleRow } from "./header-rows.ts";
import { unticked } from "./option-words.ts";

/** The meaning of the columns of a table. */
export type Layout = ReturnType<typeof readLayout>;
/** The columns that answer one question: one for the whole answer, or one for each option. */
export type AnswerColumns = Layout["answers"][number];

export interface LayoutOptions {
  readonly file: string;
  /** Names of result columns, which passed-on columns may not have. */
  readonly resultNames: readonly string[];
  readonly map: ColumnMap | null;
}

/** @throws RoleAdvisorError if no column is a question, or a column may be either of two questions. */
export function readLayout(pack: Pack, rows: readonly SampleRow[], { file, resultNames, map }: LayoutOptions) {
  const names = new HeaderNames(pack);
  const { place, headerRows, columns, isPlain } = readHeader(names, rows, file, (cell) => map?.names(cell) ?? false);
  if (map !== null) map.apply(columns);
  else matchLabels(columns, names);
  const sample = rows.slice(headerRows).map(({ cells }) => cells);
  const answers = answersOf(pack, columns, sample, place);
  const { code, remarks } = findCode(columns, sample);
  if (answers.length === 0 && code < 0) throw new RoleAdvisorError([noQuestion(columns, names, place)]);
  const passed = findPassedColumns(columns, code, resultNames, place);
  return {
    /** Number of rows before the first respondent. */
    headerRows,
    width: columns.length,
    answers,
    /** Index of the column that holds all answers as a code; -1 for none. */
    code,
    /** Indices of the columns that are passed on, `id` first. */
    passedColumns: passed.map(({ index }) => index),
    names: uniqueNames(passed),
    remarks: [...remarks, ...passed.flatMap((column) => probablyMeant(column, answers, names))],
    /** Whether the table has the form of batch --template, so that the user needs no explanation of how it was understood. */
    isPlain: isPlain && map === null && answers.every(({ column }) => column !== null),
  };
}

/** Finds columns named like the options of a question that has no column yet; at least two columns must match. */
function matchLabels(columns: readonly Column[], names: HeaderNames): void {
  const answered = new Set(columns.map(({ question }) => question));
  const candidates = columns.map(({ question, text }) =>
    question >= 0 ? [] : names.questionsWith(text).filter((q) => !answered.has(q)),
  );
  const all = candidates.flat();
  for (const [i, column] of columns.entries()) {
    const likely = (candidates[i] ?? []).filter((question) => all.indexOf(question) < all.lastIndexOf(question));
    const beside = likely.find((q) => candidates[i - 1]?.includes(q) || candidates[i + 1]?.includes(q));
    const question = likely.length === 1 ? likely[0] : beside;
    if (question === undefined) continue;
    column.question = question;
    column.option = names.optionOf(question, column.text);
  }
}

function answersOf(pack: Pack, columns: readonly Column[], sample: readonly (readonly string[])[], place: Place) {
  const faults: Fault[] = [];
  const answers = pack.questions.flatMap((question, q) => {
    const columnsOfQuestion = columns.filter((column) => column.question === q);
    const whole = columnsOfQuestion.filter(({ option }) => option === null);
    const options = columnsOfQuestion.flatMap(({ index, option }) =>
      option === null ? [] : [{ column: index, option }],
    );
    const again = options.find(({ option }, i) => options.findIndex((other) => other.option === option) < i);
    const [first, second] =
      again === undefined ? whole : columnsOfQuestion.filter(({ option }) => option === again.option);
    if (first !== undefined && second !== undefined) {
      faults.push(answeredTwice(pack, question.id, first.text, second.text, place));
    }
    if (columnsOfQuestion.length === 0) return [];
    // If a tool writes picks both in one column and in a column for each option, only the latter can say "none of these".
    const column = options.length > 0 ? null : (whole[0]?.index ?? null);
    const cells = column === null ? [] : sample.map((row) => row[column] ?? "");
    const hasTicksAlone = !sample.some((row) =>
      options.some((option) => unticked.test(fold(row[option.column] ?? ""))),
    );
    return [
      {
        question: q,
        cells: cellsFor(pack, question, cells),
        column,
        options,
        /** Whether the columns of options are empty for an option that was not picked, and never hold a "no". */
        hasTicksAlone,
      },
    ];
  });
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return answers;
}

/** A reader for the cells of a question: of ids and labels, and, if that reads more cells, of the codes of form tools. */
function cellsFor(pack: Pack, question: Question, sample: readonly string[]): CellAnswers {
  const countMissed = (cells: CellAnswers) => sample.filter((cell) => cells.read(cell) === unknown).length;
  const plain = new CellAnswers(pack, question);
  if (countMissed(plain) === 0) return plain;
  const codesOf = (n: number) => [`A${n}`, `A0${n}`, `AO${`${n}`.padStart(2, "0")}`, `${n}`];
  const codes = question.options.map((_, o) => codesOf(o + 1));
  const coded = new CellAnswers(pack, question, codes);
  return countMissed(coded) < countMissed(plain) ? coded : plain;
}

/** Finds the column of codes. A column of that name that holds something else is passed on. */
function findCode(columns: readonly Column[], sample: readonly (readonly string[])[]) {
  const column = columns.find(({ name, question }) => question < 0 && fold(name) === codeName);
  if (column === undefined) return { code: -1, remarks: [] };
  const first = sample.map((cells) => cells[column.index] ?? "").find((cell) => cell !== "");
  if (first === undefined || isCode(first)) return { code: column.index, remarks: [] };
  return { code: -1, remarks: [`the cells of the column "${column.name}" are no codes of answers, and are passed on`] };
}

/** The columns that are passed on, `id` first. If all results of an earlier run are there, new ones replace them. */
function findPassedColumns(
  columns: readonly Column[],
  code: number,
  resultNames: readonly string[],
  place: Place,
): Column[] {
  const others = columns.filter(({ index, question }) => question < 0 && index !== code);
  const isOutput = resultNames.every((name) => columns.some((column) => column.name === name));
  const passed = others.filter(({ name }) => !isOutput || !resultNames.includes(name));
  const faults = passed
    .filter(({ name }) => resultNames.includes(name))
    .map(({ name }) => fault("taken-name", { name }, place));
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  const isId = ({ name }: Column) => fold(name) === "id";
  return [...passed.filter(isId), ...passed.filter((column) => !isId(column))];
}

/** A remark on a passed-on column that is probably a question. It is never counted as one without the user's word. */
function probablyMeant(
  { name, text }: Column,
  answers: readonly { readonly cells: CellAnswers }[],
  names: HeaderNames,
): string[] {
  const near = likelyQuestion(questionsByName(names.pack), name);
  const question = names.nearest(text);
  const isAnswered = answers.some(({ cells }) => cells.question === question);
  if (near.length > 0 || question === null || isAnswered) return near;
  const { id, ask } = question;
  return [`"${shortened(text)}" is like "${ask}"; if it is that question, write ${id} and the header in --columns`];
}

function noQuestion(columns: readonly Column[], names: HeaderNames, place: Place): Fault {
  const near = columns.map(({ text }) => names.nearest(text)).find((question) => question !== null);
  const like = near === undefined ? "" : `; one is like ${near?.id}`;
  const fix = `the header may hold their ids, as "role-advisor batch --template" prints them, or their texts; name other columns with --columns${like}`;
  return fault("no-question-column", { fix }, place);
}

/** Gives every column a name of its own, because the keys of a record must differ. */
function uniqueNames(columns: readonly Column[]): string[] {
  const names = columns.map(({ name, text }) => name || text);
  const used = new Set<string>();
  return names.map((name, i) => {
    const base = name || `column ${(columns[i]?.index ?? 0) + 1}`;
    const isUsed = (candidate: string) => used.has(candidate) || (name === "" && names.includes(candidate));
    let free = base;
    for (let n = 2; isUsed(free); n++) free = `${base} (${n})`;
    used.add(free);
    return free;
  });
}
