import type { Advice, RoleScore } from "../../advice/advice.ts";
import { formatDate, formatNumber } from "../../pack/language.ts";
import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import { countAnswered } from "../advice-sentences.ts";
import type { ReportLabel } from "../replay.ts";
import { drawBar, looksOf } from "./charts.ts";
import { type Html, html } from "./markup.ts";

/** The head of the page: name and date, portrait, verdict and points. */
export function showHeader(
  pack: Pack,
  advice: Advice,
  { name, date, changeCount = 0 }: ReportLabel & { changeCount?: number },
): Html {
  const { summary } = advice.recommendation;
  return html`
    <header>
      <p class="over"><span>${pack.title}</span> <span>${countAnswered(pack, advice)}</span></p>
      ${name !== undefined && html`<h1 class="whose"><bdi>${name}</bdi></h1>`}
      ${date !== undefined && html`<p class="hint"><time datetime="${date}">${formatDate(pack, date)}</time></p>`}
      ${changeCount > 0 && sayChanges(pack, changeCount)}
      ${advice.portrait.say.length > 0 && html`<p class="portrait">${advice.portrait.say.join(" ")}</p>`}
      ${name === undefined ? html`<h1 id="verdict" tabindex="-1">${summary}</h1>` : html`<h2 id="verdict" tabindex="-1">${summary}</h2>`}
      ${drawPoints(pack, advice.roles)}
    </header>`;
}

function sayChanges(pack: Pack, n: number): Html {
  return html`
    <p class="changed"><b>${say(pack, "page.what-if")}</b> ${say(pack, "page.changed", { n })}
    <button type="button" data-back>${say(pack, "page.back")}</button></p>`;
}

/** A bar for each role, most points first. The leader's bar fills the line. */
export function drawPoints(pack: Pack, roles: readonly RoleScore[]): Html {
  const look = looksOf(pack);
  const ranked = [...roles].sort((a, b) => b.points - a.points);
  const most = Math.max(1, ranked[0]?.points ?? 0);
  const rows = ranked.map(({ id, name, points }, i) => {
    const { label, ink } = look(id);
    const figure = i === 0 ? say(pack, "verdict.points", { n: points }) : formatNumber(pack, points);
    return html`
      <li>${label} <bdi class="name">${name}</bdi> <b class="figure">${figure}</b> ${drawBar(points / most, ink)}</li>`;
  });
  return html`<ul class="points">${rows}</ul>`;
}
