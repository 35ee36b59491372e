import type { Answers } from "../../../advice/scorecard.ts";
import type { Pack } from "../../../pack/pack.ts";

/** What the page holds as JSON for its script. */
export interface PageData {
  readonly pack: Pack;
  /** The respondent's own. */
  readonly answers: Answers;
}
