import type { Advice } from "../../advice/advice.ts";
import type { Answers } from "../../advice/scorecard.ts";
import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import { type Invocation, type ReportLabel, replayCommand } from "../replay.ts";
import { script } from "./assets.ts";
import { markDefinitions } from "./charts.ts";
import { html } from "./markup.ts";
import { renderDocument } from "./page-document.ts";
import { type ReportOptions, renderReport } from "./page-parts.ts";

/** What the page holds as JSON for its script. */
export interface PageData {
  readonly pack: Pack;
  /** The person's own. */
  readonly answers: Answers;
  readonly options: ReportOptions;
}

/**
 * The advice as one file that needs nothing else: to read, print, mail, and play with where scripts run. It may be read
 * anywhere, so its commands do not tell how the program was started here.
 */
export function renderHtml(
  pack: Pack,
  advice: Advice,
  { name, date, packName }: ReportLabel & Invocation = {},
): string {
  const options = { name, date, packName };
  const { title, body } = renderReport(pack, advice, options);
  const data: PageData = { pack: withoutExtras(pack), answers: answersOf(advice), options };
  const page = html`
    <a class="skip" href="#what-if">${say(pack, "page.skip")}</a>
    ${markDefinitions}
    <main>
    <article id="report">${body}</article>
    <aside id="what-if" aria-label="${say(pack, "page.what-if")}"><noscript><p class="hint">${say(pack, "page.no-script")}</p></noscript></aside>
    </main>`;
  const footer = html`<p>${say(pack, "page.keep")} <code id="command">${replayCommand(packName)} <span id="code">${advice.code}</span></code></p>`;
  return renderDocument(pack, { title, body: page, footer, program: { script, data } });
}

/** What the page's script needs of a pack, so that the file stays small. */
function withoutExtras(pack: Pack): Pack {
  return {
    ...withoutAuthoring(pack),
    intro: "",
    traits: pack.traits.map((trait) => ({ ...trait, drawn: "", able: "" })),
    questions: pack.questions.map((question) => ({ ...question, why: "", sources: [] })),
  };
}

/** What an advice in a page does not need. */
export function withoutAuthoring(pack: Pack): Pack {
  return { ...pack, guide: [], tests: [], examples: [], history: {}, renamed: {} };
}

/** The answers of a record, as the engine takes them. */
function answersOf({ answers }: Advice): Answers {
  const lists = Object.entries(answers).map(([id, picked]) => [id, typeof picked === "string" ? [picked] : picked]);
  return Object.fromEntries(lists);
}
