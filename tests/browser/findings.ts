import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds wrong. */
export async function findings(page: Page): Promise<unknown> {
  // Colours on their way are neither the old nor the new ones.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`),
  }));
}

/** By how much the page is wider than its window. */
export async function overflow(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
