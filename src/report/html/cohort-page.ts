import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import { type BarChart, type CountTable, dot, figure, type SectionView, type SummaryView } from "../summary-parts.ts";
import { drawBar, looksOf, markDefinitions, neutral, type RoleLook } from "./charts.ts";
import { type Html, html } from "./markup.ts";
import { renderDocument } from "./page-document.ts";

/** The summary of a cohort as a self-contained page. It holds no count that the privacy floor hides. */
export function renderCohort(pack: Pack, { title, intro, sections, notes }: SummaryView): string {
  const view = { pack, look: looksOf(pack) };
  const glance = say(pack, "cohort.title");
  const links = sections.map((section) => html`<li><a href="#${section.id}">${section.title}</a></li> `);
  const body = html`
    ${sections.length > 0 && markDefinitions}
    <main class="cohort">
    <header>
      <p class="over">${title}</p>
      <h1>${glance}</h1>
      <p class="lede">${intro.join(" ")}</p>
      ${notes.map((note) => html`<p class="hint">${note}</p>`)}
    </header>
    ${links.length > 0 && html`<nav aria-label="${say(pack, "cohort.contents")}"><ul>${links}</ul></nav>`}
    ${sections.map((section) => showSection(section, view))}
    </main>`;
  return renderDocument(pack, { title: `${glance} · ${title}`, body });
}

interface View {
  readonly pack: Pack;
  readonly look: (role: string) => RoleLook;
}

function showSection({ id, title, say: explanation, parts }: SectionView, view: View): Html {
  return html`
    <section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${explanation !== "" && html`<p class="hint">${explanation}</p>`}
    ${parts.map((part) => (part.type === "bars" ? showBars(part, view) : showTable(part, view)))}
    </section>`;
}

function showBars({ title, role, rows }: BarChart, { pack, look }: View): Html {
  const items = rows.map(({ name, role: rowRole, share, figures, say: remark }) => {
    const inkRole = rowRole ?? role;
    return html`
    <li><span class="name">${rowRole === undefined ? name : look(rowRole).label}</span>
    ${share !== null && drawBar(share, inkRole === null ? neutral : look(inkRole).ink)}
    <span class="figure">${figures.map((figure, i) => showFigure(pack, figure, i > 0))}</span>${remark !== undefined && html` <p class="say">${remark}</p>`}</li>`;
  });
  return html`
    ${title !== "" && html`<h3>${role === null ? title : look(role).label}</h3>`}
    <ul class="bars">${items}</ul>`;
}

function showTable({ title, columns, rows }: CountTable, { pack, look }: View): Html {
  const heads = columns.map(({ name, role }) => html`<th scope="col">${role === null ? name : look(role).label}</th>`);
  const body = rows.map(({ name, counts }) => {
    const cells = columns.map(({ role, total }, i) => {
      const count = counts[i] ?? null;
      const ink = role === null ? neutral : look(role).ink;
      return html`<td>${showFigure(pack, figure(pack, count))}${count !== null && drawBar(count / Math.max(1, total), ink, 0)}</td>`;
    });
    return html`
      <tr><th scope="row">${name}</th>${cells}</tr>`;
  });
  return html`
    <table class="counts">${title !== "" && html`<caption><h3>${title}</h3></caption>`}
    <thead><tr><td></td>${heads}</tr></thead>
    <tbody>${body}</tbody></table>`;
}

/** Screen readers read the dot of a hidden count as "hidden", in the words of the pack. */
function showFigure(pack: Pack, text: string, isBeside = false): Html {
  if (text === "") return html``;
  if (text === dot) {
    return html`<span class="unseen" role="img" aria-label="${say(pack, "cohort.hidden-count")}">${dot}</span>`;
  }
  return isBeside ? html` <span class="share">${text}</span>` : html`<b>${text}</b>`;
}
