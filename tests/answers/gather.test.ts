import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { writeCode } from "../../src/advice/code.ts";
import { gatherAnswers, mergeAnswers } from "../../src/answers/gather.ts";
import type { ParsedAnswers } from "../../src/answers/read-answers.ts";
import { fault } from "../../src/fault.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { smallPack } from "../pack/small-pack.ts";
import { plainWorld } from "../world.ts";

const place = (answers: ParsedAnswers["answers"], unsure: readonly string[] = []): ParsedAnswers => ({
  answers,
  unsure,
  faults: [],
});

test("a later place wins, question by question", () => {
  const file = place({ morning: ["peace"], shelf: ["books"] });
  const code = place({ shelf: ["tools"] });
  const flags = place({ shelf: [] });
  expect(mergeAnswers([file, code, flags]).answers).toEqual({ morning: ["peace"], shelf: [] });
  expect(mergeAnswers([flags, code, file]).answers).toEqual({ morning: ["peace"], shelf: ["books"] });
});

test("a later place wins also where it leaves a question open, and where it answers one left open", () => {
  const answered = place({ morning: ["peace"] });
  const open = place({}, ["morning"]);
  expect(mergeAnswers([answered, open])).toEqual({ answers: {}, unsure: ["morning"], faults: [] });
  expect(mergeAnswers([open, answered])).toEqual({ answers: { morning: ["peace"] }, unsure: [], faults: [] });
  expect(mergeAnswers([open, open]).unsure).toEqual(["morning"]);
});

test("what is wrong in any place is kept", () => {
  const faults = ["one", "two"].map((why) => fault("usage", { why }));
  expect(mergeAnswers(faults.map((one) => ({ ...place({}), faults: [one] }))).faults).toEqual(faults);
});

test("nothing merges to nothing", () => {
  expect(mergeAnswers([])).toEqual({ answers: {}, unsure: [], faults: [] });
});

test("warnings of every place are kept, and are no key where there are none", () => {
  const [one, two] = ["one", "two"].map((why) => fault("usage", { why }));
  const merged = mergeAnswers([
    { ...place({}), warnings: [one] },
    place({}),
    { ...place({}), warnings: [two] },
  ] as ParsedAnswers[]);
  expect(merged.warnings).toEqual([one, two]);
  expect(Object.keys(mergeAnswers([place({})]))).toEqual(["answers", "unsure", "faults"]);
});

describe("answers from everywhere", () => {
  const pack = parsePack({
    ...smallPack,
    "examples/early.yaml": "about: Early\nanswers: { morning: speed, shelf: [books] }\n",
    "examples/odd.yaml": "about: Odd\nanswers: { morning: piece, shelf: [books] }\n",
    "examples/late.yaml": "about: Late\nanswers: { morning: peace }\n",
  });
  const code = writeCode(pack, { shelf: ["plants"] });
  const gather = (sources: Partial<Parameters<typeof gatherAnswers>[2]>, stdin = "") =>
    gatherAnswers({ ...plainWorld, stdin: Readable.from([stdin]) }, pack, { flags: {}, ...sources });

  test("are those of flags before a code, of a code before a file, of a file before an example", async () => {
    const all = await gather({ example: "early", answers: "-", code, flags: { shelf: "none" } }, "morning: peace");
    expect(all).toEqual({ answers: { morning: ["peace"], shelf: [] }, unsure: [], faults: [], isComplete: true });
    const { answers } = await gather({ example: true, answers: "-", code }, "{}");
    expect(answers).toEqual({ morning: ["speed"], shelf: ["plants"] });
    expect((await gather({ answers: "-", code }, "shelf: books")).answers).toEqual({ shelf: ["plants"] });
    expect((await gather({ example: "late" })).answers).toEqual({ morning: ["peace"] });
  });

  test.each([
    ["flags", { flags: { morning: "peace" } }, false],
    ["a file", { answers: "-" }, false],
    ["nothing", {}, false],
    ["a code", { code }, true],
    ["an example", { example: true as const }, true],
  ])("of %s alone are complete or not", async (_, sources, isComplete) => {
    expect((await gather(sources, "morning: peace")).isComplete).toBe(isComplete);
  });

  test("of a saved advice are complete", async () => {
    const saved = '{"format": "role-advisor/advice@1", "answers": {"morning": "peace"}}';
    expect((await gather({ answers: "-" }, saved)).isComplete).toBe(true);
  });

  test("are refused with what is wrong in an example", async () => {
    expect((await gather({ example: "odd" })).faults.map(({ message }) => message)).toEqual([
      'morning has no option "piece"; did you mean "peace"? It has: peace, speed',
    ]);
  });

  test("are refused for an example that is not there", async () => {
    const { faults, answers } = await gather({ example: "noon" });
    expect(answers).toEqual({});
    expect(faults.map(({ message }) => message)).toEqual([
      'there is no example "noon"; the examples are early, late, odd',
    ]);
  });
});
