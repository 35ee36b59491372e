import type { Advice } from "../../advice/advice.ts";
import type { Pack } from "../../pack/pack.ts";
import { Citations } from "../citations.ts";
import { type Html, html } from "./markup.ts";

/** What every part of the page is made of. */
export interface Setting {
  readonly pack: Pack;
  readonly advice: Advice;
  /** Numbers the sources in the order in which the page first cites them. */
  readonly citations: Citations;
  /** How a role looks on this page, by its id. */
  readonly look: (role: string) => RoleLook;
  /** Numbers of sources, as links to the list at the end. */
  readonly cite: (ids: readonly string[]) => Html;
}

export interface RoleLook {
  readonly id: string;
  readonly short: string;
  readonly name: string;
  /** The class that gives its colour: 1 to 5, then again. */
  readonly color: string;
  /** Its sign, so that colour alone never tells roles apart. */
  readonly sign: Html;
  /** Sign and short name. */
  readonly label: Html;
}

export function settingFor(pack: Pack, advice: Advice): Setting {
  const citations = new Citations(pack.sources);
  return {
    pack,
    advice,
    citations,
    look: looksOf(pack),
    cite: (ids) =>
      ids.length === 0
        ? html``
        : html`<span class="cite">${citations.numbers(ids).map((n) => html`<a href="#source-${n}" aria-label="Source ${n}">${n}</a>`)}</span>`,
  };
}

/** How every role of a pack looks, by its id. */
export function looksOf({ roles }: Pack): Setting["look"] {
  const looks = new Map(roles.map(({ id, short, name }, n) => [id, lookOf(id, short, name, n)]));
  return (role) => looks.get(role) ?? lookOf(role, role, role, 0);
}

/** Circle, square, diamond, triangle, cross: drawn around the point 0, 0. */
const shapes = [
  "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0",
  "M-4.5-4.5h9v9h-9z",
  "M0-6l6 6l-6 6l-6-6z",
  "M0-5.5l5.8 10h-11.6z",
  "M-2-5.5h4v3.5h3.5v4h-3.5v3.5h-4v-3.5h-3.5v-4h3.5z",
];

function lookOf(id: string, short: string, name: string, n: number): RoleLook {
  const color = `role-${(n % shapes.length) + 1}`;
  const path = html`<path class="${color}" d="${shapes[n % shapes.length]}"/>`;
  const sign = html`<svg class="sign" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">${path}</svg>`;
  return { id, short, name, color, sign, label: html`<span class="label ${color}">${sign}${short}</span>` };
}
