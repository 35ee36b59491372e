import * as v from "valibot";
import { mapOf } from "../map-of.ts";

/** What the files of a pack are made of: ids, texts, numbers, and maps by id. */

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

export const sourceIds = v.array(idOf("source"));

export const strength = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3));
export const weight = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

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
