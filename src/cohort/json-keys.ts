/** A key of a JSON record, with the positions in the text at which its key and value start, and its value ends. */
export interface JsonKey {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

/**
 * Finds the keys of a record and the spans of their values in the text: JSON.parse keeps only the last of two equal keys, and
 * rounds long numbers. The text must be valid JSON, with the opening brace of the record at `from`.
 */
export function keysOf(text: string, from = text.indexOf("{")): JsonKey[] {
  const keys: JsonKey[] = [];
  let p = from + 1;
  for (;;) {
    while (/[\s,]/.test(text[p] ?? "")) p++;
    if (text[p] !== '"') return keys;
    const start = p;
    const colon = endOfString(text, start);
    const name = `${JSON.parse(text.slice(start, colon))}`;
    let valueStart = text.indexOf(":", colon) + 1;
    while (/\s/.test(text[valueStart] ?? "")) valueStart++;
    p = endOfValue(text, valueStart);
    keys.push({ name, start, valueStart, end: p });
  }
}

/** An upper bound of the number of keys in JSON text: each key has a colon, and strings may hold more of them. */
export function countColons(text: string): number {
  let count = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) count++;
  return count;
}

function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let p = start; p < text.length; p++) {
    const sign = text[p];
    if (sign === '"') p = endOfString(text, p) - 1;
    else if (sign === "{" || sign === "[") depth++;
    else if (depth === 0 && (sign === "," || sign === "}" || sign === "]")) return trimmedEnd(text, p);
    else if (sign === "}" || sign === "]") depth--;
  }
  return text.length;
}

function trimmedEnd(text: string, end: number): number {
  let p = end;
  while (/\s/.test(text[p - 1] ?? "")) p--;
  return p;
}

/** Position behind the closing quote of the string that starts at `start`. */
function endOfString(text: string, start: number): number {
  for (let p = start + 1; p < text.length; p++) {
    if (text[p] === "\\") p++;
    else if (text[p] === '"') return p + 1;
  }
  return text.length;
}
