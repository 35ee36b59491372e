import { describe, expect, test } from "vitest";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { broken, smallPack } from "./small-pack.ts";

describe("a pack that was read", () => {
  const pack = parsePack(smallPack);

  test("has its roles in the order of pack.yaml, and its questions in that of their file", () => {
    expect(pack.roles.map(({ id }) => id)).toEqual(["tea", "coffee"]);
    expect(parsePack(broken("pack.yaml", "[tea, coffee]", "[coffee, tea]")).roles.map(({ id }) => id)).toEqual([
      "coffee",
      "tea",
    ]);
    expect(pack.questions.map(({ id, topic }) => [id, topic])).toEqual([
      ["morning", "Mornings"],
      ["shelf", "Mornings"],
    ]);
    expect(pack.topics).toEqual([{ title: "Mornings", questions: ["morning", "shelf"] }]);
  });

  test("has every default filled in", () => {
    expect(pack).toMatchObject({
      verdict: { close: 1, leaning: 2 },
      tension: null,
      notes: [],
      renamed: {},
      history: {},
    });
    expect(pack.questions[0]).toMatchObject({ pick: "one", most: 2, mutable: true, sources: [] });
    expect(pack.questions[1]).toMatchObject({ pick: "any", most: 2 });
    expect(pack.questions[1]?.options[2]).toEqual({ id: "plants", label: "Plants", drawn: {}, able: {} });
    expect(pack.roles[0]?.path[0]).toMatchObject({ id: "kettle", usual: "", do: [] });
    expect(pack.roles[0]?.notes[0]).toMatchObject({ id: "tea-note-1" });
  });

  test("leaves out traits that weigh nothing, and takes a lone option of a condition as a list", () => {
    expect(Object.keys(pack.roles[0]?.traits ?? {})).toEqual(["calm"]);
    expect(pack.roles[0]?.path[0]?.when).toEqual({ morning: ["peace"] });
  });

  test("has texts as one paragraph, however the file breaks their lines", () => {
    const long = "intro: >-\n  One   and\n\n  two,\n  and three.";
    expect(parsePack(broken("pack.yaml", "intro: Two questions.", long)).intro).toBe("One and two, and three.");
  });

  test.each([
    ["answers: { morning: speed, shelf: [tools] }", { morning: ["speed"], shelf: ["tools"] }],
    ["answers: { morning: unsure, shelf: [tools] }", { shelf: ["tools"] }],
    ["answers: { morning: [speed], shelf: none }", { morning: ["speed"], shelf: [] }],
    ["answers: { shelf: [] }", { shelf: [] }],
    ["answers: { shelf: [unsure] }", {}],
  ])("has the example's %s as answers", (written, answers) => {
    expect(parsePack(broken("examples/early.yaml", /answers.*/, written)).examples).toEqual([
      { name: "early", about: "an early riser", answers, faults: [] },
    ]);
  });
});

describe("the hash of a pack", () => {
  const { hash } = parsePack(smallPack);

  test("is 64 hex digits of SHA-256", () => {
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test.each([
    ["roles/tea.yaml", "weight: 5", "weight: 4"],
    ["questions.yaml", "calm: 3", "calm: 2"],
    ["questions.yaml", "Some peace", "Much peace"],
    ["sources.yaml", "The cup", "A cup"],
    ["pack.yaml", "version: 1.0.0", "version: 1.0.1"],
  ])("changes with what may change an advice: %s, %s", (file, from, to) => {
    expect(parsePack(broken(file, from, to)).hash).not.toBe(hash);
  });

  test.each([
    ["tests.yaml", "- name: peace", "- name: quiet"],
    ["examples/early.yaml", "an early riser", "a late one"],
    ["pack.yaml", "format: 1", "# The pack\nformat: 1"],
    ["traits.yaml", "{ name: Calm", "{   name: Calm"],
  ])("stays with what may not: %s, %s", (file, from, to) => {
    expect(parsePack(broken(file, from, to)).hash).toBe(hash);
  });
});
