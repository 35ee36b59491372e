/** Unifies what people and spreadsheets change in a text without noticing: letter case, kinds of spaces, quotes and dashes. */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/[\s\u200b\ufeff]+/g, " ")
    .trim()
    .toLowerCase();
}

/** Folds a whole header or label, and drops punctuation at its end: form tools add a star to required questions. */
export function foldWhole(text: string): string {
  return fold(text).replace(/[\s.,:;?!*…]+$/, "");
}

const mostQuoted = 120;

/** Cuts a text of the input to a length that fits into a line of a message. */
export function shortened(text: string): string {
  return text.length > mostQuoted ? `${text.slice(0, mostQuoted)}…` : text;
}
