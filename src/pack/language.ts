/** What the functions here read of a pack. */
interface Speaker {
  /** BCP 47. */
  readonly lang: string;
}

/** The locale for Intl. Plain `en` is British English, which writes "a, b and c" without a comma before "and". */
export function localeOf(lang: string): string {
  return lang === "en" ? "en-GB" : lang;
}

/** Keeps the results of `create`: Intl's formatters take far longer to create than to use. */
function memoize<Options extends readonly (string | number)[], Result>(create: (...options: Options) => Result) {
  const cache = new Map<string, Result>();
  return (...options: Options): Result => {
    const key = options.join();
    const result = cache.get(key) ?? create(...options);
    cache.set(key, result);
    return result;
  };
}

const lists = memoize((locale: string) => new Intl.ListFormat(locale, { type: "conjunction" }));
const plurals = memoize((locale: string) => new Intl.PluralRules(locale));
const numbers = memoize((locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
const longNumbers = memoize(
  (locale: string) => new Intl.NumberFormat(locale, { notation: "scientific", maximumFractionDigits: 1 }),
);
const signedNumbers = memoize((locale: string) => new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }));
const percentages = memoize(
  (locale: string, digits: number) =>
    new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

/** One Intl formatter makes a start of the program a quarter longer. English words and small numbers need none. */
function isEnglish(lang: string): boolean {
  return /^en\b/.test(lang);
}

function isSmall(lang: string, n: number): boolean {
  return isEnglish(lang) && Number.isInteger(n) && Math.abs(n) < 1000;
}

/** The plural category of a number, as Intl names it. */
export function pluralOf({ lang }: Speaker, n: number): Intl.LDMLPluralRule {
  if (isEnglish(lang)) return Math.abs(n) === 1 ? "one" : "other";
  return plurals(localeOf(lang)).select(n);
}

/** The `dir` attribute of a page in this language. */
export function directionOf(lang: string): "ltr" | "rtl" {
  return /^(?:ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|syr|ug|ur|yi)\b(?!-Latn)|-(?:Arab|Hebr|Syrc|Thaa)\b/.test(lang)
    ? "rtl"
    : "ltr";
}

/** Joins items into a list in the language, such as "a, b and c" in English. */
export function formatList({ lang }: Speaker, items: readonly string[]): string {
  const [last = "", ...others] = items.toReversed();
  if (!isEnglish(lang) || lang === "en-US") return lists(localeOf(lang)).format(items);
  return others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
}

/** For output that is in English whatever the pack's language is: progress, faults, `check` and `audit`. */
export const english: Speaker = { lang: "en" };

/** The singular or the plural of an English word. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return n === 1 ? one : many;
}

/** A number with the separators of its language. From 1e15 on it is shortened, since nobody reads so many digits. */
export function formatNumber({ lang }: Speaker, n: number): string {
  if (isSmall(lang, n)) return `${n}`;
  const format = Math.abs(n) >= 1e15 ? longNumbers : numbers;
  return format(localeOf(lang)).format(n);
}

/** A number with its sign; the minus is U+2212, and zero has no sign. */
export function formatSigned({ lang }: Speaker, n: number): string {
  if (isSmall(lang, n)) return n > 0 ? `+${n}` : `${n}`.replace("-", "\u2212");
  return signedNumbers(localeOf(lang)).format(n).replace("-", "\u2212");
}

/** A share from 0 to 1 as a percentage. Only exactly 0 and 1 become 0% and 100%. */
export function formatPercent({ lang }: Speaker, share: number, decimals = 0): string {
  const least = 10 ** -(decimals + 2);
  const visible = Math.min(Math.max(share, share > 0 ? least : 0), share < 1 ? 1 - least : 1);
  return percentages(localeOf(lang), decimals).format(visible);
}

/** A share of people as a percentage, with one decimal below 1% and above 99%. */
export function formatShare(speaker: Speaker, share: number): string {
  const isNearEnd = (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
  return formatPercent(speaker, share, isNearEnd ? 1 : 0);
}

/** An ISO 8601 date in words. */
export function formatDate({ lang }: Speaker, day: string): string {
  return new Intl.DateTimeFormat(localeOf(lang), { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}

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

/** A text in the quotation marks of its language, which Intl does not provide. */
export function inQuotes({ lang }: Speaker, text: string): string {
  const [, open, close] = quotationMarks.find(([languages]) => languages.test(lang)) ?? ["", "\u201c", "\u201d"];
  return `${open}${text}${close}`;
}

/** Text in which `plainWord` finds the same words as Intl does. */
const plainText = /^(?:[a-z\d .,;'"?!()/&%+-]|:(?![a-z\d]))*$/i;
const plainWord = /[a-z\d](?:[a-z\d]|(?<=[a-z])['.](?=[a-z])|(?<=\d)[.,;'](?=\d))*/gi;
const segmenters = memoize((locale: string) => new Intl.Segmenter(locale, { granularity: "word" }));

/** The number of words, in Thai or Chinese too. An interview counts them before it asks, so English avoids Intl. */
export function countWords({ lang }: Speaker, text: string): number {
  if (isEnglish(lang) && plainText.test(text)) return text.match(plainWord)?.length ?? 0;
  return [...segmenters(localeOf(lang)).segment(text)].filter(({ isWordLike }) => isWordLike).length;
}
