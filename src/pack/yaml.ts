import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { type Fault, fault, type Place } from "../fault.ts";

/** A YAML (or JSON) text that was read: its plain value, and where each part of it stands. */
export interface YamlText {
  /** Undefined where it could not be read at all. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** The place of the value at a path, or of the nearest part around it that exists. */
  at(path: Path): Place;
  /** The place of the key at the end of a path. */
  keyAt(path: Path): Place;
}

export type Path = readonly (string | number)[];

export const mostBytes = 1_048_576;
const mostAliases = 100;

/** Reads one YAML text without trusting it: no custom tags, no `__proto__`, no alias bombs, nothing that a terminal would act on. */
export function readYaml(text: string, file: string): YamlText {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > mostBytes) return unread([fault("too-large", { bytes, most: mostBytes }, { file })], file);
  // Bytes that are no letters were read as this one; UTF-16 has zeros between its letters.
  if (/[\0\ufffd]/.test(text)) return unread([fault("not-utf8", {}, { file })], file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const faults = [
    ...firstOfEachLine(document.errors.map((e) => fault("syntax", { why: asSentence(e) }, place(e.pos[0])))),
    ...findDangers(document, place),
  ];
  // A key that is there twice leaves the rest readable, so that one run tells all.
  const isUnreadable =
    faults.some(({ code }) => code === "no-anchor") || document.errors.some(({ code }) => code !== "DUPLICATE_KEY");
  if (isUnreadable) return unread(faults, file);
  try {
    return {
      value: document.toJS({ maxAliasCount: mostAliases }),
      faults,
      at: (path) => place(offsetOf(document, path, "value")),
      keyAt: (path) => place(offsetOf(document, path, "key")),
    };
  } catch (error) {
    // The library throws a ReferenceError when aliases repeat more than they may.
    if (!(error instanceof ReferenceError)) throw error;
    return unread([...faults, fault("aliases", {}, place(0))], file);
  }
}

/** What is wrong in a line makes the parser stumble over the rest of it. */
function firstOfEachLine(faults: readonly Fault[]): Fault[] {
  return faults.filter(({ line }, i) => faults.findIndex((other) => other.line === line) === i);
}

function unread(faults: readonly Fault[], file: string): YamlText {
  const at = () => ({ file });
  return { value: undefined, faults, at, keyAt: at };
}

// All that a terminal may act on or that turns the direction of text: C0 and C1 controls but tab and line breaks, bidi marks.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

/** Keys that mean something to every object; the schema library passes over them in silence. */
const unsafeKeys = ["__proto__", "constructor", "prototype"];

function findDangers(document: Document.Parsed, place: (offset: number) => Place): Fault[] {
  const faults: Fault[] = document.warnings.map(({ message, pos }) =>
    fault("tag", { tag: /tag:? (\S+)/i.exec(message)?.[1] ?? "it has" }, place(pos[0])),
  );
  const anchors = new Set<string>();
  visit(document, {
    Collection(_, { anchor }) {
      if (anchor !== undefined) anchors.add(anchor);
    },
    Alias(_, { source, range }) {
      if (!anchors.has(source)) faults.push(fault("no-anchor", { name: source }, place(range?.[0] ?? 0)));
    },
    Scalar(key, node) {
      if (node.anchor !== undefined) anchors.add(node.anchor);
      const at = place(node.range?.[0] ?? 0);
      if (key === "key" && unsafeKeys.includes(String(node.value))) {
        faults.push(fault("proto-key", { key: String(node.value) }, at));
      }
      const found = typeof node.value === "string" ? control.exec(node.value)?.[0] : undefined;
      if (found !== undefined) faults.push(fault("control", { character: codePoint(found) }, at));
    },
  });
  return faults;
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The library's message as one sentence in our tone. */
function asSentence({ code, message }: YAMLError): string {
  if (code === "DUPLICATE_KEY") return "this key stands twice in the same map; rename or remove one";
  if (code === "RESOURCE_EXHAUSTION") return "is nested too deeply to be read; flatten it";
  if (code === "MULTIPLE_DOCS") return "a second YAML document starts here; keep one in a file, without a line ---";
  const sentence = message
    .replace(/(["'])quote/, "$1 quote")
    .replaceAll(/\s+/g, " ")
    .trim();
  return `is not YAML here: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function offsetOf(document: Document.Parsed, path: Path, part: "key" | "value"): number {
  let node: Node | null = document.contents;
  let offset = start(node) ?? 0;
  path.forEach((step, depth) => {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      const isLast = depth === path.length - 1;
      const value = (pair?.value ?? null) as Node | null;
      offset = (isLast && part === "key" ? undefined : start(value)) ?? start(pair?.key as Node | null) ?? offset;
      node = value;
    } else if (isSeq(node)) {
      node = (node.items[Number(step)] ?? null) as Node | null;
      offset = start(node) ?? offset;
    } else {
      node = null;
    }
  });
  return offset;
}

function start(node: Node | null | undefined): number | undefined {
  return node?.range?.[0];
}
