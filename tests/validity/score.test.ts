import { describe, expect, test } from "vitest";
import { builtIn } from "../../src/pack/built-in.ts";
import { cases, scoreReading, versions } from "./score.ts";
import { tableOf } from "./table.ts";

describe("the real cases", () => {
  test("are 70, and hold no text", () => {
    expect(cases).toHaveLength(70);
    for (const one of cases) expect(Object.keys(one)).toEqual(["id", "title", "kind", "hard"]);
  });

  test("are answered for the pack as it is, with answers that all fit", () => {
    expect(versions).toContain(builtIn.version);
    expect(scoreReading(builtIn.version, "guess").unread).toEqual([]);
  });

  // The first version: 46 of 47 plain ones, 30 of 33 CIOs and 29 of 37 CTOs. Neither may be bought with the other.
  test("are told no worse than by the first version, and clearly only where that is right", () => {
    for (const version of versions) {
      const { plain, cio, cto, verdicts } = scoreReading(version, "guess");
      expect(plain.right).toBeGreaterThanOrEqual(45);
      expect(cio.right).toBeGreaterThanOrEqual(30);
      expect(cto.right).toBeGreaterThanOrEqual(29);
      expect(verdicts.clear.right / verdicts.clear.of).toBeGreaterThanOrEqual(0.95);
    }
  });

  test("are told as the table says", () => {
    expect(tableOf(builtIn.version)).toMatchInlineSnapshot(`
      "Answers to the questions of 2.0.0
                                    stated     guess
      all                         55 of 70  61 of 70
      plain                       45 of 47  47 of 47
      hard                        10 of 23  14 of 23
      CIO told so                 31 of 33  31 of 33
      CTO told so                 24 of 37  30 of 37
      verdict: clear                0 of 0  32 of 33
      verdict: leaning              1 of 1  17 of 21
      verdict: close                0 of 0  10 of 14
      verdict: early              54 of 68    2 of 2
      verdict: tie                  0 of 1    0 of 0
      certain, flip 1 or 2          0 of 0  10 of 14
      certain, flip 3 or 4          1 of 1  17 of 21
      certain, flip 5 and more      0 of 0  32 of 33"
    `);
  });
});
