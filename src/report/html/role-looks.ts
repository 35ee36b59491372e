import type { Pack } from "../../pack/pack.ts";
import { markAt, roleMarks } from "../role-marks.ts";
import type { Ink } from "./charts.ts";
import { type Html, html } from "./markup.ts";

/** How a role looks on a page. */
export interface RoleLook {
  readonly short: string;
  readonly name: string;
  readonly ink: Ink;
  /** Its mark and short name: colour alone never tells roles apart. */
  readonly label: Html;
}

/** How every role of a pack looks, by its id. */
export function looksOf({ roles }: Pick<Pack, "roles">): (role: string) => RoleLook {
  const looks = new Map(roles.map(({ id, short, name }, place) => [id, lookOf(short, name, place)]));
  return (role) => looks.get(role) ?? lookOf(role, role, 0);
}

function lookOf(short: string, name: string, place: number): RoleLook {
  const { number, light } = markAt(place);
  const ink = { name: `role-${number}`, fill: light };
  const mark = html`<svg class="mark" width="12" height="12" viewBox="-7 -7 14 14" aria-hidden="true"><use href="#mark-${number}"/></svg>`;
  return { short, name, ink, label: html`<span class="label ${ink.name}">${mark}<bdi>${short}</bdi></span>` };
}

/** Every mark, drawn once in a page: five roles show them well over a hundred times. */
export const drawnMarks = html`
  <svg class="marks" width="0" height="0" aria-hidden="true"><defs>
  ${roleMarks.map(({ number, light, shape }) => html`<path id="mark-${number}" class="role-${number}" fill="${light}" d="${shape}"/>`)}
  </defs></svg>`;
