import { advise } from "../advice/advise.ts";
import { answersFrom } from "../advice/scorecard.ts";
import type { Pack } from "../pack/pack.ts";
import { type CsvStyle, toCell, toCsvLine } from "./cells.ts";
import { RowAdvice } from "./row-advice.ts";
import type { Outcome, Row } from "./rows.ts";

/** Writes a line for each row: the passed-on values, then the results. */
export interface Results {
  line(row: Row, outcome: Outcome): string;
  /** Text that was held back until after the last row. */
  end(): string;
  readonly remarks: readonly string[];
}

const verdictNames = ["role", "verdict", "margin", "flip", "certain"];
const otherNames = ["answered", "summary", "kind", "neighbour", "code", "error"];

export function csvNames({ roles }: Pack, prefix: string): string[] {
  const points = roles.map(({ id }) => `points_${id}`);
  return [...verdictNames, ...points, ...otherNames].map((name) => prefix + name);
}

/** The keys of results; with `isFull` there is one for the whole advice instead of one for each of its figures. */
export function ndjsonNames(prefix: string, isFull: boolean): string[] {
  return (isFull ? ["advice", "error"] : [...verdictNames, "points", ...otherNames]).map((name) => prefix + name);
}

/** All faults of a row in one cell, without line numbers, so that a cohort may be split and its parts run on their own. */
function errorText({ faults }: Row): string {
  return faults.map(({ message }) => message).join(" | ");
}

/** Remembers how each text is written; only for texts of which there are few different ones. */
function remembering(write: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const written = known.get(text) ?? write(text);
    known.set(text, written);
    return written;
  };
}

/** Maximum number of characters of rows that wait for the header, which bounds their memory to a few megabytes. */
const mostHeld = 1 << 20;
/** Estimate of the characters that a waiting row takes besides its cells. */
const heldRow = 1 << 9;

interface HeldRow {
  readonly names: readonly string[];
  readonly cells: readonly string[];
  readonly results: string;
}

/**
 * Results as CSV. The header takes the names of passed-on values from the first row that was not rejected, because a rejected
 * row may lack them. Rows before it are held back, up to a limit.
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
  readonly #held: HeldRow[] = [];
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
    const results = this.#resultsOf(row, outcome);
    if (this.#header === names) {
      let text = "";
      for (let i = 0; i < names.length; i++) text += toCell(row.cell(i), this.#style) + this.#style.delimiter;
      return text + results;
    }
    const held = { names, cells: names.map((_, i) => row.cell(i)), results };
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

  /** The header, with the names of the last held row, or else of the first that has any; then the held rows. */
  #release(): string {
    const last = this.#held.at(-1)?.names ?? [];
    const names = last.length > 0 ? last : (this.#held.find((row) => row.names.length > 0)?.names ?? last);
    this.#header = names;
    const rows = this.#held.splice(0).map((row) => this.#align(row, names));
    return toCsvLine([...names, ...this.#names], this.#style) + rows.join("");
  }

  /** Puts the cells of a row under the names of the header: records of NDJSON may have names that differ from it. */
  #align({ names, cells, results }: HeldRow, header: readonly string[]): string {
    const texts = header.map((name) => toCell(cells[names.indexOf(name)] ?? "", this.#style) + this.#style.delimiter);
    for (const name of names) {
      if (!header.includes(name)) this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1);
    }
    return texts.join("") + results;
  }

  #resultsOf(row: Row, outcome: Outcome): string {
    const { delimiter: d, lineEnd } = this.#style;
    if (outcome === "blank" || outcome === "rejected") {
      return d.repeat(this.#names.length - 1) + toCell(errorText(row), this.#style) + lineEnd;
    }
    const { leader, isShared, verdict, margin, flip, isCertain, points, answered } = outcome.judgement;
    const { summary, kind, neighbours, code } = this.#advice.of(outcome);
    const role = isShared ? "" : this.#roles[leader];
    const beside = neighbours.length === 0 ? "" : this.#cellOf(neighbours.join(";"));
    let text = `${role}${d}${verdict}${d}${margin}${d}${flip ?? ""}${d}${isCertain}${d}`;
    for (const rolePoints of points) text += rolePoints + d;
    return `${text}${answered}${d}${this.#cellOf(summary)}${d}${kind ?? ""}${d}${beside}${d}${code}${d}${lineEnd}`;
  }
}

/** Results as NDJSON: the keys of results are appended to the record of the row. */
export class NdjsonResults implements Results {
  readonly remarks: readonly string[] = [];
  readonly #pack: Pack;
  readonly #isFull: boolean;
  readonly #lineEnd: string;
  readonly #advice: RowAdvice;
  readonly #keys: readonly string[];
  readonly #roles: readonly string[];
  /** The key of each role in `points`, with the comma before it. */
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
    const error = outcome === "rejected" ? JSON.stringify(errorText(row)) : null;
    return `${text}${this.#keys[last]}${error}}${this.#lineEnd}`;
  }

  end(): string {
    return "";
  }

  /** The results as JSON, without the error; empty if the row was not judged. */
  #valuesOf(row: Row, outcome: Outcome): readonly unknown[] {
    if (outcome === "blank" || outcome === "rejected") return [];
    if (this.#isFull) return [JSON.stringify(advise(this.#pack, answersFrom(this.#pack, row.numbers)))];
    const { leader, isShared, verdict, margin, flip, isCertain, points, answered } = outcome.judgement;
    const { summary, kind, neighbours, code } = this.#advice.of(outcome);
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
