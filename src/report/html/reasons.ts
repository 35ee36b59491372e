import type { Reason } from "../../advice/advice.ts";
import { comparedRoles } from "../../advice/words.ts";
import { answerLabel, findQuestion, number, reasonInWords, signed } from "../words.ts";
import { diverging } from "./charts.ts";
import { type Html, html } from "./markup.ts";
import type { RoleLook, Setting } from "./setting.ts";

/** What each answer adds to the margin, on one axis through three sections: for, against, and neither way. */
export function reasonSections(setting: Setting): { id: string; title: string; body: Html | null }[] {
  const { advice, look } = setting;
  const { role, margin } = advice.recommendation;
  const [ahead, behind] = comparedRoles(advice.recommendation).map(look) as [RoleLook, RoleLook];
  const isTie = role === null;
  const drawn = { setting, ahead, behind };
  const of = (sign: number) => advice.reasons.filter(({ contribution }) => Math.sign(contribution) === sign);
  const legend = html`
    <p class="hint">What each thing that draws you adds to ${ahead.short}’s points over ${behind.short}’s. Together they make
    the margin of ${number(margin)}.</p>
    <p class="poles" aria-hidden="true"><span>${behind.label} ←</span><span>→ ${ahead.label}</span></p>`;
  return [
    { id: "why", title: isTie ? `For ${ahead.short}` : "Why", body: list(of(1), drawn, legend) },
    { id: "against", title: isTie ? `For ${behind.short}` : "Against it", body: list(of(-1), drawn) },
    { id: "neither", title: "Neither way", body: listNeither(setting) },
  ];
}

interface Drawn {
  readonly setting: Setting;
  readonly ahead: RoleLook;
  readonly behind: RoleLook;
}

function list(reasons: readonly Reason[], drawn: Drawn, legend?: Html): Html | null {
  if (reasons.length === 0) return null;
  return html`${legend}<ol class="reasons">${reasons.map((reason) => row(reason, drawn))}</ol>`;
}

function listNeither({ pack, advice }: Setting): Html | null {
  const neither = advice.contributions.filter(({ contribution }) => contribution === 0);
  if (neither.length === 0) return null;
  return html`<ol class="reasons">${neither.map(
    ({ question, answer }) => html`
    <li>
      <b class="figure">${signed(0)}</b>
      <div>
        <p class="asked">${findQuestion(pack, question).ask}</p>
        <p class="given">${answerLabel(pack, question, answer)}</p>
      </div>
      ${diverging(0, "track")}
    </li>`,
  )}</ol>`;
}

function row(reason: Reason, drawn: Drawn): Html {
  const { pack, advice, cite } = drawn.setting;
  const { contribution, because, sources } = reason;
  const most = Math.max(1, ...advice.reasons.map((reason) => Math.abs(reason.contribution)));
  const isTie = advice.recommendation.role === null;
  return html`
    <li>
      <b class="figure">${signed(isTie ? Math.abs(contribution) : contribution)}</b>
      <div>
        <p class="given">${reasonInWords(pack, reason)}</p>
        <p class="because">${because}${cite(sources)}</p>
      </div>
      ${diverging(contribution / most, (contribution < 0 ? drawn.behind : drawn.ahead).color)}
    </li>`;
}
