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
