import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { readAnswersText } from "../../src/answers/answers-file.ts";
import { readAnswersFile } from "../../src/answers/load-answers-file.ts";
import { describe as inOneLine, RoleAdvisorError } from "../../src/fault.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";
import type { World } from "../../src/world.ts";
import { smallPack } from "../pack/small-pack.ts";

const pack = parsePack(smallPack);

describe("an answers file", () => {
  test.each([
    ["YAML, flat", "morning: peace\nshelf: [books, tools]\n"],
    ["YAML, under answers", "name: me\nanswers:\n  morning: peace\n  shelf:\n    - books\n    - tools\n"],
    ["a list as text", "morning: peace\nshelf: books, tools\n"],
    ["a list as text, with semicolons", "morning: peace\nshelf: tools;books\n"],
    ["JSON, flat", '{"morning":"peace","shelf":["books","tools"]}'],
    ["JSON, under answers", '{\n  "id": 7,\n  "answers": { "shelf": ["tools", "books"], "morning": ["peace"] }\n}\n'],
    ["with comments and line ends of Windows", "# me\r\nmorning: peace # early\r\nshelf: [books, tools]\r\n"],
    ["with a byte order mark", "\ufeffmorning: peace\nshelf: [books, tools]\n"],
  ])("is read: %s", (_, text) => {
    expect(readAnswersText(pack, text, "me.yaml")).toEqual({
      answers: { morning: ["peace"], shelf: ["books", "tools"] },
      unsure: [],
      faults: [],
      isAdvice: false,
    });
  });

  test("may leave questions open, or be empty", () => {
    expect(readAnswersText(pack, "morning: unsure\nshelf:\n", "me.yaml").unsure).toEqual(["morning", "shelf"]);
    expect(readAnswersText(pack, "", "me.yaml")).toMatchObject({ answers: {}, faults: [] });
    expect(readAnswersText(pack, "answers: {}", "me.yaml")).toMatchObject({ answers: {}, faults: [] });
  });

  test("may be a saved advice, in JSON or YAML, and then replays it", () => {
    for (const { answers } of builtIn.examples) {
      const saved = JSON.stringify(advise(builtIn, answers), null, 2);
      expect(readAnswersText(builtIn, saved, "advice.json")).toEqual({
        answers,
        unsure: [],
        faults: [],
        isAdvice: true,
      });
    }
  });

  test("warns of an answer that stands beside the others, and takes anything else there", () => {
    const { answers, faults, warnings } = readAnswersText(
      pack,
      "name: me\nanswers: { morning: peace }\nshelf: books\n",
      "me.yaml",
    );
    expect([answers, faults]).toEqual([{ morning: ["peace"] }, []]);
    expect(warnings?.map(inOneLine)).toEqual([
      'me.yaml:3:1: the answer to shelf is outside "answers", and is not read; move it into "answers"',
    ]);
  });

  test("is no advice for a key that looks like one", () => {
    expect(readAnswersText(pack, "format: role-advisor/advice@1\nmorning: peace", "me.yaml").isAdvice).toBe(false);
    expect(readAnswersText(pack, "format: 1\nanswers: { morning: peace }", "me.yaml").isAdvice).toBe(false);
  });

  // biome-ignore format: a line each
  test.each([
    ["morning: piece", 'me.yaml:1:10: morning has no option "piece"; did you mean "peace"? It has: peace, speed'],
    ["\nanswers:\n  morning: piece", 'me.yaml:3:12: morning has no option "piece"; did you mean "peace"? It has: peace, speed'],
    ["shelf: [books, boks]", 'me.yaml:1:16: shelf has no option "boks"; did you mean "books"? It has: books, tools, plants'],
    ["shelf:\n  - books\n  - [x]", "me.yaml:3:5: the answer to shelf is a list in a list; write a list of option ids"],
    ["shelf: [books, tools, plants]", "me.yaml:1:8: shelf takes at most 2 options, and has 3; leave some out"],
    ["morning: peace\nevening: peace", 'me.yaml:2:1: there is no question "evening"; did you mean "morning"? The questions are morning, shelf'],
    ['{ "answers": { "mornin": "peace" } }', 'me.yaml:1:16: there is no question "mornin"; did you mean "morning"? The questions are morning, shelf'],
    ["morning: 3", "me.yaml:1:10: the answer to morning is 3; write the id of one option"],
    ["morning: no", 'me.yaml:1:10: morning has no option "no"; it has: peace, speed'],
    ["morning: []", "me.yaml:1:10: the answer to morning is an empty list; write the id of one option"],
    ["- morning", 'me.yaml: holds a list; write a map of question to option, or a record with such a map under "answers"'],
    ["peace", 'me.yaml: holds "peace"; write a map of question to option, or a record with such a map under "answers"'],
    ["format: role-advisor/summary@1", 'me.yaml:1:9: holds a record of another sort (role-advisor/summary@1); write a map of question to option, or a record with such a map under "answers"'],
    ["answers: [peace]", 'me.yaml:1:10: holds a list; write a map of question to option, or a record with such a map under "answers"'],
    ["answers:", 'me.yaml:1:9: holds nothing; write a map of question to option, or a record with such a map under "answers"'],
    ["morning: peace\nmorning: speed", "me.yaml:2:1: this key appears twice in the same map; rename or remove one"],
    ['morning: "peace', `me.yaml:1:10: the quote that opens here is never closed; write " at the end of the text`],
    ["morning: [peace", 'me.yaml:1:10: the "[" that opens here is never closed; write "]" at its end'],
    ["__proto__: peace", `me.yaml:1:1: holds the key "__proto__", which is not safe in a program's memory; rename it`],
    ["morning: !!js/regexp x", 'me.yaml:1:10: holds the YAML tag tag:yaml.org,2002:js/regexp, which is not allowed; remove it, and put a text that starts with "!" in quotes'],
    ["morning: caf\ufffd", 'me.yaml: is not UTF-8; save it as UTF-8 (a spreadsheet as "CSV UTF-8"), or convert it with iconv'],
    ["m\0o\0", 'me.yaml: is not UTF-8; save it as UTF-8 (a spreadsheet as "CSV UTF-8"), or convert it with iconv'],
    ["morning: peace\n# \0", "me.yaml:2:3: holds the control character U+0000, which a terminal would act on; remove it"],
    ['{"morning": "peace",, }', "me.yaml:1:21: is not JSON here; look for a missing comma, quote or bracket"],
    ["%FOO bar\n---\nmorning: peace", 'me.yaml:1:1: starts with "%", which only a YAML directive may; remove this line, or put quotes around the text'],
    ["%YAML 1.1\n---\nmorning: off", 'me.yaml:3:10: morning has no option "off"; it has: peace, speed'],
    ["morning: peace\n---\nmorning: speed", "me.yaml:2:1: a second YAML document starts here; keep one in a file, without a line \"---\" or \"...\""],
    ['morning: "\\e[2J"', "me.yaml:1:10: holds the control character U+001B, which a terminal would act on; remove it"],
  ])("%j: %s", (text, said) => {
    expect(readAnswersText(pack, text, "me.yaml").faults.map(inOneLine)).toEqual([said]);
  });

  test.each([
    ['{"morning": }', "me.json", ["me.json:1:13: is not JSON here; look for a missing comma, quote or bracket"]],
    ['{\n  "morning"\n}', "me.JSON", ["me.JSON:2:3: is not JSON here; look for a missing comma, quote or bracket"]],
    ['{"morning": null, "shelf": []}', "me.json", []],
    ['{"morning": }', "me.yaml", []],
  ])("%j in %s, since a key of JSON has a value: %j", (text, file, said) => {
    expect(readAnswersText(pack, text, file).faults.map(inOneLine)).toEqual(said);
  });

  test("may be a row of a cohort that holds the whole advice", () => {
    const advice = { format: "role-advisor/advice@1", answers: { morning: "peace" } };
    const { answers, isAdvice } = readAnswersText(pack, JSON.stringify({ id: "p1", mood: "x", advice }), "row.ndjson");
    expect({ answers, isAdvice }).toEqual({ answers: { morning: ["peace"] }, isAdvice: true });
  });

  test("names what is wrong in such a row where it stands in it", () => {
    const row = (advice: object) =>
      JSON.stringify({ id: "p1", advice: { format: "role-advisor/advice@1", ...advice } });
    const said = (text: string) => readAnswersText(pack, text, "row.ndjson").faults.map(inOneLine);
    expect(said(row({ answers: { morning: "piece" } }))).toEqual([
      'row.ndjson:1:76: morning has no option "piece"; did you mean "peace"? It has: peace, speed',
    ]);
    expect(said(row({ pack: { id: "milk" }, answers: {} }))).toEqual([
      'row.ndjson:1:68: was made with the pack "milk", and this is "tea-or-coffee"; name the right one with --pack',
    ]);
    expect(said(row({ answers: null }))).toEqual([expect.stringContaining("row.ndjson:1:65: holds nothing; ")]);
    expect(said(row({}))).toEqual([expect.stringContaining("row.ndjson:1:31: holds a record of another sort")]);
    expect(said('{ "advice": { "format": "role-advisor/summary@1" } }')).toEqual([
      expect.stringContaining('row.ndjson:1:3: there is no question "advice"'),
    ]);
    expect(said('{ "advice": { "format": 1 }, "format": 2 }')).toHaveLength(2);
  });

  test("is a record of any format, and an advice by its format alone", () => {
    const read = (text: string) => readAnswersText(pack, text, "me.yaml");
    expect(read("format: role-advisor/summary@1\nanswers: { morning: peace }")).toMatchObject({
      answers: { morning: ["peace"] },
      isAdvice: false,
    });
    expect(read("format: other/advice@1").faults.map(inOneLine)).toEqual([
      'me.yaml:1:1: there is no question "format"; the questions are morning, shelf',
    ]);
    const advice = "format: role-advisor/advice@1\nanswers: { morning: peace }\nshelf: books\n";
    expect(read(advice)).toEqual({ answers: { morning: ["peace"] }, unsure: [], faults: [], isAdvice: true });
  });

  test("is of this version where it names none, or another by number or by hash", () => {
    const warned = (made: string) =>
      readAnswersText(pack, `pack: ${made}\nanswers: { noon: x }`, "me.yaml").warnings?.map(
        ({ message }) => message,
      )[0];
    expect(warned("{ id: tea-or-coffee }")).toBeUndefined();
    expect(warned("tea-or-coffee")).toBeUndefined();
    expect(warned("{ id: 7 }")).toBeUndefined();
    expect(warned("{ version: 1.0.0 }")).toBeUndefined();
    expect(warned("{ version: 0.9 }")).toMatch(/^was made with version 0\.9 of the pack/);
    expect(warned('{ version: "0.9.0" }')).toMatch(/^was made with version 0\.9\.0 of the pack/);
    expect(warned("{ hash: x }")).toMatch(/^was made with another state of version 1\.0\.0/);
  });

  test("is of no pack where its answers stand beside that of a pack", () => {
    const { faults } = readAnswersText(pack, "pack: { id: milk }\nmorning: peace", "me.yaml");
    expect(faults.map(({ code }) => code)).toEqual(["unknown-question"]);
  });

  test("warns of a version and of an answer beside in one", () => {
    const { warnings } = readAnswersText(pack, "pack: { version: 0.9.0 }\nanswers: { noon: x }\nshelf: x\n", "me.yaml");
    expect(warnings?.map(({ code }) => code)).toEqual(["other-version", "unknown-question", "beside-answers"]);
  });

  test.each([
    ["lists in one another", "[".repeat(200_000), "me.yaml:1:65: has more than 64 lists and maps"],
    [
      "pairs in one another, in brackets",
      "{<<: ".repeat(1) + "<<: ".repeat(9000),
      "me.yaml:1:256: has more than 64 lists and maps",
    ],
    ["items in one another", "- ".repeat(200_000), "me.yaml:1:129: has more than 64 lists and maps"],
    [
      "anchors in one place",
      "&a ".repeat(100_000),
      "me.yaml:1:4: is not YAML here: a node can have at most one anchor",
    ],
    ["brackets that close nothing", "]".repeat(200_000), "me.yaml:1:1: this bracket closes nothing"],
    ["empty items", "-\n".repeat(400_000), " has more than 400000 words, signs and line breaks"],
  ])("of too many %s is refused at once", (_, text, said) => {
    const { faults } = readAnswersText(pack, text, "me.yaml");
    expect(faults.map(inOneLine)).toEqual([expect.stringContaining(said)]);
  });

  test("of 40,000 unknown keys has a hundred faults told, and the rest counted", () => {
    const text = Array.from({ length: 40_000 }, (_, i) => `key${i}: x`).join("\n");
    const error = new RoleAdvisorError(readAnswersText(pack, text, "me.yaml").faults);
    const lines = error.message.split("\n");
    expect([error.faults.length, error.more, lines.length, lines.at(-1)]).toEqual([
      100,
      39_900,
      101,
      "and 39,900 more",
    ]);
    expect(lines[99]).toMatch(/^me\.yaml:100:1: there is no question "key99"/);
  });

  test("repeats no more of a long word than a reader needs to find it", () => {
    const [found] = readAnswersText(pack, `morning: ${"x".repeat(100_000)}`, "me.yaml").faults;
    expect(found?.message).toBe(`morning has no option "${"x".repeat(120)}…"; it has: peace, speed`);
  });

  test("with several faults has all of them told, in order", () => {
    const { faults } = readAnswersText(pack, "shelf: [boks, tools, plans]\nmornin: x\nmorning: 3\n", "me.yaml");
    expect(new RoleAdvisorError(faults).message.split("\n")).toEqual([
      'me.yaml:1:9: shelf has no option "boks"; did you mean "books"? It has: books, tools, plants',
      'me.yaml:1:22: shelf has no option "plans"; did you mean "plants"? It has: books, tools, plants',
      'me.yaml:2:1: there is no question "mornin"; did you mean "morning"? The questions are morning, shelf',
      "me.yaml:3:10: the answer to morning is 3; write the id of one option",
    ]);
  });
});

describe("an answers file by name", () => {
  const folder = mkdtempSync(join(tmpdir(), "answers-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "me.yaml"), "morning: piece\n");
  writeFileSync(join(folder, "huge.yaml"), " ".repeat(1_048_577));

  test("is looked for from where the program runs, and faults name it as it was given", async () => {
    const { faults } = await readAnswersFile(world(folder), pack, "me.yaml");
    expect(faults[0]).toMatchObject({ file: "me.yaml", line: 1, column: 10 });
  });

  test("is standard input where the name is -", async () => {
    const read = await readAnswersFile(world(folder, "morning: ", "peace\n"), pack, "-");
    expect(read.answers).toEqual({ morning: ["peace"] });
    const { faults } = await readAnswersFile(world(folder, "morning: piece"), pack, "-");
    expect(faults[0]).toMatchObject({ file: "standard input", line: 1, column: 10 });
  });

  test("is read whole also where a letter is cut in two on its way", async () => {
    const bytes = Buffer.from("# é\nmorning: peace\n");
    const input = Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]);
    const read = await readAnswersFile({ ...world(folder), stdin: input }, pack, "-");
    expect(read.answers).toEqual({ morning: ["peace"] });
  });

  test.each([
    ["missing.yaml", "cannot-read"],
    [".", "cannot-read"],
    ["huge.yaml", "too-large"],
    ["/dev/zero", "too-large"],
  ])("that cannot be read is told as %s", async (name, code) => {
    await expect(readAnswersFile(world(folder), pack, name)).rejects.toMatchObject({ code, file: name });
  });

  test("from standard input is not read beyond what a file may hold", async () => {
    const endless = Readable.from(spaces());
    const reading = readAnswersFile({ ...world(folder), stdin: endless }, pack, "-");
    await expect(reading).rejects.toMatchObject({ code: "too-large", file: "standard input" });
    expect(endless.destroyed).toBe(true);
  });
});

function* spaces(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(65_536, " ");
}

function world(folder: string, ...input: string[]): World {
  return {
    argv: [],
    env: {},
    platform: "linux",
    stdin: Readable.from(input.map((text) => Buffer.from(text))),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    cwd: () => folder,
    now: () => new Date("2026-11-26T12:00"),
    pid: 1,
    isRunning: () => false,
    parents: () => [],
    stopJob: () => undefined,
    on: () => undefined,
    off: () => undefined,
  };
}
