import { sourceLine } from "../citations.ts";
import { type Html, html, link } from "./markup.ts";
import type { Setting } from "./setting.ts";

/** Everything that the page cites, numbered in the order in which it does. */
export function showSources({ citations }: Setting): Html | null {
  const cited = citations.list();
  if (cited.length === 0) return null;
  return html`<ol class="sources">${cited.map(
    ({ number, source }) => html`
      <li id="source-${number}" value="${number}">${sourceLine(source)}
      ${source.note !== undefined && html` <span class="quiet">${source.note}</span>`}
      ${source.url !== undefined && html` <span class="url">${link(source.url, source.url)}</span>`}</li>`,
  )}</ol>`;
}
