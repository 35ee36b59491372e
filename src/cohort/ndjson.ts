import { isUtf8 } from "node:buffer";
import { carriageReturn, isMark, lineFeed, mostRowBytes, Window } from "./window.ts";

/** Splits bytes into lines, in pieces as they come. */
export class LineScanner {
  readonly window = new Window();
  /** Of the line read last: where it stands, without its break. */
  start = 0;
  end = 0;
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
    this.start = start;
    this.end = bytes[stop - 1] === carriageReturn && stop > start ? stop - 1 : stop;
    if (this.#isFirst && isMark(bytes, start)) this.start += 3;
    this.#isFirst = false;
    if (stop - start > mostRowBytes) this.fault = "row-too-long";
    else if (!window.isAscii && !isUtf8(bytes.subarray(this.start, this.end))) this.fault = "not-utf8";
    return true;
  }

  isBlank(): boolean {
    const { bytes } = this.window;
    let p = this.start;
    while (p < this.end && (bytes[p] === 32 || bytes[p] === 9)) p++;
    return p === this.end;
  }

  text(start = this.start, end = this.end): string {
    const { bytes, isAscii } = this.window;
    return Buffer.from(bytes.buffer, start, end - start).toString(isAscii ? "latin1" : "utf8");
  }
}
