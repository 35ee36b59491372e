import type { Key } from "./keypress.ts";

/** What a terminal sends, told apart. */
export type Sent =
  | { readonly kind: "key"; readonly key: Key }
  /** Text that was pasted, whole. */
  | { readonly kind: "paste" }
  /** Does the terminal put marks around what is pasted? Its answer to `askForPasteMarks`. */
  | { readonly kind: "marks"; readonly has: boolean };

/** Bracketed paste, mode 2004: the terminal puts marks around what is pasted. */
export const markPastes = "\u001b[?2004h";
export const markPastesNoMore = "\u001b[?2004l";
/** DECRQM: the terminal tells whether it knows mode 2004. */
export const askForPasteMarks = "\u001b[?2004$p";

const pasteStart = "\u001b[200~";
const pasteEnd = "\u001b[201~";
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what terminals send
const marksReply = /^\u001b\[\?2004;(\d)\$y/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const named = /^\u001b(?:\[(?:\[?[0-?]*)[ -/]*[@-~]|O[ -~])/;
/** Answers to other questions, such as the title of the window. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const otherReply = /^\u001b[P\]X^_][^\u0007\u001b]*(?:\u0007|\u001b\\)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const started = /^\u001b(?:$|\[\[?[0-?]*[ -/]*$|O$|[P\]X^_][^\u0007\u001b]*\u001b?$)/;

/** Takes apart what was sent so far. `rest` is the start of something whose end has not come. */
export function takeApart(text: string): { readonly sent: readonly Sent[]; readonly rest: string } {
  const sent: Sent[] = [];
  let rest = text;
  while (rest !== "") {
    if (rest.startsWith(pasteStart)) {
      const end = rest.indexOf(pasteEnd);
      // What is pasted is not looked at; its end may be cut in two.
      if (end < 0) return { sent, rest: pasteStart + rest.slice(pasteStart.length).slice(1 - pasteEnd.length) };
      sent.push({ kind: "paste" });
      rest = rest.slice(end + pasteEnd.length);
      continue;
    }
    if (started.test(rest)) break;
    const marks = marksReply.exec(rest);
    const [token] = marks ?? named.exec(rest) ?? otherReply.exec(rest) ?? [firstOf(rest)];
    if (marks !== null) sent.push({ kind: "marks", has: ["1", "2", "3"].includes(marks[1] ?? "") });
    else if (!otherReply.test(token)) sent.push({ kind: "key", key: keyOf(token) });
    rest = rest.slice(token.length);
  }
  return { sent, rest };
}

/** A character, or Esc and the character that Alt was held down with. */
function firstOf(text: string): string {
  const [first = "", second = ""] = text;
  return first === "\u001b" && second !== "\u001b" ? first + second : first;
}

const ends: Readonly<Record<string, string>> = { A: "up", B: "down", C: "right", D: "left", H: "home", F: "end" };
const numbers: Readonly<Record<string, string>> = {
  1: "home",
  4: "end",
  5: "pageup",
  6: "pagedown",
  7: "home",
  8: "end",
};
const characters: Readonly<Record<string, string>> = {
  "\r": "return",
  "\n": "enter",
  "\t": "tab",
  " ": "space",
  "\u001b": "escape",
  "\u007f": "backspace",
  "\b": "backspace",
};

/** The key that sends a sequence. One that means nothing here has no name. */
export function keyOf(sequence: string): Key {
  const name = characters[sequence];
  if (name !== undefined) return { name, sequence };
  if (sequence === "\u001b[Z") return { name: "tab", shift: true, sequence };
  if (sequence.startsWith("\u001b")) {
    const [, end = "", number = ""] = /^[[O](?:([A-DFH])|(\d)~)$/.exec(sequence.slice(1)) ?? [];
    const known = ends[end] ?? numbers[number];
    return known === undefined ? { sequence, meta: true } : { name: known, sequence };
  }
  const code = sequence.codePointAt(0) ?? 0;
  if (code < 0x20) return { ctrl: true, name: String.fromCharCode(code + 0x60), sequence };
  return { name: sequence.toLowerCase(), sequence, shift: /^[A-Z]$/.test(sequence) };
}
