import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAnswers, readAnswers } from "../../src/answers/read-answers.ts";
import { RoleAdvisorError } from "../../src/fault.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { cases } from "../advice/packs.ts";
import { broken, smallPack } from "../pack/small-pack.ts";

const pack = parsePack(smallPack);
const shelf = "books, tools, plants";

describe("answers from plain data", () => {
  test.each([
    [{}, {}],
    [{ morning: "peace" }, { morning: ["peace"] }],
    [{ morning: ["peace"] }, { morning: ["peace"] }],
    [{ shelf: "tools" }, { shelf: ["tools"] }],
    [{ shelf: ["plants", "books"] }, { shelf: ["books", "plants"] }],
    [{ shelf: ["books", "books"] }, { shelf: ["books"] }],
    [{ shelf: [] }, { shelf: [] }],
    [{ shelf: "none" }, { shelf: [] }],
    [{ shelf: ["none"] }, { shelf: [] }],
    [{ morning: "unsure", shelf: "books" }, { shelf: ["books"] }],
    [{ morning: ["unsure"], shelf: null }, {}],
    [{ morning: undefined }, {}],
    [{ shelf: "tools, books" }, { shelf: ["books", "tools"] }],
    [{ shelf: ["tools;books"] }, { shelf: ["books", "tools"] }],
    [Object.assign(Object.create(null), { morning: "peace" }), { morning: ["peace"] }],
    [{ format: "any record", answers: { morning: "peace" }, notes: [] }, { morning: ["peace"] }],
  ])("%j are %j", (given, answers) => {
    expect(parseAnswers(pack, given)).toEqual(answers);
  });

  test("that leave a question open expressly say so", () => {
    expect(readAnswers(pack, { morning: "unsure", shelf: "none" })).toEqual({
      answers: { shelf: [] },
      unsure: ["morning"],
      faults: [],
    });
  });

  test.each([
    [{ evening: "peace" }, 'there is no question "evening"; did you mean "morning"? The questions are morning, shelf'],
    [{ mornin: "peace" }, 'there is no question "mornin"; did you mean "morning"? The questions are morning, shelf'],
    [{ morning: "piece" }, 'morning has no option "piece"; did you mean "peace"? It has: peace, speed'],
    [{ morning: "Peace" }, 'morning has no option "Peace"; did you mean "peace"? It has: peace, speed'],
    [{ morning: "peace " }, 'morning has no option "peace "; did you mean "peace"? It has: peace, speed'],
    [{ morning: "none" }, 'morning has no option "none"; it has: peace, speed'],
    [{ morning: "constructor" }, 'morning has no option "constructor"; it has: peace, speed'],
    [{ morning: ["peace", "speed"] }, "morning takes at most 1 option, and has 2; leave some out"],
    [{ morning: [] }, "the answer to morning is an empty list; write the id of one option"],
    [{ morning: 3 }, "the answer to morning is 3; write the id of one option"],
    [{ morning: true }, "the answer to morning is true; write the id of one option"],
    [{ morning: { toString: 1 } }, "the answer to morning is a map; write the id of one option"],
    [{ morning: [{ toString: 1 }] }, "the answer to morning is a map; write the id of one option"],
    [{ morning: Symbol("peace") }, "the answer to morning is a symbol; write the id of one option"],
    [{ morning: { peace: 1 } }, "the answer to morning is a map; write the id of one option"],
    [{ shelf: [["books"]] }, "the answer to shelf is a list in a list; write a list of option ids"],
    [{ shelf: ["books", null] }, "the answer to shelf is empty; write a list of option ids"],
    [{ shelf: ["books", "none"] }, `"none" cannot be combined with other answers to shelf; remove it, or all others`],
    [
      { shelf: ["unsure", "books"] },
      `"unsure" cannot be combined with other answers to shelf; remove it, or all others`,
    ],
    [{ shelf: ["books", "tools", "plants"] }, "shelf takes at most 2 options, and has 3; leave some out"],
    [{ shelf: new Map() }, "the answer to shelf is a Map; write a list of option ids"],
    [{ shelf: () => "books" }, "the answer to shelf is a function; write a list of option ids"],
    [{ shelf: [undefined] }, "the answer to shelf is undefined; write a list of option ids"],
    [{ shelf: [3, "boks"] }, "the answer to shelf is 3; write a list of option ids"],
    [{ shelf: "books," }, 'shelf has no option ""; it has: books, tools, plants'],
    [
      { morning: ["unsure", "peace"] },
      `"unsure" cannot be combined with other answers to morning; remove it, or all others`,
    ],
    [{ constructor: "peace" }, 'there is no question "constructor"; the questions are morning, shelf'],
  ])("%j is refused: %s", (given, said) => {
    expect(() => parseAnswers(pack, given)).toThrow(RoleAdvisorError);
    expect(saidOf(given)).toEqual([said]);
  });

  test("are refused with all that is wrong in them", () => {
    expect(saidOf({ mornin: "x", morning: "piece", shelf: ["boks", "plans", "books"] })).toEqual([
      'there is no question "mornin"; did you mean "morning"? The questions are morning, shelf',
      'morning has no option "piece"; did you mean "peace"? It has: peace, speed',
      `shelf has no option "boks"; did you mean "books"? It has: ${shelf}`,
      `shelf has no option "plans"; did you mean "plants"? It has: ${shelf}`,
    ]);
  });

  test.each([
    null,
    "books",
    ["books"],
    undefined,
    new Map([["morning", "peace"]]),
    new (class Answers {
      morning = "peace";
    })(),
    { answers: new Map([["morning", "peace"]]) },
    { answers: ["peace"] },
  ])("that are no record are refused: %j", (given) => {
    expect(() => parseAnswers(pack, given as never)).toThrow(/write a map of question to option/);
  });

  test.each([
    [null, "holds empty; "],
    ["books", "holds books; "],
    [["books"], "holds a list in a list; "],
    [{ answers: null }, "holds empty; "],
    [{ answers: new Map() }, "holds a Map; "],
  ])("%j is told as what it is: %s", (given, said) => {
    expect(() => parseAnswers(pack, given as never)).toThrow(said);
  });

  test("with words that stand alone twice are told each", () => {
    expect(saidOf({ shelf: ["unsure", "none"] })).toEqual([
      `"unsure" cannot be combined with other answers to shelf; remove it, or all others`,
      `"none" cannot be combined with other answers to shelf; remove it, or all others`,
    ]);
  });

  test("true and false are meant as options where these are called so", () => {
    const named = parsePack(broken("questions.yaml", "speed: {", '"true": {'));
    expect(readAnswers(named, { morning: true }).answers).toEqual({ morning: ["true"] });
    expect(readAnswers(named, { morning: false }).faults.map(({ message }) => message)).toEqual([
      "the answer to morning is false; write the id of one option",
    ]);
  });

  test("are placed by word, and by the whole where one text holds several", () => {
    const places = {
      question: (id: string) => ({ file: id }),
      answer: (id: string, index?: number) => ({ file: id, column: index ?? 99 }),
    };
    const columnsOf = (given: Readonly<Record<string, unknown>>) =>
      readAnswers(pack, given, places).faults.map(({ file, column }) => [file, column]);
    expect(columnsOf({ shelf: ["books", "boks", 3] })).toEqual([["shelf", 2]]);
    expect(columnsOf({ shelf: ["books", "boks"] })).toEqual([["shelf", 1]]);
    expect(columnsOf({ shelf: ["plants", "books,boks"] })).toEqual([["shelf", 99]]);
    expect(columnsOf({ shelf: "boks" })).toEqual([["shelf", 99]]);
    expect(columnsOf({ shelf: "b" })).toEqual([["shelf", 99]]);
    expect(columnsOf({ shelf: ["books", "tools", "plants"] })).toEqual([["shelf", 99]]);
    expect(columnsOf({ noon: "x" })).toEqual([["noon", undefined]]);
  });

  test("that are too many and unknown are told as both", () => {
    expect(saidOf({ shelf: ["books", "tools", "plants", "boks"] })).toEqual([
      `shelf has no option "boks"; did you mean "books"? It has: ${shelf}`,
      "shelf takes at most 2 options, and has 3; leave some out",
    ]);
  });

  test("that fit are kept beside what does not", () => {
    expect(readAnswers(pack, { morning: "peace", shelf: "boks" }).answers).toEqual({ morning: ["peace"] });
  });

  test("are the same whether lists or lone ids, in any order", () => {
    fc.assert(
      fc.property(cases(), ({ pack: any, answers }) => {
        const written = Object.entries(answers).map(([id, picked]) => [id, picked.length === 1 ? picked[0] : picked]);
        expect(parseAnswers(any, Object.fromEntries(written.reverse()))).toEqual(answers);
        const backwards = Object.entries(answers).map(([id, picked]) => [id, picked.toReversed()]);
        expect(parseAnswers(any, Object.fromEntries(backwards))).toEqual(answers);
      }),
    );
  });
});

function saidOf(given: Readonly<Record<string, unknown>>): string[] {
  return readAnswers(pack, given).faults.map(({ message }) => message);
}
