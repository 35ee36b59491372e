import { listed } from "../../pack/language.ts";
import { say } from "../../pack/say.ts";
import { shortName, traitName } from "../sentences.ts";
import { type Html, html } from "./markup.ts";
import { type Setting, unlessEmpty } from "./page-setting.ts";

/** What the leader's work is most made of: what of it draws the person, and what the job is like where it hardly does. */
export function showFit({ pack, advice, cited }: Setting): Html | null {
  const { fit } = advice;
  if (fit === null) return null;
  const named = (traits: readonly string[]) =>
    listed(
      pack,
      traits.map((trait) => traitName(pack, trait)),
    );
  const drawn = (["strong", "some"] as const)
    .filter((pull) => fit[pull].length > 0)
    .map((pull) => html`<p>${say(pack, `fit.list-${pull}`, { traits: named(fit[pull]) })}</p>`);
  const faint = fit.faint.map(({ trait, say: without, sources }) => {
    const role = shortName(advice, fit.role);
    return html`<p>${cited({ say: without ?? say(pack, "fit.faint", { trait: traitName(pack, trait), role }), sources })}</p>`;
  });
  return unlessEmpty([...drawn, ...faint], (some) => html`${some}`);
}

/** Roles beside the choice, each with the command that describes it. */
export function showNeighbours({ advice, cited }: Setting, command: (words: string) => string): Html | null {
  return unlessEmpty(
    advice.neighbours,
    (some) =>
      html`${some.map(
        ({ id, name, ...look }) => html`<p><b>${name}.</b> ${cited(look)} <code>${command(`roles ${id}`)}</code></p>`,
      )}`,
  );
}
