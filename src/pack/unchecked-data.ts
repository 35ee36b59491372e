/** Accessors for data that no schema has checked yet. A value of an unexpected type counts as absent. */

export function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function partOf(value: unknown, key: string): unknown {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  return isMap && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((part, step) => (typeof step === "number" ? itemsOf(part)[step] : partOf(part, step)), value);
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The texts in a value that may be one text or a list, each with its index in the list. */
export function textsOf(value: unknown): { text: string; index: number | undefined }[] {
  const list = Array.isArray(value)
    ? value.map((text: unknown, index) => ({ text, index }))
    : [{ text: value, index: undefined }];
  return list.filter((item): item is { text: string; index: number | undefined } => typeof item.text === "string");
}

/** A value as a message cites it, short enough for one line. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return Object.keys(value).length === 0 ? "an empty map" : "a map";
  if (typeof value === "string") return value.trim() === "" ? "empty" : JSON.stringify(shorten(value));
  return String(value);
}

function shorten(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
