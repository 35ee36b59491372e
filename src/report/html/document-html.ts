import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import { Citations } from "../citations.ts";
import { type Amount, type Entry, hasContent, type Row, type Section, type Sentence } from "../document.ts";
import { drawBar, looksOf } from "./charts.ts";
import { type Html, html } from "./markup.ts";

/** The pack, citations and looks of roles that all sections of a page share. */
export type Setting = ReturnType<typeof settingFor>;

export function settingFor(pack: Pack) {
  const citations = new Citations(pack.sources);
  const link = (n: number) => html`<a href="#source-${n}" aria-label="${say(pack, "page.source", { n })}">${n}</a>`;
  /** A sentence and the numbers of its sources, as links to the list at the end. */
  const cite = (sentence: Sentence): Html => {
    const { say: text, sources } = typeof sentence === "string" ? { say: sentence, sources: [] } : sentence;
    return html`${text}${sources.length > 0 && html`<span class="cite">${citations.numbers(sources).map(link)}</span>`}`;
  };
  return { pack, citations, cite, look: looksOf(pack) };
}

/** Renders the content of a section without its heading. Null if there is no content. */
export function sectionAsHtml(section: Section, setting: Setting): Html | null {
  const { heading, paragraphs = [], points = [], entries = [], amounts = [], heads = [], rows = [] } = section;
  const { cite } = setting;
  if (!hasContent(section)) return null;
  return html`
    ${paragraphs.map((sentence) => html`<p>${cite(sentence)}</p>`)}
    ${listOf(points, setting)}
    ${entries.map((entry) => showEntry(entry, setting))}
    ${amounts.length > 0 && html`<ol class="reasons">${amounts.map((amount) => showAmount(amount, setting))}</ol>`}
    ${rows.map((row) => showRow(row, heads, heading === undefined ? 2 : 3, setting))}`;
}

export function listOf(points: readonly Sentence[], { cite }: Setting, kind = "plain"): Html | null {
  return points.length === 0
    ? null
    : html`<ul class="${kind}">${points.map((sentence) => html`<li><bdi>${cite(sentence)}</bdi></li>`)}</ul>`;
}

/** A run-in name and the sentences about it. If the entry has a short sentence, the others unfold below it. */
function showEntry({ name, says = [], points = [], inShort }: Entry, setting: Setting): Html {
  const title = html`<b><bdi>${/[.?!\u2026\u3002]$/.test(name) ? name : `${name}.`}</bdi></b>`;
  const sentences = says.map((sentence) => html` ${setting.cite(sentence)}`);
  if (inShort) return html`<details class="note"><summary>${title} ${inShort}</summary><p>${sentences}</p></details>`;
  return html`<p>${title}${sentences}</p>${listOf(points, setting)}`;
}

function showAmount({ amount, title, says = [], onPage }: Amount, setting: Setting): Html {
  return html`
    <li>
      <b class="figure">${amount}</b>
      <h3><bdi>${onPage?.title ?? title}</bdi></h3>
      ${onPage && drawBar(onPage.share, setting.look(onPage.role).ink)}
      ${says.map((sentence) => html`<p>${setting.cite(sentence)}</p>`)}
      ${listOf(onPage?.points ?? [], setting, "from")}
    </li>`;
}

/** Each cell repeats its column heading, because a narrow page stacks the cells. */
function showRow({ name, cells }: Row, heads: readonly string[], level: 2 | 3, { cite }: Setting): Html {
  const columns = cells.map(
    (says, n) =>
      says.length > 0 &&
      html`<div><dt><bdi>${heads[n]}</bdi></dt>${says.map((sentence) => html`<dd>${cite(sentence)}</dd>`)}</div>`,
  );
  return html`<h${level}>${name}</h${level}><dl class="sides">${columns}</dl>`;
}
