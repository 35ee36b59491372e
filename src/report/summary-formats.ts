import type { Groups } from "../cohort/groups.ts";
import type { Summary } from "../cohort/summary.ts";
import type { Pack } from "../pack/pack.ts";
import type { Page } from "./page.ts";
import { type ShownSummary, showSummary } from "./shown-summary.ts";
import { showGroups } from "./summary-groups.ts";
import { summaryAsMarkdown } from "./summary-markdown.ts";
import { summaryAsText } from "./summary-text.ts";

export interface SummaryOptions {
  readonly page: Page;
  /** The privacy floor: fewer people than this are not counted where it can be seen. */
  readonly least: number;
}

type Render = (pack: Pack, shown: ShownSummary, options: SummaryOptions) => string | Promise<string>;

/** One renderer for each value of --format but JSON, which holds the full counts, and says so. */
const renderers: Readonly<Record<string, Render>> = {
  text: (pack, shown, { page }) => summaryAsText(pack, shown, page),
  markdown: (pack, shown) => summaryAsMarkdown(pack, shown),
  html: async (pack, shown) => (await import("./html/cohort-page.ts")).renderCohort(pack, shown),
};

export type SummaryFormat = "text" | "json" | "markdown" | "html";

/** A summary, or those of groups side by side. */
export async function renderSummary(
  pack: Pack,
  counted: { readonly summary: Summary | null; readonly groups: Groups | null },
  format: SummaryFormat,
  options: SummaryOptions,
): Promise<string> {
  const { summary, groups } = counted;
  // Groups are many summaries: without blanks a file of them stays below what merge takes.
  if (format === "json")
    return groups === null ? `${JSON.stringify(summary, null, 2)}\n` : `${JSON.stringify(groups)}\n`;
  const render = renderers[format];
  const shown =
    groups !== null ? showGroups(pack, groups, options.least) : summary && showSummary(pack, summary, options.least);
  if (render === undefined || shown === null) throw new Error(`there is nothing to show as ${format}`);
  return render(pack, shown, options);
}
