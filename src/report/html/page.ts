import type { Advice } from "../../advice/advice.ts";
import type { Pack } from "../../pack/pack.ts";
import { replayCommand } from "../words.ts";
import { answersOf, listAnswers } from "./answers.ts";
import { script } from "./assets.ts";
import type { PageData } from "./browser/data.ts";
import { renderDocument } from "./document.ts";
import { embedJson, html, trusted } from "./markup.ts";
import { renderReport } from "./report.ts";
import { signs } from "./signs.ts";

/** The advice as one file that needs nothing else: to read, print, mail, and play with where scripts run. */
export function renderHtml(pack: Pack, advice: Advice, named?: string): string {
  const { title, verdict, sections, sources } = renderReport(pack, advice);
  const answers = answersOf(advice);
  const data: PageData = { pack: withoutExtras(pack), answers };
  const body = html`
    <a class="skip" href="#answers">Skip to your answers</a>
    ${signs}
    <main>
    <article id="report">${verdict}${sections}</article>
    <aside id="answers" aria-labelledby="answers-title">
    <h2 id="answers-title">Your answers</h2>
    <noscript><p class="hint">What-if needs JavaScript: with it you could change any answer here, and see at once what
    follows. Without it the report is complete.</p></noscript>
    <div id="what-if"></div>
    <div id="given">${listAnswers(pack, answers)}</div>
    <p class="keep"><b>Keep it:</b> <code id="command">${replayCommand(named)} <span id="code">${advice.code}</span></code></p>
    </aside>
    </main>
    <footer>
    <div id="cited">${sources}</div>
    <p class="colophon">Made by role-advisor ${advice.program} with the questions of ${pack.id} ${pack.version}. This
    page sends nothing anywhere.</p>
    </footer>
    <script type="application/json" id="data">${embedJson(data)}</script>
    <script>${trusted(script)}</script>`;
  return renderDocument({ title, body, scripts: [script] });
}

/** What the page's script needs of a pack, so that the file stays small. */
function withoutExtras(pack: Pack): Pack {
  return {
    ...pack,
    intro: "",
    traits: pack.traits.map((trait) => ({ ...trait, drawn: "", able: "" })),
    questions: pack.questions.map((question) => ({ ...question, why: "", sources: [] })),
    guide: [],
    tests: [],
    examples: [],
    history: {},
    renamed: {},
  };
}
