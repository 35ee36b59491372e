import { mostRowLength, type Source } from "./csv-reader.ts";

/** Splits NDJSON text that arrives in pieces into lines. Blank lines are counted but are not rows. */
export class NdjsonReader {
  readonly #onRow: (text: string, source: Source) => void;
  #rest = "";
  #line = 0;
  #isSkipping = false;

  constructor(onRow: (text: string, source: Source) => void) {
    this.#onRow = onRow;
  }

  read(piece: string, isLast: boolean): void {
    const lines = (this.#rest + piece).split("\n");
    this.#rest = isLast ? "" : (lines.pop() ?? "");
    for (const line of lines) {
      if (this.#isSkipping) this.#isSkipping = false;
      else this.#pass(line);
    }
    if (this.#rest.length <= mostRowLength) return;
    if (!this.#isSkipping) this.#pass(this.#rest);
    this.#isSkipping = true;
    this.#rest = "";
  }

  #pass(line: string): void {
    this.#line++;
    if (line.length > mostRowLength) this.#onRow("", { line: this.#line, fault: "row-too-long" });
    else if (line.trim() !== "") this.#onRow(line, { line: this.#line, fault: null });
  }
}
