import type { Pack, Question } from "../pack/pack.ts";
import type { Numbers } from "./number.ts";

/**
 * What every answer is worth, in one typed array: for each question an entry for each number that its answers may have,
 * and in each entry so many columns. The worth of several options is the sum of theirs; `finish` may add to an entry.
 */
export interface Table {
  readonly columns: number;
  readonly values: Int32Array;
  /** By question, where its entries start, each so many columns after the one before, unless the table is wide. */
  readonly starts: Int32Array;
  /** Is there a question with a single entry, which `at` fills for each answer? */
  readonly isWide: boolean;
  /** Where the entry of an answer starts. */
  at(question: number, number: number): number;
  /** Adds the entries of all answers to `totals`. */
  sum(numbers: Numbers, totals: Int32Array): void;
}

/** Questions where more may be picked get one entry, filled for each answer, instead of one for each set of options. */
const mostTabled = 10;

export function tabulate(
  { questions }: Pack,
  columns: number,
  worth: (question: Question, q: number, option: number) => readonly number[],
  finish: (entry: Int32Array, q: number, number: number) => void = () => {},
): Table {
  const worths = questions.map((question, q) => question.options.map((_, o) => worth(question, q, o)));
  const isWide = questions.map(({ pick, options }) => pick === "any" && options.length > mostTabled);
  const entries = questions.map(({ pick, options }, q) =>
    isWide[q] ? 1 : 1 + (pick === "one" ? options.length : 2 ** options.length),
  );
  const starts = Int32Array.from(entries, (_, q) => columns * entries.slice(0, q).reduce((n, length) => n + length, 0));
  const values = new Int32Array(entries.reduce((n, length) => n + length, 0) * columns);

  const fill = (start: number, q: number, number: number) => {
    const entry = values.subarray(start, start + columns).fill(0);
    const isOne = questions[q]?.pick === "one";
    worths[q]?.forEach((option, o) => {
      const isPicked = number > 0 && (isOne ? o === number - 1 : (((number - 1) >> o) & 1) === 1);
      if (isPicked)
        option.forEach((value, c) => {
          entry[c] = (entry[c] as number) + value;
        });
    });
    finish(entry, q, number);
  };
  entries.forEach((length, q) => {
    for (let n = 0; n < length; n++) fill((starts[q] as number) + n * columns, q, n);
  });

  const wide = Uint8Array.from(isWide, Number);
  const at = (q: number, number: number) => {
    const start = starts[q] as number;
    if (wide[q] === 0) return start + number * columns;
    fill(start, q, number);
    return start;
  };
  return {
    columns,
    values,
    starts,
    isWide: isWide.includes(true),
    at,
    sum(numbers, totals) {
      totals.fill(0);
      for (let q = 0; q < numbers.length; q++) {
        const start = at(q, numbers[q] as number);
        for (let c = 0; c < columns; c++) totals[c] = (totals[c] as number) + (values[start + c] as number);
      }
    },
  };
}
