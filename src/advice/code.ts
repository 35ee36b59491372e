import { mapOf } from "../pack/map-of.ts";
import type { Layout, Pack } from "../pack/pack.ts";
import { numbersFor, open, toPlaces } from "../pack/pick.ts";
import { type Answers, type Numbers, numbersOf } from "./scorecard.ts";

/**
 * Answers as a short string: `<pack>@<version>:<layout><digits><check>`, in base 36.
 * Two digits tell the layout (questions and options, in order) apart from others; then each question in pack order has as
 * many digits as its answers need, 0 being open; the last is the check character of ISO 7064 MOD 37,36, which notices
 * every single mistyped character.
 */
export function writeCode(pack: Pack, answers: Answers): string {
  return codeWriter(pack)(numbersOf(pack, answers));
}

const mostKnown = 256;

/** The same for many respondents of a pack, whose answers are numbers. */
export function codeWriter(pack: Pack): (answers: Numbers) => string {
  const layout = layoutOf(pack);
  const lengths = layout.map(digitsFor);
  // The digits of small numbers, which are most.
  const digits = layout.map((question, q) =>
    Array.from({ length: Math.min(mostKnown, numbersFor(question) + 1) }, (_, n) => toDigits(n, lengths[q] ?? 1)),
  );
  const prefix = `${pack.id}@${pack.version}:`;
  const start = fingerprint(layout);
  return (answers) => {
    let body = start;
    for (let q = 0; q < digits.length; q++) {
      const number = answers[q] ?? open;
      body += digits[q]?.[number] ?? toDigits(number, lengths[q] ?? 1);
    }
    return `${prefix}${body}${checkCharacter(body)}`;
  };
}

/** The parts of a code; null if it is not of the form of one. */
export function splitCode(code: string): { pack: string; version: string; body: string } | null {
  const match = /^([a-z][a-z0-9-]*)@([0-9A-Za-z.-]+):([0-9a-z]+)$/i.exec(code.trim());
  if (match === null) return null;
  const [, pack, version, body] = match as unknown as [string, string, string, string];
  return { pack, version, body: body.toLowerCase() };
}

/** Does the check character fit? If not, something was mistyped. */
export function isIntact(body: string): boolean {
  return body.length > 0 && checkCharacter(body.slice(0, -1)) === body.at(-1);
}

/** The answers in the body of an intact code; null if it was made with another layout. */
export function readBody(layout: Layout, body: string): Answers | null {
  const length = layout.reduce((n, question) => n + digitsFor(question), 3);
  if (body.length !== length || !body.startsWith(fingerprint(layout))) return null;
  const answers = mapOf<readonly string[]>([]);
  let at = 2;
  for (const question of layout) {
    const next = at + digitsFor(question);
    const number = Number.parseInt(body.slice(at, next), 36);
    if (number > numbersFor(question)) return null;
    const places = toPlaces(question.pick, number);
    if (number !== open) answers[question.id] = places.flatMap((place) => question.options[place] ?? []);
    at = next;
  }
  return answers;
}

export function layoutOf(pack: Pack): Layout {
  return pack.questions.map(({ id, pick, options }) => ({ id, pick, options: options.map((option) => option.id) }));
}

type LayoutQuestion = Layout[number];

function digitsFor(question: LayoutQuestion): number {
  return numbersFor(question).toString(36).length;
}

function toDigits(number: number, length: number): string {
  return number.toString(36).padStart(length, "0");
}

/** FNV-1a (32 bits) of everything that the digits' meaning rests on, as two digits. */
function fingerprint(layout: Layout): string {
  const text = layout.map(({ id, pick, options }) => `${id} ${pick} ${options.join(" ")}`).join("\n");
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return toDigits(hash % 36 ** 2, 2);
}

const [zero, colon, letterA] = [48, 58, 97];

/** ISO 7064 MOD 37,36. */
function checkCharacter(body: string): string {
  let product = 36;
  for (let i = 0; i < body.length; i++) {
    const sign = body.charCodeAt(i);
    const digit = sign < colon ? sign - zero : sign - letterA + 10;
    const sum = (product + digit) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ((37 - product) % 36).toString(36);
}
