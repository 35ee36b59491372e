import { thingsToMind } from "../words.ts";
import { type Html, html } from "./markup.ts";
import type { Setting } from "./setting.ts";

/** What to keep in mind: the tension between drawn and able first, then the notes that hold. */
export function showMind({ pack, advice, cite }: Setting): Html | null {
  const things = thingsToMind(pack, advice);
  if (things.length === 0) return null;
  return html`${things.map(({ title, say, sources }) => html`<h3>${title}</h3><p>${say}${cite(sources)}</p>`)}`;
}

/** How the leader works with each other role. */
export function showCounterpart({ advice, look, cite }: Setting): Html | null {
  if (advice.counterpart.length === 0) return null;
  return html`${advice.counterpart.map(({ role, say, sources }) => html`<p><b>With the ${look(role).label}:</b> ${say}${cite(sources)}</p>`)}`;
}

export function showLimits({ advice: { limits }, cite }: Setting): Html {
  return html`<p>${limits.say}${cite(limits.sources)}</p>`;
}
