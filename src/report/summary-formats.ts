import type { Groups } from "../cohort/groups.ts";
import type { Summary } from "../cohort/summary.ts";
import type { Pack } from "../pack/pack.ts";
import type { Page } from "./page.ts";
import type { ShownSummary } from "./shown-counts.ts";
import { showGroups } from "./shown-groups.ts";
import { showSummary } from "./shown-summary.ts";
import { summaryAsMarkdown } from "./summary-markdown.ts";
import { summaryAsText } from "./summary-text.ts";

export interface SummaryOptions {
  readonly page: Page;
  /** The privacy floor: fewer people than this are not counted where it can be seen. */
  readonly least: number;
}

type Render = (pack: Pack, shown: ShownSummary, options: SummaryOptions) => string | Promise<string>;

/** One renderer for each value of --format but JSON, which holds the full counts, and says so. */
const renderers: Readonly<Record<Exclude<SummaryFormat, "json">, Render>> = {
  text: (pack, shown, { page }) => summaryAsText(pack, shown, page),
  markdown: (pack, shown) => summaryAsMarkdown(pack, shown),
  html: async (pack, shown) => (await import("./html/cohort-page.ts")).renderCohort(pack, shown),
};

export type SummaryFormat = "text" | "json" | "markdown" | "html";

/** A summary, or those of groups side by side. */
export async function renderSummary(
  pack: Pack,
  counted: Summary | Groups,
  format: SummaryFormat,
  options: SummaryOptions,
): Promise<string> {
  const isGroups = counted.format === "role-advisor/groups@1";
  // Groups are many summaries: without blanks a file of them stays below what merge takes.
  if (format === "json") return `${JSON.stringify(counted, null, isGroups ? 0 : 2)}\n`;
  const shown = isGroups ? showGroups(pack, counted, options.least) : showSummary(pack, counted, options.least);
  return renderers[format](pack, shown, options);
}
