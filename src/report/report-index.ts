import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { version } from "../version.ts";
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
  const { told, missing } = split(entries);
  const title = say(pack, "reports.title", { n: told.length });
  const body = html`
    <main class="cohort">
    <header><p class="over"><span>${pack.title}</span></p>
    <h1>${title}</h1>
    <p class="lede">${say(pack, "reports.care")} <a href="codes.csv">codes.csv</a></p></header>
    <section><dl class="answers">${told.map(showEntry)}</dl></section>
    ${missing.length > 0 && html`<section><h2>${say(pack, "reports.missing")}</h2><dl class="answers">${missing.map(showEntry)}</dl></section>`}
    </main>
    <footer><p>${say(pack, "page.made", { version, pack: `${pack.id} ${pack.version}` })}</p></footer>`;
  return renderDocument({ lang: pack.lang, title: `${title} · ${pack.title}`, body, scripts: [] });
}

function showEntry({ name, id, file, says }: IndexEntry): Html {
  const label = html`<bdi>${name}</bdi>`;
  return html`
    <div><dt>${file === null ? label : html`<a href="${encodeURIComponent(file)}">${label}</a>`} <bdi class="quiet">${id}</bdi></dt>
    ${says.map((line) => html`<dd>${line}</dd>`)}</div>`;
}

/** The same in Markdown. */
export function renderIndexMarkdown(pack: Pack, entries: readonly IndexEntry[]): string {
  const { told, missing } = split(entries);
  const table = (some: readonly IndexEntry[]) =>
    markdownTable(
      [say(pack, "reports.name"), say(pack, "reports.id"), say(pack, "reports.result")],
      some.map(({ name, id, file, says }) => [
        file === null ? md(name) : `[${md(name)}](<${encodeURIComponent(file)}>)`,
        md(id),
        says.map(md).join("<br>"),
      ]),
    );
  return [
    `# ${md(say(pack, "reports.title", { n: told.length }))}`,
    `${md(say(pack, "reports.care"))} [codes.csv](codes.csv)`,
    table(told),
    ...(missing.length === 0 ? [] : [`## ${md(say(pack, "reports.missing"))}`, table(missing)]),
  ]
    .join("\n\n")
    .concat("\n");
}

function split(entries: readonly IndexEntry[]) {
  return {
    told: entries.filter(({ file }) => file !== null),
    missing: entries.filter(({ file }) => file === null),
  };
}
