import { filled, sentences } from "./fault-sentences.ts";
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

type Sentences = typeof sentences;
type Placeholder<T> = T extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Near}?` ? Near | "known" : Name) | Placeholder<Rest>
  : never;
type DataOf<S> = S extends (data: infer Data) => string
  ? Data
  : [Placeholder<S>] extends [never]
    ? Record<string, never>
    : Readonly<Record<Placeholder<S>, string | number | readonly string[]>>;

/** A fault of the given code; `data` fills its sentence. */
export function fault<Code extends FaultCode>(
  code: Code,
  data: DataOf<Sentences[Code]> & object,
  place: Place = {},
): Fault {
  const sentence: string | ((data: never) => string) = sentences[code];
  // Only a hundred faults are told; the sentences of the other 39,900 are not made.
  return {
    code,
    get message() {
      const echo = shortened(data);
      return visible(typeof sentence === "string" ? filled(sentence, echo) : sentence(echo as never));
    },
    ...place,
  };
}

/** What was given is repeated as far as a reader needs it to find it; sentences of our own stay whole. */
function shortened(data: object): Record<string, unknown> {
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

/** The same fault at many places as one that names them all; of more faults than anybody reads, those that come first. */
export function grouped(faults: readonly Fault[]): Fault[] {
  const groups = new Map<string, { readonly first: Fault; readonly also: Place[] }>();
  for (const first of faults.slice(0, 10 * limits.faults)) {
    const { code, file, line, column, message } = first;
    const key = line === undefined ? `${groups.size}` : `${code} ${message}`;
    const group = groups.get(key) ?? { first, also: [] };
    if (group.first !== first) group.also.push({ file, line, column });
    groups.set(key, group);
  }
  const told = [...groups.values()].map(({ first, also }) => (also.length === 0 ? first : { ...first, also }));
  return [...told, ...faults.slice(10 * limits.faults)];
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

/** What is wrong with the words of a command line. */
export function usage(why: string): RoleAdvisorError {
  return new RoleAdvisorError([fault("usage", { why })]);
}
