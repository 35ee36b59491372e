import type { Pack } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { toCsvLine } from "./cells.ts";

/** An empty cohort in CSV: the options of each question in comment lines, which batch skips, and then the header. */
export function cohortTemplate({ title, questions }: Pack, delimiter: string): string {
  const style = { delimiter, isRaw: true, lineEnd: "\n" };
  const explained = questions.map((question) => {
    const { id, ask, options } = question;
    const any = isList(question) ? " (any, with ; between them, or none)" : "";
    return `${id}: ${ask}${any} ${options.map((option) => `${option.id} = ${option.label}`).join(" | ")}`;
  });
  const lines = [
    title,
    'One row for each person. "id" is yours, and so is any other column you add: they are passed on.',
    "An empty cell, or unsure, leaves a question open.",
    ...explained,
  ].map((line) => [`# ${line}`]);
  return [...lines, ["id", ...questions.map(({ id }) => id)]].map((cells) => toCsvLine(cells, style)).join("");
}
