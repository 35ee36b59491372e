import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PackFiles } from "../src/pack/pack.ts";

/** Three roles: one told in full, one in part, one in a sentence. */
export const smallPack: PackFiles = {
  "pack.yaml": `
format: 1
id: boats
version: 1.0.0
title: Which boat?
intro: Three boats.
roles: [skipper, rower, cook]
limits: { say: A game., sources: [we] }
`,
  "traits.yaml": `
wind: { name: Wind and weather, drawn: you are drawn to the wind, able: you have sailed }
arms: { name: Strong arms, drawn: you are drawn to hard work, able: you have rowed }
`,
  "questions.yaml": `
- topic: All
  questions:
    - id: day
      ask: Which day?
      why: It tells.
      options:
        windy: { label: A windy one, drawn: { wind: 2 } }
        calm: { label: A calm one, drawn: { arms: 2 } }
`,
  "sources.yaml": `
we: { title: Reasoned, by: The authors }
almanac: { title: Who sails?, by: A. Sailor, year: 1998, url: "https://example.com/almanac", note: "Forty boats | one sea." }
unused: { title: Not read, by: Nobody }
`,
  "roles/skipper.yaml": `
name: Skipper of the boat
short: Skipper
in_short: { say: Reads the sky and says where to go., sources: [almanac] }
profile:
  faces:
    - { say: The wind, sources: [we] }
    - { say: "The crew, who want to know where they are going and when they will eat", sources: [almanac, we] }
  measured_by:
    - { say: Boats that come home, sources: [we] }
traits:
  arms: { weight: 1, because: { say: A skipper lends a hand., sources: [we] } }
  wind:
    weight: 5
    because: { say: The wind decides where a boat can go., sources: [almanac] }
    grow: [{ do: Watch the sky for a week., learn: Whether you look up by yourself. }]
kinds:
  - { id: bold, name: Bold skipper, say: Sets every sail., sources: [we], traits: { wind: 5 } }
path:
  - id: deck
    title: On deck
    usual: Two summers (40 boats, 1998).
    say: You learn the ropes.
    do: [{ say: Tie ten knots., sources: [we] }]
    when: {}
    sources: [almanac]
  - { id: bridge, title: At the wheel, say: You steer., when: {}, sources: [we] }
notes:
  - { when: { day: [calm] }, title: No wind, say: Wait., sources: [unused] }
counterpart:
  rower: { say: Tell them early., sources: [we] }
`,
  "roles/rower.yaml": `
name: Rower
short: Rower
in_short: { say: Moves the boat when nothing else does., sources: [we] }
profile:
  faces: [{ say: Backwards, sources: [we] }]
traits:
  arms: { weight: 4, because: { say: Arms move it., sources: [we] } }
`,
  "roles/cook.yaml": `
name: "<b>Cook</b> | *of the boat*"
short: Cook
in_short: { say: "- Cooks. [Not a link](javascript:alert)", sources: [we] }
traits: {}
`,
};

export const smallGuide = `
- { id: tides, title: Tides, say: They come and go., sources: [almanac] }
- id: knots
  title: Knots
  points:
    - { say: A bowline holds., sources: [we] }
    - { say: A granny knot does not., sources: [we, almanac] }
`;

/** The folder of a pack of its own, written for this run. */
export function writePack(files: PackFiles): string {
  const folder = mkdtempSync(join(tmpdir(), "role-advisor-pack-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
