import type { YAMLError } from "yaml";
import { partsOf } from "./bounded-yaml.ts";

/** What somebody got wrong in a YAML file, in words, and where: the parser only knows where it stumbled. */
export interface Mistake {
  readonly why: string;
  readonly offset: number;
}

/** The mistake behind the parser's first error: the commonest ones by cause and cure, the rest in the parser's words. */
export function explainError(text: string, error: YAMLError): Mistake {
  const where = lookAt(text, error);
  for (const rule of rules) {
    const found = rule(where);
    if (found !== undefined) return found;
  }
  const sentence = error.message.replaceAll(/\s+/g, " ").trim();
  return { why: `is not YAML here: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`, offset: where.at };
}

interface Where {
  readonly text: string;
  readonly error: YAMLError;
  /** Offsets: of the error, and of the start of its line. */
  readonly at: number;
  readonly start: number;
  /** The line of the error, the one after it, and the last one before it that is not blank. */
  readonly line: string;
  readonly next: string;
  readonly before: { readonly line: string; readonly start: number };
  /** The quoted text that ends just before the error, or that it is about. */
  readonly quote: { readonly opens: number; readonly closes: number } | undefined;
}

type Rule = (where: Where) => Mistake | undefined;
type Groups = Readonly<Record<string, string>>;
type Why = string | ((groups: Groups) => string);

const colonInText = `a text with ": " in it needs quotes: put the whole text in "…"`;
const mergeMarks = "a merge left its marks here; keep one of the two versions, and remove the lines <<<, === and >>>";
const tab = "a tab indents this line; YAML takes only spaces there";
const missing = /IMPLICIT_KEY|MISSING_CHAR/;
/** `- ask: text` has an indent, `- `, a key and a text. */
const key = String.raw`^\s*(?:- +)*(?<key>[\w-]+)`;
const value = String.raw`${key}:[ \t]+(?<here>)`;

/** The first that knows the mistake tells it, so that a rule may rely on those above it. `(?<here>)` is the place of a mistake. */
const rules: readonly Rule[] = [
  ({ text }) => seek(text, 0, /^(?<here>)(?:<{7}|>{7}|={7})(?= |\r?$)/dm, mergeMarks),
  ({ text, start, line }) => seek(text.slice(0, start + line.length), 0, /^(?<here>) *\t/dm, tab),
  ({ line, start, before }) =>
    seek(line, start, oddSpace, sayOddSpace) ?? seek(before.line, before.start, oddSpace, sayOddSpace),
  quotes,
  brackets,
  inLine(String.raw`^\s*-(?<here>)(?![\s-])`, 'a space is missing after the "-" that starts an item; write "- "'),
  inLine(String.raw`^\s*(?<here>)\* `, 'an item of a list starts with "- ", not with "* "'),
  inLine(
    `${value}(?<mark>[“”„‟‘’‚«»])`,
    ({ mark }) => `"${mark}" is no quote to YAML; write straight quotes around the text: "…"`,
  ),
  ({ line, start, at }) =>
    new RegExp(`${value}[{[]`).test(line)
      ? seek(line.slice(0, at - start + 1), start, /[{[,:]\s+(?<here>)(?<mark>[@`%*&!|>])[^,{}[\]]*$/d, needsQuotes)
      : undefined,
  inLine(
    `${value}(?<mark>[@\`%,*&!|>[\\]{}]|[-?](?= ))`,
    needsQuotes,
    /^(?:BAD_SCALAR_START|UNEXPECTED_TOKEN|BLOCK_AS_IMPLICIT_KEY)$/,
  ),
  inLine(
    String.raw`${key}(?<here>):(?<rest>\S.*)$`,
    ({ key, rest = "" }) =>
      `a space is missing after the colon; write "${key}: ${rest.slice(0, 19)}${rest.length > 19 ? "…" : ""}"`,
    missing,
  ),
  inLine(String.raw`${key}(?<here>)\s*=`, 'a "=" stands after a key; write ":" and a space', missing),
  missingColons,
  indentation,
  inLine(String.raw`${value}[^"'{[\s].*?(?::\s|:$)`, colonInText, /IMPLICIT_KEY/),
  keyUnderText,
];

/** A rule about the line of the error. `codes` are the parser's with which it is looked for. */
function inLine(pattern: string, why: Why, codes = /^/): Rule {
  const found = new RegExp(pattern, "d");
  return ({ line, start, error }) => (codes.test(error.code) ? seek(line, start, found, why) : undefined);
}

/** The mistake that a pattern finds in a part of the text, which starts at an offset. */
function seek(part: string, offset: number, pattern: RegExp, why: Why): Mistake | undefined {
  const found = pattern.exec(part);
  if (found === null) return undefined;
  const [here = 0] = found.indices?.groups?.["here"] ?? [];
  return { why: typeof why === "string" ? why : why(found.groups ?? {}), offset: offset + here };
}

function needsQuotes({ mark }: Groups): string {
  return `a text that starts with ${JSON.stringify(mark)} needs quotes: put the whole text in "…"`;
}

const oddSpace =
  /(?<here>)(?:(?<odd>[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff])|(?<=^[\s-]*[\w-]+)(?<wide>\uff1a))/d;

function sayOddSpace({ odd, wide = "" }: Groups): string {
  const code = `U+${(odd ?? wide).charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return odd === undefined
    ? `the character ${code} here is a wide colon; replace it by a plain colon and a space`
    : `the character ${code} here is not a plain space; replace it by a plain space, or nothing`;
}

/** Quotes that do not close, close too soon, or hold what they may not. */
function quotes({ error, at, text, quote }: Where): Mistake | undefined {
  if (error.code === "BAD_DQ_ESCAPE") {
    return { why: String.raw`in "…" a \ starts an escape; write \\, or use single quotes: '…'`, offset: at };
  }
  if (quote === undefined) return undefined;
  const { opens, closes } = quote;
  const mark = text[opens] === "'" ? "'" : '"';
  const isOpen = /closing/.test(error.message);
  if (isOpen || text.slice(opens, closes).includes("\n")) {
    const closing = isOpen ? "is never closed" : `closes only on line ${text.slice(0, closes).split("\n").length}`;
    return { why: `the quote that opens here ${closing}; write ${mark} at the end of the text`, offset: opens };
  }
  if (at > closes) {
    return { why: "the text goes on after its closing quote; put the quotes around all of it", offset: at };
  }
  const inside =
    mark === "'" ? `write '' for it, or put the text in "…"` : String.raw`write \" for it, or put the text in '…'`;
  return { why: `a ${mark} inside of ${mark}…${mark} ends the text; ${inside}`, offset: closes - 1 };
}

/** Maps and lists in brackets. */
function brackets({ error, at, text, before }: Where): Mistake | undefined {
  if (error.code === "BLOCK_IN_FLOW") {
    // One word before the colon is no text that lacks its comma.
    if (/^[^\s:]+:\s+[^\s{[]/.test(text.slice(at, at + mostOfLine))) return { why: colonInText, offset: at };
    return { why: "a comma is missing here; write one between any two entries inside of { } or [ ]", offset: at };
  }
  if (/Unexpected flow-(?:map|seq)-start/.test(error.message)) {
    return { why: `a text with "${text[at]}" in it needs quotes here: put the whole text in "…"`, offset: at };
  }
  if (!/^Flow (?:map|sequence)|flow collection|Expected flow/i.test(error.message)) return undefined;
  const opens = lastOpen(text.slice(0, at));
  if (opens === undefined) {
    const why = 'the rest of this line is a comment, since "#" follows a space; put a text with " #" in it in "…"';
    return seek(before.line, before.start, /[{[].*?\s(?<here>)#/d, why);
  }
  const closing = text[opens] === "{" ? "}" : "]";
  return { why: `the "${text[opens]}" that opens here is never closed; write "${closing}" at its end`, offset: opens };
}

/** The last bracket that is not closed. */
function lastOpen(text: string): number | undefined {
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[{}[\]]/g)) {
    if (bracket === "{" || bracket === "[") open.push(index);
    else open.pop();
  }
  return open.at(-1);
}

/** Lines that should be a key and are not one. */
function missingColons({ line, start, next, before, error }: Where): Mistake | undefined {
  if (!missing.test(error.code)) return undefined;
  const offset = start + indentOf(line);
  const lone = new RegExp(String.raw`${key}\s*$`).exec(line)?.groups?.["key"];
  if (lone !== undefined && indentOf(next) > indentOf(line)) {
    return { why: `a colon is missing; write "${lone}:"`, offset };
  }
  const isKeyed = new RegExp(String.raw`${key}:(?:\s|$)`).test(line);
  const opensText = new RegExp(String.raw`${key}:\s+(?:[|>][-+]?\s*$|[^"'{[\s])`).test(before.line);
  if (!opensText || isKeyed || indentOf(line) > indentOf(before.line)) return undefined;
  return { why: "this line goes on with the text above it; indent it further than the key of that text", offset };
}

/** A line that stands under none of those above it. */
function indentation({ line, text, start, before }: Where): Mistake | undefined {
  const own = indentOf(line);
  const above = text
    .slice(0, start)
    .split("\n")
    .filter((one) => one.trim() !== "" && !/^\s*#/.test(one));
  const open: number[] = [];
  for (const one of above.toReversed()) {
    // A key after "- " stands where the dash would let it.
    for (const indent of [/^\s*- +/.exec(one)?.[0].length ?? [], indentOf(one)].flat()) {
      if (indent < (open.at(-1) ?? Number.POSITIVE_INFINITY)) open.push(indent);
    }
  }
  const isFirstInside = /:\s*$/.test(before.line) && own > indentOf(before.line);
  if (open.length === 0 || open.includes(own) || isFirstInside) return undefined;
  const near = open.toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own))[0] ?? 0;
  const spaces = own === 1 ? "space" : "spaces";
  const why = `is indented by ${own} ${spaces}, which fits none of the lines above it; the nearest has ${near}`;
  return { why, offset: start + own };
}

/** A key that is indented as if the one above it had no text. */
function keyUnderText({ line, start, next, error }: Where): Mistake | undefined {
  const indent = indentOf(next);
  const isUnder = new RegExp(String.raw`${value}\S`).test(line) && new RegExp(String.raw`${value}\S`).test(next);
  if (!/IMPLICIT_KEY/.test(error.code) || !isUnder || indent <= indentOf(line)) return undefined;
  const beside = indentOf(line.replace(/- /, "  "));
  const why = `is indented by ${indent} spaces under a key that has a text already; a key beside it needs ${beside}`;
  return { why, offset: start + line.length + 1 + indent };
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** What the rules look at of a line; patterns take long over one that goes on for pages. */
const mostOfLine = 400;

function lookAt(text: string, error: YAMLError): Where {
  const at = error.pos[0];
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const [line = "", next = ""] = text.slice(start, at + 2 * mostOfLine).split(/\r?\n/);
  return {
    ...{ text, error, at, start },
    line: line.slice(0, mostOfLine),
    next: next.slice(0, mostOfLine),
    before: lineBefore(text, start),
    quote: quoteBefore(text, at),
  };
}

/** The last line before an offset that is not blank. */
function lineBefore(text: string, offset: number): Where["before"] {
  let end = offset - 1;
  while (end > 0) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, Math.min(end, start + mostOfLine));
    if (line.trim() !== "") return { line, start };
    end = start - 1;
  }
  return { line: "", start: 0 };
}

/** The quoted text that ends at an offset, or before it on its last line; the lexer finds it where the parser gave up. */
function quoteBefore(text: string, offset: number): Where["quote"] {
  let found: Where["quote"];
  for (const { part, offset: opens } of partsOf(text)) {
    if (opens > offset) break;
    const closes = opens + part.length;
    if (!/^["']/.test(part) || opens >= offset || closes > offset + 1) continue;
    const gap = text.slice(closes, offset);
    if (!gap.includes("\n") && gap.trim() === "") found = { opens, closes };
  }
  return found;
}
