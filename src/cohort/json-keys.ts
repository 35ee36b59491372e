/** A key of a JSON record, with the positions in the text at which its key and value start, and its value ends. */
export interface JsonKey {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

const keyPattern = /\s*[{,]\s*("[^"\\]*(?:\\.[^"\\]*)*")\s*:\s*/y;
/** A string, a bracket, or a number or word; commas and colons are skipped. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]|[^\s"{}[\],:]+/g;

/**
 * Finds the keys of a record and the spans of their values in the text: JSON.parse keeps only the last of two equal keys, and
 * rounds long numbers. The text must be valid JSON, with the opening brace of the record at `from`.
 */
export function keysOf(text: string, from = text.indexOf("{")): JsonKey[] {
  const keys: JsonKey[] = [];
  for (let end = from; ; ) {
    keyPattern.lastIndex = end;
    const [match, quoted = ""] = keyPattern.exec(text) ?? [];
    if (match === undefined) return keys;
    const start = end + match.indexOf('"');
    const valueStart = keyPattern.lastIndex;
    end = endOfValue(text, valueStart);
    keys.push({ name: `${JSON.parse(quoted)}`, start, valueStart, end });
  }
}

function endOfValue(text: string, start: number): number {
  token.lastIndex = start;
  let depth = 0;
  do {
    const [sign = "}"] = token.exec(text) ?? [];
    if (sign === "{" || sign === "[") depth++;
    else if (sign === "}" || sign === "]") depth--;
  } while (depth > 0);
  return token.lastIndex;
}
