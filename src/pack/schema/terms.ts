import * as v from "valibot";
import { mapOf } from "../map-of.ts";

/** Schemas of the values in a pack's files: ids, texts, numbers, and maps by id. */

const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
export const idInWords = "small letters, digits and hyphens, with a letter first";

export function isId(text: string): boolean {
  return idPattern.test(text);
}

/** What an id can refer to: something that is defined elsewhere in the pack. */
export type IdTarget = "trait" | "source" | "question" | "role" | "neighbour" | "kind" | "stage" | "note";

/** A rule that references/ checks instead of the schema, since it depends on the rest of the pack. */
export type Mark =
  | { readonly names: IdTarget }
  /** A list of ids, or of maps with ids, in which each id occurs once. */
  | { readonly distinct: string }
  | { readonly chooses: "condition" | "answers" };

export function marked<const S extends v.GenericSchema>(mark: Mark, schema: S) {
  return { ...schema, mark };
}

/** Text that a user reads, as one paragraph: line breaks in the file become spaces. */
export const text = v.pipe(
  v.string(),
  v.regex(/\S/, "a text"),
  v.transform((s) => s.replaceAll(/\s+/g, " ").trim()),
);
export const id = v.pipe(v.string(), v.regex(idPattern, idInWords));
export const ids = v.array(id);

/** An id that must be defined elsewhere in the pack. */
export function idOf(names: IdTarget) {
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

/** Ids that valibot's `record` silently leaves out, as a guard against prototype pollution. */
const omittedIds = ["constructor", "prototype"];

/** A map by id. Unlike valibot's `record` it accepts ids such as `constructor`. */
export function byId<const S extends v.GenericSchema>(value: S, key: typeof id = id) {
  const map = v.record(key, value);
  const run: (typeof map)["~run"] = (dataset, config) => {
    const input = dataset.value;
    const result = map["~run"](dataset, config);
    if (typeof input !== "object" || input === null) return result;
    const values: Readonly<Record<string, unknown>> = { ...(result.value as object) };
    const ordered = Object.entries(input).flatMap(([key, inner]): [string, unknown][] => {
      if (!omittedIds.includes(key)) return Object.hasOwn(values, key) ? [[key, values[key]]] : [];
      const checked = value["~run"]({ value: inner }, config);
      const at = { type: "object", origin: "value", input: { ...input }, key, value: inner } as const;
      const issues = checked.issues?.map((issue) => ({ ...issue, path: [at, ...(issue.path ?? [])] })) ?? [];
      if (issues.length > 0) Object.assign(result, { issues: [...(result.issues ?? []), ...issues] });
      return [[key, checked.value]];
    });
    Object.assign(result, { value: mapOf(ordered) });
    return result;
  };
  return { ...map, "~run": run };
}
