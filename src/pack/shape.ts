import * as v from "valibot";
import { type Fault, fault } from "../fault.ts";
import type { Path, YamlText } from "./yaml.ts";

/** Holds a text against its schema: the typed value, or every fault with its place. */
export function checkShape<const Schema extends v.GenericSchema>(
  schema: Schema,
  yaml: YamlText,
): { value: v.InferOutput<Schema> } | { faults: readonly Fault[] } {
  if (yaml.faults.length > 0) return { faults: yaml.faults };
  const result = v.safeParse(schema, yaml.value);
  if (result.success) return { value: result.output };
  return { faults: result.issues.flatMap((issue) => faultsOf(issue, schema, yaml)) };
}

function faultsOf(issue: v.BaseIssue<unknown>, schema: v.GenericSchema, yaml: YamlText): Fault[] {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const isKey = issue.path?.at(-1)?.origin === "key";
  const what = path.length === 0 ? "the file" : nameOf(path);
  if (issue.type === "strict_object" && isKey) {
    const parent = path.slice(0, -1);
    const known = keysAt(schema, parent);
    if (issue.expected !== "never") {
      const missing = { key: String(path.at(-1)), in: parent.length === 0 ? "this file" : nameOf(parent) };
      return [fault("missing-key", missing, yaml.at(parent))];
    }
    // The library stops at an object's first unknown key.
    const unknown = Object.keys(issue.path?.at(-1)?.input as object).filter((key) => !known.includes(key));
    return unknown.map((key) => fault("unknown-key", { key, known }, yaml.keyAt([...parent, key])));
  }
  const at = isKey ? yaml.keyAt(path) : yaml.at(path);
  const subject = isKey ? `the id of ${nameOf(path)}` : what;
  const received = issue.received === "undefined" ? "missing" : quoted(issue.input);
  const code = issue.kind === "schema" ? "wrong-type" : issue.type === "regex" ? "ill-formed" : "out-of-range";
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
    case "regex":
      return patternInWords(String(requirement));
    case "literal":
    case "picklist":
      return (issue.expected ?? "").replaceAll(/[()]/g, "").replaceAll(" | ", " or ");
    default:
      return unionInWords(issue);
  }
}

function patternInWords(pattern: string): string {
  if (pattern.startsWith("/^[a-z]")) return "small letters, digits and hyphens, with a letter first";
  if (pattern.startsWith("/^https?")) return "an address that starts with https://";
  return "a version of three numbers, such as 1.0.0";
}

function unionInWords(issue: v.BaseIssue<unknown>): string {
  const inner = (issue.issues ?? []).filter(({ expected }) => expected !== "never");
  return [...new Set(inner.map(expectedOf))].join(", or ") || `${issue.expected}`;
}

/** A value as a person wrote it, short enough for one line. */
export function quoted(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return Object.keys(value).length === 0 ? "an empty map" : "a map";
  if (typeof value === "string") return value === "" ? "empty" : JSON.stringify(shortened(value));
  return String(value);
}

function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}

/** A path as a reader of the file would say it: options.engineering.drawn */
function nameOf(path: Path): string {
  return path.map((step) => (typeof step === "number" ? `#${step + 1}` : step)).join(".");
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
