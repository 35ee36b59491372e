/** Markup that is safe to put into a page. Only `html` and `trusted` make it. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template takes: text and numbers are escaped, markup is not, lists are joined, and nothing is left out. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** A template that escapes by construction. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const text = strings.map((string, i) => {
    if (i < parts.length && string.endsWith("=")) throw new Error(`an attribute without quotes: ${string}`);
    return tidy(string, i === 0, i === parts.length) + (i < parts.length ? show(parts[i]) : "");
  });
  return new Html(text.join(""));
}

/** The template's own line breaks and indentation serve whoever reads the source: one line break is left of each. */
function tidy(string: string, isFirst: boolean, isLast: boolean): string {
  const lines = string.replaceAll(/\s*\n\s*/g, "\n");
  const start = isFirst ? lines.replace(/^\n/, "") : lines;
  return isLast ? start.replace(/\n$/, "") : start;
}

/** Text of our own that must reach the page letter for letter: the style and the script. */
export function trusted(text: string): Html {
  return new Html(text);
}

function show(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.toString();
  if (typeof part === "object") return part.map(show).join("");
  return escapeText(`${part}`);
}

/** Controls, and marks that turn the direction of what follows: a reader should see that something was there. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (c) => entities[c] as string).replaceAll(unseen, "\ufffd");
}

/** Data inside a script element: nothing in it can end the element or start a comment. */
export function embedJson(data: unknown): Html {
  return new Html(
    JSON.stringify(data).replaceAll(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

/** A link, where the address is one of the web; otherwise the text alone. */
export function link(url: string | undefined, text: Part): Html {
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return html`${text}`;
  return html`<a href="${new URL(url).href}" rel="noopener noreferrer">${text}</a>`;
}
