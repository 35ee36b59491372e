import { advise } from "../../../advice/advise.ts";
import type { Answers } from "../../../advice/scorecard.ts";
import { plural } from "../../../advice/words.ts";
import { listAnswers } from "../answers.ts";
import { type Html, html } from "../markup.ts";
import { renderReport } from "../report.ts";
import { settingFor } from "../setting.ts";
import { drawPoints } from "../verdict.ts";
import { copyText } from "./copy.ts";
import type { PageData } from "./data.ts";
import { answersAfter, renderForm, showAnswers } from "./form.ts";
import { morphChildren } from "./morph.ts";

/** The what-if: every answer can be changed, and the whole page follows, by the engine that made it. */
const { pack, answers: own } = JSON.parse(find("data").textContent ?? "") as PageData;
let answers: Answers = own;

find("what-if").innerHTML = html`
  <p class="hint"><b>What if?</b> Change any answer, and the whole page follows.</p>
  <div class="outcome"><div role="status" id="outcome"></div>
  <button type="button" data-back>Back to my answers</button></div>
  <form id="form" autocomplete="off">${renderForm(pack, own)}</form>`.toString();
find("command").insertAdjacentHTML("afterend", ' <button type="button" id="copy">Copy</button>');
window.document.documentElement.classList.add("js");
update();

find("form").addEventListener("submit", (event) => event.preventDefault());
find("form").addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLSelectElement || target instanceof HTMLInputElement)) return;
  answers = answersAfter(target, find("form"), answers);
  update();
});
window.document.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  if (button === null) return;
  if (button.id === "copy") button.textContent = await copyText(find("command"));
  if (button.hasAttribute("data-back")) show(own, button);
  if (button.hasAttribute("data-flip")) show(withFlip(), button);
});

function show(wanted: Answers, button: Element): void {
  answers = wanted;
  update();
  // The button may have gone with what it stood in: the verdict is what it was pressed for.
  if (find("report").contains(button) || !button.isConnected) find("verdict").focus();
}

function withFlip(): Answers {
  const changes = advise(pack, answers).flip?.changes ?? [];
  return { ...answers, ...Object.fromEntries(changes.map(({ question, to }) => [question, to])) };
}

function update(): void {
  const changed = pack.questions.map(({ id }) => id).filter((id) => `${answers[id]}` !== `${own[id]}`);
  const advice = advise(pack, answers);
  const { title, verdict, sections, sources } = renderReport(pack, advice, changed.length);
  fill("title", html`${title}`);
  fill("report", html`${verdict}${sections}`);
  fill("cited", sources);
  fill("given", listAnswers(pack, answers));
  fill("code", html`${advice.code}`);
  fill(
    "outcome",
    html`<p><b>${advice.recommendation.summary}</b> <span class="quiet">${changed.length === 0 ? "your answers" : `${changed.length} ${plural(changed.length, "answer")} changed`}</span></p>
      ${drawPoints(advice.roles, settingFor(pack, advice).look)}`,
  );
  showAnswers(find("form"), pack, answers, changed);
  find("copy").textContent = "Copy";
}

function fill(id: string, content: Html): void {
  const wanted = window.document.createElement("template");
  wanted.innerHTML = content.toString();
  morphChildren(find(id), wanted.content);
}

function find(id: string): HTMLElement {
  const element = window.document.getElementById(id);
  if (element === null) throw new Error(`the page has no "${id}"`);
  return element;
}
