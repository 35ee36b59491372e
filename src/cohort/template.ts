import type { Pack } from "../pack/pack.ts";
import { Bytes } from "./bytes.ts";
import { writeCell } from "./cells.ts";

/** An empty cohort: the header, and above it, in lines that batch passes over, what may be answered. */
export function cohortTemplate({ title, questions }: Pack, delimiter: string): string {
  const style = { delimiter, isRaw: true };
  const explained = questions.map(({ id, ask, pick, options }) => {
    const any = pick === "any" ? " (any, parted by ; or none)" : "";
    return `${id}: ${ask}${any} ${options.map((option) => `${option.id} = ${option.label}`).join(" | ")}`;
  });
  const lines = [
    title,
    'One row for each person. "id" is yours, and so is any other column you add: they are passed through.',
    "An empty cell, or unsure, leaves a question open.",
    ...explained,
  ];
  const out = new Bytes();
  for (const line of lines) {
    writeCell(out, `# ${line}`, style);
    out.text("\n");
  }
  ["id", ...questions.map(({ id }) => id)].forEach((name, i) => {
    if (i > 0) out.text(delimiter);
    writeCell(out, name, style);
  });
  out.text("\n");
  return Buffer.from(out.take()).toString("utf8");
}
