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
  /** Number of answers that the what-if has changed. */
  readonly changeCount?: number;
}

/** Parts that are always visible. Each group is a block of columns in print. */
const groups = {
  decided: [["why", "against", "fit", "neighbours", "trust", "kind"], ["path", "try"], ["mind"]],
  undecided: [["why", "against", "trust", "deciding"], ["both"], ["neighbours", "first"], ["mind"]],
};

/** Parts that the reader can unfold. */
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

/** Headings of parts that `adviceSections` lacks, or has once for each role. */
const headings = {
  both: "headings.both",
  path: "headings.path",
  tries: "headings.try",
  roles: "page.roles",
  numbers: "page.numbers",
  sources: "headings.sources",
} as const satisfies Record<string, SentenceKey>;

/**
 * Renders title and body of a report: parts in the order of the first screen, then sections that unfold. The program
 * runs it, and the page's script runs it again after each change of the what-if.
 */
export function renderReport(pack: Pack, advice: Advice, options: ReportOptions = {}) {
  const setting = settingFor(pack);
  const sections = adviceSections(pack, advice);
  const show = (ids: readonly string[], wrapped: (id: string, heading: string, body: Html) => Html) =>
    ids.flatMap((id) => {
      const section = sections.find((candidate) => candidate.id === id) ?? {};
      const heading = id in headings ? say(pack, headings[id as keyof typeof headings]) : (section.heading ?? "");
      const renderPart = partRenderers[id];
      const body = renderPart ? renderPart(setting, advice, section, options) : sectionAsHtml(section, setting);
      return body === null ? [] : [wrapped(id, heading, body)];
    });
  // The order of these calls must be the order on the page, because a source gets its number at its first citation.
  const header = showHeader(pack, advice, options);
  const parts = groups[isUndecided(advice) ? "undecided" : "decided"].map(
    (ids) => html`<div class="parts">${show(ids, showPart)}</div>`,
  );
  const folded = show(folds, showFold);
  const owner = options.name === undefined ? "" : `${options.name}: `;
  return {
    title: `${owner}${advice.recommendation.summary} · ${pack.title}`,
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
