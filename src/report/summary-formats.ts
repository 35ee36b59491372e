import type { Groups } from "../cohort/groups.ts";
import type { Summary } from "../cohort/summary.ts";
import type { Pack } from "../pack/pack.ts";
import type { Page } from "./page.ts";
import type { ShownSummary } from "./shown-counts.ts";
import { showGroups } from "./shown-groups.ts";
import { showSummary } from "./shown-summary.ts";
import { summaryAsMarkdown } from "./summary-markdown.ts";
import { summaryAsText } from "./summary-text.ts";

type Render = (pack: Pack, shown: ShownSummary, page: Page) => string | Promise<string>;

/** One renderer for each value of --format but JSON, which holds the full counts, and says so. */
const renderers = {
  text: summaryAsText,
  markdown: summaryAsMarkdown,
  html: async (pack, shown) => (await import("./html/cohort-page.ts")).renderCohort(pack, shown),
} satisfies Readonly<Record<string, Render>>;

/**
 * A summary, or those of groups side by side. `least` is the privacy floor: fewer people than this are not counted where it can
 * be seen.
 */
export async function renderSummary(
  pack: Pack,
  counted: Summary | Groups,
  format: keyof typeof renderers | "json",
  { page, least }: { readonly page: Page; readonly least: number },
): Promise<string> {
  const isGroups = counted.format === "role-advisor/groups@1";
  // Groups are many summaries: without blanks a file of them stays below what merge takes.
  if (format === "json") return `${JSON.stringify(counted, null, isGroups ? 0 : 2)}\n`;
  const shown = isGroups ? showGroups(pack, counted, least) : showSummary(pack, counted, least);
  return renderers[format](pack, shown, page);
}
