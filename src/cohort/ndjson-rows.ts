import type { Numbers } from "../advice/scorecard.ts";
import { type Fault, fault, type Place } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { isList, mayBeNone, open } from "../pack/pick.ts";
import { describeValue } from "../pack/raw.ts";
import { type CellAnswers, unknown } from "./cell-answers.ts";
import { codeName, fillFromCode, isCode } from "./code-cells.ts";
import type { Source } from "./csv-reader.ts";
import { fold, shortened } from "./fold.ts";
import { likelyQuestion, questionsByName, twice } from "./header-names.ts";
import { countColons, type JsonKey, keysOf } from "./json-keys.ts";
import { NdjsonReader } from "./ndjson-reader.ts";
import { answersByQuestion, type Row, type Rows, type RowsOptions } from "./rows.ts";

interface JsonRecord {
  readonly [key: string]: unknown;
}

const nothing: ReadonlySet<string> = new Set();

/** So many names are remembered, and remarked on. */
const mostNames = 1000;

/** A cohort in NDJSON: a record on each line, with the answers flat in it or under `answers`. */
export class NdjsonRows implements Rows, Row {
  readonly style: Rows["style"];
  readonly remarks: string[] = [];
  faults: readonly Fault[] = [];
  readonly numbers: Numbers;

  readonly #pack: Pack;
  readonly #options: RowsOptions;
  readonly #taken: ReadonlySet<string>;
  readonly #reader: NdjsonReader;
  readonly #questions: ReadonlyMap<string, number>;
  readonly #answers: readonly CellAnswers[];
  /** By key: the number of its question, or -1. */
  readonly #keys = new Map<string, number>();
  /** By question: the key that answers it in this row. */
  readonly #answeredBy: (string | null)[];
  #place: Place = {};
  #row = 0;
  /** Where the first record is. */
  #first: Place | null = null;
  #isAnswered = false;
  #text = "";
  #record: JsonRecord | null = null;
  /** Results of an earlier run, which these replace. */
  #dropped: ReadonlySet<string> = nothing;
  /** Only the id of the record is passed on. */
  #isWrittenAnew = false;
  #names: readonly string[] | null = null;
  #passed: readonly JsonKey[] | null = null;

  /** `sample` is the start of the text. */
  constructor(pack: Pack, options: RowsOptions, sample: string) {
    this.style = { delimiter: ",", lineEnd: /\r?\n/.exec(sample)?.[0] ?? "\n" };
    this.#pack = pack;
    this.#options = options;
    this.#taken = new Set(options.taken);
    this.#questions = questionsByName(pack);
    this.#answers = answersByQuestion(pack);
    this.#answeredBy = pack.questions.map(() => null);
    this.numbers = new Int32Array(pack.questions.length);
    this.#reader = new NdjsonReader((text, source) => this.#take(text, source));
  }

  read(text: string, isLast: boolean): void {
    this.#reader.read(text, isLast);
  }

  get fault(): Fault | null {
    if (this.#isAnswered || this.#first === null) return null;
    return fault("no-question-key", {}, this.#first);
  }

  get names(): readonly string[] {
    if (this.#passed === null) {
      const keys = this.#record === null ? [] : keysOf(this.#text);
      const passed = keys.filter(({ name }) => this.#isPassed(name));
      this.#passed = [...passed.filter(({ name }) => name === "id"), ...passed.filter(({ name }) => name !== "id")];
      const names = this.#passed.map(({ name }) => name);
      if (this.#names?.join("\n") !== names.join("\n")) this.#names = names;
    }
    return this.#names ?? [];
  }

  cell(name: number): string {
    const key = this.names[name] === undefined ? undefined : this.#passed?.[name];
    if (key === undefined) return "";
    const text = this.#text.slice(key.valueStart, key.end);
    if (text === "null") return "";
    return text.startsWith('"') ? `${JSON.parse(text)}` : text;
  }

  record(): string {
    if (this.#record === null) return "{";
    if (this.#dropped.size > 0) {
      const kept = keysOf(this.#text).filter(({ name }) => !this.#dropped.has(name));
      return `{${kept.map(({ start, end }) => this.#text.slice(start, end)).join(",")}`;
    }
    if (!this.#isWrittenAnew) return this.#text.slice(0, this.#text.lastIndexOf("}")).trim();
    const id = keysOf(this.#text).find(({ name }) => name === "id");
    return id === undefined ? "{" : `{${this.#text.slice(id.start, id.end)}`;
  }

  #isPassed(name: string): boolean {
    if (name === "id") return true;
    return !this.#isWrittenAnew && !this.#dropped.has(name) && name !== "answers" && this.#questionOf(name) < 0;
  }

  #take(text: string, source: Source): void {
    this.#row++;
    this.#place = { file: this.#options.file, line: source.line, row: this.#row };
    this.#text = text;
    this.#record = null;
    this.#passed = null;
    this.#isWrittenAnew = false;
    this.#dropped = nothing;
    this.numbers.fill(open);
    this.#answeredBy.fill(null);
    this.faults = source.fault === null ? this.#read(text) : [fault(source.fault, {}, this.#place)];
    this.#options.onRow(this);
  }

  #read(text: string): readonly Fault[] {
    if (this.#options.isDamaged() && text.includes("\ufffd")) return [fault("not-utf8", {}, this.#place)];
    let record: unknown;
    try {
      record = JSON.parse(text);
    } catch {
      return [fault("not-a-record", {}, this.#place)];
    }
    if (!isRecord(record)) return [fault("not-answers", { received: describeValue(record) }, this.#place)];
    this.#record = record;
    this.#first ??= { ...this.#place, row: undefined };
    const { answers = null } = record;
    const hasAnswers = Object.hasOwn(record, "answers");
    const faults = this.#readEarlier(record);
    let keys = 0;
    for (const key in record) {
      keys++;
      const question = this.#questionOf(key);
      if (question >= 0 && !hasAnswers) this.#answer(question, key, record[key], faults);
      else if (!this.#isWrittenAnew) this.#pass(key, question, faults);
    }
    if (hasAnswers) {
      if (!isRecord(answers)) return [fault("not-answers", { received: describeValue(answers) }, this.#place)];
      this.#isAnswered = true;
      const known = this.#pack.questions.map(({ id }) => id);
      for (const key in answers) {
        keys++;
        const question = this.#questionOf(key);
        if (question >= 0) this.#answer(question, key, answers[key], faults);
        else faults.push(fault("unknown-question", { given: shortened(key), known }, this.#place));
      }
    }
    if (countColons(text) > keys) faults.push(...this.#doubled(text, hasAnswers));
    return faults;
  }

  /** What an earlier run made of these answers: its results, a whole advice, or a code, which is read. */
  #readEarlier(record: JsonRecord): Fault[] {
    // A saved advice is written anew, so of the old one only the answers count.
    const { format } = record;
    this.#isWrittenAnew = typeof format === "string" && format.startsWith("role-advisor/advice@");
    const { taken } = this.#options;
    if (taken.length > 0 && taken.every((name) => Object.hasOwn(record, name))) this.#dropped = this.#taken;
    const code = record[codeName];
    if (!isCode(code) || this.#isWrittenAnew) return [];
    this.#isAnswered = true;
    if (this.#dropped === nothing && this.#taken.has(codeName)) this.#dropped = new Set([codeName]);
    return [...fillFromCode(this.#pack, code, this.numbers, this.#place)];
  }

  #questionOf(key: string): number {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    const question = key.length > mostNames ? -1 : (this.#questions.get(fold(key)) ?? -1);
    if (this.#keys.size < mostNames) {
      this.#keys.set(key, question);
      if (question < 0) this.remarks.push(...likelyQuestion(this.#questions, key));
    }
    return question;
  }

  #pass(key: string, question: number, faults: Fault[]): void {
    if (this.#taken.has(key) && !this.#dropped.has(key)) {
      this.#isWrittenAnew = true;
      faults.push(fault("taken-name", { name: key }, this.#place));
    }
    if (question < 0) return;
    const remark = `"${key}" stands beside "answers" and is not counted; move it into "answers"`;
    if (!this.remarks.includes(remark)) this.remarks.push(remark);
  }

  #answer(question: number, key: string, value: unknown, faults: Fault[]): void {
    this.#isAnswered = true;
    const other = this.#answeredBy[question] ?? null;
    this.#answeredBy[question] = key;
    const answers = this.#answers[question];
    if (answers === undefined) return;
    const { id } = answers.question;
    if (other !== null) {
      faults.push(twice(this.#pack, id, other, key, this.#place));
      return;
    }
    const known = typeof value === "string" ? answers.read(value) : unknown;
    if (known !== unknown) {
      this.numbers[question] = known;
      return;
    }
    const words = Array.isArray(value) ? value : [value ?? ""];
    const strange = words.find((word) => typeof word !== "string");
    if (strange !== undefined || (words.length === 0 && !mayBeNone(answers.question))) {
      const received = Array.isArray(value) ? (words.length === 0 ? "an empty list" : "a list") : describeValue(value);
      faults.push(fault("not-an-answer", { question: id, received, isList: isList(answers.question) }, this.#place));
      return;
    }
    const number = Array.isArray(value) ? answers.readList(words) : answers.read(words[0]);
    if (number === unknown) faults.push(answers.faultOf(words.join(";"), this.#place));
    else if (number !== open) this.numbers[question] = number;
  }

  /** Keys that decide something may stand only once: of two, JSON.parse tells the last. */
  #doubled(text: string, hasAnswers: boolean): Fault[] {
    const keys = keysOf(text);
    const inside = hasAnswers ? keys.filter(({ name }) => name === "answers") : [];
    return [keys, ...inside.map(({ valueStart }) => keysOf(text, valueStart))].flatMap((list) =>
      list
        .map(({ name }) => name)
        .filter((name, i, names) => names.indexOf(name) < i)
        .filter((name) => name === "id" || name === codeName || name === "answers" || this.#questionOf(name) >= 0)
        .map((name) => fault("key-given-twice", { name: shortened(name) }, this.#place)),
    );
  }
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
