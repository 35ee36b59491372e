import type { Pack, Question } from "../pack/pack.ts";
import { limitGlyphs, pad, textWidth, wrap, wrapLines } from "../report/terminal-page.ts";
import * as sentences from "./interview-sentences.ts";
import type { View } from "./key-actions.ts";
import { drawQuestion } from "./question-screen.ts";
import {
  fitToRows,
  footer,
  item,
  markLines,
  mostText,
  noteLines,
  type Parts,
  type Screen,
  type Setting,
  stopKey,
} from "./screen-parts.ts";
import { questionAt, reviewed, unasked } from "./state.ts";

/** Draws the view in lines that all fit on the screen. */
export function draw(pack: Pack, view: View, screen: Screen): string[] {
  const setting = { pack, view, screen, width: Math.min(screen.width - 1, mostText) };
  const question = questionAt(pack, view.interview);
  const parts =
    view.unfinished.length > 0
      ? drawUnfinished(setting)
      : question === undefined
        ? drawReview(setting)
        : drawQuestion(setting, question);
  return fitToRows(parts, setting).map((line) => limitGlyphs(line, screen));
}

/** Draws the choice between continuing an unfinished interview and starting a new one. */
function drawUnfinished(setting: Setting): Parts {
  const { pack, view, width } = setting;
  const choices = sentences.unfinishedChoices(pack, view.unfinished);
  return {
    head: [...wrapLines(sentences.unfinishedSentence(view.unfinished), width), ""],
    items: choices.map((choice, i) => item(setting, `${i + 1}  `, choice, i === view.cursor)),
    cursor: view.cursor,
    foot: noteLines(setting),
    keys: footer(setting, [[`↑↓ 1-${choices.length} choose`, "Enter", "Ctrl+C stop"]]),
  };
}

/** Draws all answers by topic, the ways to go on, and what is open. */
function drawReview(setting: Setting): Parts {
  const { pack, view, screen, width } = setting;
  const { interview, cursor } = view;
  const questions = reviewed(pack, interview);
  const open = [sentences.unaskedSentence(pack, interview), sentences.openSentence(pack, interview)];
  const about = open.flatMap((text) => (text === null ? [] : wrapLines(text, width)));
  const canGoOn = unasked(pack, interview).length > 0;
  const ends = [`r  ${sentences.seeResult}`, ...(canGoOn ? [`m  ${sentences.goOn(pack, interview)}`] : [])];
  const keys = ["r result", ...(canGoOn ? ["m more"] : [])];
  return {
    headline: [screen.paint.bold("Your answers"), ""],
    items: questions.map((question, i) => reviewItem(setting, questions, question, i === cursor)),
    ends: ["", ...ends.flatMap((text, i) => markLines(screen, text, cursor === questions.length + i))],
    cursor,
    foot: [...(about.length === 0 ? [] : [""]), ...about.map((line) => screen.paint.cyan(line)), ...noteLines(setting)],
    keys: footer(setting, [
      [...keys, "↑↓ Enter change", "← back", stopKey(setting)],
      [...keys, "↑↓ Enter", "← back", "^C stop"],
    ]),
  };
}

const mostName = 24;
const leastColumns = 60;

/** An answer at the full width of the screen, never cut. The first answer of a topic stands below the topic. */
function reviewItem(
  { pack, view, screen }: Setting,
  questions: readonly Question[],
  question: Question,
  isMarked: boolean,
): string[] {
  const { topic, short } = question;
  const width = screen.width - 1;
  const isFirst = questions.find((other) => other.topic === topic) === question;
  const label = sentences.answerText(pack, question, view.interview);
  const names = Math.min(mostName, Math.max(...questions.map((other) => textWidth(other.short))));
  const isWide = width >= leastColumns && textWidth(short) <= names;
  const lead = isWide ? `${pad(short, names)}  ` : `${short}: `;
  const indent = " ".repeat(isWide ? 2 + names + 2 : 4);
  return [
    ...(isFirst ? [...(question === questions[0] ? [] : [""]), screen.paint.cyan(topic)] : []),
    ...markLines(screen, wrap(isWide ? label : lead + label, width, indent, isWide ? lead : ""), isMarked),
  ];
}
