import type { Advice } from "../../advice/advice.ts";
import { verdicts } from "../../advice/judge.ts";
import { formatNumber } from "../../pack/language.ts";
import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import { answerLabel, findQuestion, sayEvidence, sayFigures, sayFlip, sayOpen } from "../sentences.ts";
import { verdictCondition } from "../verdict-guide.ts";
import { drawBar } from "./charts.ts";
import { type Html, html } from "./markup.ts";
import { type Setting, unlessEmpty } from "./page-setting.ts";

/** How far to trust it: what would end the lead, what is open, and how often it was right. No statistics. */
export function showTrust({ pack, advice, look, cited }: Setting): Html {
  const { flip } = advice;
  if (advice.questions.answered === 0) return html`<p>${say(pack, "trust.nothing")}</p>`;
  const tryFlip = flip && say(pack, "page.try-flip", { rival: look(flip.to).short });
  return html`
    <p>${[...sayOpen(pack, advice), sayFlip(pack, advice)].join(" ")}</p>
    ${tryFlip && html`<p class="scripted"><button type="button" data-flip>${tryFlip}</button></p>`}
    ${sayEvidence(pack, advice).map((saying) => html`<p>${cited(saying)}</p>`)}`;
}

/** The questions that would decide an open call. */
export function showDeciding({ pack, advice }: Setting): Html | null {
  const isOpen = (id: string) => advice.questions.open.includes(id);
  const badge = html` <span class="badge">${say(pack, "page.open")}</span>`;
  return unlessEmpty(
    advice.deciding,
    (some) =>
      html`<ul class="plain">${some.map((id) => html`<li>${findQuestion(pack, id).ask}${isOpen(id) && badge}</li>`)}</ul>`,
  );
}

/** The verdicts with their numbers, and every figure that was counted. */
export function showNumbers(setting: Setting): Html {
  const { pack, advice } = setting;
  const limits = pack.evidence?.limits ?? "";
  return html`
    ${drawScale(pack, advice)}
    <p>${say(pack, `verdicts.${advice.recommendation.verdict}-means`)}</p>
    ${sayFigures(pack, advice).map((sentence) => html`<p>${sentence}</p>`)}
    <dl class="meters">${drawPossible(setting)}</dl>
    ${limits !== "" && html`<p>${limits}</p>`}`;
}

/** The verdicts in their order with their numbers (DESIGN 5.4), and which of them this is. */
function drawScale(pack: Pack, { recommendation }: Advice): Html {
  const steps = verdicts
    .filter((verdict) => verdictCondition(pack, verdict) !== null)
    .map((verdict) => {
      const isThis = verdict === recommendation.verdict;
      const badge = html` <span class="badge">${say(pack, "page.this-one")}</span>`;
      return html`
        <li${isThis && html` aria-current="true"`}><b>${say(pack, `verdicts.${verdict}`)}</b>${isThis && badge}
        <span>${verdictCondition(pack, verdict)}</span></li>`;
    });
  return html`<ol class="scale">${steps}</ol>`;
}

/** Each role's points of the most that it could have had. */
function drawPossible({ pack, advice, look }: Setting): Html[] {
  const most = Math.max(1, ...advice.roles.map(({ possible }) => possible));
  return advice.roles.map(({ id, points, possible }) => {
    const { short, ink } = look(id);
    const figure = `${formatNumber(pack, points)} ${say(pack, "verdict.possible", { possible })}`;
    return html`<div><dt>${say(pack, "page.points-bar", { role: short })}</dt><dd>${drawBar(points / most, ink, possible / most)}<b class="figure">${figure}</b></dd></div>`;
  });
}

/** The smallest set of changes that ends the lead. */
export function listFlip({ pack, advice: { flip } }: Setting): Html | null {
  return unlessEmpty(
    flip?.changes ?? [],
    (some) =>
      html`<ol class="flip">${some.map(
        ({ question, from, to }) => html`
      <li><p class="asked">${findQuestion(pack, question).ask}</p>
      <p><del>${answerLabel(pack, question, from)}</del> → <ins>${answerLabel(pack, question, to)}</ins></p></li>`,
      )}</ol>`,
  );
}
