import type { Advice } from "../../advice/advice.ts";
import { verdicts } from "../../advice/judge.ts";
import type { Pack } from "../../pack/pack.ts";
import { verdictCondition, verdictMeaning } from "../verdict-guide.ts";
import { answerLabel, capital, findQuestion, howSure, number, percent, percentDown } from "../words.ts";
import { bar, stacked } from "./charts.ts";
import { type Html, html } from "./markup.ts";
import type { Setting } from "./setting.ts";

/** How sure: the scale of verdicts, the sentences of every report, and each figure as a picture. */
export function showSure(setting: Setting): Html {
  return html`
    ${drawScale(setting.pack, setting.advice)}
    ${howSure(setting.pack, setting.advice).map((sentence) => html`<p>${sentence}</p>`)}
    <dl class="meters">${drawWeights(setting)}${drawCompletions(setting)}</dl>
    ${listFlip(setting)}`;
}

/** The verdicts in their order with their numbers (DESIGN 5.4), which of them this is, and what that means. */
function drawScale(pack: Pack, { recommendation }: Advice): Html {
  const steps = verdicts
    .filter((verdict) => verdictCondition(pack, verdict) !== null)
    .map((verdict) => {
      const isThis = verdict === recommendation.verdict;
      return html`
        <li${isThis && html` aria-current="true"`}><b>${capital(verdict)}</b>${isThis && html` <span class="badge">this one</span>`}
        <span class="means">${verdictCondition(pack, verdict)}</span></li>`;
    });
  return html`
    <ol class="scale" aria-label="The verdicts">${steps}</ol>
    <p>${verdictMeaning(pack, recommendation.verdict)}</p>`;
}

function drawWeights({ advice: { robustness, recommendation }, look }: Setting): Html | null {
  if (robustness === null || recommendation.role === null) return null;
  const { short, color } = look(recommendation.role);
  const { radius, share, exact, samples, seed, standardError } = robustness;
  const sampled = exact
    ? ""
    : ` (${number(samples ?? 0)} samples, seed ${seed}, standard error ${percent(standardError ?? 0, 1)})`;
  return html`
    <div><dt>Every weight may be off by</dt><dd>${bar(radius, color)}<b class="figure">${percentDown(radius)}</b></dd></div>
    <div><dt>Ways to weigh the answers in which ${short} leads${sampled}</dt>
    <dd>${bar(share, color)}<b class="figure">${percent(share)}</b></dd></div>`;
}

/** Where open questions could still end the lead: of all ways to answer them, how many end where. */
function drawCompletions({ advice: { completions, questions, recommendation, roles }, look }: Setting): Html | null {
  if (questions.open.length === 0 || recommendation.certain) return null;
  const counted = completions.exact ? completions.combinations : (completions.samples ?? 1);
  const led = roles.map(({ id }) => ({ ...look(id), ways: completions.leads[id] ?? 0 }));
  const parts = [...led, { label: "Shared", color: "track", ways: completions.shared }];
  const figures = parts
    .filter(({ ways }) => ways > 0)
    .map(({ label, ways }) => html`<span>${label} ${number(ways)}</span> `);
  return html`
    <div><dt>Ways to answer what is open, by who leads then</dt>
    <dd class="parts">${stacked(parts.map(({ ways, color }) => ({ share: ways / counted, color })))}
    <span class="figures">${figures}</span></dd></div>`;
}

/** The smallest set of changes that ends the lead; with the script, one press tries it. */
function listFlip({ pack, advice: { flip }, look }: Setting): Html | null {
  if (flip === null) return null;
  const changes = flip.changes.map(
    ({ question, from, to }) => html`
      <li><p class="asked">${findQuestion(pack, question).ask}</p>
      <p class="given"><del>${answerLabel(pack, question, from)}</del> → <ins>${answerLabel(pack, question, to)}</ins></p></li>`,
  );
  return html`
    <h3>What would end the lead</h3>
    <ol class="flip">${changes}</ol>
    <p class="scripted"><button type="button" data-flip>Try it, and see ${look(flip.to).short} catch up</button></p>`;
}

/** The questions that would decide an open call. */
export function showDeciding({ pack, advice }: Setting): Html | null {
  if (advice.deciding.length === 0) return null;
  const isOpen = (id: string) => advice.questions.open.includes(id);
  return html`<ul class="plain">${advice.deciding.map((id) => html`<li>${findQuestion(pack, id).ask}${isOpen(id) && html` <span class="badge">open</span>`}</li>`)}</ul>`;
}
