import type { Fault } from "../../src/fault.ts";
import type { PackFiles } from "../../src/pack/pack.ts";
import { readPackSource } from "../../src/pack/read-pack.ts";

/** A small pack without a fault, to be broken in one place at a time. */
export const smallPack: PackFiles = {
  "pack.yaml": `format: 1
id: tea-or-coffee
version: 1.0.0
title: Tea or coffee?
intro: Two questions.
roles: [tea, coffee]
limits: { say: It is a drink., sources: [cup] }
`,
  "traits.yaml": `calm: { name: Calm, drawn: you like calm, able: you can wait }
spark: { name: Spark, drawn: you like a spark, able: you are quick }
`,
  "questions.yaml": `- topic: Mornings
  questions:
    - id: morning
      ask: What do you want first?
      why: It tells.
      options:
        peace: { label: Some peace, drawn: { calm: 3 } }
        speed: { label: Some speed, drawn: { spark: 2 } }
    - id: shelf
      ask: What is on your shelf?
      why: It tells more.
      pick: any
      most: 2
      options:
        books: { label: Books, drawn: { calm: 1 } }
        tools: { label: Tools, able: { spark: 1 } }
        plants: { label: Plants }
`,
  "sources.yaml": `cup: { title: The cup, by: Somebody, year: 2001, url: "https://example.com/cup" }
`,
  "roles/tea.yaml": `name: Tea
short: Tea
in_short: { say: Leaves., sources: [cup] }
traits:
  calm:
    weight: 5
    because: { say: Tea is calm., sources: [cup] }
  spark: { weight: 0 }
kinds:
  - { id: green, name: Green, say: Light., sources: [cup], traits: { calm: 3 } }
path:
  - { id: kettle, title: Kettle, say: Boil., when: { morning: peace }, sources: [cup] }
notes:
  - { when: { shelf: [books] }, title: Read, say: Read., sources: [cup] }
counterpart:
  coffee: { say: Share the water., sources: [cup] }
`,
  "roles/coffee.yaml": `name: Coffee
short: Coffee
in_short: { say: Beans., sources: [cup] }
traits:
  spark:
    weight: 4
    because: { say: Coffee sparks., sources: [cup] }
`,
  "guide.yaml": `- { id: water, title: Water, points: [{ say: Fresh., sources: [cup] }], sources: [cup] }
`,
  "tests.yaml": `- name: peace
  answers: { morning: peace }
  expect: { leader: tea }
`,
  "examples/early.yaml": `about: an early riser
answers: { morning: speed, shelf: [tools] }
`,
};

/** The pack with one text of one file replaced; null takes the file out. */
export function broken(file: string, from: string | RegExp, to: string | null): PackFiles {
  if (to === null) {
    const { [file]: _, ...rest } = smallPack;
    return rest;
  }
  const text = smallPack[file] ?? "";
  if (typeof from === "string" ? !text.includes(from) : !from.test(text)) throw new Error(`${from} is not in ${file}`);
  return { ...smallPack, [file]: text.replace(from, () => to) };
}

/** What `check` says of the form of a pack: its own faults before those of its tests and examples. */
export function faultsIn(files: PackFiles): Fault[] {
  const { faults, testFaults, exampleFaults } = readPackSource(files);
  return [...faults, ...testFaults, ...Object.values(exampleFaults).flat()];
}
