import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { withoutAuthoring } from "../report/html/advice-page.ts";
import { markDefinitions } from "../report/html/charts.ts";
import { html } from "../report/html/markup.ts";
import { renderDocument } from "../report/html/page-document.ts";
import { formScript } from "./form-assets.ts";

/** The data that the page holds as JSON for its script. */
export interface FormData {
  readonly pack: Pack;
  /** The page ends with a code and a file to send back, and gives no advice. */
  readonly isCollecting: boolean;
}

/** The interview as one offline page. It ends with the advice, or with the answers for sending them back. */
export function renderFormPage(pack: Pack, isCollecting: boolean): string {
  const data: FormData = { pack: isCollecting ? withoutScoring(pack) : withoutAuthoring(pack), isCollecting };
  const body = html`
    ${!isCollecting && markDefinitions}
    <main id="form" class="form">
    <h1>${pack.title}</h1>
    <noscript><p class="lede">${say(pack, "form.no-script")}</p></noscript>
    </main>`;
  return renderDocument(pack, { title: pack.title, body, origin: "form.made", program: { script: formScript, data } });
}

/** The pack reduced to its questions, so that the source of the page does not reveal how answers count. */
function withoutScoring(pack: Pack): Pack {
  const options = (question: Pack["questions"][number]) =>
    question.options.map((option) => ({ ...option, drawn: {}, able: {} }));
  return {
    ...withoutAuthoring(pack),
    portrait: [],
    tension: null,
    notes: [],
    traits: [],
    roles: [],
    neighbours: [],
    sources: {},
    evidence: null,
    questions: pack.questions.map((question) => ({ ...question, sources: [], options: options(question) })),
  };
}
