import { Lexer, type YAMLError } from "yaml";

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
  return {
    why: `is not YAML here: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
    offset: where.at,
  };
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

/** A key and what follows it: `- ask: text` has an indent, `- `, a key and a text. */
const keyed = /^(?<lead>\s*(?:- +)*[\w-]+:[ \t]+)(?<value>\S.*)$/;

function needsQuotes(start: string): string {
  return `a text that starts with ${JSON.stringify(start)} needs quotes: put the whole text in "…"`;
}

const colonInText = `a text with ": " in it needs quotes: put the whole text in "…"`;

/** The first that knows the mistake tells it, so that a rule may rely on those above it. */
const rules: readonly Rule[] = [
  conflictMarks,
  tabs,
  oddSpaces,
  quotes,
  brackets,
  spaceAfterDash,
  starts,
  missingColons,
  indentation,
  colons,
];

function conflictMarks({ text }: Where): Mistake | undefined {
  const mark = /^(?:<{7}|>{7}|={7})(?= |\r?$)/m.exec(text);
  if (mark === null) return undefined;
  return {
    why: "a merge left its marks here; keep one of the two versions, and remove the lines <<<, === and >>>",
    offset: mark.index,
  };
}

function tabs({ text, start, line }: Where): Mistake | undefined {
  const found = /^ *\t/m.exec(text.slice(0, start + line.length));
  if (found === null) return undefined;
  return { why: "a tab indents this line; YAML takes only spaces there", offset: found.index };
}

function oddSpaces({ line, start, before }: Where): Mistake | undefined {
  for (const one of [{ line, start }, before]) {
    const found = /[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]|(?<=^[\s-]*[\w-]+)\uff1a/.exec(one.line);
    if (found === null) continue;
    const code = `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    const [is, plain] =
      found[0] === "\uff1a"
        ? ["a wide colon", "a plain colon and a space"]
        : ["not a plain space", "a plain space, or nothing"];
    return { why: `the character ${code} here is ${is}; replace it by ${plain}`, offset: one.start + found.index };
  }
  return undefined;
}

/** Quotes that do not close, close too soon, or hold what they may not. */
function quotes({ error, at, text, quote }: Where): Mistake | undefined {
  if (error.code === "BAD_DQ_ESCAPE") {
    const why = String.raw`in "…" a \ starts an escape; write \\, or use single quotes: '…'`;
    return { why, offset: at };
  }
  if (quote === undefined) return undefined;
  const { opens, closes } = quote;
  const mark = text[opens] === "'" ? "'" : '"';
  if (/closing/.test(error.message)) {
    return { why: `the quote that opens here is never closed; write ${mark} at the end of the text`, offset: opens };
  }
  if (text.slice(opens, closes).includes("\n")) {
    const line = text.slice(0, closes).split("\n").length;
    return {
      why: `the quote that opens here closes only on line ${line}; write ${mark} at the end of the text`,
      offset: opens,
    };
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
    const comment = /[{[].*?\s(?=#)/.exec(before.line);
    if (comment === null) return undefined;
    const why = 'the rest of this line is a comment, since "#" follows a space; put a text with " #" in it in "…"';
    return { why, offset: before.start + comment.index + comment[0].length };
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

function spaceAfterDash({ line, start }: Where): Mistake | undefined {
  const found = /^(\s*)-(?![\s-])/.exec(line);
  if (found === null) return undefined;
  return { why: 'a space is missing after the "-" that starts an item; write "- "', offset: start + found[0].length };
}

/** Texts that start with what means something to YAML. */
function starts({ line, start, error, at }: Where): Mistake | undefined {
  if (/^\s*\* /.test(line))
    return { why: 'an item of a list starts with "- ", not with "* "', offset: start + line.indexOf("*") };
  const { lead = "", value = "" } = keyed.exec(line)?.groups ?? {};
  const offset = start + lead.length;
  if (/^[“”„‟‘’‚«»]/.test(value)) {
    return { why: `"${value[0]}" is no quote to YAML; write straight quotes around the text: "…"`, offset };
  }
  const inside = /[{[,:]\s+(?=[@`%*&!|>][^,{}[\]]*$)/.exec(line.slice(0, at - start + 1));
  if (/^[{[]/.test(value) && inside !== null) {
    const place = inside.index + inside[0].length;
    return { why: needsQuotes(line.charAt(place)), offset: start + place };
  }
  const isSpecial = /^(?:[@`%,*&!|>[\]{}]|[-?] )/.test(value);
  const isTold = /^(?:BAD_SCALAR_START|UNEXPECTED_TOKEN|BLOCK_AS_IMPLICIT_KEY)$/.test(error.code);
  return isSpecial && isTold ? { why: needsQuotes(value[0] ?? ""), offset } : undefined;
}

function colons({ line, start, next, error }: Where): Mistake | undefined {
  if (!/IMPLICIT_KEY/.test(error.code)) return undefined;
  const { lead = "", value = "" } = keyed.exec(line)?.groups ?? {};
  if (/^[^"'{[].*?(?::\s|:$)/.test(value)) {
    return { why: colonInText, offset: start + lead.length };
  }
  const own = indentOf(line);
  if (value === "" || !keyed.test(next) || indentOf(next) <= own) return undefined;
  const why = `is indented by ${indentOf(next)} spaces under a key that has a text already; a key beside it needs ${indentOf(lead.replace(/- /, "  "))}`;
  return { why, offset: start + line.length + 1 + indentOf(next) };
}

/** Lines that should be a key and are not one. */
function missingColons({ line, start, next, before, error }: Where): Mistake | undefined {
  if (!/IMPLICIT_KEY|MISSING_CHAR/.test(error.code)) return undefined;
  const offset = start + indentOf(line);
  const [, lead = "", key = "", rest = ""] = /^(\s*(?:- +)*)([\w-]+)(.*)$/.exec(line) ?? [];
  if (/^:\S/.test(rest)) {
    return {
      why: `a space is missing after the colon; write "${key}: ${rest.slice(1, 20)}${rest.length > 20 ? "…" : ""}"`,
      offset: start + lead.length + key.length,
    };
  }
  if (/^\s*=/.test(rest))
    return { why: `a "=" stands after a key; write ":" and a space`, offset: start + lead.length + key.length };
  const isKeyed = /^\s*(?:- +)*[\w-]+:(?:\s|$)/.test(line);
  const opensText = /^\s*(?:- +)*[\w-]+:\s+(?:[|>][-+]?\s*$|[^"'{[\s])/.test(before.line);
  if (key !== "" && rest.trim() === "" && indentOf(next) > indentOf(line)) {
    return { why: `a colon is missing; write "${key}:"`, offset };
  }
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
    const least = open.at(-1) ?? Number.POSITIVE_INFINITY;
    // A key after "- " stands where the dash would let it.
    const dash = /^\s*- +/.exec(one)?.[0].length;
    for (const indent of dash === undefined ? [indentOf(one)] : [dash, indentOf(one)])
      if (indent < least) open.push(indent);
  }
  const isFirstInside = /:\s*$/.test(before.line) && own > indentOf(before.line);
  if (open.length === 0 || open.includes(own) || isFirstInside) return undefined;
  const near = open.toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own))[0] ?? 0;
  return {
    why: `is indented by ${own} ${own === 1 ? "space" : "spaces"}, which fits none of the lines above it; the nearest has ${near}`,
    offset: start + own,
  };
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** What the rules look at of a line; patterns take long over one that goes on for pages. */
const mostOfLine = 400;

function lookAt(text: string, error: YAMLError): Where {
  const quote = quoteBefore(text, error.pos[0]);
  const at = error.pos[0];
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const [line = "", next = ""] = text.slice(start, at + 2 * mostOfLine).split(/\r?\n/);
  const before = lineBefore(text, start);
  return { text, error, at, start, line: line.slice(0, mostOfLine), next: next.slice(0, mostOfLine), before, quote };
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

/** The start of a document, the end of a bracket that was left open, the start of a scalar. */
const addedByLexer = ["\u0002", "\u0018", "\u001f"];

/** The quoted text that ends at an offset, or before it on its last line; the lexer finds it where the parser gave up. */
function quoteBefore(text: string, offset: number): Where["quote"] {
  let opens = 0;
  let found: Where["quote"];
  for (const part of new Lexer().lex(text)) {
    if (opens > offset) break;
    const closes = opens + part.length;
    if (/^["']/.test(part) && opens < offset && closes <= offset + 1) {
      const gap = text.slice(closes, offset);
      if (!gap.includes("\n") && gap.trim() === "") found = { opens, closes };
    }
    // What the lexer adds is not in the text.
    if (!addedByLexer.includes(part)) opens = closes;
  }
  return found;
}
