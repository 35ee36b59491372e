/** How CSV is written. */
export interface CsvStyle {
  readonly delimiter: string;
  /** As it is, also what a spreadsheet would take for a formula. */
  readonly isRaw: boolean;
  readonly lineEnd: string;
}

/**
 * A spreadsheet runs a cell that starts so, whatever blanks come before it, with signs of full width as well:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)*(?:e[+-]?\d+)?%?$/i;
/** Most cells are of this sort, which needs neither quotes nor a closer look. */
const plain = /^[\p{L}\p{N}][\p{L}\p{N} _.:@/()+-]*$/u;

export function isFormula(text: string): boolean {
  return formula.test(text) && !plainNumber.test(text);
}

/** A text as a cell: in quotes where it must be, and defused. */
export function toCell(text: string, { delimiter, isRaw }: CsvStyle): string {
  if (text === "" || (plain.test(text) && !text.includes(delimiter))) return text;
  const safe = !isRaw && isFormula(text) ? `'${text}` : text;
  const isQuoted = safe.includes(delimiter) || /["\r\n]/.test(safe);
  return isQuoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function toCsvLine(cells: readonly string[], style: CsvStyle): string {
  return cells.map((cell) => toCell(cell, style)).join(style.delimiter) + style.lineEnd;
}
