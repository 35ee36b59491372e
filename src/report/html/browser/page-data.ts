import type { Answers } from "../../../advice/scorecard.ts";
import type { Pack } from "../../../pack/pack.ts";
import type { ReportOptions } from "../page-parts.ts";

/** What the page holds as JSON for its script. */
export interface PageData {
  readonly pack: Pack;
  /** The person's own. */
  readonly answers: Answers;
  readonly options: ReportOptions;
}
