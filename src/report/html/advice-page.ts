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

/** The JSON in the page that its script reads. */
export interface PageData {
  readonly pack: Pack;
  readonly answers: Answers;
  readonly options: ReportOptions;
}

/**
 * Renders the advice as one HTML file without external resources, and with the what-if where scripts run. Its readers
 * may use another computer, so its commands start with `role-advisor` however the program was started here.
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

/** Removes the texts of a pack that the page's script never shows, so that the file stays small. */
function withoutExtras(pack: Pack): Pack {
  return {
    ...withoutAuthoring(pack),
    intro: "",
    traits: pack.traits.map((trait) => ({ ...trait, drawn: "", able: "" })),
    questions: pack.questions.map((question) => ({ ...question, why: "", sources: [] })),
  };
}

/** Removes the parts of a pack that only authors and the command line need. */
export function withoutAuthoring(pack: Pack): Pack {
  return { ...pack, guide: [], tests: [], examples: [], history: {}, renamed: {} };
}

/** Converts the answers of an advice record to the lists that the engine takes. */
function answersOf({ answers }: Advice): Answers {
  const lists = Object.entries(answers).map(([id, picked]) => [id, typeof picked === "string" ? [picked] : picked]);
  return Object.fromEntries(lists);
}
