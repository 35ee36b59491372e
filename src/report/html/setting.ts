import type { Advice } from "../../advice/advice.ts";
import type { Pack } from "../../pack/pack.ts";
import { Citations } from "../citations.ts";
import { type Html, html } from "./markup.ts";
import { drawSign, signNumber } from "./signs.ts";

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
  /** The number of its sign, so that colour alone never tells roles apart. */
  readonly sign: number;
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

function lookOf(id: string, short: string, name: string, place: number): RoleLook {
  const number = signNumber(place);
  const color = `role-${number}`;
  return {
    id,
    short,
    name,
    color,
    sign: number,
    label: html`<span class="label ${color}">${drawSign(number)}${short}</span>`,
  };
}
