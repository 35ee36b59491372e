import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { type Html, html } from "./html/markup.ts";
import { renderDocument } from "./html/page-document.ts";
import { markdownTable, escapeMarkdown as md } from "./markdown-text.ts";

/** One line of the index of a cohort: a person with a report, or with the problems that prevented it. */
export interface IndexEntry {
  readonly name: string;
  /** The id in the input, or "" when it already is the name. */
  readonly id: string;
  /** The file name of the report. Null when there is none. */
  readonly file: string | null;
  /** The verdict, or the problems of the row. */
  readonly says: readonly string[];
}

/** Renders the HTML page that links every report and lists the rows without one. */
export function renderIndexPage(pack: Pack, entries: readonly IndexEntry[]): string {
  const { reported, missing, title } = split(pack, entries);
  const body = html`
    <main class="cohort">
    <header><p class="over"><span>${pack.title}</span></p>
    <h1>${title}</h1>
    <p class="lede">${say(pack, "reports.care")} <a href="codes.csv">codes.csv</a></p></header>
    <section><dl class="answers">${reported.map(showEntry)}</dl></section>
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

export function renderIndexMarkdown(pack: Pack, entries: readonly IndexEntry[]): string {
  const { reported, missing, title } = split(pack, entries);
  const heads = (["name", "id", "result"] as const).map((head) => say(pack, `reports.${head}`));
  const row = ({ name, id, file, says }: IndexEntry) => [
    file === null ? md(name) : `[${md(name)}](<${encodeURIComponent(file)}>)`,
    md(id),
    says.map(md).join("<br>"),
  ];
  const texts = [`# ${md(title)}`, `${md(say(pack, "reports.care"))} [codes.csv](codes.csv)`];
  texts.push(markdownTable(heads, reported.map(row)));
  if (missing.length > 0) texts.push(`## ${md(say(pack, "reports.missing"))}`, markdownTable(heads, missing.map(row)));
  return `${texts.join("\n\n")}\n`;
}

function split(pack: Pack, entries: readonly IndexEntry[]) {
  const reported = entries.filter(({ file }) => file !== null);
  const missing = entries.filter(({ file }) => file === null);
  return { reported, missing, title: say(pack, "reports.title", { n: reported.length }) };
}
