import type { Advice } from "../../advice/advice.ts";
import type { Answers } from "../../advice/scorecard.ts";
import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import { answerLabel, findQuestion } from "../sentences.ts";
import { type Html, html } from "./markup.ts";

/** Every question, topic by topic, with what was answered. */
export function listAnswers(pack: Pack, answers: Answers): Html {
  const given = (id: string) => {
    const picked = answers[id];
    return picked === undefined
      ? html`<span class="quiet">${say(pack, "answers.open")}</span>`
      : answerLabel(pack, id, picked);
  };
  return html`${pack.topics.map(
    ({ title, questions }) => html`
      <h3>${title}</h3>
      <dl class="answers">${questions.map(
        (id) => html`
          <div><dt>${findQuestion(pack, id).ask}</dt>
          <dd>${given(id)}</dd></div>`,
      )}</dl>`,
  )}`;
}

/** The answers of a record, as the engine takes them. */
export function answersOf({ answers }: Advice): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([id, picked]) => [id, typeof picked === "string" ? [picked] : picked]),
  );
}
