import { comparedRoles, type Reason } from "../../advice/advice.ts";
import { formatNumber, formatSigned } from "../../pack/language.ts";
import { say } from "../../pack/say.ts";
import { answerLabel, findQuestion, reasonHeadings, reasonsOf, traitName } from "../sentences.ts";
import { drawBar, type Ink, track } from "./charts.ts";
import { type Html, html } from "./markup.ts";
import { type PagePart, type Setting, unlessEmpty } from "./page-setting.ts";

/** What each trait adds to the margin, with the answers that show it: what speaks for the leader, and what against. */
export function reasonParts(setting: Setting): PagePart[] {
  const { pack, advice, look } = setting;
  const [ahead, behind] = comparedRoles(advice.recommendation).map(look);
  if (ahead === undefined || behind === undefined) return [];
  const [why, against] = reasonHeadings(pack, advice);
  const margin = formatNumber(pack, advice.recommendation.margin);
  const sum = say(pack, "reasons.sum", { leader: ahead.short, rival: behind.short, margin });
  return [
    { id: "why", title: why, body: listReasons(setting, 1, ahead.ink, html`<p class="hint">${sum}</p>`) },
    { id: "against", title: against, body: listReasons(setting, -1, behind.ink) },
  ];
}

function listReasons(setting: Setting, sign: 1 | -1, ink: Ink, sum?: Html): Html | null {
  const most = Math.max(1, ...setting.advice.reasons.map(({ contribution }) => Math.abs(contribution)));
  return unlessEmpty(
    reasonsOf(setting.advice, sign),
    (some) => html`
      <ol class="reasons">${some.map((reason) => showReason(setting, reason, drawBar(Math.abs(reason.contribution) / most, ink)))}</ol>
      ${sum}`,
  );
}

function showReason({ pack, cited }: Setting, reason: Reason, bar: Html): Html {
  const { trait, contribution, because, sources, from } = reason;
  return html`
    <li>
      <b class="figure">${formatSigned(pack, contribution)}</b>
      <h3><bdi>${traitName(pack, trait)}</bdi></h3>
      ${bar}
      <p>${cited({ say: because, sources })}</p>
      <ul class="from">${from.map(({ question, answer }) => html`<li><bdi>${findQuestion(pack, question).short}</bdi> · <bdi class="answer">${answerLabel(pack, question, answer)}</bdi></li>`)}</ul>
    </li>`;
}

/** What each answer adds to the margin: it speaks for the leader, for the other role, or for neither. */
export function listContributions({ pack, advice, look }: Setting): Html | null {
  const { contributions, recommendation } = advice;
  const [ahead, behind] = comparedRoles(recommendation).map(look);
  const most = Math.max(1, ...contributions.map(({ contribution }) => Math.abs(contribution)));
  const rows = contributions.map(({ question, answer, contribution }) => {
    const ink = contribution < 0 ? behind?.ink : ahead?.ink;
    return html`
      <li>
        <b class="figure">${formatSigned(pack, contribution)}</b>
        <p class="asked">${findQuestion(pack, question).ask}</p>
        <p>${answerLabel(pack, question, answer)}</p>
        ${drawBar(Math.abs(contribution) / most, ink ?? track)}
      </li>`;
  });
  return unlessEmpty(rows, (some) => html`<ol class="reasons">${some}</ol>`);
}
