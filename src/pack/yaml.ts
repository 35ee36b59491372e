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
  type YAMLParseError,
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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const faults = [...document.errors.map((error) => faultOf(error, text, place)), ...findDangers(document, place)];
  // A key that is there twice leaves the rest readable, so that one run tells all.
  if (document.errors.some(({ code }) => code !== "DUPLICATE_KEY")) return unread(faults, file);
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

function faultOf({ code, message, pos }: YAMLParseError, text: string, place: (offset: number) => Place): Fault {
  if (code !== "DUPLICATE_KEY") return fault("syntax", { why: asSentence(message) }, place(pos[0]));
  const key = /^[^:\s]+/.exec(text.slice(pos[0]))?.[0] ?? "";
  return fault("doubled-key", { key }, place(pos[0]));
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
  visit(document, {
    Scalar(key, node) {
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
function asSentence(message: string): string {
  const sentence = message.replaceAll(/\s+/g, " ").trim();
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
