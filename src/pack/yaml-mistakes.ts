import type { YAMLError } from "yaml";
import { partsOf } from "./bounded-yaml.ts";

/** A mistake in a YAML file, in words. Its offset is often before the one at which the parser gave up. */
export interface Mistake {
  readonly why: string;
  readonly offset: number;
}

/** Explains the parser's first error: the most frequent mistakes with cause and fix, others in the parser's words. */
export function explainError(text: string, error: YAMLError): Mistake {
  const context = contextOf(text, error);
  for (const rule of rules) {
    const mistake = rule(context);
    if (mistake !== undefined) return mistake;
  }
  const sentence = error.message.replaceAll(/\s+/g, " ").trim();
  return { why: `is not YAML here: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`, offset: context.at };
}

interface Context {
  readonly text: string;
  readonly error: YAMLError;
  /** Offsets of the error and of the start of its line. */
  readonly at: number;
  readonly start: number;
  /** The line of the error, the line after it, and the last line before it that is not blank. */
  readonly line: string;
  readonly next: string;
  readonly before: { readonly line: string; readonly start: number };
  /** Offsets of the quoted text that ends at the error, or before it on the same line. */
  readonly quote: { readonly opens: number; readonly closes: number } | undefined;
}

type Rule = (context: Context) => Mistake | undefined;
type Groups = Readonly<Record<string, string>>;
type Why = string | ((groups: Groups) => string);

const colonInText = `a text with ": " in it needs quotes: put the whole text in "…"`;
const mergeMarks = "a merge left its marks here; keep one of the two versions, and remove the lines <<<, === and >>>";
const tab = "a tab indents this line; YAML takes only spaces there";
const missing = /IMPLICIT_KEY|MISSING_CHAR/;
/** Matches a line such as `- ask: text` up to the end of its key. */
const key = String.raw`^\s*(?:- +)*(?<key>[\w-]+)`;
const value = String.raw`${key}:[ \t]+(?<here>)`;

/** The first rule that applies explains the error, so a rule may rely on those above. `(?<here>)` is at the mistake. */
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
    ({ mark }) => `"${mark}" is not a quote in YAML; write straight quotes around the text: "…"`,
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

/** A rule for the line of the error. It applies only to errors whose code matches `codes`. */
function inLine(pattern: string, why: Why, codes = /^/): Rule {
  const regExp = new RegExp(pattern, "d");
  return ({ line, start, error }) => (codes.test(error.code) ? seek(line, start, regExp, why) : undefined);
}

/** Searches for a mistake in a part of the text that starts at `offset`. */
function seek(part: string, offset: number, pattern: RegExp, why: Why): Mistake | undefined {
  const match = pattern.exec(part);
  if (match === null) return undefined;
  const [here = 0] = match.indices?.groups?.["here"] ?? [];
  return { why: typeof why === "string" ? why : why(match.groups ?? {}), offset: offset + here };
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

/** Quotes that are never closed, are closed too early, or contain characters that they may not contain. */
function quotes({ error, at, text, quote }: Context): Mistake | undefined {
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
  return { why: `a ${mark} inside ${mark}…${mark} ends the text; ${inside}`, offset: closes - 1 };
}

function brackets({ error, at, text, before }: Context): Mistake | undefined {
  if (error.code === "BLOCK_IN_FLOW") {
    // With one word before the colon, a text with a colon in it is more likely than a missing comma.
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

/** The offset of the last bracket that is not closed. */
function lastOpen(text: string): number | undefined {
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[{}[\]]/g)) {
    if (bracket === "{" || bracket === "[") open.push(index);
    else open.pop();
  }
  return open.at(-1);
}

/** A line without a colon, which was meant as a key or as a continuation of the text above. */
function missingColons({ line, start, next, before, error }: Context): Mistake | undefined {
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

/** A line whose indentation fits none of the lines above it. */
function indentation({ line, text, start, before }: Context): Mistake | undefined {
  const indent = indentOf(line);
  const above = text
    .slice(0, start)
    .split("\n")
    .filter((one) => one.trim() !== "" && !/^\s*#/.test(one));
  const open: number[] = [];
  for (const upper of above.toReversed()) {
    // A line with "- " allows two indents: that of the dash, and that of the key after it.
    for (const level of [/^\s*- +/.exec(upper)?.[0].length ?? [], indentOf(upper)].flat()) {
      if (level < (open.at(-1) ?? Number.POSITIVE_INFINITY)) open.push(level);
    }
  }
  const isFirstInside = /:\s*$/.test(before.line) && indent > indentOf(before.line);
  if (open.length === 0 || open.includes(indent) || isFirstInside) return undefined;
  const near = open.toSorted((a, b) => Math.abs(a - indent) - Math.abs(b - indent))[0] ?? 0;
  const spaces = indent === 1 ? "space" : "spaces";
  const why = `is indented by ${indent} ${spaces}, which fits none of the lines above it; the nearest has ${near}`;
  return { why, offset: start + indent };
}

/** A key that is indented under a key with a text, as if that key had no text. */
function keyUnderText({ line, start, next, error }: Context): Mistake | undefined {
  const indent = indentOf(next);
  const keyAndText = new RegExp(String.raw`${value}\S`);
  const isUnder = keyAndText.test(line) && keyAndText.test(next);
  if (!/IMPLICIT_KEY/.test(error.code) || !isUnder || indent <= indentOf(line)) return undefined;
  const beside = indentOf(line.replace(/- /, "  "));
  const why = `is indented by ${indent} spaces under a key that already has a text; a key beside it needs ${beside}`;
  return { why, offset: start + line.length + 1 + indent };
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** How many characters of a line the rules read. The patterns are slow on a line that goes on for pages. */
const mostOfLine = 400;

function contextOf(text: string, error: YAMLError): Context {
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

function lineBefore(text: string, offset: number): Context["before"] {
  let end = offset - 1;
  while (end > 0) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, Math.min(end, start + mostOfLine));
    if (line.trim() !== "") return { line, start };
    end = start - 1;
  }
  return { line: "", start: 0 };
}

/** The quoted text that ends at an offset, or before it on its line. The lexer, unlike the parser, never gives up. */
function quoteBefore(text: string, offset: number): Context["quote"] {
  let quote: Context["quote"];
  for (const { part, offset: opens } of partsOf(text)) {
    if (opens > offset) break;
    const closes = opens + part.length;
    if (!/^["']/.test(part) || opens >= offset || closes > offset + 1) continue;
    const gap = text.slice(closes, offset);
    if (!gap.includes("\n") && gap.trim() === "") quote = { opens, closes };
  }
  return quote;
}
