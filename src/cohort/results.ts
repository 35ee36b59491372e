import { advise } from "../advice/advise.ts";
import { answersFrom } from "../advice/scorecard.ts";
import type { Pack } from "../pack/pack.ts";
import { type CsvStyle, toCell, toCsvLine } from "./cells.ts";
import { RowAdvice } from "./row-advice.ts";
import type { Judged, Outcome, Row } from "./rows.ts";

/** Makes a line for each row: what is passed on, then what was found. */
export interface Results {
  line(row: Row, outcome: Outcome): string;
  /** After the last row. */
  end(): string;
  readonly remarks: readonly string[];
}

const verdictNames = ["role", "verdict", "margin", "flip", "certain"];
const otherNames = ["answered", "summary", "kind", "neighbour", "code", "error"];

export function csvNames({ roles }: Pack, prefix: string): string[] {
  const points = roles.map(({ id }) => `points_${id}`);
  return [...verdictNames, ...points, ...otherNames].map((name) => prefix + name);
}

/** With `isFull` the whole advice, instead of what it comes down to. */
export function ndjsonNames(prefix: string, isFull: boolean): string[] {
  return (isFull ? ["advice", "error"] : [...verdictNames, "points", ...otherNames]).map((name) => prefix + name);
}

/** All that is wrong with a row, in one cell. It depends on the row alone, so that rows may be split over machines. */
function faultsInOne({ faults }: Row): string {
  return faults.map(({ message }) => message).join(" | ");
}

/** Writes texts of which there are few: each is written once. */
function remembering(write: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const written = known.get(text) ?? write(text);
    known.set(text, written);
    return written;
  };
}

/** Rows that wait for the header take a few megabytes at most; each takes about so many characters beside its cells. */
const mostHeld = 1 << 20;
const heldRow = 1 << 9;

interface Held {
  readonly names: readonly string[];
  readonly cells: readonly string[];
  readonly found: string;
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
  readonly #advice: RowAdvice;
  readonly #cellOf: (text: string) => string;
  #header: readonly string[] | null = null;
  readonly #dropped = new Map<string, number>();
  readonly #held: Held[] = [];
  #heldLength = 0;

  constructor(pack: Pack, prefix: string, style: CsvStyle) {
    this.#names = csvNames(pack, prefix);
    this.#style = style;
    this.#advice = new RowAdvice(pack);
    this.#roles = pack.roles.map(({ id }) => id);
    this.#cellOf = remembering((text) => toCell(text, style));
  }

  line(row: Row, outcome: Outcome): string {
    const { names } = row;
    const found = this.#found(row, outcome);
    if (this.#header === names) {
      let text = "";
      for (let i = 0; i < names.length; i++) text += toCell(row.cell(i), this.#style) + this.#style.delimiter;
      return text + found;
    }
    const held = { names, cells: names.map((_, i) => row.cell(i)), found };
    if (this.#header !== null) return this.#align(held, this.#header);
    this.#held.push(held);
    this.#heldLength += held.cells.reduce((n, { length }) => n + length, heldRow);
    return outcome === "rejected" && this.#heldLength < mostHeld ? "" : this.#release();
  }

  end(): string {
    const text = this.#header === null ? this.#release() : "";
    for (const [name, count] of this.#dropped) {
      this.remarks.push(
        `"${name}" is not in the first row that has no fault, so that CSV has no column for it: it is left out of ${count} ${count === 1 ? "row" : "rows"}; write NDJSON, or give that row all names`,
      );
    }
    return text;
  }

  /** The header, of the names of the last row where it has any, and the rows that waited for it. */
  #release(): string {
    const last = this.#held.at(-1)?.names ?? [];
    const names = last.length > 0 ? last : (this.#held.find((row) => row.names.length > 0)?.names ?? last);
    this.#header = names;
    const rows = this.#held.splice(0).map((row) => this.#align(row, names));
    return toCsvLine([...names, ...this.#names], this.#style) + rows.join("");
  }

  /** Records need not have the same names as the first. */
  #align({ names, cells, found }: Held, header: readonly string[]): string {
    const texts = header.map((name) => toCell(cells[names.indexOf(name)] ?? "", this.#style) + this.#style.delimiter);
    for (const name of names) {
      if (!header.includes(name)) this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1);
    }
    return texts.join("") + found;
  }

  #found(row: Row, outcome: Outcome): string {
    const { delimiter: d, lineEnd } = this.#style;
    if (outcome === "blank" || outcome === "rejected") {
      return d.repeat(this.#names.length - 1) + toCell(faultsInOne(row), this.#style) + lineEnd;
    }
    const { leader, isShared, verdict, margin, flip, isCertain, points, answered } = outcome.judgement;
    const { summary, kind, neighbours, code } = this.#advice.of(outcome);
    const role = isShared ? "" : this.#roles[leader];
    const beside = neighbours.length === 0 ? "" : this.#cellOf(neighbours.join(";"));
    let text = `${role}${d}${verdict}${d}${margin}${d}${flip ?? ""}${d}${isCertain}${d}`;
    for (const had of points) text += had + d;
    return `${text}${answered}${d}${this.#cellOf(summary)}${d}${kind ?? ""}${d}${beside}${d}${code}${d}${lineEnd}`;
  }
}

/** Results as a record a line: what was found is added to the row's own record. */
export class NdjsonResults implements Results {
  readonly remarks: readonly string[] = [];
  readonly #pack: Pack;
  readonly #isFull: boolean;
  readonly #lineEnd: string;
  readonly #advice: RowAdvice;
  readonly #keys: readonly string[];
  readonly #roles: readonly string[];
  /** What comes before the points of each role. */
  readonly #roleKeys: readonly string[];
  readonly #quoted = remembering((text) => JSON.stringify(text));

  constructor(pack: Pack, prefix: string, isFull: boolean, lineEnd: string) {
    this.#pack = pack;
    this.#isFull = isFull;
    this.#lineEnd = lineEnd;
    this.#keys = ndjsonNames(prefix, isFull).map((name, i) => `${i === 0 ? "" : ","}${JSON.stringify(name)}:`);
    this.#advice = new RowAdvice(pack);
    this.#roles = pack.roles.map(({ id }) => JSON.stringify(id));
    this.#roleKeys = this.#roles.map((id, r) => `${r === 0 ? "" : ","}${id}:`);
  }

  line(row: Row, outcome: Outcome): string {
    const record = row.record();
    const values = this.#valuesOf(row, outcome);
    const last = this.#keys.length - 1;
    let text = record === "{" ? record : `${record},`;
    for (let i = 0; i < last; i++) text += `${this.#keys[i]}${values[i] ?? null}`;
    const error = outcome === "rejected" ? JSON.stringify(faultsInOne(row)) : null;
    return `${text}${this.#keys[last]}${error}}${this.#lineEnd}`;
  }

  end(): string {
    return "";
  }

  /** As JSON, but for the error; none where nothing was found. */
  #valuesOf(row: Row, outcome: Outcome): readonly unknown[] {
    if (outcome === "blank" || outcome === "rejected") return [];
    if (this.#isFull) return [JSON.stringify(advise(this.#pack, answersFrom(this.#pack, row.numbers)))];
    return this.#found(outcome);
  }

  #found(judged: Judged): readonly unknown[] {
    const { leader, isShared, verdict, margin, flip, isCertain, points, answered } = judged.judgement;
    const { summary, kind, neighbours, code } = this.#advice.of(judged);
    let byRole = "";
    for (let r = 0; r < points.length; r++) byRole += `${this.#roleKeys[r]}${points[r]}`;
    const beside = neighbours.length === 0 ? "" : neighbours.map(this.#quoted).join(",");
    return [
      isShared ? null : this.#roles[leader],
      `"${verdict}"`,
      margin,
      flip,
      isCertain,
      `{${byRole}}`,
      answered,
      this.#quoted(summary),
      kind === null ? null : `"${kind}"`,
      `[${beside}]`,
      `"${code}"`,
    ];
  }
}
