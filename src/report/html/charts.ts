import type { Pack } from "../../pack/pack.ts";
import { markAt, roleMarks } from "../role-marks.ts";
import { type Html, html } from "./markup.ts";

/**
 * Charts without text: the figures always stand beside them. Each shape has its size and colour as attributes, so that
 * charts also work where the style is blocked, as on servers that show build reports.
 */

/** A CSS class, and the colour to use where the style is blocked. */
export interface Ink {
  readonly name: string;
  readonly fill: string;
}

export const track: Ink = { name: "track", fill: "#ebe6dc" };
export const solid: Ink = { name: "solid", fill: "#22201c" };
/** The ink of bars that belong to no role. */
export const neutral: Ink = { name: "neutral", fill: "#8d8576" };

const height = 10;

/** A bar over `share` (0 to 1) of the line, in front of a track over `possible` of it, or no track if that is 0. */
export function drawBar(share: number, ink: Ink, possible = 1): Html {
  return lineOf([...(possible > 0 ? [rect(possible, track)] : []), rect(share, ink)]);
}

/** A bar that fills `share` of the line, with marks at other shares that divide the line into zones. */
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

/** Writes a share, limited to 0 to 1, as a percentage with at most two decimals. */
function percentOf(share: number): string {
  return `${Math.round(Math.max(0, Math.min(1, share)) * 1e4) / 100}%`;
}

/** Returns a function from the id of a role to its ink and label. */
export function looksOf({ roles }: Pick<Pack, "roles">): (role: string) => RoleLook {
  const looks = new Map(roles.map(({ id, short }, place) => [id, lookOf(short, place)]));
  return (role) => looks.get(role) ?? lookOf(role, 0);
}

export type RoleLook = ReturnType<typeof lookOf>;

/** The label has a mark and the short name, because colour alone must not tell roles apart. */
function lookOf(short: string, place: number) {
  const { number, light } = markAt(place);
  const ink = { name: `role-${number}`, fill: light };
  const mark = html`<svg class="mark" width="12" height="12" viewBox="-7 -7 14 14" aria-hidden="true"><use href="#mark-${number}"/></svg>`;
  return { ink, label: html`<span class="label ${ink.name}">${mark}<bdi>${short}</bdi></span>` };
}

/** SVG definitions of the marks, once in a page: a pack of five roles uses them well over a hundred times. */
export const markDefinitions = html`
  <svg class="marks" width="0" height="0" aria-hidden="true"><defs>
  ${roleMarks.map(({ number, light, shape }) => html`<path id="mark-${number}" class="role-${number}" fill="${light}" d="${shape}"/>`)}
  </defs></svg>`;
