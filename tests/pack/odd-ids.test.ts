import { expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { parseAnswers } from "../../src/answers/read-answers.ts";
import { readCode } from "../../src/answers/read-code.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { faultsIn } from "./small-pack.ts";

/** Every id of this pack is also the name of something that a program, YAML or JavaScript knows. */
const cited = "sources: [constructor]";
const because = `because: { say: B., ${cited} }`;
const question = (id: string) => `    - id: "${id}"
      ask: And ${id}?
      why: So.
      options:
        "null": { label: N, drawn: { "true": 2 } }
        constructor: { label: C, drawn: { constructor: 3 }, able: { prototype: 1 } }
        prototype: { label: P, drawn: { prototype: 3 } }
`;
const role = (id: string, other: string) => `name: Role ${id}
short: ${id}
in_short: { say: S., ${cited} }
traits:
  ${id}: { weight: 5, ${because}, grow: [{ do: D., learn: L., ${cited} }] }
  "true": { weight: 1, ${because} }
kinds: [{ id: prototype, name: K, say: K., ${cited}, traits: { constructor: 3 } }]
path: [{ id: constructor, title: S, say: S., when: { "true": constructor }, ${cited} }]
counterpart: { ${other}: { say: C., ${cited} } }
`;
const files = {
  "pack.yaml": `format: 1
id: constructor
version: 1.0.0
title: Odd ids?
intro: Odd.
roles: [constructor, prototype]
neighbours: ["null"]
limits: { say: L., ${cited} }
notes: [{ id: constructor, when: { constructor: constructor }, title: N, say: N., ${cited} }]
`,
  "traits.yaml": ["constructor", "prototype", '"true"'].map((id) => `${id}: { name: N, drawn: a, able: b }\n`).join(""),
  "sources.yaml": "constructor: { title: S, by: B }\n",
  "questions.yaml": `- topic: T\n  questions:\n${["constructor", "prototype", "true", "null"].map(question).join("")}`,
  "roles/constructor.yaml": role("constructor", "prototype"),
  "roles/prototype.yaml": role("prototype", "constructor"),
  "neighbours/null.yaml": `name: "Null"\nshort: N\nin_short: { say: S., ${cited} }\ntraits: { "true": { weight: 5, ${because} } }\nlook: { say: L., ${cited} }\n`,
  "examples/constructor.yaml": 'about: me\nanswers: { constructor: prototype, "true": constructor }\n',
};

test("any id that fits the pattern works: as pack, trait, source, question, option, role, neighbour, note and example", () => {
  expect(faultsIn(files)).toEqual([]);
  const pack = parsePack(files);
  expect(pack.questions[0]?.options.map(({ id }) => id)).toEqual(["null", "constructor", "prototype"]);
  const answers = parseAnswers(pack, { constructor: "constructor", null: "constructor" });
  const advice = advise(pack, answers);
  expect(advice.recommendation).toMatchObject({ role: "constructor", margin: 30 });
  expect(advice.notes.map(({ id }) => id)).toEqual(["constructor"]);
  expect(readCode(pack, advice.code).answers).toEqual(answers);
});

test.each([
  ["when", "sources"],
  ["drawn", "traits"],
  ["unless", "answers"],
])("ids may be keys of the format as well: %s and %s", (one, other) => {
  const renamed = (text: string) => text.replaceAll("constructor", one).replaceAll("prototype", other);
  const asKeys = Object.fromEntries(Object.entries(files).map(([file, text]) => [renamed(file), renamed(text)]));
  const isReserved = other === "answers";
  expect(faultsIn(asKeys).map(({ code }) => code)).toEqual(isReserved ? ["reserved-id"] : []);
});

test("no answer is taken from what every object has", () => {
  const pack = parsePack(files);
  expect(parseAnswers(pack, {})).toEqual({});
  const { recommendation, questions } = advise(pack, parseAnswers(pack, {}));
  expect([recommendation.verdict, questions.answered]).toEqual(["tie", 0]);
  expect(advise(pack, parseAnswers(pack, { true: "prototype" })).notes).toEqual([]);
});
