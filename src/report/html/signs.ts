import { type Html, html } from "./markup.ts";

/** Circle, square, diamond, triangle, cross: drawn around the point 0, 0, each within 14 by 14. */
const shapes = [
  "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0",
  "M-4.5-4.5h9v9h-9z",
  "M0-6l6 6l-6 6l-6-6z",
  "M0-5.5l5.8 10h-11.6z",
  "M-2-5.5h4v3.5h3.5v4h-3.5v3.5h-4v-3.5h-3.5v-4h3.5z",
];

/** The number of a role's colour and shape, by its place in the pack: 1 to 5, then again. */
export function signNumber(place: number): number {
  return (place % shapes.length) + 1;
}

/** Every sign, drawn once in a page: a page of five roles shows them well over a hundred times. */
export const signs = html`
  <svg class="signs" width="0" height="0" aria-hidden="true"><defs>
  ${shapes.map((d, n) => html`<path id="sign-${n + 1}" class="role-${n + 1}" d="${d}"/>`)}
  </defs></svg>`;

/** A sign in a line of text. */
export function drawSign(number: number): Html {
  return html`<svg class="sign" viewBox="-7 -7 14 14" aria-hidden="true"><use href="#sign-${number}"/></svg>`;
}
