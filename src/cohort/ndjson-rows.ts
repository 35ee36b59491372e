import type { Numbers } from "../advice/scorecard.ts";
import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { isList, mayBeNone, open } from "../pack/pick.ts";
import { describeValue } from "../pack/unchecked-data.ts";
import { CellAnswers, unknown } from "./cell-answers.ts";
import { codeName, fillFromCode, isCode } from "./code-cells.ts";
import { countOf, type Source } from "./csv-reader.ts";
import { fold, shortened } from "./fold-text.ts";
import { answeredTwice, likelyQuestion, questionsByName } from "./header-names.ts";
import { type JsonKey, keysOf } from "./json-keys.ts";
import { NdjsonReader } from "./ndjson-reader.ts";
import type { Row, Rows, RowsOptions } from "./rows.ts";

interface JsonRecord {
  readonly [key: string]: unknown;
}

const noNames: ReadonlySet<string> = new Set();

/** Number of different keys that are remembered and may get a remark; it bounds memory. */
const mostNames = 1000;

/** Reads a cohort in NDJSON: a record on each line, with the answers among its keys or in a record under `answers`. */
export class NdjsonRows implements Rows, Row {
  readonly style: Rows["style"];
  readonly remarks: string[] = [];
  faults: readonly Fault[] = [];
  readonly numbers: Numbers;

  readonly #pack: Pack;
  readonly #options: RowsOptions;
  readonly #resultNames: ReadonlySet<string>;
  readonly #reader: NdjsonReader;
  readonly #questions: ReadonlyMap<string, number>;
  readonly #answers: readonly CellAnswers[];
  /** The index of the question that a key names, or -1, for each key seen so far. */
  readonly #keys = new Map<string, number>();
  /** The key that answers each question in the current row. */
  readonly #answeredBy: (string | null)[];
  #place: Place = {};
  #row = 0;
  #firstRecord: Place | null = null;
  #isAnswered = false;
  #text = "";
  #record: JsonRecord | null = null;
  /** Keys of results of an earlier run, which the new results replace. */
  #dropped: ReadonlySet<string> = noNames;
  /** Whether the id of the record is all that is passed on. */
  #passesIdOnly = false;
  #names: readonly string[] | null = null;
  #passed: readonly JsonKey[] | null = null;

  /** @param sample The start of the text, which shows its line ends. */
  constructor(pack: Pack, options: RowsOptions, sample: string) {
    this.style = { delimiter: ",", lineEnd: /\r?\n/.exec(sample)?.[0] ?? "\n" };
    this.#pack = pack;
    this.#options = options;
    this.#resultNames = new Set(options.resultNames);
    this.#questions = questionsByName(pack);
    this.#answers = pack.questions.map((question) => new CellAnswers(pack, question));
    this.#answeredBy = pack.questions.map(() => null);
    this.numbers = new Int32Array(pack.questions.length);
    this.#reader = new NdjsonReader((text, source) => this.#take(text, source));
  }

  read(text: string, isLast: boolean): void {
    this.#reader.read(text, isLast);
    if (!isLast || this.#isAnswered || this.#firstRecord === null) return;
    throw new RoleAdvisorError([fault("no-question-key", {}, this.#firstRecord)]);
  }

  get names(): readonly string[] {
    if (this.#passed === null) {
      const keys = this.#record === null ? [] : keysOf(this.#text);
      const isAnswer = (name: string) => name === "answers" || this.#questionOf(name) >= 0;
      const passed = keys.filter(({ name }) => this.#isKept(name) && (name === "id" || !isAnswer(name)));
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
    if (!this.#passesIdOnly && this.#dropped.size === 0) return this.#text.slice(0, this.#text.lastIndexOf("}")).trim();
    const kept = keysOf(this.#text).filter(({ name }) => this.#isKept(name));
    const texts = kept.map(({ start, end }) => this.#text.slice(start, end));
    return `{${this.#passesIdOnly ? (texts[0] ?? "") : texts.join(",")}`;
  }

  #isKept(name: string): boolean {
    return this.#passesIdOnly ? name === "id" : !this.#dropped.has(name);
  }

  #take(text: string, source: Source): void {
    this.#row++;
    this.#place = { file: this.#options.file, line: source.line, row: this.#row };
    this.#text = text;
    this.#record = null;
    this.#passed = null;
    this.#passesIdOnly = false;
    this.#dropped = noNames;
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
    this.#firstRecord ??= { ...this.#place, row: undefined };
    const { answers = null } = record;
    const hasAnswers = Object.hasOwn(record, "answers");
    const faults = this.#readEarlier(record);
    let keys = 0;
    for (const key in record) {
      keys++;
      const question = this.#questionOf(key);
      if (question >= 0 && !hasAnswers) this.#answer(question, key, record[key], faults);
      else if (!this.#passesIdOnly) this.#pass(key, question, faults);
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
    // Each key has a colon. Strings may hold more of them, so only a closer look shows whether a key stands twice.
    if (countOf(text, ":") > keys) faults.push(...this.#doubled(text, hasAnswers));
    return faults;
  }

  /** Recognizes what earlier runs write: results, a saved advice, or a code, which is read. Returns the faults of the code. */
  #readEarlier(record: JsonRecord): Fault[] {
    // A new advice replaces a saved one, so that only the id and the answers of the old one matter.
    const { format } = record;
    this.#passesIdOnly = typeof format === "string" && format.startsWith("role-advisor/advice@");
    const { resultNames } = this.#options;
    if (resultNames.length > 0 && resultNames.every((name) => Object.hasOwn(record, name)))
      this.#dropped = this.#resultNames;
    const code = record[codeName];
    if (!isCode(code) || this.#passesIdOnly) return [];
    this.#isAnswered = true;
    if (this.#dropped === noNames && this.#resultNames.has(codeName)) this.#dropped = new Set([codeName]);
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
    if (this.#resultNames.has(key) && !this.#dropped.has(key)) {
      this.#passesIdOnly = true;
      faults.push(fault("taken-name", { name: key }, this.#place));
    }
    if (question < 0) return;
    const remark = `"${key}" is outside "answers" and is not counted; move it into "answers"`;
    if (!this.remarks.includes(remark)) this.remarks.push(remark);
  }

  #answer(question: number, key: string, value: unknown, faults: Fault[]): void {
    this.#isAnswered = true;
    const otherKey = this.#answeredBy[question] ?? null;
    this.#answeredBy[question] = key;
    const answers = this.#answers[question];
    if (answers === undefined) return;
    const { id } = answers.question;
    if (otherKey !== null) {
      faults.push(answeredTwice(this.#pack, id, otherKey, key, this.#place));
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

  /** Faults of keys that stand twice and are answers or name the person: JSON.parse keeps only the last of them. */
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
