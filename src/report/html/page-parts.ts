import { type Advice, isUndecided } from "../../advice/advice.ts";
import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import { commandLine, type Invocation, type Whose } from "../replay.ts";
import { shortName } from "../sentences.ts";
import { answersOf, listAnswers } from "./answer-list.ts";
import { showFit, showNeighbours } from "./fit-parts.ts";
import { type Html, html } from "./markup.ts";
import { showCounterpart, showMind } from "./note-parts.ts";
import { type PagePart, type Setting, settingFor, unlessEmpty } from "./page-setting.ts";
import { showBothPaths, showFirstTrial, showKind, showStages, showTrials, showTrialsOfBoth } from "./path-parts.ts";
import { drawPulls } from "./pull-chart.ts";
import { listContributions, reasonParts } from "./reason-lists.ts";
import { showRoles } from "./side-by-side.ts";
import { listSources } from "./source-list.ts";
import { listFlip, showDeciding, showNumbers, showTrust } from "./trust-parts.ts";
import { showHeader } from "./verdict-header.ts";

/** What an advice fills. The program writes it, and the page's script writes it again. */
export interface Report {
  readonly title: string;
  readonly body: Html;
}

export interface ReportOptions extends Whose, Invocation {
  /** How many answers of a what-if differ from the person's own. */
  readonly changed?: number;
}

/** The advice in the order of the first screen, and below it the rest in sections that unfold. */
export function renderReport(pack: Pack, advice: Advice, options: ReportOptions = {}): Report {
  const setting = settingFor(pack, advice);
  // In the order of the page, since sources are numbered where they are first cited.
  const header = showHeader(setting, options, options.changed ?? 0);
  const groups = [...mainGroups(setting, options), [part(setting, "mind", showMind(setting))]];
  const parts = groups.map((group) => html`<div class="parts">${group.filter(hasBody).map(showPart)}</div>`);
  const folds = foldedParts(setting).filter(hasBody).map(showFold);
  const whose = options.name === undefined ? "" : `${options.name}: `;
  return {
    title: `${whose}${advice.recommendation.summary} · ${pack.title}`,
    body: html`
      ${header}
      ${parts}
      <div class="folds">
      <p class="hint scripted"><button type="button" data-unfold>${say(pack, "page.unfold")}</button> ${say(pack, "page.print")}</p>
      ${folds}</div>`,
  };
}

type Heading = "fit" | "neighbours" | "trust" | "deciding" | "both" | "path" | "first" | "try" | "mind";

function part({ pack }: Setting, id: Heading, body: Html | null): PagePart {
  return { id, title: say(pack, `headings.${id}`), body };
}

/** The parts that are told before anything unfolds; in print each group stands in columns of its own. */
function mainGroups(setting: Setting, options: ReportOptions): PagePart[][] {
  const { pack, advice } = setting;
  const { recommendation, kind, path } = advice;
  const neighbours = () =>
    part(
      setting,
      "neighbours",
      showNeighbours(setting, (words) => commandLine(options, words)),
    );
  if (isUndecided(advice)) {
    return [
      [
        ...reasonParts(setting),
        part(setting, "trust", showTrust(setting)),
        part(setting, "deciding", showDeciding(setting)),
      ],
      [part(setting, "both", showBothPaths(setting))],
      [neighbours(), part(setting, "first", showFirstTrial(setting))],
    ];
  }
  const role = recommendation.role ?? "";
  return [
    [
      ...reasonParts(setting),
      part(setting, "fit", showFit(setting)),
      neighbours(),
      part(setting, "trust", showTrust(setting)),
      {
        id: "kind",
        title: say(pack, "headings.kind", { role: shortName(advice, role) }),
        body: showKind(kind, setting),
      },
    ],
    [
      part(setting, "path", path && showStages(path, role, setting)),
      part(setting, "try", path && showTrials(path.grow, setting)),
    ],
  ];
}

function foldedParts(setting: Setting): PagePart[] {
  const { pack, advice, cited } = setting;
  return [
    { id: "tries", title: say(pack, "headings.try"), body: showTrialsOfBoth(setting) },
    { id: "contributions", title: say(pack, "headings.contributions"), body: listContributions(setting) },
    {
      id: "pulls",
      title: say(pack, "headings.pulls"),
      body: drawPulls(pack, [{ name: null, pulls: advice.portrait.pulls }]),
    },
    { id: "flip", title: say(pack, "headings.flip"), body: listFlip(setting) },
    { id: "roles", title: say(pack, "page.roles"), body: unlessEmpty(showRoles(setting), (some) => html`${some}`) },
    { id: "numbers", title: say(pack, "page.numbers"), body: showNumbers(setting) },
    { id: "counterpart", title: say(pack, "headings.counterpart"), body: showCounterpart(setting) },
    { id: "limits", title: say(pack, "headings.limits"), body: html`<p>${cited(advice.limits)}</p>` },
    { id: "answers", title: say(pack, "headings.answers"), body: listAnswers(pack, answersOf(advice)) },
    { id: "sources", title: say(pack, "headings.sources"), body: listSources(setting) },
  ];
}

function hasBody({ body }: PagePart): boolean {
  return body !== null;
}

function showPart({ id, title, body }: PagePart): Html {
  return html`
    <section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <div>${body}</div>
    </section>`;
}

function showFold({ id, title, body }: PagePart): Html {
  return html`
    <details id="${id}">
    <summary><h2>${title}</h2></summary>
    <div>${body}</div>
    </details>`;
}
