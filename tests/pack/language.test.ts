import fc from "fast-check";
import { expect, test } from "vitest";
import {
  capitalize,
  countWords,
  directionOf,
  formatList,
  formatNumber,
  formatPercent,
  formatSigned,
  inQuotes,
} from "../../src/pack/language.ts";

test.each([
  ["en", "ltr"],
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["de", "ltr"],
  ["uz-Arab", "rtl"],
  ["arn", "ltr"],
  ["ks-Latn", "ltr"],
])("%s is written %s", (lang, direction) => {
  expect(directionOf(lang)).toBe(direction);
});

test.each([
  ["en", "a, b and c"],
  ["de", "a, b und c"],
  ["ja", "a、b、c"],
])("a list in %s is %s", (lang, text) => {
  expect(formatList({ lang }, ["a", "b", "c"])).toBe(text);
});

test("numbers are written as the language writes them, with a real minus", () => {
  expect(formatNumber({ lang: "en" }, 12_345)).toBe("12,345");
  expect(formatNumber({ lang: "de" }, 12_345)).toBe("12.345");
  expect(formatNumber({ lang: "en" }, 1.25e18)).toBe("1.3E18");
  expect([9, -9, 0].map((n) => formatSigned({ lang: "en" }, n))).toEqual(["+9", "−9", "0"]);
});

test("a percentage is never 0% or 100% where the share is neither", () => {
  const percent = (share: number, decimals?: number) => formatPercent({ lang: "en" }, share, decimals);
  expect([0, 0.001, 0.5, 0.9999, 1].map((share) => percent(share))).toEqual(["0%", "1%", "50%", "99%", "100%"]);
  expect(percent(0.0042, 1)).toBe("0.4%");
});

test("quotation marks and capitals are those of the language", () => {
  expect(inQuotes({ lang: "en" }, "so")).toBe("“so”");
  expect(inQuotes({ lang: "de-AT" }, "so")).toBe("„so“");
  expect(inQuotes({ lang: "fr" }, "so")).toBe("«\u00a0so\u00a0»");
  expect(capitalize({ lang: "tr" }, "iyi")).toBe("İyi");
  expect(capitalize({ lang: "en" }, "")).toBe("");
});

test("English words are counted as Intl counts them", () => {
  const intl = new Intl.Segmenter("en-GB", { granularity: "word" });
  const piece = fc.constantFrom(..."aZ 9.,;:'\"?!()/&%+-_@é");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const words = [...intl.segment(text)].filter(({ isWordLike }) => isWordLike);
      expect(countWords({ lang: "en" }, text)).toBe(words.length);
    }),
    { numRuns: 3000 },
  );
});

test("words are counted where no spaces separate them, too", () => {
  expect(countWords({ lang: "en" }, "You don't say: it's 3 o'clock.")).toBe(6);
  expect(countWords({ lang: "th" }, "สวัสดีชาวโลก")).toBeGreaterThan(1);
});
