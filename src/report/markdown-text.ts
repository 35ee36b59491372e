/**
 * Escapes text so that GitHub Markdown shows it letter for letter in a paragraph, list item, heading or table cell.
 * HTML and pipes become entities, because some Markdown readers do not accept a backslash before them.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[\\`*_[\]~$^]/g, "\\$&")
    .replaceAll(/[&<>|]/g, (c) => entities[c] as string)
    .replaceAll("://", "&#58;//")
    .replaceAll(/(www)\./gi, "$1&#46;")
    .replaceAll("@", "&#64;")
    .replaceAll(/(^| )#/g, "$1\\#")
    .replace(/^[+=-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;" };

/** Makes a link when the address is a valid http or https URL. Otherwise returns only the escaped text. */
export function markdownLink(text: string, url: string | undefined): string {
  const label = escapeMarkdown(text);
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return label;
  return `[${label}](<${new URL(url).href.replaceAll(/[<>|\\]/g, encodeURIComponent)}>)`;
}

/** Heads and cells must be escaped Markdown. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Items must be escaped Markdown. */
export function markdownList(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
