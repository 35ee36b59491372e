import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import type { Comparison } from "../../sittings/compare-sittings.ts";
import { version } from "../../version.ts";
import { type Entry, hasContent, type Said, type Section } from "../document.ts";
import { describeSittings } from "../sitting-comparison.ts";
import { type Html, html } from "./markup.ts";
import { renderDocument } from "./page-document.ts";
import { drawPulls } from "./pull-chart.ts";

/** Sittings side by side as one file that needs nothing else, their pulls in one chart. */
export function renderComparison(pack: Pack, comparison: Comparison): string {
  const { title, sections } = describeSittings(pack, comparison);
  const [verdicts, ...others] = sections.filter(hasContent).map(showSection);
  const body = html`
    <main class="cohort">
    <header><p class="over">${pack.title}</p><h1><bdi>${title}</bdi></h1></header>
    ${verdicts}
    <section>${drawPulls(pack, comparison.sittings)}</section>
    ${others}
    </main>
    <footer><p class="colophon">${say(pack, "page.made", { version, pack: `${pack.id} ${pack.version}` })}</p></footer>`;
  return renderDocument({ lang: pack.lang, title, body, scripts: [] });
}

function showSection({ heading, block }: Section): Html {
  const level = heading === undefined ? 2 : 3;
  const shown = {
    paragraphs: () => block.type === "paragraphs" && block.says.map((said) => html`<p>${textOf(said)}</p>`),
    points: () => block.type === "points" && listOf(block.says),
    entries: () => block.type === "entries" && block.entries.map((entry) => showEntry(entry, level)),
    table: () =>
      block.type === "table" && block.rows.map(({ name, cells }) => showRow(name, block.heads, cells, level)),
  };
  if (!(block.type in shown)) throw new Error(`a comparison has no block of the type ${block.type}`);
  const content = shown[block.type as keyof typeof shown]();
  return html`<section>${heading !== undefined && html`<h2>${heading}</h2>`}${content}</section>`;
}

/** Each cell names its sitting, so it reads on a narrow page too. */
function showRow(name: string, heads: readonly string[], cells: readonly (readonly Said[])[], level: number): Html {
  const sides = cells.map(
    (says, n) =>
      html`<div><dt><bdi>${heads[n] ?? ""}</bdi></dt>${says.map((said) => html`<dd>${textOf(said)}</dd>`)}</div>`,
  );
  return html`<h${level}>${name}</h${level}><dl class="sides">${sides}</dl>`;
}

function showEntry({ name, says = [], points = [] }: Entry, level: number): Html {
  return html`<h${level}>${name}</h${level}>${says.map((said) => html`<p>${textOf(said)}</p>`)}${points.length > 0 && listOf(points)}`;
}

function listOf(says: readonly Said[]): Html {
  return html`<ul>${says.map((said) => html`<li><bdi>${textOf(said)}</bdi></li>`)}</ul>`;
}

function textOf(said: Said): string {
  return typeof said === "string" ? said : said.say;
}
