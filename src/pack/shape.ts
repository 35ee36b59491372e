import * as v from "valibot";
import { type Fault, fault } from "../fault.ts";
import { entriesOf, itemsOf, partOf, valueAt } from "./raw.ts";
import type { Path, YamlText } from "./yaml.ts";

/** Holds a text against its schema: the typed value if it fits, and every fault with its place. */
export function checkShape<const Schema extends v.GenericSchema>(
  schema: Schema,
  yaml: YamlText,
): { value?: v.InferOutput<Schema>; faults: readonly Fault[] } {
  if (yaml.value === undefined) return { faults: yaml.faults };
  const lists = listsForMaps(schema, yaml.value, []);
  const result = v.safeParse(schema, yaml.value);
  if (result.success && lists.length === 0) return { value: result.output, faults: yaml.faults };
  // What stands twice, or may not be a key, is not counted; and nothing is said of what is in a list that should be a map.
  const isInList = ({ path }: v.BaseIssue<unknown>) =>
    lists.some((list) => list.every((step, i) => path?.[i]?.key === step));
  const issues = (result.issues ?? []).filter(
    (issue) => !isInList(issue) && (yaml.faults.length === 0 || issue.type !== "min_entries"),
  );
  const found = [
    ...lists.map((path) => {
      const received = quoted(valueAt(yaml.value, path));
      const what = path.length === 0 ? "the file" : nameOf(path);
      return fault("wrong-type", { what, received, expected: "a map of keys to values" }, yaml.at(path));
    }),
    ...issues.flatMap((issue) => faultsOf(issue, [], schema, yaml)),
  ];
  return { faults: firstAtEachPlace([...yaml.faults, ...found]) };
}

/** Where a list stands for a map; the library takes it for one, with its indices as keys. */
function listsForMaps(schema: unknown, value: unknown, path: Path): Path[] {
  const { type, entries, item, value: inner, wrapped } = schema as Record<string, unknown>;
  if (wrapped !== undefined) return listsForMaps(wrapped, value, path);
  if (type === "array") return itemsOf(value).flatMap((one, i) => listsForMaps(item, one, [...path, i]));
  if (type !== "record" && type !== "strict_object") return [];
  if (Array.isArray(value)) return [path];
  return entriesOf(value).flatMap(([key, one]) => {
    const of = type === "record" ? inner : partOf(entries, key);
    return of === undefined ? [] : listsForMaps(of, one, [...path, key]);
  });
}

/** One thing can break several rules (-0.5 is neither whole nor positive); the first says enough. */
function firstAtEachPlace(faults: readonly Fault[]): Fault[] {
  const keys = faults.map(({ line, column, code, message }) =>
    [line, column, code.endsWith("-key") ? message : ""].join(":"),
  );
  return faults.filter((_, i) => keys.indexOf(keys[i] as string) === i);
}

function faultsOf(issue: v.BaseIssue<unknown>, around: Path, schema: v.GenericSchema, yaml: YamlText): Fault[] {
  const path = [...around, ...(issue.path ?? []).map(({ key }) => key as string | number)];
  const isKey = issue.path?.at(-1)?.origin === "key";
  // Where one form of several nearly fits, the fault is the one inside it.
  const inner = issue.type === "union" ? issue.issues?.find((one) => one.path !== undefined) : undefined;
  if (inner !== undefined) return faultsOf(inner, path, schema, yaml);
  if (issue.type === "strict_object" && isKey) {
    const parent = path.slice(0, -1);
    const known = keysAt(schema, parent);
    if (issue.expected !== "never") {
      const missing = { key: String(path.at(-1)), in: parent.length === 0 ? "this file" : nameOf(parent) };
      return [fault("missing-key", missing, yaml.keyAt(parent))];
    }
    // The library stops at an object's first unknown key.
    const given = issue.path?.at(-1)?.input as object;
    const unknown = Object.keys(given).filter((key) => !known.includes(key));
    // Each is known, of one form or another, and they do not go together.
    if (unknown.length === 0) {
      const what = nameOf(parent);
      const expected = `a map with only one of the keys ${known.join(", ")}`;
      return [fault("wrong-type", { what, received: quoted(given), expected }, yaml.at(parent))];
    }
    return unknown.map((key) => fault("unknown-key", { key, known }, yaml.keyAt([...parent, key])));
  }
  const what = path.length === 0 ? "the file" : nameOf(path);
  const subject = isKey ? `the id of ${what}` : what;
  const received = issue.received === "undefined" ? "missing" : quoted(issue.input);
  const code = issue.kind === "schema" ? "wrong-type" : issue.type === "regex" ? "ill-formed" : "out-of-range";
  const at = isKey ? yaml.keyAt(path) : yaml.at(path);
  return [fault(code, { what: subject, received, expected: expectedOf(issue) }, at)];
}

/** What to write instead, for each thing that a schema can ask. */
function expectedOf(issue: v.BaseIssue<unknown>): string {
  const requirement = "requirement" in issue ? issue.requirement : undefined;
  switch (issue.type) {
    case "string":
      return "text (in quotes if it looks like a number or a date)";
    case "number":
    case "integer":
      return "a whole number";
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    case "strict_object":
      return issue.expected?.startsWith('"') ? `a map with the key ${issue.expected}` : "a map of keys to values";
    case "record":
      return "a map of keys to values";
    case "min_value":
      return `a whole number of at least ${requirement}`;
    case "max_value":
      return `a whole number of at most ${requirement}`;
    case "non_empty":
      return "at least one thing there";
    case "min_length":
    case "min_entries":
      return `at least ${requirement} things there`;
    case "max_entries":
      return `at most ${requirement} things there`;
    case "literal":
    case "picklist":
      return (issue.expected ?? "").replaceAll(/[()]/g, "").replaceAll(" | ", " or ");
    case "union":
      return [...new Set((issue.issues ?? []).filter(({ expected }) => expected !== "never").map(expectedOf))].join(
        ", or ",
      );
    default:
      // Patterns say in the schema what they ask for.
      return issue.message;
  }
}

/** A value as a person wrote it, short enough for one line. */
export function quoted(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return Object.keys(value).length === 0 ? "an empty map" : "a map";
  if (typeof value === "string") return value.trim() === "" ? "empty" : JSON.stringify(shortened(value));
  return String(value);
}

function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}

/** A path as a reader of the file would say it, from the item of a list on: options.engineering.drawn */
function nameOf(path: Path): string {
  const item = path.slice(0, -1).findLastIndex((step) => typeof step === "number");
  const near = path.length > 1 ? path.slice(item + 1) : path;
  return near.map((step) => (typeof step === "number" ? `#${step + 1}` : step)).join(".");
}

/** The keys that an object may have: the schema is walked along the path. */
function keysAt(schema: unknown, path: Path): string[] {
  const [step, ...rest] = path;
  const { entries, item, value, wrapped, options } = schema as Record<string, unknown>;
  if (wrapped !== undefined) return keysAt(wrapped, path);
  if (Array.isArray(options))
    return options.flatMap((option) => (typeof option === "object" ? keysAt(option, path) : []));
  if (step === undefined) return Object.keys(entries ?? {});
  const inner = item ?? value ?? (entries as Record<string, unknown> | undefined)?.[step];
  return inner === undefined ? [] : keysAt(inner, rest);
}
