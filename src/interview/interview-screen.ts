import type { Pack } from "../pack/pack.ts";
import { limitGlyphs } from "../report/page.ts";
import { leftChoices, leftSentence } from "./interview-sentences.ts";
import type { View } from "./keypress.ts";
import { drawQuestion } from "./question-screen.ts";
import { drawReview } from "./review-screen.ts";
import {
  fitted,
  footer,
  item,
  linesOf,
  mostText,
  noted,
  type Parts,
  type Screen,
  type Setting,
} from "./screen-parts.ts";
import { type Left, questionAt } from "./state.ts";

/** What the screen shows: every line fits, and there are no more lines than it has. */
export function draw(pack: Pack, view: View, screen: Screen): string[] {
  const setting = { pack, view, screen, width: Math.min(screen.width - 1, mostText) };
  const question = questionAt(pack, view.interview);
  const parts =
    view.left !== null
      ? drawLeft(setting, view.left)
      : question === undefined
        ? drawReview(setting)
        : drawQuestion(setting, question);
  return fitted(parts, setting).map((line) => limitGlyphs(line, screen));
}

/** Interviews were left before: continue one of them, or start afresh? */
function drawLeft(setting: Setting, left: readonly Left[]): Parts {
  const { pack, view, width } = setting;
  const choices = leftChoices(pack, left);
  return {
    head: [...linesOf(leftSentence(left), width), ""],
    items: choices.map((choice, i) => item(setting, `${i + 1}  `, choice, i === view.cursor)),
    cursor: view.cursor,
    foot: noted(setting),
    keys: footer(setting, [[`↑↓ 1-${choices.length} choose`, "Enter", "Ctrl+C stop"]]),
  };
}
