import type { RoleScore } from "../../advice/advice.ts";
import { inWords, plural } from "../../advice/words.ts";
import { capital, countAnswered, number } from "../words.ts";
import { bar } from "./charts.ts";
import { type Html, html } from "./markup.ts";
import type { RoleLook, Setting } from "./setting.ts";

/** The verdict, what the role is in a sentence, and the points of every role. `changed` counts answers of a what-if. */
export function showVerdict({ pack, advice, look, cite }: Setting, changed: number): Html {
  const isOpenCall = advice.paths.length > 0;
  const leader = isOpenCall ? undefined : pack.roles.find(({ id }) => id === advice.recommendation.role);
  return html`
    <header class="verdict">
      <p class="over"><span>${pack.title}</span> <span>${countAnswered(advice)}</span></p>
      ${changed > 0 && sayChanged(changed)}
      <h1 id="verdict" tabindex="-1">${advice.recommendation.summary}</h1>
      ${leader && html`<p class="lede"><b>${leader.name}.</b> ${leader.inShort.say}${cite(leader.inShort.sources)}</p>`}
      ${drawPoints(advice.roles, look)}
    </header>`;
}

function sayChanged(changed: number): Html {
  return html`
    <p class="changed"><b>What if?</b> ${capital(inWords(changed))} ${plural(changed, "answer differs", "answers differ")}
    from yours. <button type="button" data-back>Back to my answers</button></p>`;
}

/** A bar for each role, the leader's first, over the most that it could have had from the questions answered. */
export function drawPoints(roles: readonly RoleScore[], look: (role: string) => RoleLook): Html {
  const most = Math.max(1, ...roles.map(({ possible }) => possible));
  const ranked = [...roles].sort((a, b) => b.points - a.points);
  const rows = ranked.map(({ id, name, points, possible }) => {
    const { label, color } = look(id);
    return html`
      <li>
        <span class="who">${label} <span class="name">${name}</span></span>
        ${bar(points / most, color, possible / most)}
        <span class="figure"><b>${number(points)}</b> of ${number(possible)} points</span>
      </li>`;
  });
  return html`<ul class="points">${rows}</ul>`;
}
