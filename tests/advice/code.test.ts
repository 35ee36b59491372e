import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isIntact, layoutOf, readBody, splitCode, writeCode } from "../../src/advice/code.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Layout, Question } from "../../src/pack/pack.ts";
import { at } from "./brute-force.ts";
import { arbitraryAnswers, type Case, cases } from "./packs.ts";

const digits = "0123456789abcdefghijklmnopqrstuvwxyz";
const builtInCases = arbitraryAnswers(builtIn.questions, 4).map((answers): Case => ({ pack: builtIn, answers }));
const any = fc.oneof(cases(), builtInCases);

describe("a code", () => {
  test("gives back the answers that it was made from, and names the pack and its version", () => {
    fc.assert(
      fc.property(any, ({ pack, answers }) => {
        const code = splitCode(writeCode(pack, answers));
        expect(code).toMatchObject({ pack: pack.id, version: pack.version });
        expect(isIntact(code?.body ?? "")).toBe(true);
        expect(readBody(layoutOf(pack), code?.body ?? "")).toEqual(answers);
      }),
      { numRuns: 500 },
    );
  });

  test("differs wherever answers differ", () => {
    fc.assert(
      fc.property(builtInCases, builtInCases, ({ answers: a }, { answers: b }) => {
        expect(writeCode(builtIn, a) === writeCode(builtIn, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  test("shows any one mistyped character", () => {
    fc.assert(
      fc.property(any, fc.nat(), ({ pack, answers }, where) => {
        const { body } = splitCode(writeCode(pack, answers)) ?? { body: "" };
        const place = where % body.length;
        for (const digit of digits.replace(body.charAt(place), "")) {
          expect(isIntact(body.slice(0, place) + digit + body.slice(place + 1))).toBe(false);
        }
      }),
    );
  });

  test("shows a character left out or typed twice at its end", () => {
    fc.assert(
      fc.property(any, ({ pack, answers }) => {
        const { body } = splitCode(writeCode(pack, answers)) ?? { body: "" };
        for (const wrong of [body.slice(0, -1), `${body}${body.at(-1)}`]) {
          expect(isIntact(wrong) && readBody(layoutOf(pack), wrong) !== null).toBe(false);
        }
      }),
    );
  });

  test("is read in capitals, and with space around it", () => {
    const code = writeCode(builtIn, { interest: ["both"], departments: ["product"] });
    const [name, body] = code.split(":");
    expect(splitCode(` ${name}:${body?.toUpperCase()}\n`)).toEqual(splitCode(code));
  });

  test.each([
    "",
    "cio-or-cto",
    "cio-or-cto@1.0.0",
    "cio-or-cto@1.0.0:",
    "@1.0.0:2b0",
    "cio-or-cto:2b0",
    "a@1.0.0:2b 0",
  ])("is not: %j", (text) => {
    expect(splitCode(text)).toBeNull();
  });

  test("of the built-in pack has at most 60 characters, whatever is answered", () => {
    const full = Object.fromEntries(builtIn.questions.map((q) => [q.id, q.options.slice(-q.most).map(({ id }) => id)]));
    expect(writeCode(builtIn, full).length).toBeLessThanOrEqual(60);
    expect(writeCode(builtIn, {}).length).toBeLessThanOrEqual(60);
  });

  test("tells an open question from one where nothing was picked", () => {
    const [nothing, open] = [{ departments: [] }, {}].map(
      (answers) => splitCode(writeCode(builtIn, answers))?.body ?? "",
    );
    expect(readBody(layoutOf(builtIn), nothing ?? "")).toEqual({ departments: [] });
    expect(readBody(layoutOf(builtIn), open ?? "")).toEqual({});
  });

  test("holds a question with as many options as a pack may have", () => {
    const options = Array.from({ length: 24 }, (_, i) => ({ id: `o${i + 1}`, label: "", drawn: {}, able: {} }));
    const question: Question = {
      id: "wide",
      short: "",
      topic: "",
      ask: "",
      why: "",
      sources: [],
      pick: "any",
      most: 24,
      mutable: true,
      options,
    };
    const pack = { ...builtIn, questions: [question] };
    for (const picked of [options.map(({ id }) => id), ["o24"], ["o1", "o23"], []]) {
      const body = splitCode(writeCode(pack, { wide: picked }))?.body ?? "";
      expect(readBody(layoutOf(pack), body)).toEqual({ wide: picked });
    }
  });
});

describe("a code of another layout", () => {
  const answers = { interest: ["both"], owned: ["budget", "research"] };
  const { body } = splitCode(writeCode(builtIn, answers)) ?? { body: "" };
  const layout = layoutOf(builtIn);

  const changed: [string, (layout: Layout) => Layout][] = [
    ["has its questions in another order", (all) => all.toReversed()],
    ["has the options of a question in another order", (all) => onFirst(all, (o) => o.toReversed())],
    ["has an option of another name", (all) => onFirst(all, (o) => ["renamed", ...o.slice(1)])],
    ["has an option more", (all) => onFirst(all, (o) => [...o, "more"])],
    ["has a question less", (all) => all.slice(1)],
    [
      "has a question that takes any where it took one",
      (all) => all.map((q, i) => (i === 0 ? { ...q, pick: "any" } : q)),
    ],
  ];
  test.each(changed)("is not read where the pack %s", (_, change) => {
    expect(readBody(change(layout), body)).toBeNull();
  });

  test("is not read where a digit stands for no option", () => {
    const open = splitCode(writeCode(builtIn, {}))?.body ?? "";
    const options = at(
      layout.map((q) => q.options.length),
      0,
    );
    expect(readBody(layout, `${open.slice(0, 2)}${options}${open.slice(3)}`)).not.toBeNull();
    expect(readBody(layout, `${open.slice(0, 2)}${options + 1}${open.slice(3)}`)).toBeNull();
  });
});

function onFirst(layout: Layout, change: (options: readonly string[]) => readonly string[]): Layout {
  return layout.map((question, i) => (i === 0 ? { ...question, options: change(question.options) } : question));
}
