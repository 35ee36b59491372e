import { advise } from "../../advice/advise.ts";
import { writeCode } from "../../advice/code.ts";
import { answer, back, edit, type Interview, skip, start } from "../../interview/state.ts";
import { isList } from "../../pack/pick.ts";
import { say } from "../../pack/say.ts";
import { findQuestion } from "../../report/advice-sentences.ts";
import { copyText, find, readData } from "../../report/html/browser/in-page.ts";
import { type Html, html } from "../../report/html/markup.ts";
import { renderReport } from "../../report/html/page-parts.ts";
import { asRecord } from "../answers-record.ts";
import type { FormData as PageData } from "../form-page.ts";
import { noneValue, showKeep, showQuestion, showReview, showWelcome } from "./form-views.ts";

/** The state of the page. It survives a reload, and ends with the browser's tab. */
interface Sitting {
  readonly name: string;
  readonly interview: Interview;
  readonly step: "welcome" | "asking" | "done";
}

const { pack, isCollecting } = readData<PageData>();
const place = `role-advisor/${pack.id}/${pack.hash}`;
const fresh: Sitting = { name: "", interview: start(pack, { answers: {}, unsure: [] }), step: "welcome" };
let sitting: Sitting = restore() ?? fresh;
render();

find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!(event.target instanceof HTMLFormElement)) return;
  const { step } = event.target.dataset;
  if (step === "welcome") go({ ...sitting, name: field("name"), step: "asking" });
  else takeAnswer(event.target);
});
find("form").addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === "checkbox") keepTicksPossible(target);
});
find("form").addEventListener("click", async ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  const action = button?.dataset["do"];
  const { interview } = sitting;
  if (button === null || action === undefined) return;
  if (action === "skip") ask(skip(pack, interview));
  if (action === "back") goBack();
  if (action === "change") ask(edit(interview, button.dataset["question"] ?? ""));
  if (action === "finish") go({ ...sitting, step: "done" });
  if (action === "review") go({ ...sitting, step: "asking", interview: { ...interview, at: null } });
  if (action === "restart" && window.confirm(say(pack, "form.forget"))) go({ ...fresh, name: sitting.name });
  if (action === "copy") button.textContent = await copyText(pack, find("code"));
});

/** Takes the chosen options as the answer, or shows a hint if nothing is chosen. */
function takeAnswer(form: HTMLFormElement): void {
  const id = form.dataset["question"] ?? "";
  const values = new FormData(form).getAll("option").map(String);
  const picked = values.filter((value) => value !== noneValue);
  if (values.length > 0) ask(answer(pack, sitting.interview, picked));
  else {
    const isOne = !isList(findQuestion(pack, id));
    find("hint").textContent = say(pack, isOne ? "form.none-chosen" : "form.none-ticked");
  }
}

/** Unticks options that exclude the changed one ("None of these"), and disables the rest when the limit is reached. */
function keepTicksPossible(changed: HTMLInputElement): void {
  const boxes = [...window.document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const isNone = changed.value === noneValue;
  if (changed.checked) for (const box of boxes) if ((box.value === noneValue) !== isNone) box.checked = false;
  const { most } = findQuestion(pack, changed.form?.dataset["question"] ?? "");
  const isFull = boxes.filter(({ checked }) => checked).length >= most;
  for (const box of boxes) box.disabled = isFull && !box.checked && box.value !== noneValue;
}

function ask(interview: Interview): void {
  go({ ...sitting, step: "asking", interview });
}

function goBack(): void {
  const before = back(sitting.interview);
  go(before === sitting.interview ? { ...sitting, step: "welcome" } : { ...sitting, interview: before });
}

function go(next: Sitting): void {
  sitting = next;
  try {
    sessionStorage.setItem(place, JSON.stringify(sitting));
  } catch {
    // A browser without session storage can still show the form; a reload then starts it again.
  }
  render();
  const heading = find("form").querySelector<HTMLElement>("h1");
  heading?.focus();
  heading?.scrollIntoView({ block: "nearest" });
}

function restore(): Sitting | null {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "null");
  } catch {
    return null;
  }
}

function render(): void {
  const { step, interview, name } = sitting;
  if (step === "welcome") fill(showWelcome(pack, name, isCollecting));
  else if (step === "done") showEnd();
  else if (interview.at === null) fill(showReview(pack, interview, isCollecting));
  else fill(showQuestion(pack, interview, interview.at));
  const first = window.document.querySelector<HTMLInputElement>("input[type=checkbox]:checked");
  if (first !== null) keepTicksPossible(first);
}

function showEnd(): void {
  const { answers } = sitting.interview;
  const keep = showKeep(pack, writeCode(pack, answers), isCollecting);
  if (isCollecting) fill(keep);
  else {
    const { body } = renderReport(pack, advise(pack, answers));
    fill(html`<article id="report">${body}</article>${keep}`);
  }
  const link = find("file");
  const who = sitting.name.trim();
  const record = `${JSON.stringify(asRecord(pack, answers, who))}\n`;
  link.setAttribute("href", `data:application/json;charset=utf-8,${encodeURIComponent(record)}`);
  link.setAttribute("download", `${who.replaceAll(/[^\p{L}\p{N}]+/gu, "-") || "answers"}.json`);
}

function fill(content: Html): void {
  find("form").innerHTML = content.toString();
}

function field(name: string): string {
  return window.document.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? "";
}
