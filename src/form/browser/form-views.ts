import { type Interview, progress } from "../../interview/state.ts";
import { capitalize } from "../../pack/language.ts";
import type { Pack, Question } from "../../pack/pack.ts";
import { isList, mayBeNone } from "../../pack/pick.ts";
import { say } from "../../pack/say.ts";
import { answerLabel, findQuestion } from "../../report/advice-sentences.ts";
import { type Html, html } from "../../report/html/markup.ts";

/** What the form page shows at each step. Every view is pure; form-main.ts puts it into the page and listens. */

/** The value of "None of these", which is a box of its own; it is never an option's id, since ids hold letters. */
export const noneValue = "0";

/** The intro speaks of an advice, which is not given where answers are collected. */
export function showWelcome(pack: Pack, name: string, isCollecting: boolean): Html {
  const end = say(pack, isCollecting ? "form.ends-in-code" : "form.ends-in-advice");
  return html`
    <h1 tabindex="-1">${pack.title}</h1>
    ${!isCollecting && html`<p class="lede">${pack.intro}</p>`}
    <p class="hint">${end} ${say(pack, "form.private")}</p>
    <form data-step="welcome">
    <p class="field"><label for="name">${say(pack, "form.name")}</label>
    <input id="name" name="name" value="${name}" maxlength="100" autocomplete="off"></p>
    <p class="actions"><button class="main">${say(pack, "form.start")}</button></p>
    </form>`;
}

/** One question: its topic, how far one is, the options, and why it is asked. */
export function showQuestion(pack: Pack, interview: Interview, id: string): Html {
  const question = findQuestion(pack, id);
  const { number, total } = progress(pack, interview);
  const isChange = interview.answers[id] !== undefined || interview.unsure.includes(id);
  const hint = isList(question) ? anyHint(pack, question) : "";
  const counted = say(pack, "form.progress", { number: `${number}`, total: `${total}` });
  return html`
    <form data-step="question" data-question="${id}">
    <p class="over"><span>${question.topic}</span> <span>${counted}</span></p>
    <progress max="${total}" value="${number - 1}" aria-label="${say(pack, "form.progress-label")}">${counted}</progress>
    <fieldset aria-describedby="hint">
    <legend><h1 tabindex="-1">${question.ask}</h1></legend>
    ${hint !== "" && html`<p class="hint">${hint}</p>`}
    ${showOptions(pack, question, interview.answers[id])}
    </fieldset>
    <p id="hint" role="alert" class="missing"></p>
    <p class="actions">
    <button class="main">${say(pack, "form.next")}</button>
    <button type="button" data-do="skip">${say(pack, isChange ? "form.leave-open" : "form.not-sure")}</button>
    <button type="button" data-do="back">${say(pack, "form.back")}</button>
    </p>
    ${question.why !== "" && html`<details><summary>${say(pack, "form.why")}</summary><p>${question.why}</p></details>`}
    </form>`;
}

function anyHint(pack: Pack, { most, options }: Question): string {
  return most < options.length ? say(pack, "form.tick-some", { n: most }) : say(pack, "form.tick-all");
}

function showOptions(pack: Pack, { pick, options }: Question, picked: readonly string[] | undefined): Html {
  const control = (value: string, label: string, isOn: boolean) => html`
    <label class="option"><input type="${isList({ pick }) ? "checkbox" : "radio"}" name="option" value="${value}"${isOn && html` checked`}>
    <span>${label}</span></label>`;
  const none = mayBeNone({ pick }) && control(noneValue, say(pack, "answers.none"), picked?.length === 0);
  return html`${options.map(({ id, label }) => control(id, label, picked?.includes(id) ?? false))}${none}`;
}

/** Everything that was said, by topic, each with a button that goes back to it. */
export function showReview(pack: Pack, { answers }: Interview, isCollecting: boolean): Html {
  const open = pack.questions.filter(({ id }) => answers[id] === undefined).length;
  const state = open === 0 ? say(pack, "form.review-all") : say(pack, "form.review-open", { n: open });
  return html`
    <h1 tabindex="-1">${say(pack, "form.review")}</h1>
    <p class="lede">${capitalize(pack, state)}</p>
    ${pack.topics.map(
      ({ title, questions }) => html`
      <h2>${title}</h2>
      <dl class="answers">${questions.map((id) => {
        const picked = answers[id];
        const { ask } = findQuestion(pack, id);
        return html`
          <div><dt>${ask}</dt>
          <dd>${picked === undefined ? html`<span class="quiet">${say(pack, "form.open")}</span>` : answerLabel(pack, id, picked)}
          <button type="button" data-do="change" data-question="${id}" aria-label="${say(pack, "form.change-one", { question: ask })}">${say(pack, "form.change")}</button></dd></div>`;
      })}</dl>`,
    )}
    <p class="actions"><button type="button" class="main" data-do="finish">${say(pack, isCollecting ? "form.finish" : "form.advise")}</button>
    <button type="button" data-do="back">${say(pack, "form.back")}</button></p>`;
}

/** The answers to take along: a code to copy and a file. */
export function showKeep(pack: Pack, code: string, isCollecting: boolean): Html {
  const title = say(pack, isCollecting ? "form.thanks" : "form.keep");
  const heading = isCollecting ? html`<h1 tabindex="-1">${title}</h1>` : html`<h2>${title}</h2>`;
  return html`
    <section class="keep">${heading}
    <p>${say(pack, isCollecting ? "form.send-how" : "form.keep-how")}</p>
    <p><code id="code">${code}</code> <button type="button" data-do="copy">${say(pack, "page.copy")}</button></p>
    <p class="actions"><a class="button" id="file">${say(pack, "form.save")}</a>
    <button type="button" data-do="review">${say(pack, "form.change-any")}</button>
    <button type="button" data-do="restart">${say(pack, "form.restart")}</button></p>
    </section>`;
}
