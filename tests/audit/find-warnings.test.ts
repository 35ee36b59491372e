import { describe, expect, test } from "vitest";
import { findWarnings } from "../../src/audit/find-warnings.ts";
import type { PackFiles } from "../../src/pack/pack.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";

/** Two roles, four questions, nothing to warn of. */
const files: PackFiles = {
  "pack.yaml": `format: 1
id: shore
version: 1.0.0
title: Sea or land?
intro: Four questions.
roles: [sea, land]
limits: { say: A game., sources: [we] }
`,
  "traits.yaml": `waves: { name: Waves, drawn: you like waves, able: you can swim }
earth: { name: Earth, drawn: you like earth, able: you can dig }
`,
  "questions.yaml": `- topic: All
  questions:
${["one", "two", "three", "four"]
  .map(
    (id) => `    - id: ${id}
      ask: Which of these is it, ${id}?
      why: It tells.
      options:
        wet: { label: The wet one, drawn: { waves: 2 } }
        dry: { label: The dry one, drawn: { earth: 2 } }
        both: { label: Half of each, drawn: { waves: 1, earth: 1 } }
`,
  )
  .join("")}`,
  "sources.yaml": `we: { title: Reasoned, by: The authors }
`,
  "roles/sea.yaml": role("Sailor", { waves: 5, earth: 1 }),
  "roles/land.yaml": role("Farmer", { earth: 5, waves: 1 }),
};

function role(name: string, weights: Record<string, number>): string {
  const traits = Object.entries(weights).map(
    ([id, weight]) => `  ${id}: { weight: ${weight}, because: { say: So., sources: [we] } }\n`,
  );
  return `name: ${name}\nshort: ${name}\nin_short: { say: So., sources: [we] }\ntraits:\n${traits.join("")}`;
}

const questions = "questions.yaml";
const half = "both: { label: Half of each, drawn: { waves: 1, earth: 1 } }";

// biome-ignore format: a line each
const rows: [what: string, file: string, from: string, to: string, said: [code: string, file: string, path: string][]][] = [
  ["an option of which no role gains", questions, half, "both: { label: Half of each }", [["no-gain", questions, "0.questions.0.options.both"]]],
  ["an option whose traits no role weighs", questions, half, "both: { label: Half, drawn: { air: 2 } }", [["no-gain", questions, "0.questions.0.options.both"], ["unused-trait", "traits.yaml", "air"]]],
  ["an option that only repeats another", questions, half, "both: { label: Half of each, drawn: { waves: 2 } }", [["dominated", questions, "0.questions.0.options.both"]]],
  ["options of which each trait is shown as strongly by one that shows another too", questions, half, `${half}\n        less: { label: A bit, drawn: { waves: 2, earth: 2 } }`, [["dominated", questions, "0.questions.0.options.wet"], ["dominated", questions, "0.questions.0.options.dry"]]],
  ["a question without swing", questions, "drawn: { waves: 2 } }\n        dry: { label: The dry one, drawn: { earth: 2 } }", "drawn: { waves: 1, earth: 1 } }\n        dry: { label: The dry one, drawn: { waves: 2, earth: 2 } }", [["no-swing", questions, "0.questions.0.id"]]],
  ["a trait that no option shows", "traits.yaml", "earth:", "fire: { name: Fire, drawn: you like fire, able: you can cook }\nearth:", [["unused-trait", "traits.yaml", "fire"]]],
  ["a source that nothing rests on", "sources.yaml", "we:", "them: { title: T, by: B }\nwe:", [["unused-source", "sources.yaml", "them"]]],
  ["a question that is too long", questions, "Which of these is it, one?", `${"Which of these is it? ".repeat(7)}`, [["too-long", questions, "0.questions.0.ask"]]],
  ["a label that is too long", questions, "The wet one", `The wet one${" and wet".repeat(10)}`, [["too-long", questions, "0.questions.0.options.wet.label"], ["unequal-length", questions, "0.questions.0.options.wet.label"]]],
  ["labels of very unequal length", questions, "The wet one", "The one that is as wet as it gets at sea", [["unequal-length", questions, "0.questions.0.options.wet.label"]]],
  ["a label that names a role", questions, "The wet one", "What a sailor says", [["names-role", questions, "0.questions.0.options.wet.label"]]],
  ["two labels alike", questions, "The dry one", "the wet one!", [["equal-labels", questions, "0.questions.0.options.dry.label"]]],
  ["fixed sentences that stay English", "pack.yaml", "limits:", "lang: de\nlimits:", [["still-english", "pack.yaml", "lang"]]],
  ["a role's sentence that is too long", "roles/sea.yaml", "{ say: So.", `{ say: ${"So and so. ".repeat(15)}`, [["too-long", "roles/sea.yaml", "in_short.say"]]],
  ["a reason that is too long", "roles/sea.yaml", "because: { say: So.", `because: { say: ${"So and so. ".repeat(12)}`, [["too-long", "roles/sea.yaml", "traits.waves.because.say"]]],
  ["a tension that cannot be", "pack.yaml", "limits:", "tension: { say: T., sources: [we] }\nlimits:", [["unseen-tension", "pack.yaml", "tension"]]],
  ["a note that nobody is told", "pack.yaml", "limits:", "notes: [{ when: { one: wet }, unless: { one: wet }, title: T, say: S., sources: [we] }]\nlimits:", [["unseen-note", "pack.yaml", "notes.0.title"]]],
  ["a note that everybody is told", "pack.yaml", "limits:", "notes: [{ when: {}, title: T, say: S., sources: [we] }]\nlimits:", [["always-said", "pack.yaml", "notes.0.when"]]],
  ["a note without a short form", "pack.yaml", "limits:", `notes: [{ when: { one: wet }, title: T, say: "${"So and so. ".repeat(15)}", sources: [we] }]\nlimits:`, [["no-in-short", "pack.yaml", "notes.0.say"]]],
  ["a sentence of the portrait that one before it hides", "pack.yaml", "limits:", "portrait: [{ when: { one: wet }, say: A. }, { when: { one: wet, two: dry }, say: B. }]\nlimits:", [["unseen-portrait", "pack.yaml", "portrait.1.say"]]],
  ["a kind that never fits best", "roles/sea.yaml", "traits:", "kinds: [{ id: a, name: A, say: A., sources: [we], traits: { waves: 3 } }, { id: b, name: B, say: B., sources: [we], traits: { waves: 1 } }]\ntraits:", [["unseen-kind", "roles/sea.yaml", "kinds.1.id"]]],
  ["a stage that an earlier one hides", "roles/sea.yaml", "traits:", "path: [{ id: a, title: A, say: A., when: {}, sources: [we] }, { id: b, title: B, say: B., when: { one: dry }, sources: [we] }]\ntraits:", [["unseen-stage", "roles/sea.yaml", "path.1.id"]]],
  ["answers that fit no stage", "roles/sea.yaml", "traits:", "path: [{ id: a, title: A, say: A., when: { one: [wet, both] }, sources: [we] }]\ntraits:", [["no-stage", "roles/sea.yaml", "path"]]],
  ["a trait without a portrait among those that have one", "traits.yaml", "able: you can swim", "able: you can swim, portrait: The sea calls you.", [["no-portrait", "traits.yaml", "earth"]]],
  ["renamed ids without a history", "pack.yaml", "limits:", "renamed: { ein: one }\nlimits:", [["no-history", "pack.yaml", "renamed"]]],
  ["a role that is never told", "roles/land.yaml", "weight: 5", "weight: 1", [["never-leads", "roles/land.yaml", "traits"]]],
];

const withAir = {
  ...files,
  "traits.yaml": `${files["traits.yaml"]}air: { name: Air, drawn: you like air, able: you fly }\n`,
};

describe("what is valid, but worth improving", () => {
  test("is nowhere in the pack that these tests spoil", () => {
    expect(findWarnings(parsePack(files))).toEqual([]);
  });

  test.each(rows)("%s", (_, file, from, to, said) => {
    const before = to.includes("air:") ? withAir : files;
    expect(before[file as keyof typeof before]).toContain(from);
    const spoiled: PackFiles = { ...before, [file]: (before[file as keyof typeof before] ?? "").replace(from, to) };
    const found = findWarnings(parsePack(spoiled));
    expect(found.map(({ code, file: at, path }) => [code, at, path.join(".")])).toEqual(said);
  });

  test("a trait that a role weighs and no option shows", () => {
    const weighed = files["roles/sea.yaml"]?.concat("  air: { weight: 2, because: { say: So., sources: [we] } }\n");
    const found = findWarnings(parsePack({ ...withAir, "roles/sea.yaml": weighed ?? "" }));
    expect(found.map(({ code, file, path }) => [code, file, path.join(".")])).toEqual([
      ["unshown-trait", "roles/sea.yaml", "traits.air"],
      ["forgotten-trait", "roles/land.yaml", "traits.air"],
    ]);
  });

  test("a question or an option of an earlier version that is nothing today", () => {
    const renamed = `${files["pack.yaml"]}renamed: { ein: one, ein.nass: wet, two.nass: wet }\n`;
    const history = `"0.1.0":
  ein: { one: [nass, dry, damp] }
  two: { one: [nass, wet] }
  five: { any: [wet, salt] }
`;
    const found = findWarnings(parsePack({ ...files, "pack.yaml": renamed, "history.yaml": history }));
    expect(found.map(({ code, file, path }) => [code, file, path.join("/")])).toEqual([
      ["lost-history", "history.yaml", "0.1.0/ein/one/2"],
      ["lost-history", "history.yaml", "0.1.0/five"],
    ]);
    const gone = `${renamed}gone: [five, ein.damp]\n`;
    expect(findWarnings(parsePack({ ...files, "pack.yaml": gone, "history.yaml": history }))).toEqual([]);
  });

  test("a history of this very version with other questions", () => {
    const history = '"1.0.0": { one: { one: [wet, dry] } }\n';
    const found = findWarnings(parsePack({ ...files, "history.yaml": history }));
    expect(found.map(({ code, path }) => [code, path.join(".")])).toEqual([["version-not-raised", "version"]]);
  });

  test("a neighbour that is never named, since a role wants the same", () => {
    const codes = (weights: Record<string, number>) => {
      const neighbour = `${role("Pilot", weights)}look: { say: So., sources: [we] }\n`;
      const pack = `${files["pack.yaml"]}neighbours: [pilot]\n`;
      const all = { ...files, "pack.yaml": pack, "neighbours/pilot.yaml": neighbour };
      return findWarnings(parsePack(all)).map(({ code }) => code);
    };
    expect(codes({ waves: 1, earth: 1 })).toEqual([]);
    expect(codes({ waves: 5, earth: 1 })).toEqual(["unseen-neighbour"]);
  });

  test("not a question of equal options of which any may be picked: to pick none is another answer", () => {
    const any = (files[questions] ?? "")
      .replace("      options:", "      pick: any\n      options:")
      .replace("The dry one, drawn: { earth: 2 }", "The dry one, drawn: { waves: 2 }")
      .replace("Half of each, drawn: { waves: 1, earth: 1 }", "Half of each, drawn: { waves: 2 }");
    const codes = (text: string) => findWarnings(parsePack({ ...files, [questions]: text })).map(({ code }) => code);
    expect(codes(any)).not.toContain("no-swing");
    expect(codes(any.replace("      pick: any\n", ""))).toContain("no-swing");
  });

  test("a question that alone decides", () => {
    const [topic = ""] = (files[questions] ?? "").split("    - id: two");
    const heavy = topic.replace("waves: 2", "waves: 3").replace("earth: 2", "earth: 3");
    const light = (files[questions] ?? "")
      .slice(topic.length)
      .split("    - id: three")[0]
      ?.replaceAll("waves: 2", "waves: 1")
      .replaceAll("earth: 2", "earth: 1");
    const all = findWarnings(parsePack({ ...files, [questions]: `${heavy}${light}` }));
    const found = all.filter(({ code }) => code === "decides-alone");
    expect(found.map(({ path }) => path.join("."))).toEqual(["0.questions.0.id"]);
    expect(found[0]?.message).toBe(
      'one alone decides: after "wet" no other answer can change who leads; lower its evidence, or ask more',
    );
  });
});

describe("what is not poor", () => {
  test("an option that is graded: it gains a role less than another does", () => {
    const graded = (files[questions] ?? "").replace(half, "both: { label: A little wet, drawn: { waves: 1 } }");
    expect(findWarnings(parsePack({ ...files, [questions]: graded }))).toEqual([]);
  });

  test("an option that counts as another does, where a note tells the two apart", () => {
    const twin = (files[questions] ?? "").replace(
      half,
      `${half}\n        twin: { label: As wet, drawn: { waves: 2 } }`,
    );
    expect(findWarnings(parsePack({ ...files, [questions]: twin })).map(({ code }) => code)).toEqual(["dominated"]);
    const noted = `${files["pack.yaml"]}notes: [{ when: { one: twin }, title: T, say: S., sources: [we] }]\n`;
    expect(findWarnings(parsePack({ ...files, [questions]: twin, "pack.yaml": noted }))).toEqual([]);
  });

  test("an option that counts as another does by other traits, which suit another kind", () => {
    const other = (files[questions] ?? "").replace(half, `${half}\n        other: { label: Other, drawn: { air: 2 } }`);
    const weighed =
      files["roles/sea.yaml"]?.concat("  air: { weight: 4, because: { say: So., sources: [we] } }\n") ?? "";
    const found = findWarnings(parsePack({ ...withAir, [questions]: other, "roles/sea.yaml": weighed }));
    expect(found.map(({ code }) => code)).toEqual(["forgotten-trait", "no-pull"]);
  });

  test("options of unequal length in a question that is not scored", () => {
    const fact = `${files[questions]}    - id: size
      ask: How large is it?
      why: It tells.
      options: { s: { label: Small }, l: { label: Larger than anything that I have ever seen } }
`;
    expect(findWarnings(parsePack({ ...files, [questions]: fact }))).toEqual([]);
  });
});
