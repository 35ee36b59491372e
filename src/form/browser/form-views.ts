import { type Interview, progress } from "../../interview/state.ts";
import type { Pack, Question } from "../../pack/pack.ts";
import { isList, mayBeNone } from "../../pack/pick.ts";
import { type Html, html } from "../../report/html/markup.ts";
import { answerLabel, findQuestion } from "../../report/sentences.ts";

/** What the form page shows at each step. Every view is pure; form-main.ts puts it into the page and listens. */

/** The value of "None of these", which is a box of its own; it is never an option's id, since ids hold letters. */
export const noneValue = "0";

export function showWelcome(pack: Pack, name: string, isCollecting: boolean): Html {
  const end = isCollecting
    ? "At the end you get a code and a file to send back."
    : "At the end you see which path your answers point to, and why.";
  return html`
    <h1 tabindex="-1">${pack.title}</h1>
    <p class="lede">${pack.intro}</p>
    <p class="hint">${end} Nothing you answer leaves this page by itself.</p>
    <form data-step="welcome">
    <p class="field"><label for="name">Your name (optional). It goes on what you save.</label>
    <input id="name" name="name" value="${name}" maxlength="100" autocomplete="off"></p>
    <p class="actions"><button class="main">Start</button></p>
    </form>`;
}

/** One question: its topic, how far one is, the options, and why it is asked. */
export function showQuestion(pack: Pack, interview: Interview, id: string): Html {
  const question = findQuestion(pack, id);
  const { number, total } = progress(pack, interview);
  const isChange = interview.answers[id] !== undefined || interview.unsure.includes(id);
  const hint = isList(question) ? anyHint(question) : "";
  return html`
    <form data-step="question" data-question="${id}">
    <p class="over"><span>${question.topic}</span> <span>${number} of ${total}</span></p>
    <progress max="${total}" value="${number - 1}" aria-label="Questions answered">${number - 1} of ${total}</progress>
    <fieldset aria-describedby="hint">
    <legend><h1 tabindex="-1">${question.ask}</h1></legend>
    ${hint !== "" && html`<p class="hint">${hint}</p>`}
    ${showOptions(question, interview.answers[id])}
    </fieldset>
    <p id="hint" role="alert" class="missing"></p>
    <p class="actions">
    <button class="main">Next</button>
    <button type="button" data-do="skip">${isChange ? "Leave it open" : "Not sure"}</button>
    <button type="button" data-do="back">Back</button>
    </p>
    ${question.why !== "" && html`<details><summary>Why we ask</summary><p>${question.why}</p></details>`}
    </form>`;
}

function anyHint({ most, options }: Question): string {
  return most < options.length ? `Tick up to ${most}.` : "Tick all that apply.";
}

function showOptions({ pick, options }: Question, picked: readonly string[] | undefined): Html {
  const control = (value: string, label: string, isOn: boolean) => html`
    <label class="option"><input type="${isList({ pick }) ? "checkbox" : "radio"}" name="option" value="${value}"${isOn && html` checked`}>
    <span>${label}</span></label>`;
  const none = mayBeNone({ pick }) && control(noneValue, "None of these", picked?.length === 0);
  return html`${options.map(({ id, label }) => control(id, label, picked?.includes(id) ?? false))}${none}`;
}

/** Everything that was said, by topic, each with a button that goes back to it. */
export function showReview(pack: Pack, { answers }: Interview, isCollecting: boolean): Html {
  const open = pack.questions.filter(({ id }) => answers[id] === undefined).length;
  const say =
    open === 0 ? "Every question is answered." : `${open} of ${pack.questions.length} are open. That is fine.`;
  return html`
    <h1 tabindex="-1">Look over your answers</h1>
    <p class="lede">${say} Change whatever does not sound like you.</p>
    ${pack.topics.map(
      ({ title, questions }) => html`
      <h2>${title}</h2>
      <dl class="answers">${questions.map((id) => {
        const picked = answers[id];
        const { ask } = findQuestion(pack, id);
        return html`
          <div><dt>${ask}</dt>
          <dd>${picked === undefined ? html`<span class="quiet">Open</span>` : answerLabel(pack, id, picked)}
          <button type="button" data-do="change" data-question="${id}" aria-label="Change: ${ask}">Change</button></dd></div>`;
      })}</dl>`,
    )}
    <p class="actions"><button type="button" class="main" data-do="finish">${isCollecting ? "Finish" : "See what it says"}</button>
    <button type="button" data-do="back">Back</button></p>`;
}

/** The answers to take along: a code to copy and a file. */
export function showKeep(code: string, isCollecting: boolean): Html {
  const [title, say] = isCollecting
    ? ["Thank you. Now send your answers back.", "Send the file, or copy the code into a message. Either is enough."]
    : ["Keep your answers", "The code holds all your answers, and so does the file: role-advisor reads both."];
  const heading = isCollecting ? html`<h1 tabindex="-1">${title}</h1>` : html`<h2>${title}</h2>`;
  return html`
    <section class="keep">${heading}
    <p>${say}</p>
    <p><code id="code">${code}</code> <button type="button" data-do="copy">Copy</button></p>
    <p class="actions"><a class="button" id="file">Save the file</a>
    <button type="button" data-do="review">Change an answer</button>
    <button type="button" data-do="restart">Start again</button></p>
    </section>`;
}
