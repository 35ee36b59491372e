import axe, { type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds wrong. */
export async function findings(page: Page, options: RunOptions = {}): Promise<unknown> {
  // Colours on their way are neither the old nor the new ones.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (wanted) => (globalThis as unknown as { axe: typeof axe }).axe.run(wanted),
    { resultTypes: ["violations"], ...options } satisfies RunOptions,
  );
  return violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`),
  }));
}

/** What another colour scheme can change, in a tenth of the time. */
export function contrastFindings(page: Page): Promise<unknown> {
  return findings(page, { runOnly: ["color-contrast"] });
}

/** By how much the page is wider than its window. */
export async function overflow(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
