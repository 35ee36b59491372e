import { say } from "../../pack/say.ts";
import { thingsToMind } from "../sentences.ts";
import { type Html, html } from "./markup.ts";
import { type Setting, unlessEmpty } from "./page-setting.ts";

/** What to keep in mind: the tension between drawn and able first, then the notes that hold. */
export function showMind({ pack, advice, cited }: Setting): Html | null {
  return unlessEmpty(
    thingsToMind(pack, advice),
    (some) =>
      html`${some.map(({ title, inShort, say: sentence, sources }) => showNote(runIn(title), inShort, cited({ say: sentence, sources })))}`,
  );
}

/** In its short sentence, where it has one, with the whole note to unfold. */
function showNote(title: string, inShort: string | null, whole: Html): Html {
  return inShort === null
    ? html`<p><b>${title}</b> ${whole}</p>`
    : html`<details class="note"><summary><b>${title}</b> ${inShort}</summary><p>${whole}</p></details>`;
}

/** A title that runs into its text. */
function runIn(title: string): string {
  return /[.?!\u2026\u3002]$/.test(title) ? title : `${title}.`;
}

/** How the leader works with each other role. */
export function showCounterpart({ pack, advice, look, cited }: Setting): Html | null {
  return unlessEmpty(
    advice.counterpart,
    (some) =>
      html`${some.map(({ role, ...saying }) => html`<p><b>${say(pack, "mind.counterpart", { role: look(role).short })}:</b> ${cited(saying)}</p>`)}`,
  );
}
