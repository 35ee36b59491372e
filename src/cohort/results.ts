import { advise } from "../advice/advise.ts";
import { answersFrom } from "../advice/scorecard.ts";
import type { Fault } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { type CsvStyle, toCell, toCsvLine } from "./cells.ts";
import { RowAdvice } from "./row-advice.ts";
import type { Outcome, Row } from "./rows.ts";

/** Makes a line for each row: what is passed on, then what was found. */
export interface Results {
  line(row: Row, outcome: Outcome): string;
  /** After the last row. */
  end(): string;
  readonly remarks: readonly string[];
}

/** All that is wrong with a row, in one cell. It depends on the row alone, so that rows may be split over machines. */
function faultsInOne(faults: readonly Fault[]): string {
  return faults.map(({ message }) => message).join(" | ");
}

/** Rows that wait for the header take a few megabytes at most; each takes about so many characters beside its cells. */
const mostHeld = 1 << 20;
const heldRow = 1 << 9;

const extraNames = ["summary", "kind", "neighbour", "code"] as const;

export function csvNames({ roles }: Pack, prefix: string): string[] {
  const points = roles.map(({ id }) => `points_${id}`);
  const verdict = ["role", "verdict", "margin", "flip", "certain", ...points, "answered"];
  return [...verdict, ...extraNames, "error"].map((name) => prefix + name);
}

interface Held {
  readonly names: readonly string[];
  readonly cells: readonly string[];
  readonly end: string;
}

/**
 * Results as CSV. The header holds the names of the first row's passed-on values. A row that was rejected may lack them, so
 * those before the first that was not are held back, though only so many.
 */
export class CsvResults implements Results {
  readonly remarks: string[] = [];
  readonly #names: readonly string[];
  readonly #style: CsvStyle;
  readonly #roles: readonly string[];
  readonly #nothing: string;
  readonly #advice: RowAdvice;
  /** By sentence: its cell. There are few. */
  readonly #sentences = new Map<string, string>();
  #header: readonly string[] | null = null;
  readonly #dropped = new Map<string, number>();
  readonly #held: Held[] = [];
  #heldLength = 0;
  #lastNames: readonly string[] = [];

  constructor(pack: Pack, prefix: string, style: CsvStyle) {
    this.#names = csvNames(pack, prefix);
    this.#style = style;
    this.#advice = new RowAdvice(pack);
    this.#roles = pack.roles.map(({ id }) => id);
    this.#nothing = style.delimiter.repeat(this.#names.length - 1);
  }

  line(row: Row, outcome: Outcome): string {
    const { names } = row;
    const end = this.#found(row, outcome);
    if (this.#header === names) return this.#cells(row, names.length) + end;
    const cells = names.map((_, i) => row.cell(i));
    if (this.#header !== null) return this.#align({ names, cells, end }, this.#header);
    this.#lastNames = names;
    this.#held.push({ names, cells, end });
    this.#heldLength += cells.reduce((n, { length }) => n + length, heldRow);
    return outcome === "rejected" && this.#heldLength < mostHeld ? "" : this.#release(names);
  }

  end(): string {
    const text = this.#header === null ? this.#release(this.#lastNames) : "";
    for (const [name, count] of this.#dropped) {
      this.remarks.push(
        `"${name}" is not in the first row that has no fault, so that CSV has no column for it: it is left out of ${count} ${count === 1 ? "row" : "rows"}; write NDJSON, or give that row all names`,
      );
    }
    return text;
  }

  #cells(row: Row, count: number): string {
    let text = "";
    for (let i = 0; i < count; i++) text += toCell(row.cell(i), this.#style) + this.#style.delimiter;
    return text;
  }

  /** The header, and the rows that waited for it. */
  #release(first: readonly string[]): string {
    const names = first.length > 0 ? first : (this.#held.find((row) => row.names.length > 0)?.names ?? first);
    this.#header = names;
    const header = toCsvLine([...names, ...this.#names], this.#style);
    return (
      header +
      this.#held
        .splice(0)
        .map((row) => this.#align(row, names))
        .join("")
    );
  }

  /** Records need not have the same names as the first. */
  #align({ names, cells, end }: Held, header: readonly string[]): string {
    const { delimiter } = this.#style;
    const texts = header.map((name) => toCell(cells[names.indexOf(name)] ?? "", this.#style) + delimiter);
    for (const name of names) {
      if (!header.includes(name)) this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1);
    }
    return texts.join("") + end;
  }

  #found(row: Row, outcome: Outcome): string {
    const { delimiter: d, lineEnd } = this.#style;
    if (outcome === "blank") return this.#nothing + lineEnd;
    if (outcome === "rejected") return this.#nothing + toCell(faultsInOne(row.faults), this.#style) + lineEnd;
    const { leader, isShared, verdict, margin, flip, isCertain, points, answered } = outcome.judgement;
    const role = isShared ? "" : this.#roles[leader];
    const { summary, kind, neighbours, code } = this.#advice.of(outcome);
    const sentence = this.#sentences.get(summary) ?? toCell(summary, this.#style);
    this.#sentences.set(summary, sentence);
    const extras = `${sentence}${d}${kind ?? ""}${d}${toCell(neighbours.join(";"), this.#style)}${d}${code}`;
    return `${role}${d}${verdict}${d}${margin}${d}${flip ?? ""}${d}${isCertain}${d}${points.join(d)}${d}${answered}${d}${extras}${d}${lineEnd}`;
  }
}

export interface NdjsonStyle {
  readonly prefix: string;
  /** The whole advice, instead of what it comes down to. */
  readonly isFull: boolean;
  readonly lineEnd: string;
}

export function ndjsonNames({ prefix, isFull }: Pick<NdjsonStyle, "prefix" | "isFull">): string[] {
  const found = ["role", "verdict", "margin", "flip", "certain", "points", "answered", ...extraNames];
  return [...(isFull ? ["advice"] : found), "error"].map((name) => prefix + name);
}

/** Results as a record a line: what was found is added to the row's own record. */
export class NdjsonResults implements Results {
  readonly remarks: readonly string[] = [];
  readonly #pack: Pack;
  readonly #style: NdjsonStyle;
  readonly #advice: RowAdvice;
  readonly #keys: readonly string[];
  readonly #roles: readonly string[];

  constructor(pack: Pack, style: NdjsonStyle) {
    this.#pack = pack;
    this.#style = style;
    this.#keys = ndjsonNames(style).map((name) => `${JSON.stringify(name)}:`);
    this.#advice = new RowAdvice(pack);
    this.#roles = pack.roles.map(({ id }) => JSON.stringify(id));
  }

  line(row: Row, outcome: Outcome): string {
    const record = row.record();
    const comma = record === "{" ? "" : ",";
    const values = this.#valuesOf(row, outcome);
    let text = record + comma;
    for (let i = 0; i < this.#keys.length; i++) text += `${i === 0 ? "" : ","}${this.#keys[i]}${values[i]}`;
    return `${text}}${this.#style.lineEnd}`;
  }

  end(): string {
    return "";
  }

  #valuesOf(row: Row, outcome: Outcome): readonly unknown[] {
    if (outcome === "blank") return this.#keys.map(() => null);
    if (outcome === "rejected") {
      return this.#keys.map((_, i) => (i < this.#keys.length - 1 ? null : JSON.stringify(faultsInOne(row.faults))));
    }
    if (this.#style.isFull) {
      return [JSON.stringify(advise(this.#pack, answersFrom(this.#pack, row.numbers))), null];
    }
    const { leader, isShared, verdict, margin, flip, isCertain, points, answered } = outcome.judgement;
    const byRole = this.#roles.map((id, r) => `${id}:${points[r]}`).join(",");
    const role = isShared ? null : this.#roles[leader];
    const { summary, kind, neighbours, code } = this.#advice.of(outcome);
    const extras = [summary, kind, neighbours, code].map((value) => JSON.stringify(value));
    return [role, `"${verdict}"`, margin, flip, isCertain, `{${byRole}}`, answered, ...extras, null];
  }
}
