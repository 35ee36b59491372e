import { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { type Sent, takeApart } from "./key-sequences.ts";
import type { Key } from "./keypress.ts";

/** More keys than this within so many milliseconds are a paste, where the terminal does not mark pastes. */
const mostKeys = 4;
const burst = 50;
/** Esc alone, or the start of a longer sequence? Over a slow line the rest may come later. */
const patience = 50;
const pastePatience = 1000;

/**
 * The input of a prompt: what a terminal sends as key presses, and of a paste only that there was one. Ctrl+Z is a "suspend",
 * and Ctrl+\ is taken for Ctrl+C, since here neither of them is a signal.
 */
export class Keyboard extends Readable {
  readonly #input: Readable;
  readonly #decoder = new StringDecoder();
  #rest = "";
  #timer: NodeJS.Timeout | undefined;
  #hasMarks = false;
  /** When keys were pressed lately. */
  #recent: number[] = [];
  #isBurst = false;

  constructor(input: Readable) {
    super({ read() {} });
    this.#input = input;
    this.open();
  }

  open(): void {
    this.#input.on("data", this.#onData).on("end", this.#onEnd).on("close", this.#onEnd).on("error", this.#onEnd);
    // It may have been read, and closed, before.
    this.#input.resume();
  }

  /** Reads no more; what it was given can be read by others. */
  close(): void {
    clearTimeout(this.#timer);
    this.#input.off("data", this.#onData).off("end", this.#onEnd).off("close", this.#onEnd).off("error", this.#onEnd);
    this.#input.pause();
  }

  readonly #onEnd = () => {
    this.push(null);
  };

  readonly #onData = (chunk: Buffer | string) => {
    clearTimeout(this.#timer);
    const { sent, rest } = takeApart(this.#rest + (typeof chunk === "string" ? chunk : this.#decoder.write(chunk)));
    this.#rest = rest;
    this.#deliver(sent);
    if (rest === "") return;
    this.#timer = setTimeout(
      this.#giveUp,
      rest.length > 3 && rest.startsWith("\u001b[200~") ? pastePatience : patience,
    );
  };

  /** The rest does not come: it was the Esc key, or nothing that is known here. */
  readonly #giveUp = () => {
    const isEscape = this.#rest === "\u001b";
    this.#rest = "";
    if (isEscape) this.#deliver([{ kind: "key", key: { name: "escape", sequence: "\u001b" } }]);
  };

  #deliver(sent: readonly Sent[]): void {
    for (const one of sent) if (one.kind === "marks") this.#hasMarks = one.has;
    const keys = sent.flatMap((one) => (one.kind === "key" ? [one.key] : []));
    const now = performance.now();
    const isQuiet = now - (this.#recent.at(-1) ?? 0) > burst;
    if (isQuiet) this.#isBurst = false;
    this.#recent = this.#recent.filter((time) => now - time <= burst);
    const before = this.#recent.length;
    this.#recent.push(...keys.map(() => now));
    if (!this.#hasMarks && !this.#isBurst && this.#recent.length > mostKeys) {
      this.#isBurst = true;
      this.#press({ name: "paste" }, before);
    } else if (!this.#isBurst) {
      for (const one of sent) {
        if (one.kind === "paste") this.#press({ name: "paste" });
        if (one.kind === "key") this.#press(one.key);
      }
    }
  }

  /** `undo` is how many keys before this one were part of the paste. */
  #press(key: Key, undo = 0): void {
    try {
      if (key.ctrl && key.name === "z") this.emit("suspend");
      else if (key.ctrl && key.name === "|") this.emit("keypress", undefined, { ...key, name: "c" });
      else this.emit("keypress", undefined, { ...key, undo });
    } catch (error) {
      // Thrown here it would end the program where it stands.
      this.emit("failure", error);
    }
  }
}
