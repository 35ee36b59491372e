import { isUtf8 } from "node:buffer";
import { carriageReturn, lineFeed, mostRowBytes, Window } from "./window.ts";

/** Splits bytes into lines, in pieces as they come. */
export class LineScanner {
  readonly window = new Window();
  /** The line read last, without its break. */
  text = "";
  fault: "row-too-long" | "not-utf8" | null = null;
  /** Counted from 1. */
  line = 0;
  #isSkipping = false;
  #isFirst = true;

  feed(chunk: Uint8Array): void {
    this.window.feed(chunk);
  }

  close(): void {
    this.window.isClosed = true;
  }

  /** Reads the next line; false where more input is needed, or the input is closed and at its end. */
  next(): boolean {
    const { window } = this;
    const { bytes, end } = window;
    if (this.#isSkipping) {
      window.at = bytes.indexOf(lineFeed, window.at) + 1;
      if (window.at > end) {
        window.at = end;
        return false;
      }
      this.#isSkipping = false;
    }
    const start = window.at;
    if (start === end) return false;
    const stop = bytes.indexOf(lineFeed, start);
    this.fault = null;
    if (stop === end && !window.isClosed) {
      if (end - start <= mostRowBytes) return false;
      this.#isSkipping = true;
    }
    window.at = Math.min(stop + 1, end);
    this.line++;
    if (stop - start > mostRowBytes) {
      this.fault = "row-too-long";
      this.text = "";
      return true;
    }
    const last = bytes[stop - 1] === carriageReturn && stop > start ? stop - 1 : stop;
    const raw = Buffer.from(bytes.buffer, start, last - start);
    this.text = window.isAscii ? raw.toString("latin1") : raw.toString("utf8");
    if (!window.isAscii && !isUtf8(raw)) this.fault = "not-utf8";
    if (this.#isFirst && this.text.startsWith("\ufeff")) this.text = this.text.slice(1);
    this.#isFirst = false;
    return true;
  }
}
