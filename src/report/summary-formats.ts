import type { Summary } from "../cohort/summary.ts";
import type { Pack } from "../pack/pack.ts";
import type { Page } from "./page.ts";
import { showSummary } from "./shown-summary.ts";
import { summaryAsMarkdown } from "./summary-markdown.ts";
import { summaryAsText } from "./summary-text.ts";

export interface SummaryOptions {
  readonly page: Page;
  /** The privacy floor: fewer people than this are not counted where it can be seen. */
  readonly least: number;
}

/** One renderer for each value of --format. JSON holds the full counts, and says so. */
export const summaryFormats = {
  text: (pack, summary, { page, least }) => summaryAsText(pack, showSummary(pack, summary, least), page),
  json: (_, summary) => `${JSON.stringify(summary, null, 2)}\n`,
  markdown: (pack, summary, { least }) => summaryAsMarkdown(pack, showSummary(pack, summary, least)),
  html: async (pack, summary, { least }) =>
    (await import("./html/cohort-page.ts")).renderCohort(pack, showSummary(pack, summary, least)),
} satisfies Record<string, (pack: Pack, summary: Summary, options: SummaryOptions) => string | Promise<string>>;
