import type { Advice } from "../../advice/advice.ts";
import type { Pack } from "../../pack/pack.ts";
import { answersOf } from "./answers.ts";
import { showComparison } from "./compare.ts";
import { type Html, html } from "./markup.ts";
import { showCounterpart, showLimits, showMind } from "./mind.ts";
import { showProfile } from "./profile.ts";
import { reasonSections } from "./reasons.ts";
import { settingFor } from "./setting.ts";
import { showSources } from "./sources.ts";
import { showDeciding, showSure } from "./sure.ts";
import { showVerdict } from "./verdict.ts";
import { showBothWays, showKind, showPath, showTries } from "./way.ts";

/** A part of the report; without a body it is left out. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html | null;
}

/** The parts of the page that an advice fills. The program writes them, and the page's script writes them again. */
export interface Report {
  readonly title: string;
  readonly verdict: Html;
  readonly sections: Html;
  readonly sources: Html;
}

/** @param changed how many answers of a what-if differ from the respondent's own. */
export function renderReport(pack: Pack, advice: Advice, changed = 0): Report {
  const setting = settingFor(pack, advice);
  const isOpenCall = advice.paths.length > 0;
  const leader = advice.recommendation.role === null ? "" : setting.look(advice.recommendation.role).short;
  const alone = isOpenCall ? null : advice.path;
  // In the order of the page, since sources are numbered where they are first cited.
  const verdict = showVerdict(setting, changed);
  const sections: readonly Section[] = [
    ...reasonSections(setting),
    { id: "sure", title: "How sure", body: showSure(setting) },
    { id: "deciding", title: "What would decide it", body: showDeciding(setting) },
    { id: "profile", title: "Your profile", body: showProfile(setting, answersOf(advice)) },
    { id: "both", title: "Both ways", body: showBothWays(setting) },
    { id: "kind", title: `Your kind of ${leader}`, body: isOpenCall ? null : showKind(advice.kind, setting) },
    { id: "way", title: "Your way there", body: alone && showPath(alone, setting) },
    { id: "try", title: "Try before you bet", body: alone && showTries(alone, setting) },
    { id: "mind", title: "Mind", body: showMind(setting) },
    { id: "together", title: "Working together", body: showCounterpart(setting) },
    { id: "roles", title: "The roles side by side", body: showComparison(setting) },
    { id: "limits", title: "How far this reaches", body: showLimits(setting) },
  ];
  const shown = sections.filter(({ body }) => body !== null);
  const listed = shown.filter(({ id }) => !minor.includes(id));
  return {
    title: `${advice.recommendation.summary} · ${pack.title}`,
    verdict,
    sections: html`
      <nav aria-label="On this page"><ul>
      ${listed.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li> `)}
      <li><a href="#answers">Your answers</a></li> <li><a href="#sources">Sources</a></li></ul></nav>
      ${shown.map(show)}`,
    sources: show({ id: "sources", title: "Sources", body: showSources(setting) }),
  };
}

/** Parts that follow from the one before, and need no place in the list on top. */
const minor = ["against", "neither", "deciding", "together"];

function show({ id, title, body }: Section): Html {
  return html`
    <section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
    </section>`;
}
