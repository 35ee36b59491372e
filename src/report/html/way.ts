import type { KindMatch, Path } from "../../advice/advice.ts";
import { aheadInWords, behindYou, traitName, whereUnknown } from "../words.ts";
import { type Html, html } from "./markup.ts";
import type { Setting } from "./setting.ts";

/** Of a heading: below the part's own, or below the role's where two ways stand side by side. */
type Level = 3 | 4 | 5;

/** The sort of the role that suits best. */
export function showKind(kind: KindMatch | null, { cite }: Setting): Html | null {
  if (kind === null) return null;
  const ahead = kind.ahead !== null && `, ${aheadInWords(kind.ahead)}`;
  return html`<p class="kind"><b>${kind.name}</b>${ahead}</p><p>${kind.say}${cite(kind.sources)}</p>`;
}

/** The stages as a line to walk: behind you, where you are, and to come. */
export function showPath(path: Path, { cite }: Setting, level: Level = 3): Html | null {
  const { here, stages } = path;
  if (stages.length === 0) return null;
  const at = stages.findIndex(({ id }) => id === here);
  const items = stages.map((stage, i) => {
    const place = i === at ? "here" : i < at ? "past" : "ahead";
    return html`
      <li class="${place}"${place === "here" && html` aria-current="step"`}>
        <h${level}>${stage.title}${place === "here" && html` <span class="badge">you are here</span>`}</h${level}>
        ${stage.usual !== "" && html`<p class="usual">${stage.usual}</p>`}
        <p>${stage.say}${cite(stage.sources)}</p>
        ${stage.do.length > 0 && html`<ul>${stage.do.map(({ say, sources }) => html`<li>${say}${cite(sources)}</li>`)}</ul>`}
      </li>`;
  });
  return html`
    ${at < 0 && html`<p class="hint">${whereUnknown(path)}</p>`}
    ${at > 0 && html`<p class="hint">${behindYou}</p>`}
    <ol class="path">${items}</ol>`;
}

/** What to grow first, as experiments: what to do, and what it tells. */
export function showTries({ grow }: Path, { pack, cite }: Setting, level: Level = 3): Html | null {
  if (grow.length === 0) return null;
  return html`<div class="tries">${grow.map(
    ({ trait, weight, able, do: step, learn, sources }) => html`
      <div>
      <h${level}>${traitName(pack, trait)} <span class="quiet">weighs ${weight}; ${able.possible === 0 ? "not asked yet" : html`able ${able.had} of ${able.possible}`}</span></h${level}>
      <ul class="plain"><li>${step} <span class="learn"><b>You learn:</b> ${learn}${cite(sources)}</span></li></ul>
      </div>`,
  )}</div>`;
}

/** Where the call is open: the two ways, side by side. */
export function showBothWays(setting: Setting): Html | null {
  const { paths } = setting.advice;
  if (paths.length === 0) return null;
  return html`<div class="both">${paths.map(({ role, kind, path }) => {
    const { label, short } = setting.look(role);
    return html`
      <div>
      <h3>${label}</h3>
      ${showKind(kind, setting) ?? html`<p class="hint">No kind of ${short} stands out.</p>`}
      ${showPath(path, setting, 4)}
      ${titled(showTries(path, setting, 5))}
      </div>`;
  })}</div>`;
}

function titled(tries: Html | null): Html | null {
  return tries && html`<h4 class="over">Try before you bet</h4>${tries}`;
}
