import type { Advice } from "../../advice/advice.ts";
import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import { type Invocation, replayCommand, type Whose } from "../replay.ts";
import { answersOf } from "./answer-list.ts";
import { script } from "./assets.ts";
import type { PageData } from "./browser/page-data.ts";
import { embedJson, html, trusted } from "./markup.ts";
import { renderDocument } from "./page-document.ts";
import { renderReport } from "./page-parts.ts";
import { drawnMarks } from "./role-looks.ts";

/**
 * The advice as one file that needs nothing else: to read, print, mail, and play with where scripts run. It may be read
 * anywhere, so its commands do not tell how the program was started here.
 */
export function renderHtml(pack: Pack, advice: Advice, { name, date, named }: Whose & Invocation = {}): string {
  const options = { name, date, named };
  const { title, body } = renderReport(pack, advice, options);
  const data: PageData = { pack: withoutExtras(pack), answers: answersOf(advice), options };
  const made = say(pack, "page.made", { version: advice.program, pack: `${pack.id} ${pack.version}` });
  const page = html`
    <a class="skip" href="#what-if">${say(pack, "page.skip")}</a>
    ${drawnMarks}
    <main>
    <article id="report">${body}</article>
    <aside id="what-if" aria-label="${say(pack, "page.what-if")}"><noscript><p class="hint">${say(pack, "page.no-script")}</p></noscript></aside>
    </main>
    <footer>
    <p>${say(pack, "page.keep")} <code id="command">${replayCommand(named)} <span id="code">${advice.code}</span></code></p>
    <p>${made}</p>
    </footer>
    <script type="application/json" id="data">${embedJson(data)}</script>
    <script>${trusted(script)}</script>`;
  return renderDocument({ lang: pack.lang, title, body: page, scripts: [script] });
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
