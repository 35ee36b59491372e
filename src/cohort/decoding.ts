import { isUtf8 } from "node:buffer";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export const encodingNames: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
};

/** Number of bytes at the start of the input that decide its encoding. */
export const sampleBytes = 1 << 16;

/** The characters 0x80 to 0x9f of Windows-1252. Some versions of Node decode them as control characters. */
const windowsSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Decodes bytes that arrive in pieces. A character may be split between two pieces. */
export class Decoding {
  readonly encoding: Encoding;
  /** Whether the input begins with a byte order mark. */
  readonly hasMark: boolean;
  /** Whether some bytes so far were not UTF-8. U+FFFD replaces them. */
  isDamaged = false;
  #rest: Uint8Array = new Uint8Array(0);
  #isFirst = true;

  /** @param mayBeWindows Whether the input may be Windows-1252: CSV may be, but JSON is UTF-8 by its standard. */
  constructor(sample: Uint8Array, mayBeWindows: boolean) {
    const [a, b, c] = sample;
    const isMarked = a === 0xef && b === 0xbb && c === 0xbf;
    if (a === 0xff && b === 0xfe) this.encoding = "utf-16le";
    else if (a === 0xfe && b === 0xff) this.encoding = "utf-16be";
    else this.encoding = mayBeWindows && !isMarked && isWindows(sample) ? "windows-1252" : "utf-8";
    this.hasMark = isMarked || this.encoding.startsWith("utf-16");
  }

  /** Decodes the next piece. Half a character of UTF-16 at the end of the input is dropped. */
  decode(bytes: Uint8Array, isLast: boolean): string {
    if (this.encoding === "windows-1252") return fromWindows(bytes);
    const joined = Buffer.concat([this.#rest, bytes]);
    const cut = this.encoding !== "utf-8" ? joined.length % 2 : isLast ? 0 : unfinished(joined);
    const whole = joined.subarray(0, joined.length - cut);
    this.#rest = joined.subarray(whole.length);
    const text = this.#toText(whole);
    const hasMark = this.#isFirst && text.startsWith("\ufeff");
    this.#isFirst &&= text === "";
    return hasMark ? text.slice(1) : text;
  }

  #toText(bytes: Buffer): string {
    if (this.encoding === "utf-16le") return bytes.toString("utf16le");
    if (this.encoding === "utf-16be") return bytes.swap16().toString("utf16le");
    this.isDamaged ||= !isUtf8(bytes);
    return bytes.toString("utf8");
  }
}

/** Number of bytes at the end that are the start of an incomplete UTF-8 character. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Whether text is in Windows-1252, as spreadsheets write it. If it holds valid UTF-8 beyond ASCII, wrong bytes are damage. */
function isWindows(sample: Uint8Array): boolean {
  const whole = sample.subarray(0, sample.length - unfinished(sample));
  if (isUtf8(whole)) return false;
  const text = Buffer.from(whole).toString("utf8");
  return !/[^\0-\x7f\ufffd]/.test(text);
}

function fromWindows(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  return text.replace(/[\x80-\x9f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}
