import { sourceLine } from "../citations.ts";
import { type Html, html, link } from "./markup.ts";
import { type Setting, unlessEmpty } from "./page-setting.ts";

/** Everything that the page cites, numbered in the order in which it does. */
export function listSources({ citations }: Setting): Html | null {
  return unlessEmpty(
    citations.list(),
    (some) =>
      html`<ol class="sources">${some.map(
        ({ number, source }) => html`
      <li id="source-${number}" value="${number}"><bdi>${sourceLine(source)}</bdi>
      ${source.note !== undefined && html` <bdi class="quiet">${source.note}</bdi>`}
      ${source.url !== undefined && html` <bdi class="url">${link(source.url, source.url)}</bdi>`}</li>`,
      )}</ol>`,
  );
}
