import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { CellAnswers, unknown } from "./cell-answers.ts";
import { codeName, isCode } from "./code-cells.ts";
import type { ColumnMap } from "./column-map.ts";
import { fold, shortened } from "./fold.ts";
import { HeaderNames, likelyQuestion, questionsByName, twice } from "./header-names.ts";
import { type Column, readHeader, type SampleRow } from "./header-rows.ts";
import { unticked } from "./option-words.ts";

/** What the columns of a table are for. */
export type Layout = ReturnType<typeof readLayout>;
/** The columns that answer one question: one for the whole answer, or one for each of several options. */
export type AnswerColumns = Layout["answers"][number];

export interface LayoutOptions {
  readonly file: string;
  /** Names of results. */
  readonly taken: readonly string[];
  readonly map: ColumnMap | null;
}

/** @throws RoleAdvisorError where no column is a question, or one may be two. */
export function readLayout(pack: Pack, rows: readonly SampleRow[], { file, taken, map }: LayoutOptions) {
  const names = new HeaderNames(pack);
  const { place, above, columns, isPlain } = readHeader(names, rows, file, (cell) => map?.names(cell) ?? false);
  if (map !== null) map.apply(columns);
  else matchLabels(columns, names);
  const sample = rows.slice(above).map(({ cells }) => cells);
  const answers = answersOf(pack, columns, sample, place);
  const { code, remarks } = findCode(columns, sample);
  if (answers.length === 0 && code < 0) throw new RoleAdvisorError([noQuestion(columns, names, place)]);
  const passed = passedColumns(columns, code, taken, place);
  return {
    /** So many rows come before the first respondent. */
    above,
    width: columns.length,
    answers,
    /** The column that holds all answers as a code; below zero where there is none. */
    code,
    /** Columns that are passed on, `id` first, and their names. */
    passed: passed.map(({ index }) => index),
    names: uniqueNames(passed),
    /** What a person should know, whatever they asked for. */
    remarks: [...remarks, ...passed.flatMap((column) => probablyMeant(column, answers, names))],
    /** Everything is named by ids, as batch --template writes it, so that nothing needs to be said of how it was understood. */
    isPlain: isPlain && map === null && answers.every(({ column }) => column !== null),
  };
}

/** Where the options of a question have a column each that is called like the option: two of them at least. */
function matchLabels(columns: readonly Column[], names: HeaderNames): void {
  const answered = new Set(columns.map(({ question }) => question));
  const candidates = columns.map(({ question, text }) =>
    question >= 0 ? [] : names.questionsWith(text).filter((one) => !answered.has(one)),
  );
  const all = candidates.flat();
  for (const [i, column] of columns.entries()) {
    const likely = (candidates[i] ?? []).filter((question) => all.indexOf(question) < all.lastIndexOf(question));
    const beside = likely.find((one) => candidates[i - 1]?.includes(one) || candidates[i + 1]?.includes(one));
    const question = likely.length === 1 ? likely[0] : beside;
    if (question === undefined) continue;
    column.question = question;
    column.option = names.optionOf(question, column.text);
  }
}

function answersOf(pack: Pack, columns: readonly Column[], sample: readonly (readonly string[])[], place: Place) {
  const faults: Fault[] = [];
  const answers = pack.questions.flatMap((question, q) => {
    const own = columns.filter((column) => column.question === q);
    const whole = own.filter(({ option }) => option === null);
    const options = own.flatMap(({ index, option }) => (option === null ? [] : [{ column: index, option }]));
    const again = options.find(({ option }, i) => options.findIndex((one) => one.option === option) < i);
    const [first, second] = again === undefined ? whole : own.filter(({ option }) => option === again.option);
    if (first !== undefined && second !== undefined) {
      faults.push(twice(pack, question.id, first.text, second.text, place));
    }
    if (own.length === 0) return [];
    // Where a tool writes several picks both in one column and in one for each option, the latter can say "none of these".
    const column = options.length > 0 ? null : (whole[0]?.index ?? null);
    const cells = column === null ? [] : sample.map((row) => row[column] ?? "");
    const hasTicksAlone = !sample.some((row) => options.some((one) => unticked.test(fold(row[one.column] ?? ""))));
    return [
      {
        question: q,
        cells: cellsFor(pack, question, cells),
        column,
        options,
        /** The columns of the options hold nothing where an option was not picked, instead of a "no". */
        hasTicksAlone,
      },
    ];
  });
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return answers;
}

/** The cells of a question: ids and labels, or else the codes that a form tool gives its options, in their order. */
function cellsFor(pack: Pack, question: Question, sample: readonly string[]): CellAnswers {
  const countMissed = (cells: CellAnswers) => sample.filter((cell) => cells.read(cell) === unknown).length;
  const plain = new CellAnswers(pack, question);
  if (countMissed(plain) === 0) return plain;
  const codesOf = (n: number) => [`A${n}`, `A0${n}`, `AO${`${n}`.padStart(2, "0")}`, `${n}`];
  const codes = question.options.map((_, o) => codesOf(o + 1));
  const coded = new CellAnswers(pack, question, codes);
  return countMissed(coded) < countMissed(plain) ? coded : plain;
}

/** The column of codes; one of that name that holds something else is passed on. */
function findCode(columns: readonly Column[], sample: readonly (readonly string[])[]) {
  const column = columns.find(({ name, question }) => question < 0 && fold(name) === codeName);
  if (column === undefined) return { code: -1, remarks: [] };
  const first = sample.map((cells) => cells[column.index] ?? "").find((cell) => cell !== "");
  if (first === undefined || isCode(first)) return { code: column.index, remarks: [] };
  return { code: -1, remarks: [`the cells of the column "${column.name}" are no codes of answers, and are passed on`] };
}

/** What is passed on, `id` first. All results of an earlier run are left out, as new ones take their place. */
function passedColumns(columns: readonly Column[], code: number, taken: readonly string[], place: Place): Column[] {
  const others = columns.filter(({ index, question }) => question < 0 && index !== code);
  const isOwn = taken.every((name) => columns.some((column) => column.name === name));
  const passed = others.filter(({ name }) => !isOwn || !taken.includes(name));
  const faults = passed
    .filter(({ name }) => taken.includes(name))
    .map(({ name }) => fault("taken-name", { name }, place));
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  const isId = ({ name }: Column) => fold(name) === "id";
  return [...passed.filter(isId), ...passed.filter((column) => !isId(column))];
}

/** A remark on a column that was probably meant for a question. It is never taken for it. */
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
