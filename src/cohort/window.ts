import { isAscii } from "node:buffer";

/** No row of a cohort is longer: one that is has lost its end, and is rejected, so that memory never grows with the input. */
export const mostRowBytes = 1_048_576;

/** So many bytes may be looked at beyond the end. */
export const slack = 256;

/**
 * The part of the input that is in memory: what is not yet read of the chunks before, and the newest chunk. A line break
 * stands after its end, so that a scan for one needs no other bound.
 */
export class Window {
  bytes = new Uint8Array(1 << 18);
  /** The same bytes, to compare four at a time. */
  view = new DataView(this.bytes.buffer);
  /** From here on nothing is read yet. */
  at = 0;
  end = 0;
  /** Nothing comes after the end. */
  isClosed = false;
  /** Every byte since the first chunk is ASCII, and so is UTF-8. */
  isAscii = true;

  feed(chunk: Uint8Array): void {
    const left = this.end - this.at;
    if (left + chunk.length + slack > this.bytes.length) {
      const larger = new Uint8Array(2 * (left + chunk.length + slack));
      larger.set(this.bytes.subarray(this.at, this.end));
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    } else this.bytes.copyWithin(0, this.at, this.end);
    this.bytes.set(chunk, left);
    this.at = 0;
    this.end = left + chunk.length;
    this.bytes[this.end] = lineFeed;
    this.isAscii &&= isAscii(chunk);
  }
}

export const lineFeed = 10;
export const carriageReturn = 13;

/** The byte order mark. */
export function isMark(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;
}
