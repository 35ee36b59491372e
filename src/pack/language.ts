/** What follows from a language alone. `lang` is a pack's. */

interface Speaker {
  readonly lang: string;
}

/** For Intl. English is British: "a, b and c". */
export function localeOf(lang: string): string {
  return lang === "en" ? "en-GB" : lang;
}

/** Intl's formatters take far longer to make than to use, so each is made once. */
function madeOnce<Options extends readonly (string | number)[], Made>(make: (...options: Options) => Made) {
  const known = new Map<string, Made>();
  return (...options: Options): Made => {
    const key = options.join();
    const made = known.get(key) ?? make(...options);
    known.set(key, made);
    return made;
  };
}

const lists = madeOnce((locale: string) => new Intl.ListFormat(locale, { type: "conjunction" }));
const plurals = madeOnce((locale: string) => new Intl.PluralRules(locale));
const numbers = madeOnce((locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
const longNumbers = madeOnce(
  (locale: string) => new Intl.NumberFormat(locale, { notation: "scientific", maximumFractionDigits: 1 }),
);
const signedNumbers = madeOnce((locale: string) => new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }));
const percentages = madeOnce(
  (locale: string, digits: number) =>
    new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

/** A start of the program takes a quarter longer with one of Intl's formatters; English words and small numbers need none. */
function isEnglish(lang: string): boolean {
  return /^en\b/.test(lang);
}

function isSmall(lang: string, n: number): boolean {
  return isEnglish(lang) && Number.isInteger(n) && Math.abs(n) < 1000;
}

/** The plural form that a number takes, as Intl calls it. */
export function pluralOf({ lang }: Speaker, n: number): Intl.LDMLPluralRule {
  if (isEnglish(lang)) return Math.abs(n) === 1 ? "one" : "other";
  return plurals(localeOf(lang)).select(n);
}

/** The page's `dir`. */
export function directionOf(lang: string): "ltr" | "rtl" {
  return /^(?:ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|syr|ug|ur|yi)\b(?!-Latn)|-(?:Arab|Hebr|Syrc|Thaa)\b/.test(lang)
    ? "rtl"
    : "ltr";
}

/** "a", "a and b", "a, b and c". */
export function formatList({ lang }: Speaker, items: readonly string[]): string {
  const [last = "", ...others] = items.toReversed();
  if (!isEnglish(lang) || lang === "en-US") return lists(localeOf(lang)).format(items);
  return others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
}

/** What is in English whatever the pack's language is: progress, faults, `check` and `audit`. */
export const english: Speaker = { lang: "en" };

/** The form of an English word that a number takes. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return n === 1 ? one : many;
}

/** A number with the separators of its language. What nobody reads digit by digit is shortened. */
export function formatNumber({ lang }: Speaker, n: number): string {
  if (isSmall(lang, n)) return `${n}`;
  const format = Math.abs(n) >= 1e15 ? longNumbers : numbers;
  return format(localeOf(lang)).format(n);
}

/** A number with its sign, a real minus; zero has none. */
export function formatSigned({ lang }: Speaker, n: number): string {
  if (isSmall(lang, n)) return n > 0 ? `+${n}` : `${n}`.replace("-", "\u2212");
  return signedNumbers(localeOf(lang)).format(n).replace("-", "\u2212");
}

/** A share as a percentage; never 0% or 100% where it is neither. */
export function formatPercent({ lang }: Speaker, share: number, decimals = 0): string {
  const least = 10 ** -(decimals + 2);
  const visible = Math.min(Math.max(share, share > 0 ? least : 0), share < 1 ? 1 - least : 1);
  return percentages(localeOf(lang), decimals).format(visible);
}

/** A share of people: below 1% and above 99% to the tenth. */
export function formatShare(speaker: Speaker, share: number): string {
  const isNearEnd = (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
  return formatPercent(speaker, share, isNearEnd ? 1 : 0);
}

/** A day as ISO 8601 writes it, in words. */
export function formatDate({ lang }: Speaker, day: string): string {
  return new Intl.DateTimeFormat(localeOf(lang), { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}

/** A text with its first letter as at the start of a sentence. */
export function capitalize({ lang }: Speaker, text: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase(localeOf(lang)) + text.slice(first.length);
}

const quotationMarks: readonly (readonly [languages: RegExp, open: string, close: string])[] = [
  [/^(?:de|cs|sk|sl|hr|bg|is|lt)\b/, "\u201e", "\u201c"],
  [/^(?:pl|ro|hu|nl)\b/, "\u201e", "\u201d"],
  [/^(?:fr)\b/, "\u00ab\u00a0", "\u00a0\u00bb"],
  [/^(?:ar|el|es|fa|it|no|nb|nn|pt|ru|uk)\b/, "\u00ab", "\u00bb"],
  [/^(?:fi|sv|he)\b/, "\u201d", "\u201d"],
  [/^(?:ja)\b/, "\u300c", "\u300d"],
];

/** A text in the quotation marks of its language; Intl does not know them. */
export function inQuotes({ lang }: Speaker, text: string): string {
  const [, open, close] = quotationMarks.find(([languages]) => languages.test(lang)) ?? ["", "\u201c", "\u201d"];
  return `${open}${text}${close}`;
}

/** Letters, digits and marks of which the words can be told as Intl tells them. */
const plainText = /^(?:[a-z\d .,;'"?!()/&%+-]|:(?![a-z\d]))*$/i;
const plainWord = /[a-z\d](?:[a-z\d]|(?<=[a-z])['.](?=[a-z])|(?<=\d)[.,;'](?=\d))*/gi;
const segmenters = madeOnce((locale: string) => new Intl.Segmenter(locale, { granularity: "word" }));

/** The words of a text as its language separates them; of Thai or Chinese too. An interview counts them before it asks. */
export function countWords({ lang }: Speaker, text: string): number {
  if (isEnglish(lang) && plainText.test(text)) return text.match(plainWord)?.length ?? 0;
  return [...segmenters(localeOf(lang)).segment(text)].filter(({ isWordLike }) => isWordLike).length;
}
