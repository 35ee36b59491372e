import { emitKeypressEvents, type Interface } from "node:readline";
import { Readable } from "node:stream";
import type { Key } from "./keypress.ts";

/** Bracketed paste, mode 2004: the terminal puts marks around what is pasted. */
export const markPastes = "\u001b[?2004h";
export const markPastesNoMore = "\u001b[?2004l";
/** DECRQM: the terminal tells whether it knows mode 2004. */
export const askForPasteMarks = "\u001b[?2004$p";

/** What terminals answer, each as a whole: to that question, and to those of programs that ran before, such as for a colour. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what terminals send
const replies = /\u001b(?:\[\?(?:2004;(\d))?[\d;]*\$?[a-z]|[P\]X^_][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;

/** More keys than this within so many milliseconds are a paste, where the terminal does not mark pastes. */
const mostKeys = 4;
const burst = 50;
/** Esc alone, or the start of a longer sequence? Over a slow line the rest may come later. */
const escapeCodeTimeout = 50;
const pastePatience = 1000;

/**
 * The input of a prompt: key presses as Node reads them, and of a paste only that there was one. Ctrl+Z is a "suspend", and
 * Ctrl+\ is taken for Ctrl+C, since here neither of them is a signal.
 */
export class Keyboard extends Readable {
  readonly #input: Readable;
  readonly #decoder = new Readable({ read() {} });
  /** Keys that came at once, until they are told from a paste. */
  #keys: Key[] = [];
  /** When keys were pressed lately. */
  #recent: number[] = [];
  #hasMarks = false;
  #isBurst = false;
  #pasteEnds = 0;

  constructor(input: Readable) {
    super({ read() {} });
    this.#input = input;
    // Of an interface it takes nothing but this.
    emitKeypressEvents(this.#decoder, { escapeCodeTimeout } as unknown as Interface);
    this.#decoder.on("keypress", (_, key: Key) => this.#hear(key));
    this.open();
  }

  open(): void {
    // What was pressed before a line was asked for is no part of a paste after it.
    this.#recent = [];
    this.#input.on("data", this.#onData).on("end", this.#onEnd).on("close", this.#onEnd).on("error", this.#onEnd);
    // It may have been read, and closed, before.
    this.#input.resume();
  }

  /** Reads no more; what it was given can be read by others. */
  close(): void {
    this.#input.off("data", this.#onData).off("end", this.#onEnd).off("close", this.#onEnd).off("error", this.#onEnd);
    this.#input.pause();
  }

  readonly #onEnd = () => {
    this.push(null);
  };

  readonly #onData = (chunk: Buffer) => {
    const text = chunk.toString("latin1").replace(replies, (_, mode?: string) => {
      if (mode !== undefined) this.#hasMarks = ["1", "2", "3"].includes(mode);
      return "";
    });
    this.#decoder.emit("data", Buffer.from(text, "latin1"));
  };

  #hear(key: Key): void {
    const now = performance.now();
    if (key.name === "paste-end") this.#pasteEnds = 0;
    // The end of a paste may get lost.
    else if (now < this.#pasteEnds) this.#pasteEnds = now + pastePatience;
    else {
      const isPaste = key.name === "paste-start";
      if (isPaste) this.#pasteEnds = now + pastePatience;
      if (this.#keys.push(isPaste ? { name: "paste" } : key) === 1) queueMicrotask(this.#deliver);
    }
  }

  readonly #deliver = () => {
    const keys = this.#keys.splice(0);
    const now = performance.now();
    if (now - (this.#recent.at(-1) ?? 0) > burst) this.#isBurst = false;
    this.#recent = this.#recent.filter((time) => now - time <= burst);
    const before = this.#recent.length;
    this.#recent.push(...keys.map(() => now));
    const isNewBurst = !this.#hasMarks && !this.#isBurst && this.#recent.length > mostKeys;
    if (isNewBurst) this.#press({ name: "paste" }, before);
    else if (!this.#isBurst) for (const key of keys) this.#press(key);
    this.#isBurst ||= isNewBurst;
  };

  /** `undo` is how many keys before this one were part of the paste. */
  #press(key: Key, undo = 0): void {
    try {
      if (key.ctrl && key.name === "z") this.emit("suspend");
      else if (key.sequence === "\u001c") this.emit("keypress", undefined, { ...key, ctrl: true, name: "c" });
      else this.emit("keypress", undefined, { ...key, undo });
    } catch (error) {
      // Thrown here it would end the program where it stands.
      this.emit("failure", error);
    }
  }
}
