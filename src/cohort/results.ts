import { advise } from "../advice/advise.ts";
import type { Fault } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import type { Bytes } from "./bytes.ts";
import { type CsvStyle, writeCell } from "./cells.ts";
import type { Judgement } from "./judge.ts";
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

export interface CsvResultsOptions extends CsvStyle {
  readonly prefix: string;
}

export function csvNames({ roles }: Pack, prefix: string): string[] {
  const points = roles.map(({ id }) => `points_${id}`);
  return ["role", "verdict", "margin", "flip", "certain", ...points, "answered", "error"].map((name) => prefix + name);
}

/** Results as CSV. The header holds the names of the first row's passed-through values. */
export class CsvResults implements Results {
  readonly names: readonly string[];
  readonly remarks: string[] = [];
  readonly #out: Bytes;
  readonly #style: CsvStyle;
  readonly #delimiter: number;
  readonly #roles: readonly string[];
  #header: readonly string[] | null = null;
  readonly #dropped = new Map<string, number>();

  constructor(pack: Pack, out: Bytes, options: CsvResultsOptions) {
    this.names = csvNames(pack, options.prefix);
    this.#out = out;
    this.#style = options;
    this.#delimiter = options.delimiter.charCodeAt(0);
    this.#roles = pack.roles.map(({ id }) => id);
  }

  write(rows: Rows, judged: Judgement | null): void {
    const out = this.#out;
    const header = this.#header ?? this.#writeHeader(rows);
    if (rows.names === header) for (let i = 0; i < header.length; i++) this.#cell(rows, i);
    else this.#align(rows, header);
    if (judged === null) {
      for (let i = 2; i < this.names.length; i++) out.byte(this.#delimiter);
      out.byte(this.#delimiter);
      writeCell(out, faultsInOne(rows.faults), this.#style);
    } else this.#found(judged);
    out.byte(lineFeed);
  }

  end(rows: Rows): void {
    if (this.#header === null) this.#writeHeader(rows);
    for (const [name, count] of this.#dropped) {
      this.remarks.push(
        `"${name}" is not in the first row, so that CSV has no column for it: it is left out of ${count} ${count === 1 ? "row" : "rows"}; write NDJSON, or give the first row all names`,
      );
    }
  }

  #writeHeader({ names }: Rows): readonly string[] {
    this.#header = names;
    [...names, ...this.names].forEach((name, i) => {
      if (i > 0) this.#out.byte(this.#delimiter);
      writeCell(this.#out, name, this.#style);
    });
    this.#out.byte(lineFeed);
    return names;
  }

  /** Records need not have the same names as the first. */
  #align(rows: Rows, header: readonly string[]): void {
    for (const name of header) this.#cell(rows, rows.names.indexOf(name));
    for (const name of rows.names) {
      if (!header.includes(name)) this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1);
    }
  }

  #cell(rows: Rows, name: number): void {
    if (name >= 0) rows.writeCell(name, this.#out, this.#style);
    this.#out.byte(this.#delimiter);
  }

  #found({ leader, isShared, verdict, margin, flip, isCertain, points, answered }: Judgement): void {
    const out = this.#out;
    const delimiter = this.#delimiter;
    if (!isShared) out.ascii(this.#roles[leader] as string);
    out.byte(delimiter);
    out.ascii(verdict);
    out.byte(delimiter);
    out.integer(margin);
    out.byte(delimiter);
    if (flip >= 0) out.integer(flip);
    out.byte(delimiter);
    out.ascii(isCertain ? "true" : "false");
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
  readonly #keys: readonly string[];
  readonly #roles: readonly string[];

  constructor(pack: Pack, out: Bytes, options: NdjsonResultsOptions) {
    this.names = ndjsonNames(options);
    this.#pack = pack;
    this.#out = out;
    this.#isFull = options.isFull;
    this.#keys = this.names.map((name) => `${JSON.stringify(name)}:`);
    this.#roles = pack.roles.map(({ id }) => JSON.stringify(id));
  }

  write(rows: Rows, judged: Judgement | null): void {
    let line = "{";
    for (let i = 0; i < rows.names.length; i++) {
      line += `${JSON.stringify(rows.names[i])}:${rows.json(i)},`;
    }
    const found = judged === null ? this.#nothing() : this.#isFull ? this.#advice(rows) : this.#found(judged);
    const error = judged === null ? JSON.stringify(faultsInOne(rows.faults)) : "null";
    this.#out.text(`${line}${found}${this.#keys.at(-1)}${error}}\n`);
  }

  end(): void {}

  #nothing(): string {
    return this.#keys
      .slice(0, -1)
      .map((key) => `${key}null,`)
      .join("");
  }

  #advice({ numbers }: Rows): string {
    return `${this.#keys[0]}${JSON.stringify(advise(this.#pack, answersFrom(this.#pack, numbers)))},`;
  }

  #found({ leader, isShared, verdict, margin, flip, isCertain, points, answered }: Judgement): string {
    const [role, inWords, ahead, changes, certain, each, asked] = this.#keys;
    let all = "";
    for (let r = 0; r < points.length; r++) all += `${r === 0 ? "" : ","}${this.#roles[r]}:${points[r]}`;
    return `${role}${isShared ? "null" : this.#roles[leader]},${inWords}"${verdict}",${ahead}${margin},${changes}${flip < 0 ? "null" : flip},${certain}${isCertain},${each}{${all}},${asked}${answered},`;
  }
}
