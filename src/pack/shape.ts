import * as v from "valibot";
import { type Fault, fault } from "../fault.ts";
import { closestTo } from "../fault-sentences.ts";
import { describeValue, entriesOf, itemsOf, partOf, textOf, valueAt } from "./raw.ts";
import type { Mark } from "./schema/terms.ts";
import type { Path, YamlText } from "./yaml.ts";

/** Holds a text against its schema: the typed value if it fits, and every fault with its place. */
export function checkShape<const Schema extends v.GenericSchema>(
  schema: Schema,
  yaml: YamlText,
): { value?: v.InferOutput<Schema>; faults: readonly Fault[] } {
  if (yaml.value === undefined) return { faults: yaml.faults };
  const lists: Path[] = [];
  walkShape(schema, yaml.value, ({ node, value, path }) => {
    // The library takes a list for a map, with its indices as keys.
    if (isMap(node) && Array.isArray(value)) lists.push(path);
  });
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
      const received = describeValue(valueAt(yaml.value, path));
      const what = path.length === 0 ? "the file" : nameOf(path);
      return fault("wrong-type", { what, received, expected: "a map of keys to values" }, yaml.at(path));
    }),
    ...issues.flatMap((issue) => faultsOf(issue, [], schema, yaml)),
  ];
  return { faults: firstAtEachPlace([...yaml.faults, ...found]) };
}

/** A schema as far as it is walked: what it is made of, and what depends on the rest of the pack. */
interface Node {
  readonly type?: string;
  readonly wrapped?: Node;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly key?: Node;
  readonly value?: Node;
  readonly item?: Node;
  readonly options?: readonly unknown[];
  readonly mark?: Mark;
}

interface Part {
  readonly node: Node;
  readonly value: unknown;
  readonly path: Path;
  readonly isKey: boolean;
}

/** Walks through a value and its schema side by side, as far as they agree. The keys of a map are parts of their own. */
export function walkShape(schema: unknown, value: unknown, see: (part: Part) => void, path: Path = [], isKey = false) {
  const node = schema as Node;
  if (node.wrapped !== undefined) return walkShape(node.wrapped, value, see, path);
  see({ node, value, path, isKey });
  if (node.type === "array")
    for (const [i, one] of itemsOf(value).entries()) walkShape(node.item, one, see, [...path, i]);
  if (!isMap(node)) return;
  for (const [key, one] of entriesOf(value)) {
    const inside = [...path, key];
    if (node.type === "record") walkShape(node.key, key, see, inside, true);
    const of = node.type === "record" ? node.value : partOf(node.entries, key);
    if (of !== undefined) walkShape(of, one, see, inside);
  }
}

function isMap({ type }: Node): boolean {
  return type === "record" || type === "object" || type === "strict_object";
}

/** One thing can break several rules (-0.5 is neither whole nor positive); the first says enough. */
function firstAtEachPlace(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter((one) => {
    const key = [one.line, one.column, one.code.endsWith("-key") ? one.message : ""].join(":");
    return !seen.has(key) && seen.add(key);
  });
}

function faultsOf(issue: v.BaseIssue<unknown>, around: Path, schema: v.GenericSchema, yaml: YamlText): Fault[] {
  const path = [...around, ...(issue.path ?? []).map(({ key }) => key as string | number)];
  const isKey = issue.path?.at(-1)?.origin === "key";
  const joined = path.findIndex((key, i) => isJoined(key, issue.path?.[i - around.length]?.value));
  if (joined >= 0) return [fault("no-space", { key: String(path[joined]) }, yaml.keyAt(path.slice(0, joined + 1)))];
  // Where one form of several nearly fits, the fault is the one inside it.
  const inner = issue.type === "union" ? (issue.issues ?? []).filter((one) => one.path !== undefined) : [];
  for (const one of inner) {
    const found = faultsOf(one, path, schema, yaml);
    if (found.length > 0) return found;
  }
  if (issue.type === "strict_object" && isKey) return keyFaults(issue, path, schema, yaml);
  const what = path.length === 0 ? "the file" : nameOf(path);
  const subject = isKey ? `the id of ${what}` : what;
  const received = issue.received === "undefined" ? "missing" : describeValue(issue.input);
  const code = issue.kind === "schema" ? "wrong-type" : issue.type === "regex" ? "ill-formed" : "out-of-range";
  const at = isKey ? yaml.keyAt(path) : yaml.at(path);
  return [fault(code, { what: subject, received, expected: expectedOf(issue) }, at)];
}

/** A key that is missing in a map, or all that it has no use for: the library stops at the first of these. */
function keyFaults(issue: v.BaseIssue<unknown>, path: Path, schema: v.GenericSchema, yaml: YamlText): Fault[] {
  const parent = path.slice(0, -1);
  const given = Object.keys(issue.path?.at(-1)?.input as object);
  const known = keysAt(schema, parent);
  const unknown = given.filter((key) => !known.includes(key));
  const missing = keysAt(schema, parent, true).filter((key) => !given.includes(key));
  /** One that is missing and one that is unknown are most likely one mistake: it is told where the wrong key stands. */
  const meantBy = (key: string) =>
    closestTo(key, missing) ?? (unknown.length === 1 && missing.length === 1 ? missing[0] : undefined);
  if (issue.expected !== "never") {
    const key = String(path.at(-1));
    if (unknown.some((other) => meantBy(other) === key)) return [];
    const name = textOf(valueAt(yaml.value, [...parent, "id"])) ?? nameOf(parent);
    return [fault("missing-key", { key, in: parent.length === 0 ? "this file" : name }, yaml.keyAt(parent))];
  }
  // Each is known, of one form or another, and they do not go together.
  if (unknown.length === 0) {
    const expected = `a map with only one of the keys ${known.join(", ")}`;
    const received = describeValue(valueAt(yaml.value, parent));
    return [fault("wrong-type", { what: nameOf(parent), received, expected }, yaml.at(parent))];
  }
  return unknown.map((key) => {
    // { say: First, then second } is two keys to YAML.
    if (valueAt(yaml.value, [...parent, key]) === null && /\s|[.?!]$/.test(key)) {
      return fault("comma-in-text", { key }, yaml.keyAt([...parent, key]));
    }
    return fault("unknown-key", { key, known, needed: meantBy(key) }, yaml.keyAt([...parent, key]));
  });
}

/** `{ craft:3 }` is a key without a value to YAML. */
function isJoined(key: string | number, value: unknown): boolean {
  return value === null && /^[\w-]+:\S/.test(String(key));
}

/** What to write instead, for what a schema asks; # is the number that it asks for. */
const wanted: Readonly<Record<string, string>> = {
  string: "text (in quotes if it looks like a number, a date, true or false)",
  number: "a whole number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a map of keys to values",
  strict_object: "a map of keys to values",
  record: "a map of keys to values",
  min_value: "a whole number of at least #",
  max_value: "a whole number of at most #",
  non_empty: "at least one thing there",
  min_length: "at least # things there",
  min_entries: "at least # things there",
  max_entries: "at most # things there",
};

function expectedOf(issue: v.BaseIssue<unknown>): string {
  const { type, input, expected, issues = [] } = issue;
  if (type === "string" && input === null) return 'text (in quotes if it starts with "#", or is the word null)';
  if (type === "strict_object" && expected?.startsWith('"')) return `a map with the key ${expected}`;
  if (type === "literal" || type === "picklist") {
    return (expected ?? "").replaceAll(/[()]/g, "").replaceAll(" | ", " or ");
  }
  if (type === "union") {
    return [...new Set(issues.filter((one) => one.expected !== "never").map(expectedOf))].join(", or ");
  }
  // Patterns say in the schema what they ask for.
  return wanted[type]?.replace("#", "requirement" in issue ? `${issue.requirement}` : "") ?? issue.message;
}

/** A path as a reader of the file would say it, from the item of a list on: options.engineering.drawn */
function nameOf(path: Path): string {
  const item = path.slice(0, -1).findLastIndex((step) => typeof step === "number");
  const near = path.length > 1 ? path.slice(item + 1) : path;
  return near.map((step) => (typeof step === "number" ? `#${step + 1}` : step)).join(".");
}

/** The keys that an object may have, or must have: the schema is walked along the path. */
function keysAt(schema: unknown, path: Path, isNeeded = false): string[] {
  const [step, ...rest] = path;
  const { entries = {}, item, value, wrapped, options = [] } = schema as Node;
  if (wrapped !== undefined) return keysAt(wrapped, path, isNeeded);
  const forms = options.filter((option) => typeof option === "object");
  if (forms.length > 0) return forms.flatMap((form) => keysAt(form, path, isNeeded));
  if (step === undefined) {
    const all = Object.entries(entries);
    return (isNeeded ? all.filter(([, { type }]) => type !== "optional") : all).map(([key]) => key);
  }
  const inner = item ?? value ?? entries[step];
  return inner === undefined ? [] : keysAt(inner, rest, isNeeded);
}
