import type { Answers } from "../../../advice/scorecard.ts";
import type { Pack, Question } from "../../../pack/pack.ts";
import { isList } from "../../../pack/pick.ts";
import { say } from "../../../pack/say.ts";
import { answerLabel, findQuestion } from "../../advice-sentences.ts";
import { type Html, html } from "../markup.ts";

/** Renders every question, topic by topic, with a control for its answer. `showAnswers` sets the controls. */
export function renderForm(pack: Pack, originalAnswers: Answers): Html {
  return html`${pack.topics.map(
    ({ title, questions }) => html`
      <h3>${title}</h3>
      ${questions.map((id) => {
        const question = findQuestion(pack, id);
        const original = originalAnswers[id];
        const answer = original && answerLabel(pack, id, original);
        const reminder = answer === undefined ? say(pack, "page.you-left") : say(pack, "page.you-said", { answer });
        const control = isList(question) ? tickAny(pack, question) : selectOne(pack, question);
        return html`<div class="ask">${control}<p class="own" data-own="${id}" hidden>${reminder}</p></div>`;
      })}`,
  )}`;
}

function selectOne(pack: Pack, { id, ask, options }: Question): Html {
  return html`
    <label for="ask-${id}">${ask}</label>
    <select id="ask-${id}" data-question="${id}" autocomplete="off"><option value="">${say(pack, "page.unsure")}</option>
    ${options.map((option) => html`<option value="${option.id}">${option.label}</option>`)}</select>`;
}

function tickAny(pack: Pack, { id, ask, options, most }: Question): Html {
  const tick = (value: string, label: string) =>
    html`<label><input type="checkbox" data-question="${id}" value="${value}" autocomplete="off"> ${label}</label>`;
  const limit = most < options.length && `${say(pack, "page.at-most", { n: most })} `;
  return html`
    <fieldset><legend>${ask}</legend>
    ${options.map((option) => tick(option.id, option.label))}
    ${tick("", say(pack, "page.unsure"))}
    <p class="hint">${limit}${say(pack, "page.none-ticked")}</p></fieldset>`;
}

type Control = HTMLSelectElement | HTMLInputElement;

/** Sets every control to the answers, and shows the original answer beside each changed one. */
export function showAnswers(form: Element, pack: Pack, answers: Answers, changed: readonly string[]): void {
  for (const control of form.querySelectorAll<Control>("[data-question]")) {
    const { id, most } = findQuestion(pack, control.dataset["question"] ?? "");
    const picked = answers[id];
    if (control instanceof HTMLSelectElement) {
      control.value = picked?.[0] ?? "";
      continue;
    }
    control.checked = control.value === "" ? picked === undefined : (picked?.includes(control.value) ?? false);
    control.disabled = control.value !== "" && !control.checked && (picked?.length ?? 0) >= most;
  }
  for (const reminder of form.querySelectorAll<HTMLElement>("[data-own]")) {
    reminder.hidden = !changed.includes(reminder.dataset["own"] ?? "");
  }
}

/** The answers after the reader changed a control. */
export function answersAfter(control: Control, form: Element, answers: Answers): Answers {
  const id = control.dataset["question"] ?? "";
  const { [id]: _, ...others } = answers;
  if (control instanceof HTMLSelectElement) return control.value === "" ? others : { ...others, [id]: [control.value] };
  if (control.value === "" && control.checked) return others;
  const ticked = [...form.querySelectorAll<HTMLInputElement>(`[data-question="${id}"]:checked`)];
  return { ...others, [id]: ticked.map(({ value }) => value).filter((value) => value !== "") };
}
