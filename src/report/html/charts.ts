import type { Pack } from "../../pack/pack.ts";
import { markAt, roleMarks } from "../role-marks.ts";
import { type Html, html } from "./markup.ts";

/**
 * Pictures without words: the figures always stand beside them as text. Each shape has its size and colour as attributes, so
 * that it also reads where no style is let through, as on servers that show reports of builds.
 */

/** A class of the page's style, and the colour where there is no style. */
export interface Ink {
  readonly name: string;
  readonly fill: string;
}

export const track: Ink = { name: "track", fill: "#ebe6dc" };
export const solid: Ink = { name: "solid", fill: "#22201c" };
/** For what belongs to no role. */
export const neutral: Ink = { name: "neutral", fill: "#8d8576" };

const height = 10;

/** A bar of a share of the line, in front of the track that it could have filled; without one where nothing was possible. */
export function drawBar(share: number, ink: Ink, possible = 1): Html {
  return lineOf([...(possible > 0 ? [rect(possible, track)] : []), rect(share, ink)]);
}

/** A bar over a track with marks at some shares of it, which part it into zones. */
export function drawZones(share: number, ink: Ink, marks: readonly number[]): Html {
  const lines = marks.map(
    (at) => html`<line class="mark" x1="${percentOf(at)}" x2="${percentOf(at)}" y2="${height}" stroke="#625c52"/>`,
  );
  return lineOf([rect(1, track), rect(share, ink), ...lines]);
}

function lineOf(shapes: readonly Html[]): Html {
  return html`<svg class="bar" width="100%" height="${height}" aria-hidden="true">${shapes}</svg>`;
}

function rect(share: number, { name, fill }: Ink): Html {
  return html`<rect class="${name}" width="${percentOf(share)}" height="${height}" fill="${fill}"/>`;
}

/** A share of the line, to a hundredth of a percent: the same text on every machine. */
function percentOf(share: number): string {
  return `${Math.round(Math.max(0, Math.min(1, share)) * 1e4) / 100}%`;
}

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
export const markDefinitions = html`
  <svg class="marks" width="0" height="0" aria-hidden="true"><defs>
  ${roleMarks.map(({ number, light, shape }) => html`<path id="mark-${number}" class="role-${number}" fill="${light}" d="${shape}"/>`)}
  </defs></svg>`;
