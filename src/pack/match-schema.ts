import * as v from "valibot";
import { type Fault, fault } from "../fault.ts";
import { closestTo } from "../fault-sentences.ts";
import type { Mark } from "./schema/terms.ts";
import { describeValue, entriesOf, itemsOf, partOf, textOf, valueAt } from "./unchecked-data.ts";
import type { Path, YamlText } from "./yaml.ts";

/** Validates a parsed text. Returns the typed value if it fits the schema, and every fault with its place. */
export function checkShape<const Schema extends v.GenericSchema>(
  schema: Schema,
  yaml: YamlText,
): { value?: v.InferOutput<Schema>; faults: readonly Fault[] } {
  if (yaml.value === undefined) return { faults: yaml.faults };
  const lists: Path[] = [];
  walkShape(schema, yaml.value, ({ node, value, path }) => {
    // Valibot accepts a list as a map with its indices as keys.
    if (isMap(node) && Array.isArray(value)) lists.push(path);
  });
  const result = v.safeParse(schema, yaml.value);
  if (result.success && lists.length === 0) return { value: result.output, faults: yaml.faults };
  // Faults inside such a list are left out, and so is a wrong number of entries where the text has faults of its own:
  // valibot counts no doubled and no forbidden keys.
  const isInList = ({ path }: v.BaseIssue<unknown>) =>
    lists.some((list) => list.every((step, i) => path?.[i]?.key === step));
  const issues = (result.issues ?? []).filter(
    (issue) => !isInList(issue) && (yaml.faults.length === 0 || issue.type !== "min_entries"),
  );
  const faults = [
    ...lists.map((path) => {
      const received = describeValue(valueAt(yaml.value, path));
      const what = path.length === 0 ? "the file" : nameOf(path);
      return fault("wrong-type", { what, received, expected: "a map of keys to values" }, yaml.at(path));
    }),
    ...issues.flatMap((issue) => faultsOf(issue, [], schema, yaml)),
  ];
  return { faults: firstAtEachPlace([...yaml.faults, ...faults]) };
}

/** The parts of a valibot schema that this module reads, and the mark that references/ checks. */
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

/** Visits a value together with its schema, as far as they match. Ids that are keys of a map are visited as well. */
export function walkShape(schema: unknown, value: unknown, see: (part: Part) => void, path: Path = [], isKey = false) {
  const node = schema as Node;
  if (node.wrapped !== undefined) return walkShape(node.wrapped, value, see, path);
  see({ node, value, path, isKey });
  if (node.type === "array")
    for (const [i, item] of itemsOf(value).entries()) walkShape(node.item, item, see, [...path, i]);
  if (!isMap(node)) return;
  for (const [key, inner] of entriesOf(value)) {
    const innerPath = [...path, key];
    if (node.type === "record") walkShape(node.key, key, see, innerPath, true);
    const innerSchema = node.type === "record" ? node.value : partOf(node.entries, key);
    if (innerSchema !== undefined) walkShape(innerSchema, inner, see, innerPath);
  }
}

function isMap({ type }: Node): boolean {
  return type === "record" || type === "object" || type === "strict_object";
}

/** Keeps the first fault at each place, since a value can break several rules (-0.5 is neither whole nor positive). */
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
  // Where an alternative of a union fits except for a value inside it, the fault is reported there.
  const inner = issue.type === "union" ? (issue.issues ?? []).filter((one) => one.path !== undefined) : [];
  for (const one of inner) {
    const faults = faultsOf(one, path, schema, yaml);
    if (faults.length > 0) return faults;
  }
  if (issue.type === "strict_object" && isKey) return keyFaults(issue, path, schema, yaml);
  const what = path.length === 0 ? "the file" : nameOf(path);
  const subject = isKey ? `the id of ${what}` : what;
  const received = issue.received === "undefined" ? "missing" : describeValue(issue.input);
  const code = issue.kind === "schema" ? "wrong-type" : issue.type === "regex" ? "ill-formed" : "out-of-range";
  const at = isKey ? yaml.keyAt(path) : yaml.at(path);
  return [fault(code, { what: subject, received, expected: expectedOf(issue) }, at)];
}

/** One missing key of a map, or all its unknown keys, of which valibot reports only the first. */
function keyFaults(issue: v.BaseIssue<unknown>, path: Path, schema: v.GenericSchema, yaml: YamlText): Fault[] {
  const parent = path.slice(0, -1);
  const present = Object.keys(issue.path?.at(-1)?.input as object);
  const known = keysAt(schema, parent);
  const unknown = present.filter((key) => !known.includes(key));
  const missing = keysAt(schema, parent, true).filter((key) => !present.includes(key));
  // A missing and an unknown key are probably one mistake, which is reported once, at the unknown key.
  const meantBy = (key: string) =>
    closestTo(key, missing) ?? (unknown.length === 1 && missing.length === 1 ? missing[0] : undefined);
  if (issue.expected !== "never") {
    const key = String(path.at(-1));
    if (unknown.some((other) => meantBy(other) === key)) return [];
    const name = textOf(valueAt(yaml.value, [...parent, "id"])) ?? nameOf(parent);
    return [fault("missing-key", { key, in: parent.length === 0 ? "this file" : name }, yaml.keyAt(parent))];
  }
  // Each key is known in some alternative of a union, but no alternative has all of them.
  if (unknown.length === 0) {
    const expected = `a map with only one of the keys ${known.join(", ")}`;
    const received = describeValue(valueAt(yaml.value, parent));
    return [fault("wrong-type", { what: nameOf(parent), received, expected }, yaml.at(parent))];
  }
  return unknown.map((key) => {
    // YAML reads { say: First, then second } as two keys.
    if (valueAt(yaml.value, [...parent, key]) === null && /\s|[.?!]$/.test(key)) {
      return fault("comma-in-text", { key }, yaml.keyAt([...parent, key]));
    }
    return fault("unknown-key", { key, known, needed: meantBy(key) }, yaml.keyAt([...parent, key]));
  });
}

/** Is the space after a colon missing? YAML reads `{ craft:3 }` as the key "craft:3" without a value. */
function isJoined(key: string | number, value: unknown): boolean {
  return value === null && /^[\w-]+:\S/.test(String(key));
}

/** What to write instead, by the type of valibot's issue. # stands for the number that the schema requires. */
const expectations: Readonly<Record<string, string>> = {
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
  // For a pattern the schema itself has the message.
  return expectations[type]?.replace("#", "requirement" in issue ? `${issue.requirement}` : "") ?? issue.message;
}

/** A path in a message, from the innermost list item on: `options.engineering.drawn`. */
function nameOf(path: Path): string {
  const item = path.slice(0, -1).findLastIndex((step) => typeof step === "number");
  const near = path.length > 1 ? path.slice(item + 1) : path;
  return near.map((step) => (typeof step === "number" ? `#${step + 1}` : step)).join(".");
}

/** The keys that the object at a path may have; with `isNeeded`, those that it must have. */
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
