import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allEnglish, say } from "../../src/pack/say.ts";

const english = { lang: "en", words: {} };

describe("a fixed sentence", () => {
  test("has its placeholders filled in, numbers as the language writes them", () => {
    expect(say(english, "verdict.clear", { leader: "CTO" })).toBe("Your answers point clearly to CTO.");
    expect(say(english, "trust.leads", { role: "CTO", n: 12_345 })).toBe("CTO leads in 12,345");
    expect(say({ ...english, lang: "de" }, "trust.leads", { role: "CTO", n: 12_345 })).toBe("CTO leads in 12.345");
    expect(say(english, "verdicts.first")).toBe("The first that holds is the verdict.");
  });

  test("keeps what a value holds in braces as it is", () => {
    expect(say(english, "mind.note", { role: "{title}", title: "Read" })).toBe("{title}: Read");
  });

  test("has the plural form of its number, and the number in words or digits", () => {
    const flip = (n: number) => say(english, "trust.many", { n, rival: "CIO", questions: "Bookstore" });
    expect(flip(1)).toBe("One answer would have to change before CIO catches up: Bookstore.");
    expect(flip(3)).toContain("three answers would");
    expect(flip(13)).toContain("13 answers would");
  });

  test("is worded as the pack words it, in the plural forms of its language", () => {
    const forms = { one: "{n} bod", few: "{n} body", other: "{n} bodů" };
    const czech = { lang: "cs", words: { verdict: { points: forms } } };
    expect([1, 3, 5].map((n) => say(czech, "verdict.points", { n }))).toEqual(["1 bod", "3 body", "5 bodů"]);
    expect(say(czech, "kind.none")).toBe("No kind stands out.");
  });

  test("has the text for all other numbers where its language has a form of its own that nobody worded", () => {
    expect(say({ lang: "cs", words: {} }, "verdict.points", { n: 3 })).toBe("3 points");
  });

  test("does not take what every object has for wording", () => {
    expect(say({ lang: "en", words: { verdict: {} } }, "verdict.leaning", { leader: "CIO" })).toMatch(/lean to CIO/);
  });

  test("asks for its placeholders by name, with numbers where a number decides", () => {
    // @ts-expect-error leader is missing
    say(english, "verdict.clear", {});
    // @ts-expect-error all values are missing
    say(english, "verdict.clear");
    // @ts-expect-error there is no such sentence
    say(english, "verdict.clearly", { leader: "CTO" });
    // @ts-expect-error n decides on the plural form
    say(english, "verdict.points", { n: "3" });
  });
});

test("every fixed sentence is said somewhere", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!-words)\.ts$/.test(name),
  );
  const code = files.map((name) => readFileSync(join("src", name), "utf8")).join("\n");
  const written = [...code.matchAll(/["`]([a-z]+\.(?:[\w-]|\$\{[^}]*\})+)["`]/g)].map(([, key = ""]) => key);
  const patterns = written.map(
    (key) => new RegExp(`^${key.replace(".", "\\.").replaceAll(/\$\{[^}]*\}/g, "[\\w-]+")}$`),
  );
  const keys = Object.entries(allEnglish).flatMap(([section, words]) =>
    Object.keys(words).map((word) => `${section}.${word}`),
  );
  expect(keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
});
