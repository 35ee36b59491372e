import { closestMatch } from "leven";
import { limits } from "./limits.ts";

/** Where a fault is, as far as it is known. Line, column and row count from 1. */
export interface Place {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly row?: number | undefined;
}

/** Something wrong in what was given: what, where, and the mend. */
export interface Fault extends Place {
  readonly code: FaultCode;
  /** What is wrong and how to mend it, in one line, without the place. */
  readonly message: string;
  /** Other places where the same is wrong. */
  readonly also?: readonly Place[];
}

export type FaultCode = keyof typeof sentences;

/** What is wrong, then the mend: one sentence for each code. */
const sentences = {
  // reading files
  "cannot-read": (d: { why: string }) => `cannot be read: ${d.why}`,
  "cannot-write": (d: { why: string }) => `cannot be written: ${d.why}`,
  "in-the-way": (d: { what: string }) =>
    `is there already, and is not replaced: ${d.what}; name another file, or add --force`,
  "too-large": () => `holds more than ${limits.fileBytes / 1_048_576} MiB, which is the most; split it or trim it`,
  "too-deep": () => `has more than ${limits.depth} lists and maps inside one another; make it flatter`,
  "too-many-parts": () =>
    `has more than ${limits.parts} words, signs and line breaks up to here, which is the most; split it or trim it`,
  syntax: (d: { why: string }) => d.why,
  "not-json": () => "is not JSON here; look for a missing comma, quote or bracket",
  "lone-bracket": () => "this bracket closes nothing; remove it, or put quotes around the text",
  "doubled-key": (d: { isItem: boolean }) =>
    `this key stands twice in the same map; ${d.isItem ? 'start a new item with "- " here, or remove one' : "rename or remove one"}`,
  "second-document": () => 'a second YAML document starts here; keep one in a file, without a line "---" or "..."',
  directive: () => 'starts with "%", which only a YAML directive may; remove this line, or put quotes around the text',
  tag: (d: { tag: string }) =>
    `holds the YAML tag ${d.tag}, which is not taken; remove it, and put a text that starts with "!" in quotes`,
  aliases: () => "repeats so many YAML aliases that it would not fit in memory; write the values out",
  "no-anchor": (d: { name: string }) =>
    `repeats "*${d.name}", and nothing above it is marked "&${d.name}"; put a text that starts with "*" in quotes`,
  "unused-anchor": (d: { name: string }) =>
    `marks what follows as "&${d.name}", and nothing repeats it; put a text that starts with "&" in quotes`,
  "proto-key": (d: { key: string }) => `holds the key "${d.key}", which is not safe in a program's memory; rename it`,
  control: (d: { character: string }) =>
    `holds the control character ${d.character}, which a terminal would act on; remove it`,

  // shape
  "unknown-key": (d: { key: string; known: readonly string[]; needed?: string | undefined }) =>
    d.needed !== undefined
      ? `has no use for the key "${d.key}", and "${d.needed}" is missing; rename it if you meant that, or else add "${d.needed}"`
      : `has no use for the key "${d.key}"; ${meant(d.key, d.known, `the keys here are ${d.known.join(", ")}`)}`,
  "comma-in-text": (d: { key: string }) =>
    `a comma ends the text before "${d.key}", since it stands in { }; put the whole text in "…"`,
  "no-space": (d: { key: string }) => `a space is missing after the colon of "${d.key}"; write one`,
  "missing-key": (d: { key: string; in: string }) => `${d.in} needs the key "${d.key}"; add it`,
  "wrong-type": sayInstead,
  "out-of-range": sayInstead,
  "ill-formed": sayInstead,

  // packs
  "missing-file": (d: { needs: string }) => `is not there; ${d.needs}`,
  "doubled-file": (d: { other: string }) => `is there as ${d.other} as well; remove one of the two`,
  "no-pack": (d: { given: string; mend: string }) => `there is no pack "${d.given}"; ${d.mend}`,
  "doubled-id": (d: { what: string; id: string }) => `there are two ${d.what}s with the id "${d.id}"; rename one`,
  "reserved-id": (d: { id: string; why: string }) => `"${d.id}" ${d.why}; choose another id`,
  "unknown-id": (d: { what: string; id: string; known: readonly string[] }) =>
    `there is no ${d.what} "${d.id}"; ${meant(d.id, d.known, d.known.length === 0 ? "none is defined" : `the ${d.what}s are ${d.known.join(", ")}`)}`,
  "unlisted-role": (d: { id: string; what: string; folder: string }) =>
    `pack.yaml does not name the ${d.what} "${d.id}"; add it to "${d.folder}" there, or remove this file`,
  "no-file-of": (d: { what: string; id: string; name: string; unlisted: readonly string[] }) =>
    `there is no file ${d.name} for the ${d.what} "${d.id}"; ${meant(d.id, d.unlisted, `add it, or remove "${d.id}" here`)}`,
  "role-and-neighbour": (d: { id: string }) =>
    `"${d.id}" is one of the roles already, and a neighbour stands outside the choice; name it once`,
  "no-expectation": () =>
    'a test needs "expect" with what must come out, or a "code" that must give its answers; add one',
  "unknown-sentence": (d: { key: string; known: readonly string[] }) =>
    `no report says "${d.key}", so it is passed over; ${meant(d.key, d.known, `remove it; the keys here are ${d.known.join(", ")}`)}`,
  "unknown-placeholder": (d: { name: string; placeholder: string; known: readonly string[] }) =>
    `${d.name} has {${d.placeholder}}, which nothing fills in; ${d.known.length === 0 ? "leave it out" : meant(d.placeholder, d.known, `what is filled in is ${d.known.map((one) => `{${one}}`).join(", ")}`)}`,
  "missing-placeholder": (d: { name: string; placeholder: string }) =>
    `${d.name} lacks {${d.placeholder}}; put it where that belongs in the sentence`,
  "unknown-plural-form": (d: { form: string; lang: string; known: readonly string[] }) =>
    `"${d.lang}" has no plural form "${d.form}"; it has ${d.known.join(", ")}`,
  "still-there": (d: { what: string; id: string }) =>
    `says that "${d.id}" was renamed, and there still is the ${d.what} "${d.id}"; remove this line, or rename the ${d.what}`,
  stranger: (d: { name: string; known: readonly string[] }) =>
    `is no part of a pack, and is not read; ${meant(d.name, d.known, `the files of a pack are ${d.known.join(", ")}, and those in roles/, neighbours/ and examples/`)}`,
  "unexpected-outcome": (d: { name: string; key: string; expected: string; got: string }) =>
    `"${d.name}" expects ${d.key} ${d.expected}, and got ${d.got}; mend the pack, or what is expected`,
  "folder-in-use": () => "holds files already; name a folder that is new or empty, or add --force to write beside them",
  "not-empty": () => "is there already, and nothing is overwritten; name a folder that is new or empty",
  "no-because": (d: { trait: string; weight: number }) =>
    `${d.trait} weighs ${d.weight} and gives no reason; add "because" with the sentence that a reader will see`,

  // answers
  "unknown-question": (d: { given: string; known: readonly string[] }) =>
    `there is no question "${d.given}"; ${meant(d.given, d.known, `the questions are ${d.known.join(", ")}`)}`,
  "unknown-option": (d: { question: string; given: string; known: readonly string[] }) =>
    `${d.question} has no option "${d.given}"; ${meant(d.given, d.known, `it has: ${d.known.join(", ")}`)}`,
  "stands-alone": (d: { question: string; given: string }) =>
    `"${d.given}" stands alone in an answer to ${d.question}; remove it, or all that is beside it`,
  "not-an-answer": (d: { question: string; received: string; isList: boolean }) =>
    `the answer to ${d.question} is ${d.received}; write ${d.isList ? "a list of option ids" : "the id of one option"}`,
  "too-many": (d: { question: string; given: number; most: number }) =>
    `${d.question} takes at most ${d.most} ${d.most === 1 ? "option" : "options"}, and has ${d.given}; leave some out`,
  "no-answers": (d: { mend: string }) => `no answers were given; ${d.mend}`,
  "empty-answers": () => 'holds no answers; write some, each as a line "question: option"',
  "not-answers": (d: { received: string }) =>
    `holds ${d.received}; write a map of question to option, or a record with such a map under "answers"`,
  "beside-answers": (d: { question: string }) =>
    `the answer to ${d.question} stands beside "answers", and is not read; move it under "answers"`,
  "answered-twice": (d: { old: string; question: string }) =>
    `answers "${d.question}" twice, since "${d.old}" is what it was called before; remove one`,
  "other-version": (d: { version: string; now: string }) =>
    `was made with ${d.version === d.now ? `another state of version ${d.now}` : `version ${d.version}`} of the pack${d.version === d.now ? "" : `, and this is ${d.now}`}; what no longer fits is left open`,
  "answers-of-other-pack": (d: { given: string; pack: string }) =>
    `was made with the pack "${d.given}", and this is "${d.pack}"; name the right one with --pack`,
  "not-a-code": (d: { given: string; example: string }) => `"${d.given}" is not a code; a code looks like ${d.example}`,
  "other-pack": (d: { given: string; pack: string }) =>
    `the code was made with the pack "${d.given}", and this is "${d.pack}"; name the right one with --pack`,
  "mistyped-code": (d: { given: string }) => `the code "${d.given}" has a mistyped character; copy it again`,
  "unknown-layout": (d: { given: string; version: string; isKnown: boolean }) =>
    d.isKnown
      ? `the code was made with version ${d.given} of the pack, when its questions or options were others than ${d.given === d.version ? "they are now" : "history.yaml says"}; use a saved advice with --answers`
      : `the code was made with version ${d.given} of the pack, and its questions are not in the history of ${d.version}; use a saved advice with --answers`,

  // interviews that were stopped
  "not-an-interview": (d: { why: string; aside: string }) =>
    `is not an interview that can be continued (${d.why}); it is set aside as ${d.aside}, and the interview starts afresh`,
  "changed-pack": (d: { kept: number; again: readonly string[]; gone: readonly string[] }) => {
    const again = d.again.length === 0 ? "" : `, and these are asked again: ${d.again.join(", ")}`;
    const gone = d.gone.length === 0 ? "" : `; these are not asked any more: ${d.gone.join(", ")}`;
    return `the questions have changed since; ${d.kept} of your answers still ${d.kept === 1 ? "fits" : "fit"}${again}${gone}`;
  },
  "no-home": () =>
    "no home folder is known, so answers are not kept; set HOME (or XDG_STATE_HOME) to be able to stop and continue",

  // sittings
  "no-state-folder": () => "no home folder is known, so nothing can be kept; set HOME (or XDG_STATE_HOME)",
  "not-a-name": (d: { given: string; why: string }) =>
    `"${d.given}" cannot be the name of a sitting: ${d.why}; choose another, such as "me" or "my mentor"`,
  "not-a-sitting": () => "is damaged, or is no sitting that was kept; remove the file if you do not need it",
  "nothing-to-compare": (d: { given: string; known: readonly string[] }) =>
    `"${d.given}" is no role, no name that was kept, no file and no code; ${meant(d.given, d.known, `there are ${d.known.join(", ")}`)}`,
  "no-sitting": (d: { given: string; known: readonly string[] }) =>
    `nothing was kept as "${d.given}"; ${meant(d.given, d.known, d.known.length === 0 ? "--keep keeps an advice" : `there are ${d.known.join(", ")}`)}`,

  // cohorts
  "no-header": () => 'has no header; name the columns in its first line, as "role-advisor batch --template" does',
  "no-question-column": (d: { fix: string }) => `no column names a question; ${d.fix}`,
  "ambiguous-column": (d: { name: string; questions: readonly string[] }) =>
    `the column "${d.name}" may answer ${d.questions.join(" or ")}; name the right one with --columns`,
  "too-many-columns": (d: { given: number }) =>
    `has ${d.given} columns, and ${limits.columns} is the most; leave some out`,
  "no-group-column": (d: { by: string; known: readonly string[] }) =>
    `there is no column "${d.by}" to make groups by; ${meant(d.by, d.known, d.known.length === 0 ? "none is passed on" : `those that are passed on are ${d.known.slice(0, 20).join(", ")}`)}`,
  "too-many-groups": (d: { by: string; most: number }) =>
    `the column "${d.by}" has more than ${d.most} values; make groups by one with fewer`,
  "other-groups": (d: { given: string; first: string }) =>
    `holds ${d.given}, and the first file ${d.first}; give files of one sort`,
  "not-a-workbook": (d: { why: string }) => d.why,
  "no-such-column": (d: { given: string; count: number }) =>
    `${d.count === 0 ? "there is no column" : `there are ${d.count} columns`} "${d.given}"; write the header as it stands, or the number of the column`,
  "not-a-tick": (d: { question: string; option: string; given: string }) =>
    `the column of ${d.option} in ${d.question} holds "${d.given}"; it may hold yes or no, 1 or 0, or the option itself`,
  "doubled-answer": (d: { question: string; names: readonly string[] }) =>
    `answers "${d.question}" twice, in ${d.names.map((name) => `"${name}"`).join(" and ")}; remove one, or name the right one with --columns`,
  "key-given-twice": (d: { name: string }) => `holds the key "${d.name}" twice; remove one`,
  "ambiguous-answer": (d: { question: string; given: string; readings: readonly string[] }) =>
    `the answer to ${d.question} is "${d.given}", which may be ${d.readings.join(", or ")}; write ids with ; between them`,
  "no-question-key": () =>
    'holds no record with the id of a question for a key; write such as {"id":"a","answers":{}}, or see "role-advisor questions"',
  "taken-name": (d: { name: string }) =>
    `"${d.name}" is a name that batch writes itself; rename yours, or give ${d.name.startsWith("advice_") ? "another --prefix" : "--prefix advice_"}`,
  cells: (d: { given: number; expected: number }) =>
    `has ${d.given} ${d.given === 1 ? "cell" : "cells"}, and the header has ${d.expected}; ${d.given < d.expected ? "give each column a cell, be it an empty one" : "put cells that hold the delimiter in quotes"}`,
  "quote-left-open": () =>
    'opens a quote that never closes, so nothing from here on can be read; close it, and write "" for a quote inside a cell',
  "text-after-quote": () => 'has text after a closing quote; write "" for a quote inside a cell',
  "row-too-long": () =>
    "is longer than a megabyte; one respondent's answers are shorter, so look for a lost line break",
  "not-utf8": () => 'is not UTF-8; save it as UTF-8 (a spreadsheet as "CSV UTF-8"), or convert it with iconv',
  "not-a-record": () => 'is no JSON record; write one on each line, such as {"id":"a","answers":{}}',
  "not-a-summary": (d: { received: string }) =>
    `holds ${d.received}; give a summary, as "role-advisor batch --summary --format json" writes it`,
  "given-twice": () => "is given twice, and those in it would count twice; leave it out once",
  "summary-of-other-pack": (d: { given: string; pack: string }) =>
    `is a summary of ${d.given}, whose content is not that of ${d.pack}; give the pack it was made with by --pack`,
  "other-program": (d: { given: string; first: string }) =>
    `was made by version ${d.given}, and the first by ${d.first}; make all of them with one version`,
  "changed-summary": (d: { wrong: readonly string[] }) =>
    `holds counts that do not agree with one another (${d.wrong.slice(0, 5).join(", ")}); make it again with batch`,

  // the command line
  "unknown-command": (d: { given: string; known: readonly string[] }) =>
    `there is no command "${d.given}"; ${meant(d.given, d.known, `the commands are ${d.known.join(", ")}`)}`,
  usage: (d: { why: string }) => d.why,
} as const;

function sayInstead(d: { what: string; received: string; expected: string }): string {
  return `${d.what} is ${d.received}; write ${d.expected}`;
}

type Sentences = typeof sentences;

/** A fault of the given code; `data` fills its sentence. */
export function fault<Code extends FaultCode>(
  code: Code,
  data: Parameters<Sentences[Code]>[0] extends undefined ? Record<string, never> : Parameters<Sentences[Code]>[0],
  place: Place = {},
): Fault {
  const sentence = sentences[code] as (data: unknown) => string;
  // Only a hundred faults are told; the sentences of the other 39,900 are not made.
  return {
    code,
    get message() {
      return visible(sentence(shortened(data)));
    },
    ...place,
  };
}

/** What was given is repeated as far as a reader needs it to find it; sentences of our own stay whole. */
function shortened(data: object = {}): object {
  const cut = ([key, value]: [string, unknown]) =>
    typeof value === "string" && value.length > limits.echo && !["why", "mend", "fix"].includes(key)
      ? [key, `${value.slice(0, limits.echo)}…`]
      : [key, value];
  return Object.fromEntries(Object.entries(data).map(cut));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal would act on, or a line would break at
const control = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A text with everything that a terminal would act on written out: no input may move its cursor or hide its words. */
export function visible(text: string): string {
  return text.replaceAll(control, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What is wrong with an input, in the order of file, line and column: a hundred faults, and how many there are beyond. */
export class RoleAdvisorError extends Error {
  override readonly name = "RoleAdvisorError";
  readonly faults: readonly [Fault, ...Fault[]];
  /** How many more there are than those in `faults`. */
  readonly more: number;

  constructor(faults: readonly Fault[]) {
    const told = inOrder(faults).slice(0, limits.faults) as [Fault, ...Fault[]];
    const more = faults.length - told.length;
    super([...told.map(describe), ...andMore(more)].join("\n"));
    this.faults = told;
    this.more = more;
  }

  get code(): FaultCode {
    return this.faults[0].code;
  }

  get file(): string | undefined {
    return this.faults[0].file;
  }

  get line(): number | undefined {
    return this.faults[0].line;
  }

  get column(): number | undefined {
    return this.faults[0].column;
  }
}

/** The line below a list of faults that is not whole. */
export function andMore(more: number): string[] {
  return more === 0 ? [] : [`and ${`${more}`.replace(/\B(?=(\d{3})+$)/g, ",")} more`];
}

/** By row, line and column; files in the order in which they come, so that causes stand before consequences. */
export function inOrder<T extends Place>(items: readonly T[]): T[] {
  const files = [...new Set(items.map(({ file }) => file))];
  return [...items].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || byPlace(a, b));
}

function byPlace(a: Place, b: Place): number {
  return (a.row ?? 0) - (b.row ?? 0) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** The same fault at many places as one that names them all. */
export function grouped(faults: readonly Fault[]): Fault[] {
  const isSame = (a: Fault, b: Fault) => a.code === b.code && a.message === b.message && a.line !== undefined;
  return faults.flatMap((one, i) => {
    const [first, ...also] = faults.filter((other) => isSame(one, other));
    if (first === undefined || also.length === 0) return [one];
    if (faults.indexOf(first) !== i) return [];
    return [{ ...one, also: also.map(({ file, line, column }) => ({ file, line, column })) }];
  });
}

const mostPlaces = 3;

/** "the same at line 12, line 15 and 4 more places" */
export function sayAlso({ file, also = [] }: Pick<Fault, "file" | "also">): string {
  if (also.length === 0) return "";
  const named = also
    .slice(0, mostPlaces)
    .map((place) =>
      place.file === file ? `line ${place.line}` : `${visible(place.file ?? "")}:${place.line}:${place.column}`,
    );
  const rest = also.length - named.length;
  return ` (the same at ${named.join(", ")}${rest > 0 ? ` and ${rest} more` : ""})`;
}

/** A fault in one line: `answers.yaml:3:12: bookstore has no option "enginering"; …` */
export function describe(fault: Fault): string {
  const { file, line, column, row, message } = fault;
  const place = [file === undefined ? undefined : visible(file), line, column]
    .filter((part) => part !== undefined)
    .join(":");
  return [place, row === undefined ? "" : `row ${row}`, `${message}${sayAlso(fault)}`]
    .filter((part) => part !== "")
    .join(": ");
}

/** The mend for a name that does not exist: the one that was probably meant, then `rest`, which lists them all. */
function meant(given: string, names: readonly string[], rest: string): string {
  const near = closestTo(given, names);
  return near === undefined ? rest : `did you mean "${near}"? ${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

/** The name that was probably meant. */
export function closestTo(given: string, names: readonly string[]): string | undefined {
  return closestMatch(given, [...names], { maxDistance: Math.ceil(given.length / 3) });
}
