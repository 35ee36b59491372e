import { advise } from "../advice/advise.ts";
import type { Judgement, Verdict } from "../advice/judge.ts";
import type { Fault } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { Bytes } from "./bytes.ts";
import { type CsvStyle, writeCell } from "./cells.ts";
import { answersFrom } from "./number.ts";
import type { Rows } from "./rows.ts";

/** Writes one row for each row read: what is passed through, then what was found. */
export interface Results {
  /** Names of what was found, in the order in which they are written. */
  readonly names: readonly string[];
  /** Null where the row was rejected. */
  write(rows: Rows, judged: Judgement | null): void;
  /** After the last row. */
  end(rows: Rows): void;
  readonly remarks: readonly string[];
}

/** All that is wrong with a row, in one cell. It depends on the row alone, so that rows may be split over machines. */
export function faultsInOne(faults: readonly Fault[]): string {
  return faults.map(({ message }) => message).join(" | ");
}

const lineFeed = 10;
const quote = 34;
const openingBrace = 123;
const closingBrace = 125;

const yes = inBytes("true");
const no = inBytes("false");

function inBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What is held back takes a few megabytes at most. A row with its faults takes about so many bytes beside its cells. */
const mostHeldBytes = 1 << 20;
const heldRowBytes = 1 << 10;

export interface CsvResultsOptions extends CsvStyle {
  readonly prefix: string;
}

export function csvNames({ roles }: Pack, prefix: string): string[] {
  const points = roles.map(({ id }) => `points_${id}`);
  return ["role", "verdict", "margin", "flip", "certain", ...points, "answered", "error"].map((name) => prefix + name);
}

/** Of a row that was rejected, what is written of it. */
type Rejected = Pick<Rows, "names" | "faults" | "writeCell">;

/**
 * Results as CSV. The header holds the names of the first row's passed-through values. A row that was rejected may lack
 * them, so those before the first that was not are held back, though only so many.
 */
export class CsvResults implements Results {
  readonly names: readonly string[];
  readonly remarks: string[] = [];
  readonly #out: Bytes;
  readonly #style: CsvStyle;
  readonly #delimiter: number;
  readonly #roles: number;
  /** Leader and verdict, by both; the last of each verdict has no leader. */
  readonly #openings: Readonly<Record<Verdict, readonly Uint8Array[]>>;
  #header: readonly string[] | null = null;
  readonly #dropped = new Map<string, number>();
  readonly #held: Rejected[] = [];
  #heldBytes = 0;

  constructor(pack: Pack, out: Bytes, options: CsvResultsOptions) {
    this.names = csvNames(pack, options.prefix);
    this.#out = out;
    this.#style = options;
    this.#delimiter = options.delimiter.charCodeAt(0);
    this.#roles = pack.roles.length;
    const opening = (verdict: Verdict) =>
      [...pack.roles.map(({ id }) => id), ""].map((id) =>
        inBytes(`${id}${options.delimiter}${verdict}${options.delimiter}`),
      );
    this.#openings = {
      tie: opening("tie"),
      early: opening("early"),
      close: opening("close"),
      leaning: opening("leaning"),
      clear: opening("clear"),
    };
  }

  write(rows: Rows, judged: Judgement | null): void {
    if (this.#header === null && judged === null && this.#heldBytes < mostHeldBytes) this.#hold(rows);
    else this.#write(rows, judged, this.#header ?? this.#writeHeader(rows.names));
  }

  end(rows: Rows): void {
    if (this.#header === null) this.#writeHeader(rows.names);
    for (const [name, count] of this.#dropped) {
      this.remarks.push(
        `"${name}" is not in the first row that has no fault, so that CSV has no column for it: it is left out of ${count} ${count === 1 ? "row" : "rows"}; write NDJSON, or give that row all names`,
      );
    }
  }

  #write(row: Rejected, judged: Judgement | null, header: readonly string[]): void {
    const out = this.#out;
    if (row.names === header) for (let i = 0; i < header.length; i++) this.#cell(row, i);
    else this.#align(row, header);
    if (judged === null) {
      for (let i = 2; i < this.names.length; i++) out.byte(this.#delimiter);
      out.byte(this.#delimiter);
      writeCell(out, faultsInOne(row.faults), this.#style);
    } else this.#found(judged);
    out.byte(lineFeed);
  }

  /** Keeps a row that was rejected until the names in the header are known. */
  #hold(rows: Rows): void {
    const { names, faults } = rows;
    const cell = new Bytes();
    const cells = names.map((_, name) => {
      rows.writeCell(name, cell, this.#style);
      return Uint8Array.from(cell.take());
    });
    this.#held.push({ names, faults, writeCell: (name, out) => out.all(cells[name] as Uint8Array) });
    this.#heldBytes += cells.reduce((n, { length }) => n + length, heldRowBytes);
  }

  /** And after it the rows that waited for it. */
  #writeHeader(next: readonly string[]): readonly string[] {
    const names = next.length > 0 ? next : (this.#held.find((row) => row.names.length > 0)?.names ?? next);
    this.#header = names;
    [...names, ...this.names].forEach((name, i) => {
      if (i > 0) this.#out.byte(this.#delimiter);
      writeCell(this.#out, name, this.#style);
    });
    this.#out.byte(lineFeed);
    for (const row of this.#held.splice(0)) this.#write(row, null, names);
    return names;
  }

  /** Records need not have the same names as the first. */
  #align(rows: Rejected, header: readonly string[]): void {
    for (const name of header) this.#cell(rows, rows.names.indexOf(name));
    for (const name of rows.names) {
      if (!header.includes(name)) this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1);
    }
  }

  #cell(rows: Rejected, name: number): void {
    if (name >= 0) rows.writeCell(name, this.#out, this.#style);
    this.#out.byte(this.#delimiter);
  }

  #found({ leader, isShared, verdict, margin, flip, isCertain, points, answered }: Judgement): void {
    const out = this.#out;
    const delimiter = this.#delimiter;
    out.all(this.#openings[verdict][isShared ? this.#roles : leader] as Uint8Array);
    out.integer(margin);
    out.byte(delimiter);
    if (flip !== null) out.integer(flip);
    out.byte(delimiter);
    out.all(isCertain ? yes : no);
    for (let r = 0; r < points.length; r++) {
      out.byte(delimiter);
      out.integer(points[r] as number);
    }
    out.byte(delimiter);
    out.integer(answered);
    out.byte(delimiter);
  }
}

export interface NdjsonResultsOptions {
  readonly prefix: string;
  /** The whole advice, instead of what it comes down to. */
  readonly isFull: boolean;
}

export function ndjsonNames({ prefix, isFull }: NdjsonResultsOptions): string[] {
  const found = ["role", "verdict", "margin", "flip", "certain", "points", "answered"];
  return [...(isFull ? ["advice"] : found), "error"].map((name) => prefix + name);
}

/** Results as a record a line. */
export class NdjsonResults implements Results {
  readonly names: readonly string[];
  readonly remarks: readonly string[] = [];
  readonly #pack: Pack;
  readonly #out: Bytes;
  readonly #isFull: boolean;
  /** What stands before each value that is added, from its comma to its colon. */
  readonly #keys: readonly Uint8Array[];
  readonly #roles: readonly Uint8Array[];
  /** What stands before each role's points. */
  readonly #pointsOf: readonly Uint8Array[];
  #passedNames: readonly string[] = [];
  #passedKeys: readonly Uint8Array[] = [];

  constructor(pack: Pack, out: Bytes, options: NdjsonResultsOptions) {
    this.names = ndjsonNames(options);
    this.#pack = pack;
    this.#out = out;
    this.#isFull = options.isFull;
    this.#keys = this.names.map((name) => inBytes(`,${JSON.stringify(name)}:`));
    const roles = pack.roles.map(({ id }) => JSON.stringify(id));
    this.#roles = roles.map(inBytes);
    this.#pointsOf = roles.map((id, r) => inBytes(`${r === 0 ? "{" : ","}${id}:`));
  }

  write(rows: Rows, judged: Judgement | null): void {
    const out = this.#out;
    if (rows.names !== this.#passedNames) {
      this.#passedNames = rows.names;
      this.#passedKeys = rows.names.map((name, i) => inBytes(`${i === 0 ? "" : ","}${JSON.stringify(name)}:`));
    }
    out.byte(openingBrace);
    for (let i = 0; i < this.#passedKeys.length; i++) {
      out.all(this.#passedKeys[i] as Uint8Array);
      rows.writeJson(i, out);
    }
    const first = this.#passedKeys.length === 0 ? 1 : 0;
    if (judged === null) this.#nothing(first);
    else if (this.#isFull) {
      this.#key(0, first);
      out.text(JSON.stringify(advise(this.#pack, answersFrom(this.#pack, rows.numbers))));
    } else this.#found(judged, first);
    this.#key(this.#keys.length - 1);
    if (judged === null) out.text(JSON.stringify(faultsInOne(rows.faults)));
    else out.ascii("null");
    out.ascii("}\n");
  }

  end(): void {}

  /** `without` is 1 where nothing stands before the key, and so no comma. */
  #key(n: number, without = 0): void {
    const key = this.#keys[n] as Uint8Array;
    this.#out.copy(key, without, key.length);
  }

  #nothing(first: number): void {
    for (let n = 0; n < this.#keys.length - 1; n++) {
      this.#key(n, n === 0 ? first : 0);
      this.#out.ascii("null");
    }
  }

  #found({ leader, isShared, verdict, margin, flip, isCertain, points, answered }: Judgement, first: number): void {
    const out = this.#out;
    this.#key(0, first);
    if (isShared) out.ascii("null");
    else out.all(this.#roles[leader] as Uint8Array);
    this.#key(1);
    out.byte(quote);
    out.ascii(verdict);
    out.byte(quote);
    this.#key(2);
    out.integer(margin);
    this.#key(3);
    if (flip === null) out.ascii("null");
    else out.integer(flip);
    this.#key(4);
    out.ascii(isCertain ? "true" : "false");
    this.#key(5);
    for (let r = 0; r < points.length; r++) {
      out.all(this.#pointsOf[r] as Uint8Array);
      out.integer(points[r] as number);
    }
    out.byte(closingBrace);
    this.#key(6);
    out.integer(answered);
  }
}
