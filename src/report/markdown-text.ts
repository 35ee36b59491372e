/**
 * Text as GitHub Markdown that shows it letter for letter, wherever it stands: in a paragraph, a list item, a heading or
 * the cell of a table. HTML and pipes become entities, since not every reader of Markdown takes a backslash there.
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

/** A link, where the address is one of the web; otherwise the text alone. */
export function markdownLink(text: string, url: string | undefined): string {
  const label = escapeMarkdown(text);
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return label;
  return `[${label}](<${new URL(url).href.replaceAll(/[<>|\\]/g, encodeURIComponent)}>)`;
}

/** Cells must be Markdown already. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Items must be Markdown already. */
export function markdownList(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
