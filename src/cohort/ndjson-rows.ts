import { readAnswers } from "../answers/parse.ts";
import { type Fault, fault } from "../fault.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { quoted } from "../pack/shape.ts";
import type { Bytes } from "./bytes.ts";
import { type CsvStyle, writeCell } from "./cells.ts";
import { likelyQuestion } from "./header.ts";
import { LineScanner } from "./ndjson.ts";
import { type Numbers, numberOf, open } from "./number.ts";
import { splitRecord } from "./record.ts";
import { type Rows, shortened } from "./rows.ts";

type Record = { readonly [key: string]: unknown };

const noFaults: readonly Fault[] = [];

/** A cohort in NDJSON: a record on each line, with the answers flat in it or under `answers`. */
export class NdjsonRows implements Rows {
  row = 0;
  faults: readonly Fault[] = noFaults;
  names: string[] = [];
  readonly numbers: Numbers;
  readonly remarks: string[] = [];

  readonly #pack: Pack;
  readonly #file: string;
  readonly #taken: ReadonlySet<string>;
  readonly #scanner = new LineScanner();
  readonly #questions: ReadonlyMap<string, number>;
  /** By question: the option's id to its number; where any may be picked, to its bit. */
  readonly #options: readonly ReadonlyMap<string, number>[];
  readonly #seen = new Set<string>();
  #values: unknown[] = [];
  #raw: ReadonlyMap<string, string> | null = null;

  constructor(pack: Pack, file: string, taken: readonly string[]) {
    this.#pack = pack;
    this.#file = file;
    this.#taken = new Set(taken);
    this.numbers = new Int32Array(pack.questions.length);
    this.#questions = new Map(pack.questions.map(({ id }, q) => [id, q]));
    this.#options = pack.questions.map(
      ({ pick, options }) => new Map(options.map(({ id }, o) => [id, pick === "one" ? 1 + o : 2 ** o])),
    );
  }

  feed(chunk: Uint8Array): void {
    this.#scanner.feed(chunk);
  }

  close(): void {
    this.#scanner.close();
  }

  next(): boolean {
    const scanner = this.#scanner;
    do if (!scanner.next()) return false;
    while (scanner.fault === null && scanner.text.trim() === "");
    this.row++;
    this.faults = noFaults;
    this.names = [];
    this.#values = [];
    this.#raw = null;
    this.numbers.fill(open);
    if (scanner.fault !== null) this.#reject(fault(scanner.fault, {}, this.#place()));
    else this.#readLine(scanner.text);
    return true;
  }

  writeCell(name: number, out: Bytes, style: CsvStyle): void {
    const value = this.#values[name];
    if (value === null || value === undefined) return;
    writeCell(out, typeof value === "string" ? value : this.json(name), style);
  }

  json(name: number): string {
    const value = this.#values[name];
    if (typeof value === "string" || isSmall(value)) return JSON.stringify(value);
    // Numbers as they were written: an id of more than 2^53 would lose its last digits in ours.
    this.#raw ??= splitRecord(this.#scanner.text);
    return this.#raw.get(this.names[name] as string) ?? "null";
  }

  #readLine(text: string): void {
    let record: unknown;
    try {
      record = JSON.parse(text);
    } catch {
      this.#reject(fault("not-a-record", {}, this.#place()));
      return;
    }
    if (!isRecord(record)) {
      this.#reject(fault("not-answers", { received: quoted(record) }, this.#place()));
      return;
    }
    if (!Object.hasOwn(record, "answers")) {
      for (const key in record) {
        const question = this.#questions.get(key);
        if (question === undefined) this.#pass(key, record[key]);
        else this.#answer(question, record[key]);
      }
      return;
    }
    // A saved advice is written anew, so of the old one only the answers count.
    const { format } = record;
    const isAdvice = typeof format === "string" && format.startsWith("role-advisor/advice@");
    for (const key in record) if (key !== "answers" && (!isAdvice || key === "id")) this.#pass(key, record[key]);
    const { answers } = record;
    if (!isRecord(answers)) {
      this.#reject(fault("not-answers", { received: quoted(answers) }, this.#place()));
      return;
    }
    for (const key in answers) {
      const question = this.#questions.get(key);
      if (question === undefined) this.#understand(key, answers[key]);
      else this.#answer(question, answers[key]);
    }
  }

  #pass(name: string, value: unknown): void {
    if (this.#taken.has(name)) {
      this.#reject(fault("taken-name", { name }, this.#place()));
      return;
    }
    if (!this.#seen.has(name) && this.#seen.size < 1000) {
      this.#seen.add(name);
      this.remarks.push(...likelyQuestion(this.#pack, name));
    }
    if (name === "id") {
      this.names.unshift(name);
      this.#values.unshift(value);
    } else {
      this.names.push(name);
      this.#values.push(value);
    }
  }

  #answer(q: number, value: unknown): void {
    const number = this.#known(q, value);
    this.numbers[q] = number >= 0 ? number : this.#understand((this.#pack.questions[q] as Question).id, value);
  }

  /** The number of an answer that is as it should be; -1 where it takes a closer look. */
  #known(q: number, value: unknown): number {
    const { pick, most } = this.#pack.questions[q] as Question;
    const options = this.#options[q] as ReadonlyMap<string, number>;
    if (typeof value === "string") return pick === "one" ? (options.get(value) ?? -1) : -1;
    if (!Array.isArray(value) || pick === "one" || value.length > most) return -1;
    let picked = 0;
    for (const word of value) {
      const bit = options.get(word);
      if (bit === undefined) return -1;
      picked |= bit;
    }
    return 1 + picked;
  }

  #understand(id: string, value: unknown): number {
    const given = Array.isArray(value)
      ? value.map((word) => (typeof word === "string" ? shortened(word) : word))
      : typeof value === "string"
        ? shortened(value)
        : value;
    const place = () => this.#place();
    const read = readAnswers(this.#pack, { [shortened(id)]: given }, { question: place, answer: place });
    if (read.faults.length > 0) this.faults = [...this.faults, ...read.faults];
    const picked = read.answers[id];
    const question = this.#pack.questions.find((one) => one.id === id);
    return picked === undefined || question === undefined ? open : numberOf(question, picked);
  }

  #reject(why: Fault): void {
    this.faults = [...this.faults, why];
  }

  #place() {
    return { file: this.#file, line: this.#scanner.line, row: this.row };
  }
}

function isRecord(value: unknown): value is Record {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSmall(value: unknown): boolean {
  return value === null || typeof value === "boolean" || Number.isSafeInteger(value);
}
