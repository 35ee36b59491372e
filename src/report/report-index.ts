import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { type Html, html } from "./html/markup.ts";
import { renderDocument } from "./html/page-document.ts";
import { markdownTable, escapeMarkdown as md } from "./markdown-text.ts";

/** One line of the index: a person with a report, or with what stood in its way. */
export interface IndexEntry {
  readonly name: string;
  /** Beside the name, where it is another. */
  readonly id: string;
  /** Null where there is no report. */
  readonly file: string | null;
  /** The verdict, or what is wrong. */
  readonly says: readonly string[];
}

/** The page that leads to every report, and names the rows that got none. */
export function renderIndexPage(pack: Pack, entries: readonly IndexEntry[]): string {
  const { told, missing, title } = split(pack, entries);
  const body = html`
    <main class="cohort">
    <header><p class="over"><span>${pack.title}</span></p>
    <h1>${title}</h1>
    <p class="lede">${say(pack, "reports.care")} <a href="codes.csv">codes.csv</a></p></header>
    <section><dl class="answers">${told.map(showEntry)}</dl></section>
    ${missing.length > 0 && html`<section><h2>${say(pack, "reports.missing")}</h2><dl class="answers">${missing.map(showEntry)}</dl></section>`}
    </main>`;
  return renderDocument(pack, { title: `${title} · ${pack.title}`, body });
}

function showEntry({ name, id, file, says }: IndexEntry): Html {
  const label = html`<bdi>${name}</bdi>`;
  return html`
    <div><dt>${file === null ? label : html`<a href="${encodeURIComponent(file)}">${label}</a>`} <bdi class="quiet">${id}</bdi></dt>
    ${says.map((line) => html`<dd>${line}</dd>`)}</div>`;
}

/** The same in Markdown. */
export function renderIndexMarkdown(pack: Pack, entries: readonly IndexEntry[]): string {
  const { told, missing, title } = split(pack, entries);
  const heads = (["name", "id", "result"] as const).map((head) => say(pack, `reports.${head}`));
  const row = ({ name, id, file, says }: IndexEntry) => [
    file === null ? md(name) : `[${md(name)}](<${encodeURIComponent(file)}>)`,
    md(id),
    says.map(md).join("<br>"),
  ];
  const texts = [`# ${md(title)}`, `${md(say(pack, "reports.care"))} [codes.csv](codes.csv)`];
  texts.push(markdownTable(heads, told.map(row)));
  if (missing.length > 0) texts.push(`## ${md(say(pack, "reports.missing"))}`, markdownTable(heads, missing.map(row)));
  return `${texts.join("\n\n")}\n`;
}

function split(pack: Pack, entries: readonly IndexEntry[]) {
  const told = entries.filter(({ file }) => file !== null);
  const missing = entries.filter(({ file }) => file === null);
  return { told, missing, title: say(pack, "reports.title", { n: told.length }) };
}
