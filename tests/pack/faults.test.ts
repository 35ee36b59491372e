import { describe, expect, test } from "vitest";
import { RoleAdvisorError } from "../../src/fault.ts";
import type { PackFiles } from "../../src/pack/pack.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { broken, smallPack } from "./small-pack.ts";

test("the pack that these tests break has no fault", () => {
  expect(faultsOf(smallPack)).toEqual([]);
});

test("a question of the history that is of both sorts is told with its place", () => {
  const history = `"0.9.0": { afternoon: { one: [puzzle], any: [talk] } }\n`;
  expect(faultsOf({ ...smallPack, "history.yaml": history })).toEqual([
    "history.yaml:1:23: 0.9.0.afternoon is a map; write a map with only one of the keys one, any",
  ]);
});

const pack = "pack.yaml";
const traits = "traits.yaml";
const tea = "roles/tea.yaml";

describe("words.yaml", () => {
  const wordsOf = (text: string, lang = "en") =>
    faultsOf({ ...broken(pack, "format: 1", `format: 1\nlang: ${lang}`), "words.yaml": text });
  const filled = "what is filled in is";

  // biome-ignore format: a line each
  test.each([
    ["verdict: { leaning: Mehr {leader}. }", 'words.yaml:1:26: a text with "{" in it needs quotes'],
    ['verdict: { leaning: "Eher {leader}." }'],
    ['verdict: { leaning: "Eher {leder}." }', `words.yaml:1:21: verdict.leaning has {leder}, which nothing fills in; did you mean "leader"? W${filled.slice(1)} {leader}`, "words.yaml:1:21: verdict.leaning lacks {leader}; put it where that belongs in the sentence"],
    ["verdict: { leaning: Eher. }", "words.yaml:1:21: verdict.leaning lacks {leader}; put it where that belongs in the sentence"],
    ["verdict: { lening: Eher., constructor: x }"],
    ["constructor: { name: x }"],
    ['verdict: { points: { one: "ein Punkt voraus", other: "{n} Punkte voraus" } }'],
    ['verdict: { points: "{n} Punkte voraus" }'],
    ['verdict: { points: { one: "ein Punkt" } }', 'words.yaml:1:12: verdict.points needs the key "other"; add it'],
    ['verdict: { points: { few: "{n} body", other: "{n}" } }', 'words.yaml:1:22: "en" has no plural form "few"; it has one, other'],
    ['verdict: { points: { deux: "{n}", other: "{n}" } }', 'words.yaml:1:22: has no use for the key "deux"; the keys here are zero, one, two, few, many, other'],
    ["answers: { none: { one: gleich, other: gleich } }", "words.yaml:1:18: answers.none is a map; write text"],
    ['number: { "2": zwei }'],
    ["trust: { leads: '{role} leads' }", "words.yaml:1:17: trust.leads lacks {n}; put it where that belongs in the sentence"],
  ])("%s", (text, ...said) => {
    const found = wordsOf(text);
    expect(found).toHaveLength(said.length);
    for (const [i, start] of said.entries()) expect(found[i]).toContain(start);
  });

  test("may have the plural forms of the pack's language", () => {
    expect(wordsOf('verdict: { points: { few: "{n} body", other: "{n} bodů" } }', "cs")).toEqual([]);
  });
});

test("a pack of thousands of faults is told as soon as any other", () => {
  const line = (_: unknown, i: number) => `t${i}: { name: N, drawn: a, able: b, more: c }\n`;
  const many = Array.from({ length: 8000 }, line).join("");
  const found = faultsOf({ ...smallPack, [traits]: `${smallPack[traits]}${many}` });
  expect(found[0]).toMatch(
    /^traits.yaml:3:\d+: has no use for the key "more".* \(the same at line 4, line 5, line 6 and 996 more\)/,
  );
});

describe("a pack without a file", () => {
  const needs = "a pack has pack.yaml, traits.yaml, questions.yaml, sources.yaml and a file in roles/ for each role";
  test.each([
    ["pack.yaml", `pack.yaml: is missing; ${needs}`],
    ["traits.yaml", `traits.yaml: is missing; ${needs}`],
    ["questions.yaml", `questions.yaml: is missing; ${needs}`],
    ["sources.yaml", `sources.yaml: is missing; ${needs}`],
    [
      "roles/tea.yaml",
      'pack.yaml:6:9: there is no file roles/tea.yaml for the role "tea"; add it, or remove "tea" here',
    ],
  ])("is told which: %s", (file, said) => {
    expect(faultsOf(broken(file, "", null))).toEqual([said]);
  });

  test.each(["tests.yaml", "examples/early.yaml"])("may lack %s", (file) => {
    expect(faultsOf(broken(file, "", null))).toEqual([]);
  });
});

describe("several faults", () => {
  test("are all told, by file, line and column, with the folder before each", () => {
    const files = {
      ...broken(tea, "weight: 5", "weight: 9"),
      "traits.yaml": "calm: { name: Calm, drawn: you like calm }\nspark: { name: [], drawn: a, able: b, more: c }\n",
      "pack.yaml": (smallPack["pack.yaml"] ?? "").replace("title:", "titel:").replace("[cup]", "[cop, cup, cap]"),
      "sources.yaml": "cup: { title: The cup, by: Somebody }\nCap: {}\n",
    };
    expect(faultsOf(files, "my-pack")).toMatchInlineSnapshot(`
      [
        "my-pack/pack.yaml:4:1: has no use for the key "titel", and "title" is missing; rename it if you meant that, or else add "title"",
        "my-pack/traits.yaml:1:1: calm needs the key "able"; add it",
        "my-pack/traits.yaml:2:16: spark.name is an empty list; write text (in quotes if it looks like a number, a date, true or false)",
        "my-pack/traits.yaml:2:39: has no use for the key "more"; the keys here are name, drawn, able, portrait",
        "my-pack/sources.yaml:2:1: the id of Cap is "Cap"; write small letters, digits and hyphens, with a letter first",
        "my-pack/sources.yaml:2:1: Cap needs the key "title"; add it",
        "my-pack/sources.yaml:2:1: Cap needs the key "by"; add it",
        "my-pack/roles/tea.yaml:6:13: traits.calm.weight is 9; write a whole number of at most 5",
      ]
    `);
  });

  test("of which roles there are come beside others of pack.yaml", () => {
    const files = {
      ...smallPack,
      "pack.yaml": (smallPack["pack.yaml"] ?? "")
        .replace("1.0.0", "1")
        .replace("[tea, coffee]", "[tea, milk, coffee, Milk]"),
      "roles/water.yaml": smallPack[tea] ?? "",
    };
    expect(faultsOf(files)).toMatchInlineSnapshot(`
      [
        "pack.yaml:3:10: version is 1; write text (in quotes if it looks like a number, a date, true or false)",
        "pack.yaml:6:14: there is no file roles/milk.yaml for the role "milk"; add it, or remove "milk" here",
        "pack.yaml:6:28: roles.#4 is "Milk"; write small letters, digits and hyphens, with a letter first",
      ]
    `);
  });

  test("of references are told beside those of shape in another file", () => {
    const files = { ...broken(tea, "morning: peace", "evening: peace"), "tests.yaml": "- name: 12\n" };
    expect(faultsOf(files)).toMatchInlineSnapshot(`
      [
        "roles/tea.yaml:12:54: there is no question "evening"; did you mean "morning"? The questions are morning, shelf",
      ]
    `);
  });

  test("come with causes first: pack.yaml, traits and questions before what rests on them", () => {
    const files = {
      ...broken(pack, "[tea, coffee]", "[tea, cofee]"),
      "guide.yaml": "- { id: water }\n",
      "questions.yaml": (smallPack["questions.yaml"] ?? "").replace("calm: 3", "clam: 3"),
      "traits.yaml": (smallPack["traits.yaml"] ?? "").replace("name: Spark", "name: 12"),
      "roles/tea.yaml": (smallPack["roles/tea.yaml"] ?? "").replace("weight: 5", "weight: 9"),
    };
    const places = faultsOf(files).map((line) => line.replace(/:.*/, ""));
    expect([...new Set(places)]).toEqual([
      "pack.yaml",
      "traits.yaml",
      "questions.yaml",
      "roles/tea.yaml",
      "guide.yaml",
    ]);
  });

  test("come as data too: code, file, line and column", () => {
    try {
      parsePack(broken(tea, "weight: 5", "weight: 9"), "my-pack");
    } catch (error) {
      expect(error).toBeInstanceOf(RoleAdvisorError);
      expect(error).toMatchObject({ code: "out-of-range", file: "my-pack/roles/tea.yaml", line: 6, column: 13 });
      return;
    }
    throw new Error("no fault was told");
  });
});

test("a file of 1 MiB is read, and one of a byte more is not", () => {
  const full = broken(pack, "Two questions.", "");
  const padded = (bytes: number) => `${full[pack]}#${"x".repeat(bytes - (full[pack]?.length ?? 0) - 1)}`;
  const intro = 'pack.yaml:5:8: intro is empty; write text (in quotes if it starts with "#", or is the word null)';
  expect(faultsOf({ ...full, [pack]: padded(1_048_576) })).toEqual([intro]);
  const tooLarge = "pack.yaml: holds more than 1 MiB, which is the limit; split it or trim it";
  expect(faultsOf({ ...full, [pack]: padded(1_048_577) })).toEqual([tooLarge]);
  const wide = padded(524_400).replaceAll("x", "\u00e9");
  expect(faultsOf({ ...full, [pack]: wide })).toEqual([tooLarge]);
});

test("a text that is nested without end is told, and does not exhaust the stack", () => {
  for (const text of ["[".repeat(100_000), "{a: ".repeat(50_000), "- ".repeat(50_000), "? ".repeat(27)]) {
    expect(faultsOf({ ...smallPack, "traits.yaml": text })).toEqual([
      expect.stringMatching(
        /^traits\.yaml:1:\d+: has more than 64 lists and maps inside one another; make it flatter$/,
      ),
    ]);
  }
});

describe("what is fine", () => {
  const fine: [string, PackFiles][] = [
    [
      "a text that is repeated by an alias",
      broken(traits, "you like calm, able: you can wait", "&c you like calm, able: *c"),
    ],
    ["a byte order mark", { ...smallPack, "traits.yaml": `\ufeff${smallPack["traits.yaml"]}` }],
    [
      "line ends of Windows",
      { ...smallPack, "traits.yaml": (smallPack["traits.yaml"] ?? "").replaceAll("\n", "\r\n") },
    ],
    ["a tab and a line break in a text", broken(pack, "Two questions.", '"Two\\tquestions.\\nNo more."')],
    ["a file of another folder", { ...smallPack, "notes/todo.yaml": "[" }],
  ];
  test.each(fine)("%s", (_, files) => {
    expect(faultsOf(files)).toEqual([]);
  });
});

/** Every line that is said about a pack; none if it is right. */
function faultsOf(files: PackFiles, folder?: string): string[] {
  try {
    parsePack(files, folder);
    return [];
  } catch (error) {
    if (!(error instanceof RoleAdvisorError)) throw error;
    return error.message.split("\n");
  }
}
