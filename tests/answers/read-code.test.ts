import { describe, expect, test } from "vitest";
import { writeCode } from "../../src/advice/code.ts";
import { cleanUpCode, findCode, readCode } from "../../src/answers/read-code.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { broken, smallPack } from "../pack/small-pack.ts";

const pack = parsePack(smallPack);
const answers = { morning: ["peace"], shelf: ["books", "tools"] };
const code = writeCode(pack, answers);

const saidOf = (text: string, of = pack) => readCode(of, text).faults.map(({ message }) => message);

describe("a code", () => {
  test.each([
    ["as it is", code],
    ["in capitals", code.toUpperCase()],
    ["after marks of a reply, broken in two", `> ${code.slice(0, 9)}\r\n> ${code.slice(9)}`],
    ["in quotes, at a sentence's end", `"${code}".`],
    ["after a number and a bracket", `1) (${code})`],
    ["with a soft hyphen", code.replace("-", "\u00ad-")],
    ["with a space of no width", code.replace("@", "\u200b@")],
    ["with joiners of no width", code.replace("@", "\u200c@\u200d")],
    ["with a word joiner and a byte order mark", `\ufeff${code.replace(":", ":\u2060")}`],
  ])("is read %s", (_, text) => {
    expect(cleanUpCode(text)).toBe(code);
    expect(readCode(pack, text)).toEqual({ answers, unsure: [], faults: [] });
  });

  const typo = `${code.slice(0, -1)}${code.endsWith("a") ? "b" : "a"}`;
  test.each([
    ["hello", '"hello" is not a code; a code looks like tea-or-coffee@1.0.0:…'],
    ["", '"" is not a code; a code looks like tea-or-coffee@1.0.0:…'],
    [
      code.replace("tea", "milk"),
      'the code was made with the pack "milk-or-coffee", and this is "tea-or-coffee"; name the right one with --pack',
    ],
    [typo, `the code "${typo}" has a mistyped character; copy it again`],
  ])("%j is refused: %s", (text, said) => {
    expect(saidOf(text)).toEqual([said]);
    expect(readCode(pack, text)).toMatchObject({ answers: {}, unsure: [] });
  });

  const noon = { ...pack, questions: pack.questions.map((one) => ({ ...one, id: one.id.replace("morning", "noon") })) };
  const withHistory = (version: string, history: string) =>
    parsePack({ ...broken("pack.yaml", "version: 1.0.0", `version: ${version}`), "history.yaml": history });
  const now = "{ morning: { one: [peace, speed] }, shelf: { any: [books, tools, plants] } }";

  test.each([
    [
      "of this version, with other questions",
      pack,
      writeCode(noon, { noon: ["peace"] }),
      "when its questions or options differed from those of today",
    ],
    [
      "of a version that no history knows",
      pack,
      writeCode({ ...noon, version: "0.9.0" }, {}),
      "version 0.9.0 of the pack, and its questions are not in the history of 1.0.0",
    ],
    [
      "of a version that history knows otherwise",
      withHistory("2.0.0", `"1.0.0": ${now}\n`),
      writeCode(noon, {}),
      "version 1.0.0 of the pack, when its questions or options differed from those in history.yaml",
    ],
    [
      "of a version called as what every object has",
      pack,
      writeCode({ ...noon, version: "constructor" }, {}),
      "version constructor of the pack, and its questions are not in the history of 1.0.0",
    ],
  ])("%s cannot be read", (_, of, text, said) => {
    expect(saidOf(text, of)).toEqual([expect.stringContaining(said)]);
  });

  test("of a version with letters is found in the history however they are cased", () => {
    const later = withHistory("2.0.0", `"1.0.0-RC.1": ${now}\n`);
    const earlier = writeCode({ ...pack, version: "1.0.0-RC.1" }, answers);
    expect(readCode(later, earlier)).toEqual({ answers, unsure: [], faults: [] });
    const other = writeCode({ ...noon, version: "1.0.0-RC.1" }, {});
    expect(saidOf(other, later)).toEqual([expect.stringContaining("made with version 1.0.0-RC.1 of the pack, when")]);
  });

  test("is read by the layout of its own version where another one has the same two digits", () => {
    const shelf = "shelf: { any: [books, tools, plants] }";
    const layoutOf = (option: string) => `{ morning: { one: [${option}, speed] }, ${shelf} }`;
    const digitsOf = (of: typeof pack) => writeCode(of, {}).split(":")[1]?.slice(0, 2);
    const withOption = (id: string) => {
      const [first, second] = pack.questions;
      if (first === undefined || second === undefined) throw new Error("the pack has two questions");
      const [peace, ...others] = first.options;
      return { ...pack, questions: [{ ...first, options: [{ ...peace, id }, ...others] }, second] } as typeof pack;
    };
    let n = 0;
    while (digitsOf(withOption(`calm-${n}`)) !== digitsOf(pack)) n++;
    const twin = withOption(`calm-${n}`);
    const later = withHistory("2.0.0", `"1.0.0": ${layoutOf(`calm-${n}`)}\n`);
    const { answers: none, warnings } = readCode(later, writeCode(twin, { morning: [`calm-${n}`] }));
    expect([none, warnings?.map(({ code }) => code)]).toEqual([{}, ["other-version", "unknown-option"]]);
    const unraised = withHistory("2.0.0", `"2.0.0": ${layoutOf(`calm-${n}`)}\n`);
    expect(readCode(unraised, writeCode(unraised, answers))).toEqual({ answers, unsure: [], faults: [] });
  });

  test("of an unknown version whose questions were as they are now is read", () => {
    expect(readCode(pack, code.replace("@1.0.0", "@0.9.0"))).toEqual({ answers, unsure: [], faults: [] });
  });
});

describe("the first code in a text", () => {
  const mistyped = `${code.slice(0, -1)}${code.endsWith("a") ? "b" : "a"}`;
  test.each([
    ["a report", `To see it again:\nnpx role-advisor --code ${code} --details\n`, code],
    ["a page", `<code>${code}</code>`, code],
    ["what only looks like one", `me@1.example:abcd and ${mistyped}, ${code}`, code],
    ["no code", "mail me@1.example:25 or me@example.com", undefined],
    ["what is too short to be one", "me@1.example:abc", undefined],
    ["nothing", "", undefined],
  ])("in %s", (_, text, found) => {
    expect(findCode(text)).toBe(found);
  });
});
