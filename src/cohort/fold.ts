/** A text without what people and spreadsheets change in it unawares: letter case, sorts of spaces, quotes and dashes. */
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

/** The same for a whole header or label, which may have lost the sign at its end, or got one: a required question's star. */
export function foldWhole(text: string): string {
  return fold(text).replace(/[\s.,:;?!*…]+$/, "");
}

const mostShown = 120;

/** A word of the input, short enough for a line of a message. */
export function shortened(word: string): string {
  return word.length > mostShown ? `${word.slice(0, mostShown)}…` : word;
}
