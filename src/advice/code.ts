import { mapOf } from "../pack/map-of.ts";
import type { Layout, Pack } from "../pack/pack.ts";
import { numbersFor, open, toPlaces } from "../pack/pick.ts";
import { type Answers, type Numbers, numbersOf } from "./scorecard.ts";

/**
 * The answers as a short string: `<pack>@<version>:<layout><digits><check>`, in base 36. Two digits are a fingerprint
 * of the layout (questions and options, in order). Each question in pack order has as many digits as its answers need,
 * where 0 is open. The last is the check character of ISO 7064 MOD 37,36, which detects any one mistyped character.
 */
export function writeCode(pack: Pack, answers: Answers): string {
  return codeWriter(pack)(numbersOf(pack, answers));
}

/** Returns a function that writes codes as `writeCode` does, for the many respondents of a cohort. */
export function codeWriter(pack: Pack): (answers: Numbers) => string {
  const layout = layoutOf(pack);
  const units = layout.map((question) => base ** (digitsFor(question) - 1));
  const start = fingerprint(layout);
  const prefix = `${pack.id}@${pack.version}:${start}`;
  const startCheck = checkOf(start);
  // Reused for each respondent: adding digits to a string one by one takes three times as long.
  const codes: number[] = [];
  return (answers) => {
    let check = startCheck;
    let length = 0;
    for (let q = 0; q < units.length; q++) {
      const number = answers[q] ?? open;
      for (let unit = units[q] ?? 1; unit >= 1; unit /= base) {
        const digit = Math.floor(number / unit) % base;
        check = nextCheck(check, digit);
        codes[length++] = digitCodes[digit] ?? 0;
      }
    }
    codes[length] = digitCodes[checkDigit(check)] ?? 0;
    return prefix + String.fromCharCode(...codes);
  };
}

/** The parts of a code; null if the text does not have the form of a code. */
export function splitCode(code: string): { pack: string; version: string; body: string } | null {
  const match = /^([a-z][a-z0-9-]*)@([0-9A-Za-z.-]+):([0-9a-z]+)$/i.exec(code.trim());
  if (match === null) return null;
  const [, pack, version, body] = match as unknown as [string, string, string, string];
  return { pack, version, body: body.toLowerCase() };
}

/** Does the check character match the digits before it? If not, the code was mistyped. */
export function isIntact(body: string): boolean {
  return body.length > 0 && checkDigit(checkOf(body.slice(0, -1))) === Number.parseInt(body.at(-1) ?? "", base);
}

/** The answers in the body of an intact code; null if the code is of another layout. */
export function readBody(layout: Layout, body: string): Answers | null {
  const length = layout.reduce((n, question) => n + digitsFor(question), 3);
  if (body.length !== length || !body.startsWith(fingerprint(layout))) return null;
  const answers = mapOf<readonly string[]>([]);
  let start = 2;
  for (const question of layout) {
    const end = start + digitsFor(question);
    const number = Number.parseInt(body.slice(start, end), base);
    if (number > numbersFor(question)) return null;
    const places = toPlaces(question.pick, number);
    if (number !== open) answers[question.id] = places.flatMap((place) => question.options[place] ?? []);
    start = end;
  }
  return answers;
}

export function layoutOf(pack: Pack): Layout {
  return pack.questions.map(({ id, pick, options }) => ({ id, pick, options: options.map((option) => option.id) }));
}

type LayoutQuestion = Layout[number];

function digitsFor(question: LayoutQuestion): number {
  return numbersFor(question).toString(base).length;
}

function toDigits(number: number, length: number): string {
  return number.toString(base).padStart(length, "0");
}

/** Two digits of the 32-bit FNV-1a hash of all that the other digits depend on. */
function fingerprint(layout: Layout): string {
  const text = layout.map(({ id, pick, options }) => `${id} ${pick} ${options.join(" ")}`).join("\n");
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return toDigits(hash % base ** 2, 2);
}

const base = 36;
const digitCodes = Array.from({ length: base }, (_, digit) => digit.toString(base).charCodeAt(0));

/** One step of ISO 7064 MOD 37,36. */
function nextCheck(check: number, digit: number): number {
  return (((check + digit) % base || base) * 2) % (base + 1);
}

function checkOf(body: string): number {
  return [...body].reduce((check, digit) => nextCheck(check, Number.parseInt(digit, base)), base);
}

function checkDigit(check: number): number {
  return (base + 1 - check) % base;
}
