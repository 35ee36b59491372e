import type { KindMatch, Path, Trial } from "../../advice/advice.ts";
import { say } from "../../pack/say.ts";
import { firstTrial } from "../first-screen.ts";
import { kindWithLead, sayWhereabouts, sayWhy, stagesFrom } from "../sentences.ts";
import { type Html, html } from "./markup.ts";
import { type Setting, unlessEmpty } from "./page-setting.ts";

/** The kind of the role that suits best. */
export function showKind(kind: KindMatch | null, { pack, cited }: Setting): Html | null {
  return kind && html`<p><b>${kindWithLead(pack, kind)}.</b> ${cited(kind)}</p>`;
}

/** The stages as a line to walk, of which the one where the person stands is unfolded. */
export function showStages(path: Path, role: string, { pack, cited }: Setting): Html | null {
  const { at } = stagesFrom(path);
  const whereabouts = at > 0 ? say(pack, "path.passed") : sayWhereabouts(pack, path);
  const here = html` <span class="badge">${say(pack, "path.you-are-here")}</span>`;
  const items = path.stages.map((stage, i) => {
    return html`
      <li class="${i < at ? "past" : i === at ? "here" : "ahead"}"${i === at && html` aria-current="step"`}>
      <details id="stage-${role}-${stage.id}"${i === at && html` open`}><summary>${stage.title}${i === at && here}</summary>
      <p>${cited(stage)}</p>${stage.usual !== "" && html`<p class="hint">${stage.usual}</p>`}
      ${unlessEmpty(stage.do, (steps) => html`<ul>${steps.map((step) => html`<li>${cited(step)}</li>`)}</ul>`)}</details></li>`;
  });
  return unlessEmpty(
    items,
    (some) => html`<ol class="path">${some}</ol>${whereabouts && html`<p class="hint">${whereabouts}</p>`}`,
  );
}

/** Experiments, with why each is proposed and what it tells. */
export function showTrials(trials: readonly Trial[], setting: Setting): Html | null {
  return unlessEmpty(
    trials,
    (some) => html`<ul class="plain trials">${some.map((trial) => showTrial(trial, setting))}</ul>`,
  );
}

function showTrial(trial: Trial, { pack, cited }: Setting): Html {
  return html`
    <li><p>${cited({ say: trial.do, sources: trial.sources })}</p>
    <p class="hint">${sayWhy(pack, trial)} ${say(pack, "path.learn", { learn: trial.learn })}</p></li>`;
}

/** Of an undecided call: kind and stages of both roles, side by side. */
export function showBothPaths(setting: Setting): Html | null {
  return unlessEmpty(
    setting.advice.paths,
    (some) =>
      html`<div class="both">${some.map(
        ({ role, kind, path }) => html`
      <div><h3>${setting.look(role).label}</h3>
      ${showKind(kind, setting) ?? html`<p class="hint">${say(setting.pack, "kind.none")}</p>`}
      ${showStages(path, role, setting)}</div>`,
      )}</div>`,
  );
}

/** What to try first in an undecided call, whichever it will be. */
export function showFirstTrial(setting: Setting): Html | null {
  const trial = firstTrial(setting.advice.paths);
  return trial === undefined ? null : showTrials([trial], setting);
}

/** All experiments of an undecided call, by role. */
export function showTrialsOfBoth(setting: Setting): Html | null {
  return unlessEmpty(
    setting.advice.paths.filter(({ path }) => path.grow.length > 0),
    (some) =>
      html`<div class="both">${some.map(
        ({ role, path }) => html`<div><h3>${setting.look(role).label}</h3>${showTrials(path.grow, setting)}</div>`,
      )}</div>`,
  );
}
