/** Markup that is safe to put into a page. Only `html`, `asMarkup` and `embedJson` create it. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** A value in a template. Text is escaped, markup kept, lists are joined; null, undefined and false become "". */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Template tag that escapes every value but markup. @throws Error for an attribute value without quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const text = strings.map((string, i) => {
    if (i < parts.length && string.endsWith("=")) throw new Error(`an attribute without quotes: ${string}`);
    return tidy(string, i === 0, i === parts.length) + (i < parts.length ? show(parts[i]) : "");
  });
  return new Html(text.join(""));
}

/** Reduces each line break of a template, with the white space around it, to one "\n", and drops the first and last. */
function tidy(string: string, isFirst: boolean, isLast: boolean): string {
  const lines = string.replaceAll(/\s*\n\s*/g, "\n");
  const start = isFirst ? lines.replace(/^\n/, "") : lines;
  return isLast ? start.replace(/\n$/, "") : start;
}

/** Turns text into markup without escaping it. Only for our own text: the style, the script and the policy. */
export function asMarkup(text: string): Html {
  return new Html(text);
}

function show(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.toString();
  if (typeof part === "object") return part.map(show).join("");
  return escapeText(`${part}`);
}

/** Control characters and direction marks, which escapeText replaces by a visible character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern searches for them
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

/** Escapes data for a script element, so that no text in it can end the element or start a comment. */
export function embedJson(data: unknown): Html {
  return new Html(
    JSON.stringify(data).replaceAll(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

/** Makes a link when the address is a valid http or https URL. Otherwise returns only the text. */
export function link(url: string | undefined, text: Part): Html {
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return html`${text}`;
  return html`<a href="${new URL(url).href}" rel="noopener noreferrer">${text}</a>`;
}
