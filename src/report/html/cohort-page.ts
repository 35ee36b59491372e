import type { Seen } from "../../cohort/floor.ts";
import type { Pack } from "../../pack/pack.ts";
import { version } from "../../version.ts";
import { type ShownPart, type ShownSection, type ShownSummary, shareIn } from "../summary.ts";
import { number, percent } from "../words.ts";
import { drawBar, drawParts, type Ink, neutral } from "./charts.ts";
import { type Html, html } from "./markup.ts";
import { renderDocument } from "./page-document.ts";
import { drawnMarks, looksOf, type RoleLook } from "./role-looks.ts";

/** A cohort as one file that needs nothing else. It is made of what people may see, and holds nothing besides. */
export function renderCohort(pack: Pack, { title, intro, sections, notes }: ShownSummary): string {
  const look = looksOf(pack);
  const links = sections.map((section) => html`<li><a href="#${section.id}">${section.title}</a></li> `);
  const body = html`
    ${sections.length > 0 && drawnMarks}
    <main class="cohort">
    <header>
      <p class="over">${title}</p>
      <h1>The cohort at a glance</h1>
      <p class="lede">${intro.join(" ")}</p>
      ${notes.map((note) => html`<p class="hint">${note}</p>`)}
    </header>
    ${links.length > 0 && html`<nav aria-label="On this page"><ul>${links}</ul></nav>`}
    ${sections.map((section) => showSection(section, look))}
    </main>
    <footer>
    <p class="colophon">Made by role-advisor ${version} with the questions of ${pack.id} ${pack.version}. This page sends
    nothing anywhere.</p>
    </footer>`;
  return renderDocument({ lang: pack.lang, title: `The cohort at a glance · ${title}`, body, scripts: [] });
}

type Look = (role: string) => RoleLook;

function showSection({ id, title, say, parts }: ShownSection, look: Look): Html {
  return html`
    <section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${say !== "" && html`<p class="hint">${say}</p>`}
    ${parts.map((part) => showPart(part, look))}
    </section>`;
}

function showPart(part: ShownPart, look: Look): Html {
  switch (part.type) {
    case "bars":
      return showBars(part, look);
    case "shares":
      return html`<ul class="bars">${part.rows.map(({ name, share }) => showBar(name, share, neutral, html`<b>${percent(share)}</b>`))}</ul>`;
    case "table":
      return showTable(part, look);
  }
}

function showBars(part: Extract<ShownPart, { type: "bars" }>, look: Look): Html {
  const { title, role, total, rows } = part;
  const items = rows.map((row) => {
    const of = row.role ?? role;
    const name = row.role === undefined ? row.name : look(row.role).label;
    const ink = of === null ? neutral : look(of).ink;
    const share = row.count === null ? null : shareIn(part)(row.count);
    const figure = html`${figureOf(row.count)}${share !== null && total !== null && html` <span class="share">${percent(share)}</span>`}`;
    return showBar(name, share, ink, figure, row.say);
  });
  return html`
    ${title !== "" && html`<h3>${role === null ? title : look(role).label}</h3>`}
    <ul class="bars">${items}</ul>`;
}

function showBar(name: Html | string, share: Seen, ink: Ink, figure: Html, say?: string): Html {
  return html`
    <li><span class="name">${name}</span>
    ${share !== null && drawBar(share, ink)}
    <span class="figure">${figure}</span>${say !== undefined && html` <p class="say">${say}</p>`}</li>`;
}

function showTable({ title, columns, rows }: Extract<ShownPart, { type: "table" }>, look: Look): Html {
  const heads = columns.map(({ name, role }) => html`<th scope="col">${role === null ? name : look(role).label}</th>`);
  const body = rows.map(({ name, counts }) => {
    const cells = columns.map(({ role, total }, i) => {
      const count = counts[i] ?? null;
      const ink = role === null ? neutral : look(role).ink;
      return html`<td>${figureOf(count)}${count !== null && drawParts([{ share: count / Math.max(1, total), ink }])}</td>`;
    });
    return html`
      <tr><th scope="row">${name}</th>${cells}</tr>`;
  });
  return html`
    <table class="counts"><caption><h3>${title}</h3></caption>
    <thead><tr><td></td>${heads}</tr></thead>
    <tbody>${body}</tbody></table>`;
}

/** A dot for a hidden count, which is read aloud as what it is. */
function figureOf(count: Seen): Html {
  return count === null
    ? html`<span class="unseen" role="img" aria-label="hidden">·</span>`
    : html`<b>${number(count)}</b>`;
}
