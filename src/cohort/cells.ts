export interface CsvStyle {
  readonly delimiter: string;
  /** Write cells unchanged that a spreadsheet would run as a formula. */
  readonly isRaw: boolean;
  readonly lineEnd: string;
}

/**
 * The start of a cell that a spreadsheet runs as a formula: white space or control characters, then an ASCII or full-width
 * sign. See https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)*(?:e[+-]?\d+)?%?$/i;
/** Matches most cells, which need neither quotes (unless they hold the delimiter) nor a check for formulas. */
const plain = /^[\p{L}\p{N}][\p{L}\p{N} _.:@/()+-]*$/u;

export function isFormula(text: string): boolean {
  return formula.test(text) && !plainNumber.test(text);
}

/** Writes text as a cell, in quotes if needed. A formula is defused by an apostrophe unless the style is raw. */
export function toCell(text: string, { delimiter, isRaw }: CsvStyle): string {
  if (text === "" || (plain.test(text) && !text.includes(delimiter))) return text;
  const safe = !isRaw && isFormula(text) ? `'${text}` : text;
  const isQuoted = safe.includes(delimiter) || /["\r\n]/.test(safe);
  return isQuoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function toCsvLine(cells: readonly string[], style: CsvStyle): string {
  return cells.map((cell) => toCell(cell, style)).join(style.delimiter) + style.lineEnd;
}
