/**
 * Colours and marks of roles in pack order; the sixth role looks like the first. Marks exist because colour alone must
 * not tell roles apart. The terminal uses the glyph, or `ascii`, and one of its 16 colours. The page uses the colours
 * for a light and a dark background, and the mark as an SVG path around the point 0, 0 within 14 by 14.
 */
const marks = [
  {
    glyph: "●",
    ascii: "o",
    color: "cyan",
    light: "#0c6272",
    dark: "#64c1d2",
    shape: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0",
  },
  { glyph: "■", ascii: "#", color: "yellow", light: "#a4401c", dark: "#f19d71", shape: "M-4.5-4.5h9v9h-9z" },
  { glyph: "◆", ascii: "*", color: "magenta", light: "#5a3f9c", dark: "#bca8f5", shape: "M0-6l6 6l-6 6l-6-6z" },
  { glyph: "▲", ascii: "^", color: "green", light: "#55640f", dark: "#b7c664", shape: "M0-5.5l5.8 10h-11.6z" },
  {
    glyph: "✚",
    ascii: "+",
    color: "red",
    light: "#922a62",
    dark: "#ee93c1",
    shape: "M-2-5.5h4v3.5h3.5v4h-3.5v3.5h-4v-3.5h-3.5v-4h3.5z",
  },
] as const;

/** The marks with their numbers from 1. The page's style has a class for each number that sets the colour. */
export const roleMarks = marks.map((mark, place) => ({ number: place + 1, ...mark }));

/** The mark of the role with this index in the pack. */
export function markAt(place: number) {
  const number = (Math.max(0, place) % marks.length) + 1;
  return { number, ...(marks[number - 1] ?? marks[0]) };
}
