import { fillIn, sentences } from "./fault-sentences.ts";
import { limits } from "./limits.ts";

/** The place of a fault, as far as it is known. Line, column and row count from 1. */
export interface Place {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly row?: number | undefined;
}

/** Something that is wrong with an input: what, where, and how to fix it. */
export interface Fault extends Place {
  readonly code: FaultCode;
  /** What is wrong and how to fix it, in one line, without the place. */
  readonly message: string;
  /** Other places with the same fault. */
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

/** Creates a fault; `data` has the values for the {names} in the sentence of `code`. */
export function fault<Code extends FaultCode>(
  code: Code,
  data: DataOf<Sentences[Code]> & object,
  place: Place = {},
): Fault {
  const sentence: string | ((data: never) => string) = sentences[code];
  // Of 40,000 faults only a hundred are reported, so a message is not built before somebody reads it.
  return {
    code,
    get message() {
      const echo = shortened(data);
      return visible(typeof sentence === "string" ? fillIn(sentence, echo) : sentence(echo as never));
    },
    ...place,
  };
}

/** Cuts texts of the user to `limits.echo`, enough to find them. "why" and "fix" hold our own sentences. */
function shortened(data: object): Record<string, unknown> {
  const cut = ([key, value]: [string, unknown]) =>
    typeof value === "string" && value.length > limits.echo && !["why", "fix"].includes(key)
      ? [key, `${value.slice(0, limits.echo)}…`]
      : [key, value];
  return Object.fromEntries(Object.entries(data).map(cut));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it finds what controls a terminal or breaks a line
const control = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** Writes control characters as escapes such as \u001b, so that no input can move a terminal's cursor or hide text. */
export function visible(text: string): string {
  return text.replaceAll(control, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Everything that is wrong with an input, sorted by place: up to a hundred faults, and the number of those beyond. */
export class RoleAdvisorError extends Error {
  override readonly name = "RoleAdvisorError";
  readonly faults: readonly [Fault, ...Fault[]];
  /** The number of faults beyond those in `faults`. */
  readonly more: number;

  constructor(faults: readonly Fault[]) {
    const first = sortByPlace(faults).slice(0, limits.faults) as [Fault, ...Fault[]];
    const more = faults.length - first.length;
    super([...first.map(describe), ...andMore(more)].join("\n"));
    this.faults = first;
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

/** The line below a list of faults that leaves `more` of them out; no line if it leaves none out. */
export function andMore(more: number): string[] {
  return more === 0 ? [] : [`and ${`${more}`.replace(/\B(?=(\d{3})+$)/g, ",")} more`];
}

/** Sorts by file, row, line and column. Files stay in the order of their first item, so causes precede consequences. */
export function sortByPlace<T extends Place>(items: readonly T[]): T[] {
  const files = [...new Set(items.map(({ file }) => file))];
  return [...items].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || byPlace(a, b));
}

function byPlace(a: Place, b: Place): number {
  return (a.row ?? 0) - (b.row ?? 0) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** Merges equal faults into one that lists their places. To save time, only the first thousand are compared. */
export function groupFaults(faults: readonly Fault[]): Fault[] {
  const groups = new Map<string, { readonly first: Fault; readonly also: Place[] }>();
  for (const first of faults.slice(0, 10 * limits.faults)) {
    const { code, file, line, column, message } = first;
    const key = line === undefined ? `${groups.size}` : `${code} ${message}`;
    const group = groups.get(key) ?? { first, also: [] };
    if (group.first !== first) group.also.push({ file, line, column });
    groups.set(key, group);
  }
  const merged = [...groups.values()].map(({ first, also }) => (also.length === 0 ? first : { ...first, also }));
  return [...merged, ...faults.slice(10 * limits.faults)];
}

const mostPlaces = 3;

/** For example " (the same at line 12, line 15, line 20 and 4 more)"; empty if a fault has one place. */
export function sayAlso({ file, also = [] }: Pick<Fault, "file" | "also">): string {
  if (also.length === 0) return "";
  const places = also
    .slice(0, mostPlaces)
    .map((place) =>
      place.file === file ? `line ${place.line}` : `${visible(place.file ?? "")}:${place.line}:${place.column}`,
    );
  const rest = also.length - places.length;
  return ` (the same at ${places.join(", ")}${rest > 0 ? ` and ${rest} more` : ""})`;
}

/** Writes a fault in one line: `answers.yaml:3:12: bookstore has no option "enginering"; …` */
export function describe(fault: Fault): string {
  const { file, line, column, row, message } = fault;
  const place = [file === undefined ? undefined : visible(file), line, column]
    .filter((part) => part !== undefined)
    .join(":");
  return [place, row === undefined ? "" : `row ${row}`, `${message}${sayAlso(fault)}`]
    .filter((part) => part !== "")
    .join(": ");
}

/** The error for wrong words on the command line. `why` also says how to fix them. */
export function usage(why: string): RoleAdvisorError {
  return new RoleAdvisorError([fault("usage", { why })]);
}
