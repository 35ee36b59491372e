import { type Answers, traitEvidence } from "../../advice/scorecard.ts";
import { comparedRoles } from "../../advice/words.ts";
import type { Trait } from "../../pack/pack.ts";
import { percentOf } from "./charts.ts";
import { type Html, html } from "./markup.ts";
import type { Setting } from "./setting.ts";

const heaviest = 5;
const signWidth = 14;

/** The person's traits, drawn and able, against what every role asks for: from the leader's side to the rival's. */
export function showProfile({ pack, advice, look }: Setting, answers: Answers): Html | null {
  const shown = pack.traits.filter(({ id }) => pack.roles.some(({ traits }) => traits[id] !== undefined));
  if (shown.length === 0) return null;
  const person = { drawn: traitEvidence(pack, answers, "drawn"), able: traitEvidence(pack, answers, "able") };
  const [ahead, behind] = comparedRoles(advice.recommendation);
  const weightOf = (role: string, trait: string) =>
    pack.roles.find(({ id }) => id === role)?.traits[trait]?.weight ?? 0;
  const lean = ({ id }: Trait) => weightOf(ahead, id) - weightOf(behind, id);
  const rows = [...shown]
    .sort((a, b) => lean(b) - lean(a))
    .map(({ id, name }) => {
      const weights = pack.roles.map((role) => ({ ...look(role.id), weight: weightOf(role.id, id) }));
      return html`
        <li>
          <h3>${name}</h3>
          <svg class="trait" width="100%" height="30" aria-hidden="true">
          <rect class="track" y="14" width="100%" height="10"/>
          <rect class="drawn" y="14" width="${percentOf(share(person.drawn(id)))}" height="10"/>
          <rect class="able" y="26" width="${percentOf(share(person.able(id)))}" height="4"/>
          ${drawWeights(weights)}
          </svg>
          <p class="figures">${sayEvidence("Drawn", person.drawn(id))}, ${sayEvidence("able", person.able(id))}.
          Weighs ${weights.map(({ short, weight }, n) => html`${n > 0 && ", "}${weight} for ${short}`)}.</p>
        </li>`;
    });
  return html`
    <p class="hint">How far your answers show each trait, of what they could have shown, and how much each role weighs
    it, from 0 to ${heaviest}. Traits that weigh more for ${look(ahead).short} come first.</p>
    <p class="legend"><span><svg width="22" height="10" aria-hidden="true"><rect class="drawn" width="22" height="10"/></svg> drawn to it</span>
    <span><svg width="22" height="10" aria-hidden="true"><rect class="able" y="3" width="22" height="4"/></svg> able in it</span>
    ${pack.roles.map(({ id }) => html`<span>${look(id).label} weighs it</span> `)}</p>
    <ul class="traits">${rows}</ul>`;
}

interface Measured {
  readonly had: number;
  readonly possible: number;
}

function share({ had, possible }: Measured): number {
  return possible === 0 ? 0 : had / possible;
}

function sayEvidence(word: string, { had, possible }: Measured): string {
  return possible === 0 ? `${word}: not asked` : `${word} ${had} of ${possible}`;
}

/** The sign of each role above its weight; those of equal weight stand side by side. */
function drawWeights(weights: readonly { readonly sign: number; readonly weight: number }[]): Html[] {
  return weights.map((one) => {
    const level = weights.filter(({ weight }) => weight === one.weight);
    const aside = (level.indexOf(one) - (level.length - 1) / 2) * signWidth;
    const moved = aside !== 0 && html` transform="translate(${aside})"`;
    return html`
      <use href="#sign-${one.sign}" x="${percentOf(one.weight / heaviest)}" y="7"${moved}/>`;
  });
}
