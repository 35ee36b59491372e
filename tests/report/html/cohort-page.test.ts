import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addSummaries, emptySummary, type Summary } from "../../../src/cohort/summary.ts";
import { builtIn } from "../../../src/pack/built-in.ts";
import type { Pack } from "../../../src/pack/pack.ts";
import { renderCohort } from "../../../src/report/html/cohort-page.ts";
import { showSummary } from "../../../src/report/summary-sections.ts";
import { summaryOf } from "../../cohort/summaries.ts";
import { withFiveRoles, withoutExtras, withTexts } from "./packs.ts";
import { expectWellFormed, markupOf, textOf } from "./reading.ts";

const pageOf = (pack: Pack, summary: Summary, least = 5) => renderCohort(pack, showSummary(pack, summary, least));
const cohort = summaryOf(builtIn, 300);
const tidy = (text: string) => text.replaceAll(/\s+/g, " ");

describe("the page of a cohort", () => {
  const html = pageOf(builtIn, cohort, 1);
  const text = tidy(textOf(html));

  it("has every section, none of them empty, and a way to each", () => {
    const ids = [...html.matchAll(/<section id="([^"]+)"[\s\S]*?<\/section>/g)];
    expect(ids.map(([, id]) => id)).toEqual([
      "leaders",
      "verdicts",
      "pulls",
      "margins",
      "splits",
      "tensions",
      "kinds",
      "here",
      "grow",
      "questions",
    ]);
    for (const [section, id] of ids) {
      expect(section).toMatch(/<b>[\d,]+%?<\/b>/);
      expect(html).toContain(`<li><a href="#${id}">`);
    }
  });

  it("says in text every figure and name that it draws", () => {
    const { intro, sections, notes } = showSummary(builtIn, cohort, 1);
    for (const say of [...intro, ...notes, ...sections.map((one) => one.title)]) expect(text).toContain(say);
    for (const part of sections.flatMap(({ parts }) => parts)) {
      expect(text).toContain(part.title);
      for (const row of part.rows) expect(text).toContain(row.name);
      const figures = part.type === "bars" ? part.rows.flatMap((row) => row.figures) : [];
      for (const figure of figures) expect(text).toContain(` ${figure} `);
    }
    for (const [row] of html.matchAll(/<li><span class="name">[\s\S]*?<\/li>|<td><[\s\S]*?<\/td>/g)) {
      expect(row).toMatch(/<b>[\d,]+%?<\/b>/);
    }
  });

  it("tells open answers, rejected rows and those who said nothing", () => {
    const some = { ...cohort, rejected: 7, silent: 30 };
    const told = tidy(textOf(pageOf(builtIn, some, 1)));
    expect(told).toContain("7 rows had faults and are not counted.");
    expect(told).toContain("30 of them answered no question that counts.");
    expect(told.split("(left open)")).toHaveLength(1 + builtIn.questions.length);
  });

  it("tells only the order of what splits most where counts are hidden", () => {
    for (const people of [110, 60]) {
      const page = pageOf(builtIn, summaryOf(builtIn, people));
      expect(tidy(textOf(page))).toContain("Where some counts are hidden, only the order is shown.");
      expectWellFormed(page);
    }
  });

  it("runs no script, and its policy lets none run", () => {
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    const hash = createHash("sha256").update(style).digest("base64");
    expect(html).toContain(`style-src 'sha256-${hash}'; script-src 'none'"`);
    expect(html).not.toContain("<script");
    expect(html).toMatch(/^<!doctype html>[\s\S]{0,200}<meta name="generator" content="role-advisor /);
  });

  it("is the same, byte for byte, for the same counts", () => {
    expect(pageOf(builtIn, cohort, 1)).toBe(html);
  });
});

it.each([
  ["two roles", builtIn],
  ["five roles", withFiveRoles()],
  ["no tension, kinds and paths", withoutExtras()],
])("is well formed and below 270 kB with %s", (_, pack) => {
  for (const [people, least] of [
    [400, 1],
    [400, 5],
    [40, 5],
    [3, 1],
  ] as const) {
    const html = pageOf(pack, summaryOf(pack, people), least);
    expectWellFormed(html);
    expect(Buffer.byteLength(html)).toBeLessThan(270_000);
  }
});

it.each([
  ["nobody", emptySummary(builtIn, "1.0.0"), "Nobody answered."],
  ["few", summaryOf(builtIn, 4), "Fewer than 5 people have the same leader"],
])("shows nothing of %s but that", (_, summary, say) => {
  const html = pageOf(builtIn, summary);
  expectWellFormed(html);
  expect(tidy(textOf(html))).toContain(say);
  expect(markupOf(html)).not.toMatch(/<section|<nav|<svg|<table/);
});

describe("the privacy floor", () => {
  it.each([
    [60, 5],
    [200, 5],
    [200, 20],
    [90, 12],
  ])("of %i people leaves no count of fewer than it in the page: %i", (people, least) => {
    const html = pageOf(builtIn, summaryOf(builtIn, people), least);
    const counts = [...html.matchAll(/<b>([\d,]+)<\/b>/g)].map(([, count = ""]) => Number(count.replaceAll(",", "")));
    expect(counts.filter((count) => count > 0 && count < least)).toEqual([]);
    expect(html).toContain('<span class="unseen" role="img" aria-label="hidden">·</span>');
  });

  it("leaves a hidden count neither a share nor a bar", () => {
    const html = pageOf(builtIn, summaryOf(builtIn, 60));
    const hidden = [...html.matchAll(/<(li|td)>(?:(?!<\/\1>)[\s\S])*aria-label="hidden"[\s\S]*?<\/\1>/g)];
    expect(hidden.length).toBeGreaterThan(20);
    for (const [one] of hidden) expect(one).not.toMatch(/class="bar"|%|<b>/);
  });

  it("hides ties where it hides shared leads, since they are the same people", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { sections } = showSummary(builtIn, summaryOf(builtIn, 20 + 6 * seed, seed), 5);
      const [shared, ties] = ["level", "tie"].map((name) =>
        sections
          .flatMap(({ parts }) => parts.flatMap((part) => (part.type === "bars" ? part.rows : [])))
          .find((row) => row.name === name),
      );
      expect(shared?.count).toBe(ties?.count);
    }
  });

  it("makes pages the same whose cohorts differ only in what it hides", () => {
    const alike = (n: number): Summary => {
      const { leads, ...rest } = cohort.leaders;
      return {
        ...cohort,
        respondents: cohort.respondents + n,
        leaders: { ...rest, leads },
        tensions: cohort.tensions.map((tension, i) => (i === 0 ? { ...tension, respondents: n } : tension)),
      };
    };
    expect(pageOf(builtIn, alike(2))).toBe(pageOf(builtIn, alike(3)));
    expect(pageOf(builtIn, alike(2))).not.toBe(pageOf(builtIn, alike(8)));
  });
});

it.each([
  ["<script>alert(1)</script>"],
  ['"><img src=x onerror=alert(1)>'],
  ["'--><svg onload=alert(1)>"],
  ["</style></title></table></caption>"],
  ["x".repeat(500)],
])("shows the texts of a hostile pack as text: %j", (text) => {
  const html = pageOf(withTexts(text), cohort);
  expectWellFormed(html);
  expect(html).not.toMatch(/<script|<img/);
  expect(textOf(html)).toContain(text);
});

it("shows a merged cohort as the whole", () => {
  const parts = [summaryOf(builtIn, 100, 3), summaryOf(builtIn, 100, 4)] as const;
  expect(pageOf(builtIn, addSummaries(...parts))).toContain("200 people answered");
});
