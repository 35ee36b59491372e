import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  visit,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { type Fault, fault, type Place } from "../fault.ts";
import { limits } from "../limits.ts";
import { parseBounded } from "./bounded-yaml.ts";
import { explainError } from "./yaml-mistakes.ts";

/** A parsed YAML or JSON text: its plain value, and the place of each part in the file. */
export interface YamlText {
  /** Undefined where the text cannot be parsed. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** The place of the value at a path, or of the nearest enclosing part that exists. */
  at(path: Path): Place;
  /** The place of the key at the end of a path. */
  keyAt(path: Path): Place;
}

export type Path = readonly (string | number)[];
type PlaceAt = (offset: number) => Place;

const mostAliases = 100;

/** Parses untrusted YAML. Custom tags, `__proto__`, alias bombs and characters that a terminal acts on are faults. */
export function readYaml(text: string, file: string): YamlText {
  if (new TextEncoder().encode(text).length > limits.fileBytes) return reject([fault("too-large", {}, { file })], file);
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  const place: PlaceAt = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const illegible = findIllegible(text, place);
  if (illegible !== null) return reject([illegible], file);
  const document = parseBounded(text);
  if (!("contents" in document)) return reject([fault(document.code, {}, place(document.offset))], file);
  const isJson = /\.json$/i.test(file) || /^\s*[[{]/.test(text);
  const faults = [
    ...document.errors.map((error) => asFault(text, error, isJson, place)),
    ...findDangers(document, place, file.toLowerCase().endsWith(".json")),
  ];
  // A doubled key leaves the rest of the file readable, so that one run reports every fault.
  const isUnreadable = document.errors.length > 0 || faults.some(({ code }) => code === "no-anchor");
  if (isUnreadable) return reject(faults, file);
  const pairs: PairsByKey = new WeakMap();
  try {
    return {
      value: document.toJS({ maxAliasCount: mostAliases }),
      faults,
      at: (path) => place(offsetOf(document, pairs, path, "value")),
      keyAt: (path) => place(offsetOf(document, pairs, path, "key")),
    };
  } catch (error) {
    // The library throws a ReferenceError when aliases expand more often than `maxAliasCount` allows.
    if (!(error instanceof ReferenceError)) throw error;
    return reject([...faults, fault("aliases", {}, place(0))], file);
  }
}

/** A fault where the file is not text in UTF-8. Decoding has turned bytes that are not valid UTF-8 into U+FFFD. */
function findIllegible(text: string, place: PlaceAt): Fault | null {
  const { file } = place(0);
  const nul = text.indexOf("\0");
  if (nul < 0) return text.includes("\ufffd") ? fault("not-utf8", {}, { file }) : null;
  // In UTF-16 most letters come with a zero byte.
  const zeros = text.slice(0, 4096).split("\0").length - 1;
  if (zeros * 3 > Math.min(text.length, 4096)) return fault("not-utf8", {}, { file });
  return fault("control", { character: "U+0000" }, place(nul));
}

function reject(faults: readonly Fault[], file: string): YamlText {
  const at = () => ({ file });
  return { value: undefined, faults, at, keyAt: at };
}

// Characters that a terminal may act on, or that change the direction of text: C0 and C1 controls except tab and line
// breaks, the separators U+2028 and U+2029, and bidi controls.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern looks for control characters
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

function findDangers(document: Document.Parsed, place: PlaceAt, isJsonFile: boolean): Fault[] {
  const faults: Fault[] = [];
  const anchors = new Set<string>();
  const unused = new Map<string, Place>();
  visit(document, {
    Collection(_, node) {
      if (node.anchor !== undefined) anchors.add(node.anchor);
      if (isMap(node)) faults.push(...doubledKeys(node, place));
    },
    Alias(_, { source, range }) {
      unused.delete(source);
      if (!anchors.has(source)) faults.push(fault("no-anchor", { name: source }, place(range?.[0] ?? 0)));
    },
    // YAML allows a key without a value, JSON does not.
    Pair(_, { key, value }) {
      const hasValue = value !== null && !(isScalar(value) && value.source === "" && value.value === null);
      if (isJsonFile && !hasValue) faults.push(fault("not-json", {}, place(startOf((value ?? key) as Node) ?? 0)));
    },
    Scalar(key, node) {
      const at = place(node.range?.[0] ?? 0);
      if (node.anchor !== undefined) {
        anchors.add(node.anchor);
        unused.set(node.anchor, at);
      }
      if (key === "key" && node.value === "__proto__") faults.push(fault("proto-key", { key: "__proto__" }, at));
      const character = typeof node.value === "string" ? control.exec(node.value)?.[0] : undefined;
      if (character !== undefined) faults.push(fault("control", { character: codePoint(character) }, at));
    },
  });
  for (const [name, at] of unused) faults.push(fault("unused-anchor", { name }, at));
  return faults;
}

/** Reports keys that a map already has. Several in a row are reported once, since an item probably lacks its "- ". */
function doubledKeys({ items }: YAMLMap, place: PlaceAt): Fault[] {
  const names = items.map(({ key }) => String(key));
  const first = new Map(names.map((name, i) => [name, i] as const).toReversed());
  const isDoubled = names.map((name, i) => first.get(name) !== i);
  return items.flatMap(({ key }, i) => {
    if (isDoubled[i] !== true || isDoubled[i - 1] === true) return [];
    return [fault("doubled-key", { isItem: isDoubled[i + 1] === true }, place(startOf(key as Node) ?? 0))];
  });
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** An error of the library as a fault, at the place of the mistake that caused it. */
function asFault(text: string, error: YAMLError, isJson: boolean, place: PlaceAt): Fault {
  const { code, message } = error;
  const at = place(error.pos[0]);
  switch (code) {
    case "TAG_RESOLVE_FAILED":
      return fault("tag", { tag: /tag:? (\S+)/i.exec(message)?.[1] ?? "it has" }, at);
    case "BAD_DIRECTIVE":
      return fault("directive", {}, at);
    case "RESOURCE_EXHAUSTION":
      return fault("too-deep", {}, at);
    case "MULTIPLE_DOCS":
      return fault("second-document", {}, at);
  }
  if (isJson) return fault("not-json", {}, at);
  const { why, offset } = explainError(text, error);
  return fault("syntax", { why }, place(offset));
}

/** Pairs of each map by key, indexed at the first lookup: a map of 40,000 keys may have a hundred faults to locate. */
type PairsByKey = WeakMap<YAMLMap, Map<string, Pair>>;

function pairIn(map: YAMLMap, pairs: PairsByKey, key: string): Pair | undefined {
  const byKey = pairs.get(map) ?? new Map(map.items.toReversed().map((pair) => [String(pair.key), pair]));
  pairs.set(map, byKey);
  return byKey.get(key);
}

function offsetOf(document: Document.Parsed, pairs: PairsByKey, path: Path, part: "key" | "value"): number {
  let node: Node | null = document.contents;
  let offset = startOf(node) ?? 0;
  path.forEach((step, depth) => {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isMap(node)) {
      const pair = pairIn(node, pairs, String(step));
      const isLast = depth === path.length - 1;
      const value = (pair?.value ?? null) as Node | null;
      offset = (isLast && part === "key" ? undefined : startOf(value)) ?? startOf(pair?.key as Node | null) ?? offset;
      node = value;
    } else if (isSeq(node)) {
      node = (node.items[Number(step)] ?? null) as Node | null;
      offset = startOf(node) ?? offset;
    } else {
      node = null;
    }
  });
  return offset;
}

function startOf(node: Node | null | undefined): number | undefined {
  return node?.range?.[0];
}
