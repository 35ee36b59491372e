import { emitKeypressEvents, type Interface } from "node:readline";
import { Readable } from "node:stream";
import type { Key } from "./key-actions.ts";

/** Turns on bracketed paste, mode 2004: the terminal then puts marks around a pasted text. */
export const markPastes = "\u001b[?2004h";
export const markPastesNoMore = "\u001b[?2004l";
/** DECRQM: asks the terminal whether it knows mode 2004. */
export const askForPasteMarks = "\u001b[?2004$p";

/** Replies of terminals: to the question above, and to questions of programs that ran before, for example about a colour. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what terminals send
const replies = /\u001b(?:\[\?(?:2004;(\d))?[\d;]*\$?[a-z]|[P\]X^_][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;

/** Where the terminal does not mark pastes, more keys than `mostKeys` within `burst` milliseconds count as a paste. */
const mostKeys = 4;
const burst = 50;
/** Milliseconds after which an Esc is a key, not the start of a sequence. Over a slow line the rest may arrive late. */
const escapeCodeTimeout = 50;
/** Milliseconds without a key after which a paste is over even if its end mark got lost. */
const pastePatience = 1000;

/**
 * The input of a prompt: key presses as Node reads them, and one "paste" for a whole paste. In raw mode the terminal sends no
 * signals, so Ctrl+Z becomes the event "suspend", and Ctrl+\ counts as Ctrl+C.
 */
export class Keyboard extends Readable {
  readonly #input: Readable;
  readonly #decoder = new Readable({ read() {} });
  /** Keys of the current chunk of input, until it is clear whether they are a paste. */
  #keys: Key[] = [];
  /** Times of the key presses of the last `burst` milliseconds. */
  #recentTimes: number[] = [];
  #hasMarks = false;
  #isBurst = false;
  #pasteEnds = 0;

  constructor(input: Readable) {
    super({ read() {} });
    this.#input = input;
    // Node reads only this property of the interface.
    emitKeypressEvents(this.#decoder, { escapeCodeTimeout } as unknown as Interface);
    this.#decoder.on("keypress", (_, key: Key) => this.#hear(key));
    this.open();
  }

  open(): void {
    // Keys that were pressed before the terminal was lent are no part of a paste after it.
    this.#recentTimes = [];
    this.#input.on("data", this.#onData).on("end", this.#onEnd).on("close", this.#onEnd).on("error", this.#onEnd);
    // A reader before this one may have paused the input.
    this.#input.resume();
  }

  /** Stops reading, so that others can read the input. */
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
    if (now - (this.#recentTimes.at(-1) ?? 0) > burst) this.#isBurst = false;
    this.#recentTimes = this.#recentTimes.filter((time) => now - time <= burst);
    const before = this.#recentTimes.length;
    this.#recentTimes.push(...keys.map(() => now));
    const isNewBurst = !this.#hasMarks && !this.#isBurst && this.#recentTimes.length > mostKeys;
    if (isNewBurst) this.#press({ name: "paste" }, before);
    else if (!this.#isBurst) for (const key of keys) this.#press(key);
    this.#isBurst ||= isNewBurst;
  };

  /** Emits a key. `undo` is the number of keys already emitted that turn out to be part of this paste. */
  #press(key: Key, undo = 0): void {
    try {
      if (key.ctrl && key.name === "z") this.emit("suspend");
      else if (key.sequence === "\u001c") this.emit("keypress", undefined, { ...key, ctrl: true, name: "c" });
      else this.emit("keypress", undefined, { ...key, undo });
    } catch (error) {
      // Nothing catches an error that is thrown in this callback; the event makes `withKeys` reject with it.
      this.emit("failure", error);
    }
  }
}
