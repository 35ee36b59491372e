/**
 * The values of a JSON record as they were written, by key; of a key that stands twice the last.
 * The text must be known to be JSON: this only finds where values start and end.
 */
export function splitRecord(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let p = text.indexOf("{") + 1;
  for (;;) {
    p = text.indexOf('"', p);
    if (p < 0) return values;
    const key = p;
    p = endOfString(text, p);
    const name: unknown = JSON.parse(text.slice(key, p));
    const start = text.indexOf(":", p) + 1;
    p = endOfValue(text, start);
    values.set(`${name}`, text.slice(start, p).trim());
  }
}

function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let p = start; p < text.length; p++) {
    const c = text[p];
    if (c === '"') p = endOfString(text, p) - 1;
    else if (c === "{" || c === "[") depth++;
    else if (depth === 0 && (c === "," || c === "}")) return p;
    else if (c === "}" || c === "]") depth--;
  }
  return text.length;
}

/** Past the closing quote of the string that starts here. */
function endOfString(text: string, start: number): number {
  for (let p = start + 1; ; p++) {
    if (text[p] === "\\") p++;
    else if (text[p] === '"') return p + 1;
  }
}
