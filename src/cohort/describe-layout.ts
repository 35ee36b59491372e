import { plural } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { shortened } from "./fold-text.ts";
import type { Layout } from "./layout.ts";
import { personColumns } from "./people.ts";

const mostNamed = 12;
const mostUnread = 3;

/** Says in a few lines which columns of a table answer which question, for a user who checks it. */
export function layoutInWords(pack: Pack, layout: Layout): string[] {
  const { headerRows, answers, passedColumns, names, code } = layout;
  const columnWords = answers.map(({ question, column, options }) => {
    const columns = column === null ? options.map((option) => option.column) : [column];
    const [first, last] = [Math.min(...columns), Math.max(...columns)];
    const where = first === last ? letters(first) : `${letters(first)} to ${letters(last)}`;
    return `${pack.questions[question]?.id} (${where})`;
  });
  const without = pack.questions.filter((_, q) => !answers.some(({ question }) => question === q)).map(({ id }) => id);
  const header = headerRows > 1 ? `; the first ${headerRows} rows are headers` : "";
  return [
    `${answers.length} of ${pack.questions.length} questions ${answers.length === 1 ? "has" : "have"} a column: ${columnWords.join(", ") || "none"}${header}`,
    ...(code < 0 ? [] : [`codes of answers are in column ${letters(code)}`]),
    ...(passedColumns.length === 0 ? [] : [`passed on: ${firstOf(names.map(shortened))}`]),
    ...(without.length === 0 ? [] : [`no column for: ${without.join(", ")}`]),
  ];
}

/** Says which columns name the person, as the reports of batch --reports do: each is used if those before it are empty. */
export function namingInWords(names: readonly string[]): string {
  const { id, fullName, firstName, lastName } = personColumns(names);
  const titles = [[fullName], [firstName, lastName], [id]].map((columns) => {
    return columns.flatMap((column) => (column < 0 ? [] : [`"${shortened(names[column] ?? "")}"`])).join(" and ");
  });
  const naming = titles.filter((title) => title !== "").join(", else ");
  return naming === "" ? "no column names the person; reports number the rows" : `the person is named by: ${naming}`;
}

/** Says how many cells could not be read, and which of them are the most frequent. */
export function unreadInWords(unreadCells: ReadonlyMap<string, number>): string[] {
  const all = [...unreadCells].sort((a, b) => b[1] - a[1]);
  const count = all.reduce((n, [, times]) => n + times, 0);
  if (count === 0) return [];
  const commonest = all.slice(0, mostUnread).map(([cell, times]) => `"${shortened(cell)}" (${times})`);
  const mostOften = all.length > mostUnread ? ", most often" : "";
  return [`${count} ${plural(count, "cell was", "cells were")} not understood${mostOften}: ${commonest.join(", ")}`];
}

function firstOf(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  return names.slice(0, mostNamed).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

/** A column as spreadsheets name it: A, B, … Z, AA. */
function letters(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? letters(before - 1) : "") + String.fromCharCode(65 + (column % 26));
}
