import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { clip, pad, pageFor, textWidth, wrap } from "../../src/report/terminal-page.ts";

const character = fc.oneof(
  fc.constantFrom(..."abc …—–’“”←↑↓→❯●○━─█▋技術・é😀\u0301\u200b"),
  fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
);
const text = fc.array(character, { maxLength: 12 }).map((characters) => characters.join(""));

describe("the width of a text", () => {
  it("is what a terminal shows, whatever we draw with", () => {
    fc.assert(
      fc.property(text, (one) => textWidth(one) === stringWidth(one)),
      { numRuns: 2000 },
    );
    for (let code = 0x2010; code <= 0x259f; code++) {
      const one = String.fromCodePoint(code);
      expect([code.toString(16), textWidth(one)]).toEqual([code.toString(16), stringWidth(one)]);
    }
  });

  it("is kept by padding and cutting", () => {
    const line = fc.constantFrom("Engineering and technology", "技術と工学の棚、そして人", "Séance — “a” ❯ b");
    fc.assert(
      fc.property(line, fc.integer({ min: 6, max: 40 }), fc.boolean(), (one, width, unicode) => {
        expect(textWidth(clip(one, width, unicode))).toBeLessThanOrEqual(width);
        expect(textWidth(pad(clip(one, width, unicode), width))).toBe(width);
      }),
    );
  });
});

describe("a word that is too long", () => {
  it.each([
    ["joined emoji", "👩‍👩‍👧‍👦".repeat(30)],
    ["marks on letters", "e\u0301".repeat(60)],
    ["flags", "🇩🇪".repeat(30)],
    ["Hangul in parts", "\u1112\u1161\u11ab".repeat(30)],
    ["wide characters", "技術と工学の棚".repeat(9)],
  ])("is broken between graphemes: %s", (_, word) => {
    const graphemes = [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment);
    const lines = wrap(word, 40).split("\n");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.flatMap((line) => [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment))).toEqual(
      graphemes,
    );
    expect(lines.filter((line) => textWidth(line) > 40)).toEqual([]);
  });
});

it.each([
  ["技術の棚に行きます。人を育てるのが好きです。", 12],
  ["สวัสดีชาวโลกที่น่ารัก", 10],
])("lines of %s end between words, though no space stands there", (one, width) => {
  const wrapped = wrap(one, width).split("\n");
  expect(wrapped.join("")).toBe(one);
  expect(wrapped.filter((line) => textWidth(line) > width)).toEqual([]);
  expect(wrapped.filter((line) => /^[。、]/.test(line))).toEqual([]);
  const ends = new Set(wrapped.map((_, i) => wrapped.slice(0, i + 1).join("").length));
  const starts = [...new Intl.Segmenter("ja", { granularity: "word" }).segment(one)].map(({ index }) => index);
  expect([...ends].filter((end) => end < one.length && !starts.includes(end))).toEqual([]);
  expect(wrapped.length).toBeGreaterThan(1);
});

it.each([
  [{}, true],
  [{ TERM: "xterm", LANG: "de_DE.UTF-8" }, true],
  [{ TERM: "linux", LANG: "C.UTF-8" }, false],
  [{ TERM: "dumb" }, false],
  [{ LC_ALL: "C", LANG: "C.UTF-8" }, false],
])("a page has more than ASCII where its terminal shows it: %j", (env, unicode) => {
  expect(pageFor(process.stdout, env).unicode).toBe(unicode);
});
