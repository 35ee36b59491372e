import { describe, expect, test } from "vitest";
import { RoleAdvisorError } from "../../src/fault.ts";
import { type PackFiles, parsePack } from "../../src/pack/parse.ts";
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

/** In which file what is replaced, and every line that is then said. */
type Row = [file: string, from: string | RegExp, to: string, ...said: string[]];

const pack = "pack.yaml";
const traits = "traits.yaml";
const questions = "questions.yaml";
const tea = "roles/tea.yaml";
const everything = /.*/s;
const lastOption = "        plants: { label: Plants }\n";
const another = (id: string) =>
  `${lastOption}    - id: ${id}\n      ask: And?\n      why: So.\n      options: { a: { label: A }, b: { label: B } }\n`;
const keysOfPack =
  "format, id, version, lang, title, intro, roles, neighbours, portrait, limits, tension, verdict, notes, renamed";
const evidence = "options.peace.drawn.calm";
const lastTrait = "able: you are quick }\n";
const trait = (id: string) => `${lastTrait}${id}: { name: N, drawn: you like it, able: you have it }\n`;
const idsAre = "small letters, digits and hyphens, with a letter first";
const plain = "write plain text, numbers, lists and maps only";
const text = "text (in quotes if it looks like a number or a date)";

// biome-ignore format: a line each
const table: Record<string, Row[]> = {
  "YAML that cannot be read": [
    [pack, "title: Tea or coffee?", 'title: "Tea', `pack.yaml:8:1: is not YAML here: missing closing " quote`],
    [questions, "want first?", "want: first?", "questions.yaml:4:12: is not YAML here: nested mappings are not allowed in compact mappings"],
    [tea, "    weight: 5", "\tweight: 5", "roles/tea.yaml:6:1: is not YAML here: tabs are not allowed as indentation"],
    [traits, "spark:", "---\nspark:", "traits.yaml:2:1: a second YAML document starts here; keep one in a file, without a line ---"],
    [traits, "you like calm", "*nope", 'traits.yaml:1:28: repeats "*nope", and nothing above it is marked "&nope"; write the value out'],
  ],
  "what YAML can do to a program": [
    [traits, "name: Calm", "name: !!js/function Calm", `traits.yaml:1:15: holds the YAML tag tag:yaml.org,2002:js/function; ${plain}`],
    [traits, "name: Calm", "name: !calm Calm", `traits.yaml:1:15: holds the YAML tag !calm; ${plain}`],
    [traits, lastTrait, trait("__proto__"), `traits.yaml:3:1: holds the key "__proto__", which is not safe in a program's memory; rename it`],
    [questions, lastOption, `${lastOption}        constructor: { label: Hm }\n`, `questions.yaml:18:9: holds the key "constructor", which is not safe in a program's memory; rename it`],
    [traits, "name: Calm", 'name: "Ca\\elm"', "traits.yaml:1:15: holds the control character U+001B, which a terminal would act on; remove it"],
    [traits, "name: Calm", "name: Ca\u009blm", "traits.yaml:1:15: holds the control character U+009B, which a terminal would act on; remove it"],
    [tea, "say: Leaves.", "say: Le\u202eaves.", "roles/tea.yaml:3:18: holds the control character U+202E, which a terminal would act on; remove it"],
    [traits, lastTrait, trait('"be\\u0007ll"'), "traits.yaml:3:1: holds the control character U+0007, which a terminal would act on; remove it"],
    ["tests.yaml", everything, bomb(), "tests.yaml:1:1: repeats so many YAML aliases that it would not fit in memory; write the values out"],
  ],
  "a wrong type": [
    [pack, "title: Tea or coffee?", "title: 12", `pack.yaml:4:8: title is 12; write ${text}`],
    [pack, "title: Tea or coffee?", "title:", `pack.yaml:4:7: title is empty; write ${text}`],
    [pack, "version: 1.0.0", "version: 1.0", `pack.yaml:3:10: version is 1; write ${text}`],
    [pack, "roles: [tea, coffee]", "roles: tea", 'pack.yaml:6:8: roles is "tea"; write a list'],
    [pack, "format: 1", "format: 2", "pack.yaml:1:9: format is 2; write 1"],
    [pack, "say: It is a drink.", "say: { a: b }", `pack.yaml:7:16: limits.say is a map; write ${text}`],
    ["tests.yaml", everything, "just text", 'tests.yaml:1:1: the file is "just text"; write a list'],
    ["examples/early.yaml", everything, "", "examples/early.yaml:1:1: the file is empty; write a map of keys to values"],
    [questions, "calm: 3", "calm: three", `questions.yaml:7:52: ${evidence} is "three"; write a whole number`],
    [questions, "pick: any", "pick: any\n      mutable: maybe", 'questions.yaml:13:16: mutable is "maybe"; write true or false'],
    [questions, "pick: any", "pick: many", 'questions.yaml:12:13: pick is "many"; write "one" or "any"'],
  ],
  "an unknown key": [
    [pack, "intro: Two questions.", "intro: Two.\ncolour: red", `pack.yaml:6:1: has no use for the key "colour"; the keys here are ${keysOfPack}`],
    [pack, "intro: Two questions.", "intro: Two.\nverdit: {}", `pack.yaml:6:1: has no use for the key "verdit"; did you mean "verdict"? The keys here are ${keysOfPack}`],
    [pack, "format: 1", "format: 1\nverdict: { clsoe: 1 }", 'pack.yaml:2:12: has no use for the key "clsoe"; did you mean "close"? The keys here are close, leaning'],
    ["sources.yaml", "year: 2001", "isbn: 12", 'sources.yaml:1:38: has no use for the key "isbn"; the keys here are title, by, year, url, note'],
    [tea, "    weight: 5", "    weight: 5\n    wheight: 5\n    why: not", 'roles/tea.yaml:7:5: has no use for the key "wheight"; did you mean "weight"? The keys here are weight, because, without, grow', 'roles/tea.yaml:8:5: has no use for the key "why"; the keys here are weight, because, without, grow'],
  ],
  "a missing key": [
    [pack, "title: Tea or coffee?\n", "", 'pack.yaml:1:1: this file needs the key "title"; add it'],
    [traits, "name: Calm, ", "", 'traits.yaml:1:1: calm needs the key "name"; add it'],
    [tea, "weight: 0", "", 'roles/tea.yaml:8:3: traits.spark needs the key "weight"; add it'],
    [questions, "      ask: What do you want first?\n", "", 'questions.yaml:3:7: questions.#1 needs the key "ask"; add it'],
  ],
  "an ill-formed id, version or address": [
    [pack, "id: tea-or-coffee", "id: Tea Or Coffee", `pack.yaml:2:5: id is "Tea Or Coffee"; write ${idsAre}`],
    [questions, lastOption, another("again-"), `questions.yaml:18:11: id is "again-"; write ${idsAre}`],
    [traits, lastTrait, trait("Calm"), `traits.yaml:3:1: the id of Calm is "Calm"; write ${idsAre}`],
    [traits, lastTrait, trait("12"), `traits.yaml:3:1: the id of 12 is "12"; write ${idsAre}`],
    [questions, lastOption, `${lastOption}        2nd: { label: Hm }\n`, `questions.yaml:18:9: the id of options.2nd is "2nd"; write ${idsAre}`],
    [pack, "version: 1.0.0", "version: one", 'pack.yaml:3:10: version is "one"; write a version of three numbers, such as 1.0.0'],
    ["sources.yaml", "https://", "ftp://", 'sources.yaml:1:55: cup.url is "ftp://example.com/cup"; write an address that starts with https://'],
  ],
  "a doubled id": [
    [questions, lastOption, another("morning"), 'questions.yaml:18:11: there are two questions with the id "morning"; rename one'],
    [questions, lastOption, `${lastOption}        books: { label: Hm }\n`, "questions.yaml:18:9: this key stands twice in the same map; rename or remove one"],
    [traits, lastTrait, trait("calm"), "traits.yaml:3:1: this key stands twice in the same map; rename or remove one"],
    [pack, "[tea, coffee]", "[tea, coffee, tea]", 'pack.yaml:6:22: there are two roles with the id "tea"; rename one'],
    ["guide.yaml", /$/, "- { id: water, title: W, say: W., sources: [cup] }\n", 'guide.yaml:2:9: there are two guide topics with the id "water"; rename one'],
    [tea, "kinds:\n", "kinds:\n  - { id: green, name: G, say: L., sources: [cup], traits: {} }\n", 'roles/tea.yaml:11:11: there are two kinds with the id "green"; rename one'],
    [tea, "path:\n", "path:\n  - { id: kettle, title: K, say: B., when: {}, sources: [cup] }\n", 'roles/tea.yaml:13:11: there are two stages with the id "kettle"; rename one'],
    [tea, /notes:\n.*/, `notes:${"\n  - { id: n, when: {}, title: R, say: R., sources: [cup] }".repeat(2)}`, 'roles/tea.yaml:15:11: there are two notes with the id "n"; rename one'],
  ],
  "a reserved id": [
    [questions, lastOption, another("format"), 'questions.yaml:18:11: "format" is a name that the program uses itself; choose another id'],
    [questions, lastOption, `${another("x-2")}${another("x2").replace(lastOption, "")}`, 'questions.yaml:22:11: "x2" and "x-2" would be one flag, since a hyphen before a digit does not count; choose another id'],
    [questions, lastOption, `${another("x-2")}${another("x-two").replace(lastOption, "")}`],
    [questions, lastOption, another("no-colour"), 'questions.yaml:18:11: "no-colour" is a name that the program uses itself; choose another id'],
    [questions, lastOption, `${lastOption}        unsure: { label: Hm }\n`, 'questions.yaml:18:9: "unsure" leaves any question open; choose another id'],
    [questions, lastOption, `${lastOption}        none: { label: Hm }\n`, 'questions.yaml:18:9: "none" says that nothing was picked; choose another id'],
  ],
  "a trait that does not exist": [
    [questions, "calm: 3", "clam: 3", 'questions.yaml:7:46: there is no trait "clam"; did you mean "calm"? The traits are calm, spark'],
    [questions, "able: { spark: 1 }", "able: { thirst: 1 }", 'questions.yaml:16:40: there is no trait "thirst"; the traits are calm, spark'],
    [tea, "  spark: {", "  spork: {", 'roles/tea.yaml:8:3: there is no trait "spork"; did you mean "spark"? The traits are calm, spark'],
    [tea, "traits: { calm: 3 }", "traits: { clam: 3 }", 'roles/tea.yaml:10:70: there is no trait "clam"; did you mean "calm"? The traits are calm, spark'],
  ],
  "a role that does not exist": [
    [pack, "[tea, coffee]", "[tea, coffee, milk]", 'roles/milk.yaml: is not there; pack.yaml names the role "milk"'],
    [tea, "coffee: {", "cofee: {", 'roles/tea.yaml:16:3: there is no role "cofee"; did you mean "coffee"? The roles are tea, coffee'],
    ["tests.yaml", "leader: tea", "leader: milk", 'tests.yaml:3:21: there is no role "milk"; the roles are tea, coffee'],
  ],
  "a question or an option that does not exist": [
    [tea, "morning: peace", "mornin: peace", 'roles/tea.yaml:12:54: there is no question "mornin"; did you mean "morning"? The questions are morning, shelf'],
    [tea, "morning: peace", "morning: piece", 'roles/tea.yaml:12:63: morning has no option "piece"; did you mean "peace"? It has: peace, speed'],
    [tea, "[books]", "[books, boks]", 'roles/tea.yaml:14:30: shelf has no option "boks"; did you mean "books"? It has: books, tools, plants'],
    [tea, "morning: peace", "morning: unsure", 'roles/tea.yaml:12:63: morning has no option "unsure"; it has: peace, speed'],
    ["examples/early.yaml", "[tools]", "[tool]", 'examples/early.yaml:2:36: shelf has no option "tool"; did you mean "tools"? It has: books, tools, plants'],
    ["examples/early.yaml", "[tools]", "[tools, none]", 'examples/early.yaml:2:43: shelf has no option "none"; it has: books, tools, plants'],
    ["examples/early.yaml", "speed", "constructor", 'examples/early.yaml:2:21: morning has no option "constructor"; it has: peace, speed'],
    ["tests.yaml", "morning: peace", "evening-tea: peace", 'tests.yaml:2:14: there is no question "evening-tea"; the questions are morning, shelf'],
  ],
  "answers that a question does not take": [
    ["examples/early.yaml", "[tools]", "[tools, books, plants]", "examples/early.yaml:2:35: shelf takes at most 2 options, and has 3; leave some out"],
    ["tests.yaml", "morning: peace", "morning: [peace, speed]", "tests.yaml:2:23: morning takes at most 1 option, and has 2; leave some out"],
    ["tests.yaml", "morning: peace", "morning: []", "tests.yaml:2:23: the answer to morning is an empty list; write the id of one option"],
  ],
  "a source that does not exist": [
    [pack, "sources: [cup]", "sources: [cop]", 'pack.yaml:7:42: there is no source "cop"; did you mean "cup"? The sources are cup'],
    [tea, "say: Tea is calm., sources: [cup]", "say: Tea is calm., sources: [cup, saucer]", 'roles/tea.yaml:7:50: there is no source "saucer"; the sources are cup'],
    [tea, "say: Light., sources: [cup]", "say: Light., sources: [saucer]", 'roles/tea.yaml:10:54: there is no source "saucer"; the sources are cup'],
    ["guide.yaml", "Fresh., sources: [cup]", "Fresh., sources: [saucer]", 'guide.yaml:1:64: there is no source "saucer"; the sources are cup'],
    [pack, /limits: .*/, "limits: &same { say: It is a drink., sources: [saucer] }\ntension: *same", ...Array.from({ length: 2 }, () => 'pack.yaml:7:48: there is no source "saucer"; the sources are cup')],
    [questions, "why: It tells.\n", "why: It tells.\n      sources: [saucer]\n", 'questions.yaml:6:17: there is no source "saucer"; the sources are cup'],
  ],
  "a number out of range": [
    [questions, "calm: 3", "calm: 4", `questions.yaml:7:52: ${evidence} is 4; write a whole number of at most 3`],
    [questions, "calm: 3", "calm: 0", `questions.yaml:7:52: ${evidence} is 0; write a whole number of at least 1`],
    [questions, "calm: 3", "calm: 1.5", `questions.yaml:7:52: ${evidence} is 1.5; write a whole number`],
    [tea, "weight: 5", "weight: 6", "roles/tea.yaml:6:13: traits.calm.weight is 6; write a whole number of at most 5"],
    [tea, "weight: 5", "weight: -1", "roles/tea.yaml:6:13: traits.calm.weight is -1; write a whole number of at least 0"],
    [tea, "traits: { calm: 3 }", "traits: { calm: 6 }", "roles/tea.yaml:10:76: traits.calm is 6; write a whole number of at most 5"],
    [questions, "most: 2", "most: 0", "questions.yaml:13:13: most is 0; write a whole number of at least 1"],
    [questions, "      pick: any\n", "", 'questions.yaml:12:13: "most" of shelf is 2; write "pick: any" as well'],
    [pack, "format: 1", "format: 1\nverdict: { close: -1 }", "pack.yaml:2:19: verdict.close is -1; write a whole number of at least 0"],
    [pack, "format: 1", "format: 1\nverdict: { close: 3, leaning: 2 }", "pack.yaml:2:31: verdict.leaning is 2; write at least 4, since up to 3 a call is close, and none could be leaning"],
    [pack, "format: 1", "format: 1\nverdict: { leaning: 1 }", "pack.yaml:2:21: verdict.leaning is 1; write at least 2, since up to 1 a call is close, and none could be leaning"],
    [pack, "format: 1", "format: 1\nverdict: { close: 2 }", "pack.yaml:2:10: verdict.leaning is 2 where it is left out; write at least 3, since up to 2 a call is close, and none could be leaning"],
    [pack, "format: 1", "format: 1\nverdict: { close: 2, leaning: two }", 'pack.yaml:2:31: verdict.leaning is "two"; write a whole number'],
    [pack, "format: 1", "format: 1\nverdict: { close: 0, leaning: 1 }"],
    ["sources.yaml", "year: 2001", "year: 20011", "sources.yaml:1:44: cup.year is 20011; write a whole number of at most 2999"],
  ],
  "too little": [
    [pack, "[tea, coffee]", "[tea]", "pack.yaml:6:8: roles is a list; write at least 2 things there", 'roles/coffee.yaml: pack.yaml does not name the role "coffee"; add it to "roles" there, or remove this file', 'roles/tea.yaml:16:3: there is no role "coffee"; the roles are tea'],
    [pack, "sources: [cup]", "sources: []", "pack.yaml:7:41: limits.sources is an empty list; write at least one thing there"],
    [pack, "title: Tea or coffee?", 'title: " "', "pack.yaml:4:8: title is empty; write a text"],
    [questions, lastOption, another("again").replace(", b: { label: B }", ""), "questions.yaml:21:16: options is a map; write at least 2 things there"],
    [tea, "[books]", "[]", "roles/tea.yaml:14:22: when.shelf is an empty list; write at least one thing there"],
  ],
  "too much": [
    [questions, lastOption, `${lastOption}${manyOptions(21)}`],
    [questions, lastOption, `${lastOption}${manyOptions(22)}`, "questions.yaml:15:9: options is a map; write at most 24 things there"],
  ],
  "words that do not fit": [
    [pack, "format: 1", "format: 1\nlang: english", 'pack.yaml:2:7: lang is "english"; write a language tag, such as en, de or pt-BR'],
  ],
  "a weight without a reason": [
    [tea, "    because: { say: Tea is calm., sources: [cup] }\n", "", 'roles/tea.yaml:5:3: calm weighs 5 and gives no reason; add "because" with the sentence that a reader will see'],
    [tea, "{ weight: 0 }", "{ weight: 1 }", 'roles/tea.yaml:8:3: spark weighs 1 and gives no reason; add "because" with the sentence that a reader will see'],
  ],
};

describe.each(Object.entries(table))("a pack with %s", (_, rows) => {
  for (const [file, from, to, ...said] of rows) {
    test(said.join("; ") || "nothing", () => {
      expect(faultsOf(broken(file, from, to))).toEqual(said);
    });
  }
});

describe("words.yaml", () => {
  const wordsOf = (text: string, lang = "en") =>
    faultsOf({ ...broken(pack, "format: 1", `format: 1\nlang: ${lang}`), "words.yaml": text });
  const filled = "what is filled in is";

  // biome-ignore format: a line each
  test.each([
    ["verdict: { leaning: Mehr {leader}. }", "words.yaml:1:26: is not YAML here"],
    ['verdict: { leaning: "Eher {leader}." }'],
    ['verdict: { leaning: "Eher {leder}." }', `words.yaml:1:21: verdict.leaning has {leder}, which nothing fills in; did you mean "leader"? W${filled.slice(1)} {leader}`, "words.yaml:1:21: verdict.leaning lacks {leader}; put it where that belongs in the sentence"],
    ["verdict: { leaning: Eher. }", "words.yaml:1:21: verdict.leaning lacks {leader}; put it where that belongs in the sentence"],
    ["verdict: { lening: Eher. }", 'words.yaml:1:12: has no use for the key "lening"; did you mean "leaning"? The keys here are nothing, tie, early, close, leaning, clear'],
    ["verdikt: {}", 'words.yaml:1:1: has no use for the key "verdikt"; did you mean "verdict"?'],
    ['kind: { ahead: { one: "ein Punkt voraus", other: "{n} Punkte voraus" } }'],
    ['kind: { ahead: "{n} Punkte voraus" }'],
    ['kind: { ahead: { one: "ein Punkt" } }', 'words.yaml:1:9: kind.ahead needs the key "other"; add it'],
    ['kind: { ahead: { few: "{n} body", other: "{n}" } }', 'words.yaml:1:18: "en" has no plural form "few"; it has one, other'],
    ['kind: { ahead: { deux: "{n}", other: "{n}" } }', 'words.yaml:1:18: has no use for the key "deux"; the keys here are zero, one, two, few, many, other'],
    ["kind: { level: { one: gleich, other: gleich } }", "words.yaml:1:16: kind.level is a map; write text"],
    ['number: { "2": zwei }'],
    ["sure: { leads: '{role} leads' }", "words.yaml:1:16: sure.leads lacks {n}; put it where that belongs in the sentence"],
  ])("%s", (text, ...said) => {
    const found = wordsOf(text);
    expect(found).toHaveLength(said.length);
    for (const [i, start] of said.entries()) expect(found[i]).toContain(start);
  });

  test("may have the plural forms of the pack's language", () => {
    expect(wordsOf('kind: { ahead: { few: "{n} body", other: "{n} bodů" } }', "cs")).toEqual([]);
  });
});

describe("a pack without a file", () => {
  const needs = "a pack has pack.yaml, traits.yaml, questions.yaml, sources.yaml and a file in roles/ for each role";
  test.each([
    ["pack.yaml", `pack.yaml: is not there; ${needs}`],
    ["traits.yaml", `traits.yaml: is not there; ${needs}`],
    ["questions.yaml", `questions.yaml: is not there; ${needs}`],
    ["sources.yaml", `sources.yaml: is not there; ${needs}`],
    ["roles/tea.yaml", 'roles/tea.yaml: is not there; pack.yaml names the role "tea"'],
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
        "my-pack/pack.yaml:1:1: this file needs the key "title"; add it",
        "my-pack/pack.yaml:4:1: has no use for the key "titel"; did you mean "title"? The keys here are format, id, version, lang, title, intro, roles, neighbours, portrait, limits, tension, verdict, notes, renamed",
        "my-pack/roles/tea.yaml:6:13: traits.calm.weight is 9; write a whole number of at most 5",
        "my-pack/sources.yaml:2:1: the id of Cap is "Cap"; write small letters, digits and hyphens, with a letter first",
        "my-pack/sources.yaml:2:1: Cap needs the key "title"; add it",
        "my-pack/sources.yaml:2:1: Cap needs the key "by"; add it",
        "my-pack/traits.yaml:1:1: calm needs the key "able"; add it",
        "my-pack/traits.yaml:2:16: spark.name is an empty list; write text (in quotes if it looks like a number or a date)",
        "my-pack/traits.yaml:2:39: has no use for the key "more"; the keys here are name, drawn, able, portrait",
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
        "pack.yaml:3:10: version is 1; write text (in quotes if it looks like a number or a date)",
        "pack.yaml:6:28: roles.#4 is "Milk"; write small letters, digits and hyphens, with a letter first",
        "roles/milk.yaml: is not there; pack.yaml names the role "milk"",
        "roles/water.yaml: pack.yaml does not name the role "water"; add it to "roles" there, or remove this file",
      ]
    `);
  });

  test("of references are told beside those of shape in another file", () => {
    const files = { ...broken(tea, "morning: peace", "evening: peace"), "tests.yaml": "- name: 12\n" };
    expect(faultsOf(files)).toMatchInlineSnapshot(`
      [
        "roles/tea.yaml:12:54: there is no question "evening"; did you mean "morning"? The questions are morning, shelf",
        "tests.yaml:1:3: #1 needs the key "answers"; add it",
        "tests.yaml:1:3: a test without a code needs the key "expect"; add it",
        "tests.yaml:1:9: name is 12; write text (in quotes if it looks like a number or a date)",
      ]
    `);
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
  const intro = `pack.yaml:5:8: intro is empty; write ${text}`;
  expect(faultsOf({ ...full, [pack]: padded(1_048_576) })).toEqual([intro]);
  const tooLarge = "pack.yaml: holds more than 1 MiB, which is the most; split it or trim it";
  expect(faultsOf({ ...full, [pack]: padded(1_048_577) })).toEqual([tooLarge]);
  const wide = padded(524_400).replaceAll("x", "\u00e9");
  expect(faultsOf({ ...full, [pack]: wide })).toEqual([tooLarge]);
});

test("a text that is nested without end is told, and does not exhaust the stack", () => {
  for (const text of ["[".repeat(100_000), "{a: ".repeat(50_000), "- ".repeat(50_000)]) {
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

function manyOptions(count: number): string {
  return Array.from({ length: count }, (_, i) => `        more-${i}: { label: More }\n`).join("");
}

/** Nine levels of ten: a thousand million values from a few lines. */
function bomb(): string {
  const levels = [..."abcdefghi"].map((name, i, all) => {
    const value = i === 0 ? "x" : `*${all[i - 1]}`;
    return `${name}: &${name} [${Array.from({ length: 10 }, () => value).join(", ")}]`;
  });
  return levels.join("\n");
}
