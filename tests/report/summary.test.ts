import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addSummaries, emptySummary, type Summary, splitOf } from "../../src/cohort/summary.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { english, formatShare } from "../../src/pack/language.ts";
import { renderSummary } from "../../src/report/summary-formats.ts";
import { showSummary } from "../../src/report/summary-sections.ts";
import { pageOf } from "../../src/report/terminal-page.ts";
import { respondents, toCsv, toNdjson } from "../cohort/rows.ts";
import { summarise } from "../cohort/summaries.ts";
import { runIn } from "../world.ts";

const csv = (count: number, seed = 4) => toCsv(builtIn, respondents(builtIn, count, seed));
const summarised = (count: number, ...args: readonly string[]) =>
  runIn({ stdin: csv(count), columns: 80 }, "batch", "--summary", ...args);

describe("role-advisor batch --summary", () => {
  it("reads top down: who leads, how sure, what splits, what next", async () => {
    const { code, stdout, stderr } = await summarised(400);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n").slice(0, 120).join("\n")).toMatchSnapshot();
  });

  it("fits 44 columns", async () => {
    const { stdout } = await runIn({ stdin: csv(400), env: { COLUMNS: "44" }, columns: 44 }, "batch", "--summary");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(44);
  });

  it("draws with ASCII where the terminal knows no more", async () => {
    const { stdout } = await runIn({ stdin: csv(400), env: { LANG: "C" } }, "batch", "--summary");
    expect(stdout).toMatch(/^[\n -~]*$/);
  });

  it("is a page of Markdown: --format markdown", async () => {
    const { stdout } = await summarised(400, "--format", "markdown");
    expect(stdout.split("\n").slice(0, 40).join("\n")).toMatchSnapshot();
  });

  it.each([
    ["nobody", 0, "Nobody answered."],
    ["a few", 4, "Fewer than 5 people have the same leader"],
  ])("says so of %s, and shows nothing of them", async (_, count, words) => {
    const { stdout } = await summarised(count);
    expect(stdout).toContain(words);
    expect(stdout.split("\n").length).toBeLessThan(6);
  });

  it.each([
    ["text", 110],
    ["markdown", 60],
  ])(
    "tells the order of what splits most where some counts are hidden, and each answer's total: %s",
    async (format, people) => {
      const stdin = toCsv(builtIn, respondents(builtIn, people, 5));
      const { stdout } = await runIn({ stdin, columns: 80 }, "batch", "--summary", "--format", format);
      expect(stdout.replaceAll(/\s+/g, " ")).toContain("Where some counts are hidden, only the order is shown.");
      expect(stdout).toMatch(/together: /);
      expect(stdout).not.toContain("\n\n\n");
    },
  );

  it("counts shares of everybody, also where some verdicts are of nobody", async () => {
    const empty = emptySummary(builtIn, "1.0.0");
    const verdicts = { clear: 3, leaning: 4, close: 8, early: 0, tie: 0 };
    const leaders = { leads: { cio: 8, cto: 7 }, shared: 0 };
    const summary = { ...empty, respondents: 15, verdicts, leaders };
    expect(await renderSummary(builtIn, summary, "text", { page: pageOf(80, false, true), least: 1 })).toMatch(
      / close +█+\S* +8 +53%/,
    );
  });

  it.each([
    [2053, 1_000_000, "0.2%"],
    [5, 1_000_000, "0.1%"],
    [999_000, 1_000_000, "99.9%"],
    [12, 100, "12%"],
  ])("tells small shares from those of one in a hundred: %i of %i", (count, of, words) => {
    expect(formatShare(english, count / of)).toBe(words);
  });

  it("says how many rows hold no answer, and counts nobody in them", async () => {
    const people = `id,interest,note\n${"a,business,x\n".repeat(6)}`;
    const { code, stdout } = await runIn({ stdin: `${people}${",,\n".repeat(20)}` }, "batch", "--summary");
    expect(code).toBe(0);
    expect(stdout).toContain("  6 people answered.\n  20 rows hold no answer and are not counted.\n");
  });

  it("counts what was rejected", async () => {
    const stdin = `${csv(60)}x${",wrong".repeat(builtIn.questions.length)}\n`;
    const { code, stdout } = await runIn({ stdin }, "batch", "--summary");
    expect(code).toBe(3);
    expect(stdout).toContain("1 row had faults and is not counted.");
  });
});

describe("the privacy floor", () => {
  /** Every count that a shown summary lets people see, where it is neither nobody nor enough. */
  const smallCounts = (summary: Summary, least: number) =>
    showSummary(builtIn, summary, least)
      .sections.flatMap(({ parts }) => parts)
      .flatMap((part) => {
        if (part.type === "bars") return part.rows.map(({ count = null }) => count);
        return part.rows.flatMap(({ counts }) => counts);
      })
      .filter((count) => count !== null && count > 0 && count < least);

  it("holds for any cohort and any floor", async () => {
    const summaries = await Promise.all([1, 2, 3, 4, 5, 6].map(async (seed) => summaryOf(csv(seed * 9, seed))));
    fc.assert(
      fc.property(fc.subarray(summaries), fc.integer({ min: 2, max: 12 }), (parts, least) => {
        const whole = parts.reduce(addSummaries, emptySummary(builtIn, "1.0.0"));
        expect(smallCounts(whole, least)).toEqual([]);
      }),
    );
  });

  describe("lets how many answered nothing tell nothing of a few others", () => {
    const people = (count: number, answers: object) => Array.from({ length: count }, () => answers);
    const led = [...people(30, { interest: "business" }), ...people(30, { interest: "engineering" })];
    const both = { interest: "both" };
    // What does not count for the recommendation.
    const nothing = { owned: ["budget"] };
    const silent = /answered no question that counts/;

    it.each([
      ["one tied person", [...people(19, nothing), both], false],
      [
        "of many, one who left a question open",
        [...people(20, nothing), ...people(19, { ...both, departments: [] }), both],
        false,
      ],
      ["nobody", people(20, nothing), true],
      ["many", [...people(20, nothing), ...people(20, both)], true],
    ])("%s", (_, level, isSaid) => {
      const summary = summarise(builtIn, [...led, ...level].map((answers) => `${JSON.stringify(answers)}\n`).join(""));
      expect(silent.test(showSummary(builtIn, summary, 5).intro.join(" "))).toBe(isSaid);
    });
  });

  it("lets what splits tell nothing of a leader's few people", () => {
    const cohort = summarise(builtIn, toNdjson(builtIn, respondents(builtIn, 300, 5)));
    /** The same with three people led to CTO, who all give the same answers: the first or the second option. */
    const withFew = (option: number) => {
      const leaders = { leads: { ...cohort.leaders.leads, cto: 3 }, shared: 0 };
      const questions = cohort.questions.map((question) => {
        const answers = question.answers.map(({ option: id, picked }, o) => ({
          option: id,
          picked: { ...picked, leads: { ...picked.leads, cto: o === option ? 3 : 0 } },
        }));
        const open = { ...question.open, leads: { ...question.open.leads, cto: 0 } };
        const counts = { ...question, answers, open };
        return { ...counts, split: splitOf(counts, leaders) };
      });
      return showSummary(builtIn, { ...cohort, leaders, questions }, 5).sections.filter(({ id }) => id === "splits");
    };
    expect(withFew(0)).toEqual([]);
    expect(withFew(1)).toEqual([]);
  });

  it("leaves nothing out of what splits for those whose lead is shared, who are not compared", () => {
    const cohort = summarise(builtIn, toNdjson(builtIn, respondents(builtIn, 400, 4)));
    const [splits] = showSummary(builtIn, cohort, 5).sections.filter(({ id }) => id === "splits");
    expect(splits?.say).not.toContain("left out");
    expect(splits?.parts[0]?.rows).toHaveLength(5);
  });

  it("is turned off by --min-cell 1", async () => {
    const { stdout } = await summarised(30, "--min-cell", "1");
    expect(stdout).toContain("30 people answered.");
    expect(stdout).not.toContain("hidden count");
    expect(stdout.split("\n").filter((line) => line.endsWith("·"))).toEqual([]);
  });
});

async function summaryOf(stdin: string): Promise<Summary> {
  return JSON.parse((await runIn({ stdin }, "batch", "--summary", "--format", "json")).stdout);
}
