import type { Groups } from "../cohort/groups.ts";
import type { Summary } from "../cohort/summary.ts";
import type { Pack } from "../pack/pack.ts";
import { showGroups } from "./summary-groups.ts";
import { summaryAsMarkdown } from "./summary-markdown.ts";
import type { SummaryView } from "./summary-parts.ts";
import { showSummary } from "./summary-sections.ts";
import { summaryAsText } from "./summary-text.ts";
import type { Page } from "./terminal-page.ts";

type Render = (pack: Pack, view: SummaryView, page: Page) => string | Promise<string>;

/** A renderer for each value of --format except JSON, which holds the full counts and says so under `privacy`. */
const renderers = {
  text: summaryAsText,
  markdown: summaryAsMarkdown,
  html: async (pack, view) => (await import("./html/cohort-page.ts")).renderCohort(pack, view),
} satisfies Readonly<Record<string, Render>>;

/** Renders a summary, or those of groups side by side. @param least The privacy floor: smaller counts are hidden. */
export async function renderSummary(
  pack: Pack,
  counts: Summary | Groups,
  format: keyof typeof renderers | "json",
  { page, least }: { readonly page: Page; readonly least: number },
): Promise<string> {
  const isGroups = counts.format === "role-advisor/groups@1";
  // A file of groups holds many summaries; without white space it stays below the size that merge accepts.
  if (format === "json") return `${JSON.stringify(counts, null, isGroups ? 0 : 2)}\n`;
  const view = isGroups ? showGroups(pack, counts, least) : showSummary(pack, counts, least);
  return renderers[format](pack, view, page);
}
