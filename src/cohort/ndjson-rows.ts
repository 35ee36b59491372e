import { readAnswers } from "../answers/parse.ts";
import { type Fault, fault } from "../fault.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { quoted } from "../pack/shape.ts";
import type { Bytes } from "./bytes.ts";
import { type CsvStyle, writeCell } from "./cells.ts";
import { FlatRecord } from "./flat-record.ts";
import { likelyQuestion, questionsByName } from "./header.ts";
import { LineScanner } from "./ndjson.ts";
import { type Numbers, numberOf, open } from "./number.ts";
import { splitRecord } from "./record.ts";
import { type Rows, shortened } from "./rows.ts";

type Record = { readonly [key: string]: unknown };

const noFaults: readonly Fault[] = [];
const quote = 34;

/** A cohort in NDJSON: a record on each line, with the answers flat in it or under `answers`. */
export class NdjsonRows implements Rows {
  row = 0;
  faults: readonly Fault[] = noFaults;
  names: readonly string[] = [];
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
  readonly #flat: FlatRecord;
  #isFlat = false;
  /** Of a flat record: the names found in it, and for each of `names` which of them it is. Null after another record. */
  #shape: string | null = null;
  #order: readonly number[] = [];
  /** Of another record: its names, its values, and how they were written. */
  #names: string[] = [];
  #values: unknown[] = [];
  #raw: ReadonlyMap<string, string> | null = null;

  constructor(pack: Pack, file: string, taken: readonly string[]) {
    this.#pack = pack;
    this.#file = file;
    this.#taken = new Set(taken);
    this.#flat = new FlatRecord(pack);
    this.numbers = new Int32Array(pack.questions.length);
    this.#questions = questionsByName(pack);
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
    while (scanner.isBlank());
    this.row++;
    this.faults = noFaults;
    this.numbers.fill(open);
    this.#isFlat = scanner.fault === null && this.#flat.read(scanner.window, scanner.start, scanner.end, this.numbers);
    if (this.#isFlat) this.#takeNames();
    else this.#readClosely();
    return true;
  }

  writeCell(name: number, out: Bytes, style: CsvStyle): void {
    if (!this.#isFlat) {
      const value = this.#values[name];
      if (value === null || value === undefined) return;
      writeCell(out, typeof value === "string" ? value : this.#json(name), style);
      return;
    }
    const [start, end] = this.#stands(name);
    const isString = this.#scanner.window.bytes[start] === quote;
    writeCell(out, isString ? this.#scanner.text(start + 1, end - 1) : this.#scanner.text(start, end), style);
  }

  writeJson(name: number, out: Bytes): void {
    if (!this.#isFlat) {
      out.text(this.#json(name));
      return;
    }
    const [start, end] = this.#stands(name);
    out.copy(this.#scanner.window.bytes, start, end);
  }

  /** As it was written: of a long number, an id say, we would lose the last digits. */
  #json(name: number): string {
    this.#raw ??= splitRecord(this.#scanner.text());
    return this.#raw.get(this.names[name] as string) ?? "null";
  }

  #stands(name: number): readonly [number, number] {
    const at = this.#order[name] as number;
    return [this.#flat.starts[at] as number, this.#flat.ends[at] as number];
  }

  /** Records of a file have the same names as a rule, and then `names` stays. */
  #takeNames(): void {
    const { found, count, names } = this.#flat;
    let shape = "";
    for (let i = 0; i < count; i++) shape += String.fromCharCode(found[i] as number);
    if (shape === this.#shape) return;
    this.#shape = shape;
    const present = Array.from({ length: count }, (_, i) => i);
    const isId = (i: number) => names[found[i] as number] === "id";
    this.#order = [...present.filter(isId), ...present.filter((i) => !isId(i))];
    this.names = this.#order.map((i) => names[found[i] as number] as string);
  }

  #readClosely(): void {
    const scanner = this.#scanner;
    this.#names = [];
    this.#values = [];
    this.#raw = null;
    this.numbers.fill(open);
    if (scanner.fault === null) this.#readLine(scanner.text());
    else this.#reject(fault(scanner.fault, {}, this.#place()));
    this.#shape = null;
    if (this.names.join("\n") !== this.#names.join("\n")) this.names = this.#names;
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
        else this.#answer(question, record, key);
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
      else this.#answer(question, answers, key);
    }
  }

  #pass(name: string, value: unknown): void {
    if (this.#taken.has(name)) {
      this.#reject(fault("taken-name", { name }, this.#place()));
      return;
    }
    if (!this.#seen.has(name) && this.#seen.size < 1000) {
      this.#seen.add(name);
      if (this.#questions.has(name)) {
        this.remarks.push(`"${name}" stands beside "answers" and is not counted; move it into "answers"`);
      } else this.remarks.push(...likelyQuestion(this.#questions, name));
    }
    this.#flat.learn(name);
    if (name === "id") {
      this.#names.unshift(name);
      this.#values.unshift(value);
    } else {
      this.#names.push(name);
      this.#values.push(value);
    }
  }

  /** The key is the question's id, or one that it had before. */
  #answer(q: number, given: Record, key: string): void {
    const { id } = this.#pack.questions[q] as Question;
    if (key !== id && Object.hasOwn(given, id)) {
      this.#reject(fault("answered-twice", { old: key, question: id }, this.#place()));
      return;
    }
    const number = this.#known(q, given[key]);
    this.numbers[q] = number >= 0 ? number : this.#understand(key, given[key]);
  }

  /** The number of an answer that is as it should be; -1 where it takes a closer look. */
  #known(q: number, value: unknown): number {
    const { pick, most } = this.#pack.questions[q] as Question;
    const options = this.#options[q] as ReadonlyMap<string, number>;
    if (value === "") return open;
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

  #understand(key: string, value: unknown): number {
    const given = Array.isArray(value)
      ? value.map((word) => (typeof word === "string" ? shortened(word) : word))
      : typeof value === "string"
        ? shortened(value)
        : value;
    const place = () => this.#place();
    const read = readAnswers(this.#pack, { [shortened(key)]: given }, { question: place, answer: place });
    if (read.faults.length > 0) this.faults = [...this.faults, ...read.faults];
    const question = this.#pack.questions[this.#questions.get(key) ?? -1];
    const picked = question && read.answers[question.id];
    return question === undefined || picked === undefined ? open : numberOf(question, picked);
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
