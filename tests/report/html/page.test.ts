import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advise } from "../../../src/advice/advise.ts";
import type { Answers } from "../../../src/advice/scorecard.ts";
import { builtIn } from "../../../src/pack/built-in.ts";
import { loadFolder } from "../../../src/pack/load.ts";
import type { Pack } from "../../../src/pack/pack.ts";
import { renderHtml } from "../../../src/report/html/page.ts";
import { answerLabel, howSure } from "../../../src/report/words.ts";
import { cases } from "../../advice/packs.ts";
import { withFiveRoles, withoutExtras, withTexts } from "./packs.ts";
import { expectWellFormed, markupOf, textOf } from "./reading.ts";

const page = (pack: Pack, answers: Answers) => renderHtml(pack, advise(pack, answers));
const [first] = builtIn.examples;
const own = first?.answers ?? {};
const shipped = [builtIn, ...readdirSync("data/packs").map((name) => loadFolder(`data/packs/${name}`))];
const examples = shipped.flatMap((pack) =>
  pack.examples.map(({ name, answers }) => [pack.id, name, pack, answers] as const),
);

describe.each(examples)("--pack %s --example %s", (_id, _name, pack, answers) => {
  const html = page(pack, answers);
  const text = textOf(html).replaceAll(/\s+/g, " ");
  const advice = advise(pack, answers);

  it("is well formed, and at most 290 kB", () => {
    expectWellFormed(html);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(290_000);
  });

  it("shows what the record holds", () => {
    const { flip, kind, tension, notes, counterpart, limits, path, paths, deciding } = advice;
    const told = paths.length > 0 ? paths : [{ kind, path }];
    const says = [
      advice.recommendation.summary,
      `role-advisor --code ${advice.code}`,
      ...advice.roles.map(({ points, possible }) => `${points} of ${possible} points`),
      ...advice.reasons.map(({ because }) => because),
      ...advice.contributions.map(({ question, answer }) => answerLabel(pack, question, answer)),
      ...howSure(pack, advice),
      ...(flip?.changes ?? []).map(({ question, to }) => answerLabel(pack, question, to)),
      ...told.flatMap((way) => [
        way.kind?.name,
        way.kind?.say,
        ...(way.path?.stages ?? []).flatMap(({ title, say, do: steps }) => [
          title,
          say,
          ...steps.map((step) => step.say),
        ]),
        ...(way.path?.grow ?? []).flatMap((one) => [one.do, one.learn]),
      ]),
      ...deciding.map((id) => pack.questions.find((question) => question.id === id)?.ask),
      ...[...notes, ...counterpart, limits, ...(tension === null ? [] : [tension])].map(({ say }) => say),
      ...pack.roles.flatMap(({ profile }) =>
        Object.values(profile).flatMap((sayings) => sayings.map(({ say }) => say)),
      ),
      ...Object.values(advice.sources).map(({ title }) => title),
    ];
    for (const say of says) if (say !== undefined && say !== null) expect(text).toContain(say);
  });

  it("draws a bar for each role, most points first, and in the order of the pack where they have as many", () => {
    const [points = ""] = /<ul class="points">[\s\S]*?<\/ul>/.exec(html) ?? [];
    const rows = [...points.matchAll(/class="name">([^<]*)<[\s\S]*?<b>(\d+)<\/b>/g)].map(([, name, had]) => ({
      place: pack.roles.findIndex((role) => role.name === name),
      had: Number(had),
    }));
    expect(rows.map(({ place }) => place).sort()).toEqual(pack.roles.map((_, place) => place));
    for (const [i, { place, had }] of rows.slice(1).entries()) {
      const above = rows[i] ?? { place: -1, had: 0 };
      expect(above.had > had || (above.had === had && above.place < place)).toBe(true);
    }
  });

  it("numbers its sources in the order of the page, and lists exactly those", () => {
    const cited = [...html.matchAll(/href="#source-(\d+)"/g)].map(([, n]) => Number(n));
    const listed = [...html.matchAll(/id="source-(\d+)"/g)].map(([, n]) => Number(n));
    expect([...new Set(cited)]).toEqual(listed);
    expect(listed).toEqual(listed.map((_, i) => i + 1));
  });
});

it("is the same, byte for byte, for the same answers", () => {
  expect(page(builtIn, own)).toBe(page(builtIn, own));
});

it("renders any pack with any answers", () => {
  fc.assert(
    fc.property(cases({ roles: fc.integer({ min: 2, max: 5 }) }), ({ pack, answers }) => {
      expectWellFormed(page(pack, answers));
    }),
    { numRuns: 60 },
  );
});

it.each([
  ["five roles", withFiveRoles(), own],
  ["no kinds, path, notes, profile", withoutExtras(), own],
  ["nothing answered", builtIn, {}],
  ["only what does not count", builtIn, { owned: [] }],
])("renders a report with %s", (_, pack, answers) => {
  expectWellFormed(page(pack, answers));
});

describe("a hostile pack", () => {
  it.each([
    ["<script>alert(1)</script>"],
    ['"><img src=x onerror=alert(1)>'],
    ["'--><svg onload=alert(1)>"],
    ["</script><script>alert(1)</script>"],
    ["</style></title></textarea>"],
    ["javascript:alert(1)"],
    ["x".repeat(10_000)],
  ])("shows it as text: %j", (text) => {
    const html = page(withTexts(text), own);
    expectWellFormed(html);
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(textOf(html)).toContain(text);
  });

  it("gets no link that is not of the web", () => {
    const sources = Object.fromEntries(
      Object.entries(builtIn.sources).map(([id, source]) => [id, { ...source, url: "javascript:alert(1)" }]),
    );
    expect(markupOf(page({ ...builtIn, sources }, own))).not.toMatch(/href="(?!#|data:,)/);
  });
});

it("allows only its own style and script, by their hashes", () => {
  const html = page(builtIn, own);
  const hash = (pattern: RegExp) =>
    `'sha256-${createHash("sha256")
      .update(pattern.exec(html)?.[1] ?? "")
      .digest("base64")}'`;
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  expect(policy?.split("; ")).toEqual([
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "img-src data:",
    `style-src ${hash(/<style>([\s\S]*?)<\/style>/)}`,
    `script-src ${hash(/<script>([\s\S]*?)<\/script>/)}`,
  ]);
});
