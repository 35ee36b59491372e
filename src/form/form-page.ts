import type { Pack } from "../pack/pack.ts";
import { renderDocument } from "../report/html/document.ts";
import { embedJson, html, trusted } from "../report/html/markup.ts";
import { signs } from "../report/html/signs.ts";
import { version } from "../version.ts";
import { formScript } from "./form-assets.ts";

/** What the page holds as JSON for its script. */
export interface FormData {
  readonly pack: Pack;
  /** Leave the advice out: the page ends with a code and a file to send back. */
  readonly isCollecting: boolean;
}

/** The interview as one offline page: it asks, and at the end it advises, or hands the answers over to be sent back. */
export function renderFormPage(pack: Pack, isCollecting: boolean): string {
  const data: FormData = { pack: isCollecting ? withoutScoring(pack) : withoutAuthoring(pack), isCollecting };
  const body = html`
    ${!isCollecting && signs}
    <main id="form" class="form">
    <h1>${pack.title}</h1>
    <noscript><p class="lede">These questions need JavaScript, which is switched off in this browser. Switch it on, or ask
    whoever sent you the page for the questions on paper.</p></noscript>
    </main>
    <footer><p class="colophon">Made by role-advisor ${version} with the questions of ${pack.id} ${pack.version}. This
    page works without a network and sends nothing anywhere.</p></footer>
    <script type="application/json" id="data">${embedJson(data)}</script>
    <script>${trusted(formScript)}</script>`;
  return renderDocument({ title: pack.title, body, scripts: [formScript] });
}

/** What an advice in the page does not need. */
function withoutAuthoring(pack: Pack): Pack {
  return { ...pack, guide: [], tests: [], examples: [], history: {}, renamed: {} };
}

/** Only what is asked: nobody can read in the page how an answer counts. */
function withoutScoring(pack: Pack): Pack {
  const options = (question: Pack["questions"][number]) =>
    question.options.map((option) => ({ ...option, drawn: {}, able: {} }));
  return {
    ...withoutAuthoring(pack),
    traits: [],
    roles: [],
    sources: {},
    notes: [],
    questions: pack.questions.map((question) => ({ ...question, sources: [], options: options(question) })),
  };
}
