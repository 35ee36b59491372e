import { expect, it } from "vitest";
import { builtIn } from "../../src/pack/built-in.ts";
import { renderComparison } from "../../src/report/html/comparison-page.ts";
import { compareSittings } from "../../src/sittings/compare-sittings.ts";
import { inBrowser } from "./chromium.ts";
import { findings, overflow } from "./findings.ts";

const answersOf = (name: string) => builtIn.examples.find((one) => one.name === name)?.answers ?? {};

inBrowser("the page of compared sittings", (open) => {
  it.each([
    ["two", ["founder", "head-of-engineering"]],
    ["three", ["founder", "head-of-engineering", "security-lead"]],
  ])("asks for nothing, fits every width, and leaves axe nothing to find: %s", async (_, names) => {
    const html = renderComparison(
      builtIn,
      compareSittings(
        builtIn,
        names.map((name) => ({ name, answers: answersOf(name) })),
      ),
    );
    const { page, requests, complaints } = await open(html);
    for (const name of names) expect(await page.getByText(name).count()).toBeGreaterThan(0);
    for (const width of [360, 1200]) expect(await overflow(page, width)).toBe(0);
    const tops = await page
      .locator(".pulls li:first-child .figure")
      .evaluateAll((figures) => figures.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(names.length);
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    const { page: scanned } = await open(html, { bypassCSP: true });
    expect(await findings(scanned)).toEqual([]);
  });
});
