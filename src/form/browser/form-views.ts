import { type Interview, progress } from "../../interview/state.ts";
import { capitalize } from "../../pack/language.ts";
import type { Pack, Question } from "../../pack/pack.ts";
import { isList, mayBeNone } from "../../pack/pick.ts";
import { say } from "../../pack/say.ts";
import { answerLabel, findQuestion } from "../../report/advice-sentences.ts";
import { type Html, html } from "../../report/html/markup.ts";

/** The views of the form page, one for each step. They are pure; form-main.ts shows them and handles the events. */

/** The value of the box "None of these". It cannot be the id of an option, since ids contain letters. */
export const noneValue = "0";

/** The first view. It leaves out the intro, which promises an advice, if the page only collects answers. */
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

/** The view of one question: its topic, the progress, the options, and why the pack asks it. */
export function showQuestion(pack: Pack, interview: Interview, id: string): Html {
  const question = findQuestion(pack, id);
  const { number, total } = progress(pack, interview);
  const isChange = interview.answers[id] !== undefined || interview.unsure.includes(id);
  const hint = isList(question) ? anyHint(pack, question) : "";
  const progressText = say(pack, "form.progress", { number: `${number}`, total: `${total}` });
  return html`
    <form data-step="question" data-question="${id}">
    <p class="over"><span>${question.topic}</span> <span>${progressText}</span></p>
    <progress max="${total}" value="${number - 1}" aria-label="${say(pack, "form.progress-label")}">${progressText}</progress>
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

/** All answers by topic, each with a button for changing it. */
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

/** The end of the page, with the answers as a code to copy and as a file. */
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
