import type { Pack } from "../../pack/pack.ts";
import { markAt, roleMarks } from "../role-marks.ts";
import { html } from "./markup.ts";

/** How every role of a pack looks, by its id. */
export function looksOf({ roles }: Pick<Pack, "roles">): (role: string) => RoleLook {
  const looks = new Map(roles.map(({ id, short }, place) => [id, lookOf(short, place)]));
  return (role) => looks.get(role) ?? lookOf(role, 0);
}

export type RoleLook = ReturnType<typeof lookOf>;

/** Its ink, and its label of mark and short name: colour alone never tells roles apart. */
function lookOf(short: string, place: number) {
  const { number, light } = markAt(place);
  const ink = { name: `role-${number}`, fill: light };
  const mark = html`<svg class="mark" width="12" height="12" viewBox="-7 -7 14 14" aria-hidden="true"><use href="#mark-${number}"/></svg>`;
  return { ink, label: html`<span class="label ${ink.name}">${mark}<bdi>${short}</bdi></span>` };
}

/** Every mark, drawn once in a page: five roles show them well over a hundred times. */
export const drawnMarks = html`
  <svg class="marks" width="0" height="0" aria-hidden="true"><defs>
  ${roleMarks.map(({ number, light, shape }) => html`<path id="mark-${number}" class="role-${number}" fill="${light}" d="${shape}"/>`)}
  </defs></svg>`;
