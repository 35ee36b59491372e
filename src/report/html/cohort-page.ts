import type { Seen } from "../../cohort/floor.ts";
import { formatShare } from "../../pack/language.ts";
import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import { version } from "../../version.ts";
import { figure, type ShownPart, type ShownSection, type ShownSummary, shareIn } from "../shown-summary.ts";
import { drawBar, type Ink, neutral } from "./charts.ts";
import { type Html, html } from "./markup.ts";
import { renderDocument } from "./page-document.ts";
import { drawnMarks, looksOf, type RoleLook } from "./role-looks.ts";

/** A cohort as one file that needs nothing else. It is made of what people may see, and holds nothing besides. */
export function renderCohort(pack: Pack, { title, intro, sections, notes }: ShownSummary): string {
  const view = { pack, look: looksOf(pack) };
  const glance = say(pack, "cohort.title");
  const made = say(pack, "page.made", { version, pack: `${pack.id} ${pack.version}` });
  const links = sections.map((section) => html`<li><a href="#${section.id}">${section.title}</a></li> `);
  const body = html`
    ${sections.length > 0 && drawnMarks}
    <main class="cohort">
    <header>
      <p class="over">${title}</p>
      <h1>${glance}</h1>
      <p class="lede">${intro.join(" ")}</p>
      ${notes.map((note) => html`<p class="hint">${note}</p>`)}
    </header>
    ${links.length > 0 && html`<nav aria-label="${say(pack, "cohort.contents")}"><ul>${links}</ul></nav>`}
    ${sections.map((section) => showSection(section, view))}
    </main>
    <footer>
    <p class="colophon">${made}</p>
    </footer>`;
  return renderDocument({ lang: pack.lang, title: `${glance} · ${title}`, body, scripts: [] });
}

interface View {
  readonly pack: Pack;
  readonly look: (role: string) => RoleLook;
}

function showSection({ id, title, say: told, parts }: ShownSection, view: View): Html {
  return html`
    <section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${told !== "" && html`<p class="hint">${told}</p>`}
    ${parts.map((part) => showPart(part, view))}
    </section>`;
}

function showPart(part: ShownPart, view: View): Html {
  switch (part.type) {
    case "bars":
      return showBars(part, view);
    case "shares":
      return html`<ul class="bars">${part.rows.map(({ name, share }) => showBar(name, share, neutral, share === null ? html`` : html`<b>${formatShare(view.pack, share)}</b>`))}</ul>`;
    case "table":
      return showTable(part, view);
  }
}

function showBars(part: Extract<ShownPart, { type: "bars" }>, { pack, look }: View): Html {
  const { title, role, total, rows } = part;
  const items = rows.map((row) => {
    const of = row.role ?? role;
    const name = row.role === undefined ? row.name : look(row.role).label;
    const ink = of === null ? neutral : look(of).ink;
    const share = row.count === null ? null : shareIn(part)(row.count);
    const figure = html`${figureOf(pack, row.count)}${share !== null && total !== null && html` <span class="share">${formatShare(pack, share)}</span>`}`;
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

function showTable({ title, columns, rows }: Extract<ShownPart, { type: "table" }>, { pack, look }: View): Html {
  const heads = columns.map(({ name, role }) => html`<th scope="col">${role === null ? name : look(role).label}</th>`);
  const body = rows.map(({ name, counts }) => {
    const cells = columns.map(({ role, total }, i) => {
      const count = counts[i] ?? null;
      const ink = role === null ? neutral : look(role).ink;
      return html`<td>${figureOf(pack, count)}${count !== null && drawBar(count / Math.max(1, total), ink, 0)}</td>`;
    });
    return html`
      <tr><th scope="row">${name}</th>${cells}</tr>`;
  });
  return html`
    <table class="counts">${title !== "" && html`<caption><h3>${title}</h3></caption>`}
    <thead><tr><td></td>${heads}</tr></thead>
    <tbody>${body}</tbody></table>`;
}

/** A dot for a hidden count, which is read aloud as what it is. */
function figureOf(pack: Pack, count: Seen): Html {
  return count === null
    ? html`<span class="unseen" role="img" aria-label="${say(pack, "cohort.hidden-count")}">·</span>`
    : html`<b>${figure(pack, count)}</b>`;
}
