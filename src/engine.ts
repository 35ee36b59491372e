import type { Advice } from "./advice/advice.ts";
import type { Pack } from "./pack/pack.ts";
import { pageOf } from "./report/page.ts";
import { renderText as renderOnPage } from "./report/text.ts";

/** What programs import, and what runs in a browser as well as in Node: everything but the look for packs on a disk. */

export type { Advice } from "./advice/advice.ts";
export { advise } from "./advice/advise.ts";
export type { Answers } from "./advice/scorecard.ts";
export { parseAnswers } from "./answers/parse.ts";
export { type Audit, audit } from "./audit/audit.ts";
export { type Fault, RoleAdvisorError } from "./fault.ts";
export type { PackFiles } from "./pack/files.ts";
export type { Pack } from "./pack/pack.ts";
export { parsePack } from "./pack/parse.ts";
export { renderMarkdown } from "./report/markdown.ts";

export interface TextOptions {
  /** Columns, 40 to 80. Default 80. */
  readonly width?: number;
  /** With the escapes that colour a terminal. Default false. */
  readonly color?: boolean;
  /** With glyphs beyond ASCII. Default true. */
  readonly unicode?: boolean;
  /** All that the advice holds, instead of what fits one screen. Default false. */
  readonly details?: boolean;
}

/** The advice as a terminal shows it. Ends with a line break. */
export function renderText(pack: Pack, advice: Advice, options: TextOptions = {}): string {
  const { width = 80, color = false, unicode = true, details = false } = options;
  return renderOnPage(pack, advice, { page: pageOf(width, color, unicode), details });
}
