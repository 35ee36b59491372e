import type { Pack } from "../../pack/pack.ts";
import type { Comparison } from "../../sittings/compare-sittings.ts";
import { describeSittings } from "../sitting-comparison.ts";
import { sectionAsHtml, settingFor } from "./document-html.ts";
import { html } from "./markup.ts";
import { renderDocument } from "./page-document.ts";
import { drawPulls } from "./pull-chart.ts";

/** Renders a comparison of sittings as one HTML file without external resources. Their pulls share one chart. */
export function renderComparison(pack: Pack, comparison: Comparison): string {
  const { title, sections } = describeSittings(pack, comparison);
  const setting = settingFor(pack);
  const [verdicts, ...others] = sections.flatMap((section) => {
    const body = sectionAsHtml(section, setting);
    const heading = section.heading !== undefined && html`<h2>${section.heading}</h2>`;
    return body === null ? [] : [html`<section>${heading}${body}</section>`];
  });
  const body = html`
    <main class="cohort">
    <header><p class="over">${pack.title}</p><h1><bdi>${title}</bdi></h1></header>
    ${verdicts}
    <section>${drawPulls(pack, comparison.sittings)}</section>
    ${others}
    </main>`;
  return renderDocument(pack, { title, body });
}
