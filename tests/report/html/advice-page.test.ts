import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUndecided } from "../../../src/advice/advice.ts";
import { advise } from "../../../src/advice/advise.ts";
import type { Answers } from "../../../src/advice/scorecard.ts";
import { builtIn } from "../../../src/pack/built-in.ts";
import { loadFolder } from "../../../src/pack/load-folder.ts";
import type { Pack } from "../../../src/pack/pack.ts";
import { answerLabel, findQuestion, sayEvidence, sayFigures } from "../../../src/report/advice-sentences.ts";
import { renderHtml } from "../../../src/report/html/advice-page.ts";
import { sayWhy } from "../../../src/report/path-sentences.ts";
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

  it("is well formed, and at most 300 kB", () => {
    expectWellFormed(html);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(300_000);
  });

  it("shows what the record holds", () => {
    const { recommendation, portrait, flip, kind, fit, tension, path, paths, deciding, neighbours } = advice;
    const told = paths.length > 0 ? paths : [{ kind, path }];
    const says = [
      recommendation.summary,
      ...portrait.say,
      `role-advisor --code ${advice.code}`,
      ...advice.roles.map(({ points, possible }) => `${points} of ${possible}`),
      ...advice.reasons.flatMap(({ because, from }) => [
        because,
        ...from.map(({ question, answer }) => answerLabel(pack, question, answer)),
      ]),
      ...advice.contributions.map(({ question, answer }) => answerLabel(pack, question, answer)),
      // An undecided page tells both paths in its place.
      ...(isUndecided(advice) ? [] : (fit?.faint ?? [])).map(({ say }) => say),
      ...neighbours.flatMap(({ id, name, say }) => [name, say, `roles ${id}`]),
      ...sayFigures(pack, advice),
      ...sayEvidence(pack, advice).map(({ say }) => say),
      ...(flip?.changes ?? []).map(({ question, to }) => answerLabel(pack, question, to)),
      ...told.flatMap((way) => [
        way.kind?.name,
        way.kind?.say,
        ...(way.path?.stages ?? []).flatMap(({ title, say, do: steps }) => [
          title,
          say,
          ...steps.map((step) => step.say),
        ]),
        ...(way.path?.grow ?? []).flatMap((trial) => [trial.do, trial.learn, sayWhy(pack, trial)]),
      ]),
      ...portrait.pulls.filter(({ possible }) => possible > 0).map(({ had, possible }) => `${had} of ${possible}`),
      ...deciding.map((id) => findQuestion(pack, id).ask),
      ...[...advice.notes, ...advice.counterpart, advice.limits, ...(tension === null ? [] : [tension])].map(
        ({ say }) => say,
      ),
      ...pack.roles.flatMap(({ profile }) =>
        Object.values(profile).flatMap((sayings) => sayings.map(({ say }) => say)),
      ),
      // Neighbours and evidence have no place on the page yet.
      ...Object.entries(advice.sources)
        .filter(([id]) => ![pack.evidence, ...advice.neighbours].some((one) => one?.sources.includes(id)))
        .map(([, { title }]) => title),
    ];
    for (const say of says) if (say !== undefined && say !== null) expect(text).toContain(say);
  });

  it("says before anything unfolds nothing that needs statistics", () => {
    const [before = ""] = html.split('<div class="folds">');
    expect(textOf(before)).not.toMatch(/standard error|seed|of all ways|\d ?% more or less/i);
  });

  it("numbers its sources in the order of the page, and lists exactly those", () => {
    const cited = [...html.matchAll(/href="#source-(\d+)"/g)].map(([, n]) => Number(n));
    const listed = [...html.matchAll(/id="source-(\d+)"/g)].map(([, n]) => Number(n));
    expect([...new Set(cited)]).toEqual(listed);
    expect(listed).toEqual(listed.map((_, i) => i + 1));
  });
});

it("stands in the order of the first screen, with the person before the verdict", () => {
  const decided = builtIn.examples.find(({ answers }) => advise(builtIn, answers).recommendation.verdict === "clear");
  const traits = builtIn.traits.map((trait) => ({ ...trait, portrait: "You like it." }));
  const html = page({ ...builtIn, traits }, decided?.answers ?? {});
  const ids = [...markupOf(html).matchAll(/<(?:section|details) id="([^"]*)" aria-labelledby/g)].map(([, id]) => id);
  const order = ["why", "against", "fit", "neighbours", "trust", "kind", "path", "try", "mind"];
  expect(ids).toEqual(order.filter((id) => ids.includes(id)));
  expect(html.indexOf('class="portrait"')).toBeLessThan(html.indexOf('id="verdict"'));
});

it("names whose page it is, and of which day, in any script", () => {
  const html = renderHtml(builtIn, advise(builtIn, own), { name: "Zoë <Ω> دانا", date: "2026-11-26" });
  expectWellFormed(html);
  expect(html).toContain("<bdi>Zoë &lt;Ω&gt; دانا</bdi></h1>");
  expect(html).toMatch(/<title id="title">Zoë &lt;Ω&gt; دانا: Your answers/);
  expect(textOf(html)).toContain("26 November 2026");
});

it("tells nothing of how the program was started, since a page may be read anywhere", () => {
  const program = "node ./here/role-advisor.js";
  for (const { answers } of builtIn.examples) {
    const advice = advise(builtIn, answers);
    expect(renderHtml(builtIn, advice, { program })).toBe(renderHtml(builtIn, advice));
  }
});

it("is in the language of its pack, with its direction and in its words", () => {
  const words = { page: { "what-if": "מה אם?", made: "{version} {pack}" }, headings: { trust: "כמה לסמוך על זה" } };
  const html = page({ ...builtIn, lang: "he", words }, own);
  expect(html).toContain('<html lang="he" dir="rtl">');
  expect(textOf(html)).toContain("כמה לסמוך על זה");
});

it("draws charts that need no style: every shape has its size and colour as attributes", () => {
  const shapes = [...markupOf(page(builtIn, own)).matchAll(/<(svg|rect|path)\b[^>]*>/g)];
  expect(shapes.length).toBeGreaterThan(40);
  for (const [tag, name] of shapes) {
    if (name === "svg") expect(tag).toMatch(/ width="[^"]+" height="[^"]+"/);
    if (name === "rect") expect(tag).toMatch(/ width="[\d.]+%" height="10" fill="#[0-9a-f]{6}"/);
    if (name === "path") expect(tag).toMatch(/ fill="#[0-9a-f]{6}"/);
  }
});

it("is the same, byte for byte, for the same answers", () => {
  expect(page(builtIn, own)).toBe(page(builtIn, own));
});

it("renders any pack with any answers", () => {
  fc.assert(
    fc.property(cases({ roles: fc.integer({ min: 2, max: 5 }) }), ({ pack, answers }) => {
      expectWellFormed(page(pack, answers));
    }),
    { numRuns: 25 },
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
