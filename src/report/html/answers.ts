import type { Advice } from "../../advice/advice.ts";
import type { Answers } from "../../advice/scorecard.ts";
import type { Pack } from "../../pack/pack.ts";
import { answerLabel, findQuestion } from "../words.ts";
import { type Html, html } from "./markup.ts";

/** Every question, topic by topic, with what was answered. */
export function listAnswers(pack: Pack, answers: Answers): Html {
  return html`${pack.topics.map(
    ({ title, questions }) => html`
      <h3>${title}</h3>
      <dl class="answers">${questions.map((id) => {
        const picked = answers[id];
        return html`
          <div><dt>${findQuestion(pack, id).ask}</dt>
          <dd>${picked === undefined ? html`<span class="quiet">Left open</span>` : answerLabel(pack, id, picked)}</dd></div>`;
      })}</dl>`,
  )}`;
}

/** The answers of a record, as the engine takes them. */
export function answersOf({ answers }: Advice): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([id, picked]) => [id, typeof picked === "string" ? [picked] : picked]),
  );
}
