import * as v from "valibot";
import { mapOf } from "../map-of.ts";

/** What the files of a pack are made of: ids, texts, numbers, sentences with their sources, and conditions. */

/**
 * The schema with the words that an editor shows beside a key. What makes the JSON Schema of it reads a pipe only as far as
 * the first change of the value, so the words stand right behind the start.
 */
export function is<const S extends v.GenericSchema>(words: string, schema: S) {
  const described = v.pipe(schema, v.description(words));
  const [first = schema, ...rest]: readonly unknown[] =
    "pipe" in schema && Array.isArray(schema.pipe) ? schema.pipe : [];
  return Object.assign({}, described, { pipe: [first, v.description(words), ...rest] }) as typeof described;
}

/** The same for a key that may be left out; `absent` is what then stands for it. */
export function optional<const S extends v.GenericSchema, const D extends v.Default<S, undefined> = undefined>(
  words: string,
  schema: S,
  absent?: D,
) {
  return v.optional(is(words, schema), absent as D);
}

const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
export const idInWords = "small letters, digits and hyphens, with a letter first";

export function isId(text: string): boolean {
  return idPattern.test(text);
}

/** What an id can name that is defined elsewhere in the pack. */
export type Named = "trait" | "source" | "question" | "role" | "neighbour" | "kind" | "stage" | "note";

/** What a schema knows of a value and cannot check by itself, since it depends on the rest of the pack; see references/. */
export type Mark =
  | { readonly names: Named }
  /** A list of ids, or of maps with ids, that differ. */
  | { readonly distinct: string }
  | { readonly chooses: "condition" | "answers" };

export function marked<const S extends v.GenericSchema>(mark: Mark, schema: S) {
  return { ...schema, mark };
}

/** Text that a user reads: one paragraph, however the file breaks its lines. */
export const text = v.pipe(
  v.string(),
  v.regex(/\S/, "a text"),
  v.transform((s) => s.replaceAll(/\s+/g, " ").trim()),
);
export const id = v.pipe(v.string(), v.regex(idPattern, idInWords));
export const ids = v.array(id);

/** The id of something that is defined elsewhere. */
export function idOf(names: Named) {
  return marked({ names }, id);
}

export const title = is("The heading over it.", text);
export const name = is("What reports call it.", text);
export const ownId = is("Its id. A reader never sees it; answers, tests and conditions name it.", id);
export const say = is("What a reader is told: a sentence or two of plain text.", text);
export const inShort = optional(
  "The same in one sentence of at most 150 characters, for the first screen. Needed where `say` is longer.",
  text,
);

const citation = "Ids of sources.yaml that this rests on; a reader sees them as numbers.";
const sourceIds = v.array(idOf("source"));
export const cited = is(citation, v.pipe(sourceIds, v.nonEmpty()));
export const mayCite = optional(citation, sourceIds, []);
export const saying = v.strictObject({ say, sources: cited });
export const sayings = v.array(saying);

export const strength = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3));
export const weight = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const atLeastOne = v.pipe(v.number(), v.integer(), v.minValue(1));

export const semver = v.pipe(
  v.string(),
  v.regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, "a version of three numbers, such as 1.0.0"),
);

/** Ids that every object has a value for already; the library's own map passes over them in silence. */
const namesOfObjects = ["constructor", "prototype"];

/** A map from ids to something. Unlike the library's own it also takes an id as `constructor`. */
export function byId<const S extends v.GenericSchema>(value: S, key: typeof id = id) {
  const map = v.record(key, value);
  const run: (typeof map)["~run"] = (dataset, config) => {
    const input = dataset.value;
    const found = map["~run"](dataset, config);
    if (typeof input !== "object" || input === null) return found;
    const values: Readonly<Record<string, unknown>> = { ...(found.value as object) };
    const ordered = Object.entries(input).flatMap(([key, inner]): [string, unknown][] => {
      if (!namesOfObjects.includes(key)) return Object.hasOwn(values, key) ? [[key, values[key]]] : [];
      const checked = value["~run"]({ value: inner }, config);
      const at = { type: "object", origin: "value", input: { ...input }, key, value: inner } as const;
      const issues = checked.issues?.map((issue) => ({ ...issue, path: [at, ...(issue.path ?? [])] })) ?? [];
      if (issues.length > 0) Object.assign(found, { issues: [...(found.issues ?? []), ...issues] });
      return [[key, checked.value]];
    });
    Object.assign(found, { value: mapOf(ordered) });
    return found;
  };
  return { ...map, "~run": run };
}

const asList = v.transform((one: string | string[]) => (typeof one === "string" ? [one] : one));
const someOptions = v.pipe(v.union([v.pipe(ids, v.nonEmpty()), id]), asList);
const chosen = marked({ chooses: "condition" }, byId(someOptions));

/** When something is said at all: keys that stand side by side, wherever they stand. */
export const when = is(
  "All of these must hold: question to option, or to a list of options of which any will do. An open question holds nothing.",
  chosen,
);
export const unless = optional("None of these may hold: question to option, or to a list of options.", chosen, {});

const picked = v.pipe(v.union([id, ids]), asList);
export const answers = is(
  "Question to option; a list for questions where any may be picked. `unsure` leaves a question open.",
  marked({ chooses: "answers" }, byId(picked)),
);

export const notes = optional(
  "Advice that depends on answers: in details and on pages under its heading, on the first screen in short.",
  marked(
    { distinct: "note" },
    v.array(v.strictObject({ id: v.optional(ownId), when, unless, title, in_short: inShort, say, sources: cited })),
  ),
  [],
);
