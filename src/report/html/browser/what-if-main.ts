import { advise } from "../../../advice/advise.ts";
import type { Answers } from "../../../advice/scorecard.ts";
import { say } from "../../../pack/say.ts";
import type { PageData } from "../advice-page.ts";
import { type Html, html } from "../markup.ts";
import { renderReport } from "../page-parts.ts";
import { drawPoints } from "../verdict-header.ts";
import { copyText, find, readData } from "./in-page.ts";
import { morphChildren } from "./morph.ts";
import { answersAfter, renderForm, showAnswers } from "./what-if-form.ts";

/** The what-if: the reader can change every answer, and the engine of the program updates the whole page. */
const { pack, answers: originalAnswers, options } = readData<PageData>();
let answers: Answers = originalAnswers;
/** On a wide window the what-if stands unfolded beside the report, otherwise it is a bar at the foot of the window. */
const isWide = matchMedia("(min-width: 64rem)");

find("what-if").innerHTML = html`
  <div id="outcome" role="status"></div>
  <details id="panel"><summary>${say(pack, "page.what-if")}</summary>
  <p class="hint">${say(pack, "page.how")} <button type="button" data-back>${say(pack, "page.back")}</button></p>
  <form id="form" autocomplete="off">${renderForm(pack, originalAnswers)}</form></details>`.toString();
find("command").insertAdjacentHTML("afterend", ' <button type="button" id="copy"></button>');
window.document.documentElement.classList.add("js");
openWhereWide();
update();

isWide.addEventListener("change", openWhereWide);
find("form").addEventListener("submit", (event) => event.preventDefault());
find("form").addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLSelectElement || target instanceof HTMLInputElement)) return;
  answers = answersAfter(target, find("form"), answers);
  update();
});
window.document.addEventListener("click", async ({ target }) => {
  const pressed = target instanceof Element ? target.closest("button, a[href^='#']") : null;
  if (pressed instanceof HTMLAnchorElement) unfoldAround(pressed.hash.slice(1));
  if (!(pressed instanceof HTMLButtonElement)) return;
  if (pressed.id === "copy") pressed.textContent = await copyText(pack, find("command"));
  if (pressed.hasAttribute("data-back")) show(originalAnswers, pressed);
  if (pressed.hasAttribute("data-flip")) show(withFlip(), pressed);
  if (pressed.hasAttribute("data-unfold")) unfoldAll();
});

// Folds the panel of a narrow window when it loses the focus, because it would hide the element that has it.
find("what-if").addEventListener("focusout", ({ relatedTarget }) => {
  const isInside = !(relatedTarget instanceof Node) || find("what-if").contains(relatedTarget);
  if (!isWide.matches && !isInside) find("panel").toggleAttribute("open", false);
});

function openWhereWide(): void {
  find("panel").toggleAttribute("open", isWide.matches);
}

function show(newAnswers: Answers, button: Element): void {
  answers = newAnswers;
  update();
  // The update may have removed the button. The verdict gets the focus, because the reader pressed the button for it.
  if (find("report").contains(button) || !button.isConnected) find("verdict").focus();
}

function withFlip(): Answers {
  const changes = advise(pack, answers).flip?.changes ?? [];
  return { ...answers, ...Object.fromEntries(changes.map(({ question, to }) => [question, to])) };
}

/** Unfolds everything in the report. If all is unfolded already, folds the sections again. */
function unfoldAll(): void {
  const folds = [...find("report").querySelectorAll("details")];
  const isFolded = folds.some(({ open }) => !open);
  for (const fold of folds) fold.open = isFolded || (fold.closest(".folds") === null && fold.open);
}

function unfoldAround(id: string): void {
  const fold = window.document.getElementById(id)?.closest("details");
  if (fold) fold.open = true;
  if (id === "what-if") find("panel").toggleAttribute("open", true);
}

function update(): void {
  const changed = pack.questions.filter(({ id }) => `${answers[id]}` !== `${originalAnswers[id]}`).map(({ id }) => id);
  const advice = advise(pack, answers);
  const { title, body } = renderReport(pack, advice, { ...options, changeCount: changed.length });
  fill("title", html`${title}`);
  fill("report", body);
  fill("code", html`${advice.code}`);
  const state = changed.length === 0 ? say(pack, "page.yours") : say(pack, "page.changed", { n: changed.length });
  fill(
    "outcome",
    html`<h2>${say(pack, "page.what-if")}</h2> <span class="quiet">${state}</span> ${drawPoints(pack, advice.roles)}`,
  );
  showAnswers(find("form"), pack, answers, changed);
  find("copy").textContent = say(pack, "page.copy");
}

function fill(id: string, content: Html): void {
  const template = window.document.createElement("template");
  template.innerHTML = content.toString();
  morphChildren(find(id), template.content);
}
