import { type Advice, isUndecided } from "../../advice/advice.ts";
import type { Pack } from "../../pack/pack.ts";
import { type SentenceKey, say } from "../../pack/say.ts";
import { adviceSections } from "../advice-document.ts";
import type { Invocation, ReportLabel } from "../replay.ts";
import { partRenderers } from "./advice-parts.ts";
import { sectionAsHtml, settingFor } from "./document-html.ts";
import { type Html, html } from "./markup.ts";
import { showHeader } from "./verdict-header.ts";

export interface ReportOptions extends ReportLabel, Invocation {
  /** How many answers of a what-if differ from the person's own. */
  readonly changed?: number;
}

/** The parts that are told before anything unfolds; in print each group stands in columns of its own. */
const groups = {
  decided: [["why", "against", "fit", "neighbours", "trust", "kind"], ["path", "try"], ["mind"]],
  undecided: [["why", "against", "trust", "deciding"], ["both"], ["neighbours", "first"], ["mind"]],
};

/** The parts that unfold. */
const folds = [
  "tries",
  "contributions",
  "pulls",
  "flip",
  "roles",
  "numbers",
  "counterpart",
  "limits",
  "answers",
  "sources",
];

/** The headings of parts that the document of an advice lacks, or tells of each role. */
const headings = {
  both: "headings.both",
  path: "headings.path",
  tries: "headings.try",
  roles: "page.roles",
  numbers: "page.numbers",
  sources: "headings.sources",
} as const satisfies Record<string, SentenceKey>;

/**
 * What an advice fills, by the program and again by the page's script: its parts in the order of the first screen, and below
 * them the rest in sections that unfold.
 */
export function renderReport(pack: Pack, advice: Advice, options: ReportOptions = {}) {
  const setting = settingFor(pack);
  const sections = adviceSections(pack, advice);
  const show = (ids: readonly string[], wrapped: (id: string, heading: string, body: Html) => Html) =>
    ids.flatMap((id) => {
      const section = sections.find((one) => one.id === id) ?? {};
      const heading = id in headings ? say(pack, headings[id as keyof typeof headings]) : (section.heading ?? "");
      const own = partRenderers[id];
      const body = own === undefined ? sectionAsHtml(section, setting) : own(setting, advice, section, options);
      return body === null ? [] : [wrapped(id, heading, body)];
    });
  // In the order of the page, since sources are numbered where they are first cited.
  const header = showHeader(pack, advice, options);
  const parts = groups[isUndecided(advice) ? "undecided" : "decided"].map(
    (ids) => html`<div class="parts">${show(ids, showPart)}</div>`,
  );
  const folded = show(folds, showFold);
  const whose = options.name === undefined ? "" : `${options.name}: `;
  return {
    title: `${whose}${advice.recommendation.summary} · ${pack.title}`,
    body: html`
      ${header}
      ${parts}
      <div class="folds">
      <p class="hint scripted"><button type="button" data-unfold>${say(pack, "page.unfold")}</button> ${say(pack, "page.print")}</p>
      ${folded}</div>`,
  };
}

function showPart(id: string, heading: string, body: Html): Html {
  return html`
    <section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${heading}</h2>
    <div>${body}</div>
    </section>`;
}

function showFold(id: string, heading: string, body: Html): Html {
  return html`
    <details id="${id}">
    <summary><h2>${heading}</h2></summary>
    <div>${body}</div>
    </details>`;
}
