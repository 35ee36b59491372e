/** A key of a JSON record, and where it stands in the text with its value: from the key's quote to the value's end. */
export interface JsonKey {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

/**
 * The keys of a record as they were written, each as often as it was: JSON.parse hides one that stands twice, and rounds
 * long numbers. The text must be known to be JSON, with the record's brace at `from`; this only finds where values are.
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

/** How many keys a text of JSON can have at most: each has a colon, and so may strings. */
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

/** Past the closing quote of the string that starts here. */
function endOfString(text: string, start: number): number {
  for (let p = start + 1; p < text.length; p++) {
    if (text[p] === "\\") p++;
    else if (text[p] === '"') return p + 1;
  }
  return text.length;
}
