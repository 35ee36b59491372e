import type { Question } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { findQuestion } from "../report/advice-sentences.ts";
import { clip, pad, textWidth, wrapLines } from "../report/terminal-page.ts";
import * as sentences from "./interview-sentences.ts";
import { noneLine, unsureLine } from "./key-actions.ts";
import { footer, item, noteLines, type Parts, type Setting, stopKey } from "./screen-parts.ts";
import { progress, reviewed } from "./state.ts";

const mostLine = 60;

/** Draws a question with its options, below the answers so far. */
export function drawQuestion(setting: Setting, question: Question): Parts {
  const { pack, view, screen, width } = setting;
  const { paint } = screen;
  const hint = isList(question) ? wrapLines(sentences.tickHint(question, view.picked ?? []), width) : [];
  const why = view.isWhyShown
    ? ["", ...sentences.whyLines(pack, question).flatMap((line) => wrapLines(line, width))]
    : [];
  const purpose = sentences.purpose(pack, question, view.interview);
  return {
    above: view.interview.asked.length > 0 ? formerAnswers(setting) : introduction(setting),
    headline: [...headline(setting, question), ""],
    head: [
      ...(purpose === null ? [] : [...wrapLines(purpose, width).map((line) => paint.dim(line)), ""]),
      ...wrapLines(question.ask, width).map((line) => paint.bold(line)),
      ...hint.map((line) => paint.dim(line)),
      "",
    ],
    items: options(setting, question),
    cursor: view.cursor,
    foot: [...why.map((line) => paint.dim(line)), ...noteLines(setting)],
    keys: keys(setting, question),
  };
}

/** Draws the options, and below them "none of these" and "not sure". */
function options(setting: Setting, question: Question): string[][] {
  const { view, pack } = setting;
  const { picked, isUnsure, interview, cursor } = view;
  const isAny = isList(question);
  const former = reviewed(pack, interview).includes(question) ? interview.answers[question.id] : null;
  const line = (n: number, key: string, label: string, isTicked: boolean, isFormer: boolean) => {
    const box = isAny ? `${isTicked ? "[x]" : "[ ]"} ` : "";
    return item(setting, `${key}  ${box}`, isFormer && !isAny ? `${label} (your answer)` : label, n === cursor);
  };
  const [none, unsure] = [noneLine(question), unsureLine(question)];
  return [
    ...question.options.map(({ id, label }, i) =>
      line(i, i < 9 ? `${i + 1}` : " ", label, picked?.includes(id) ?? false, former?.includes(id) ?? false),
    ),
    ...(none === null ? [] : [line(none, "0", sentences.noneOfThese, picked?.length === 0, false)]),
    line(unsure, "s", sentences.notSure, isUnsure, former === undefined),
  ];
}

/** Draws as many sentences of the pack's introduction as fit, and the offer of a shorter form. */
function introduction({ pack, view, screen, width }: Setting): NonNullable<Parts["above"]> {
  const intro = pack.intro.split(/(?<=[.?!]) /);
  const shorter = sentences.shorterOrAll(pack, view.interview, "Press q");
  const offer = shorter === null ? [] : [...wrapLines(shorter, width).map((line) => screen.paint.cyan(line)), ""];
  return (rows) => {
    for (let most = intro.length; most > 0; most--) {
      const lines = [...wrapLines(intro.slice(0, most).join(" "), width), "", ...offer];
      if (lines.length <= rows) return lines;
    }
    return offer.length <= rows ? offer : [];
  };
}

function keys(setting: Setting, question: Question): string {
  const digits = `1-${Math.min(9, question.options.length)}`;
  const { isEdit } = setting.view.interview;
  const [choose, next] = [isList(question) ? "Space tick" : "choose", isEdit ? "Enter change" : "Enter next"];
  const back = isEdit ? "Esc back" : "← back";
  return footer(setting, [
    [`↑↓ ${digits} ${choose}`, next, back, "? why", stopKey(setting)],
    [`↑↓ ${digits} ${choose}`, next, back, "? why", "^C stop"],
    [`↑↓ ${digits} ${isList(question) ? "tick" : ""}`.trim(), "Enter", back, "? why", "^C stop"],
    [`${digits} Enter ${back} ? why ^C stop`],
  ]);
}

const mostTrack = 24;
const longestTime = "less than a minute left";

/** Draws topic, progress and time left. The bar has the same length at every question, so that it only ever grows. */
function headline({ pack, view, screen, width }: Setting, { topic }: Question): string[] {
  const { paint, unicode } = screen;
  const at = progress(pack, view.interview);
  const count = sentences.countOf(view.interview, at);
  const longestCount = sentences.countOf(view.interview, { ...at, number: at.total });
  const size = Math.max(0, Math.min(mostTrack, width - textWidth(longestCount) - textWidth(longestTime) - 4));
  const full = Math.round(size * Math.min(1, view.reach));
  const [thick, thin] = unicode ? ["━", "─"] : ["=", "-"];
  const track = size === 0 ? "" : `${paint.cyan(thick.repeat(full))}${paint.dim(thin.repeat(size - full))}  `;
  const line = `${pad(count, textWidth(longestCount))}  ${track}${paint.dim(sentences.timeLeft(pack, at))}`;
  return [...wrapLines(topic, width).map((text) => paint.cyan(text)), line];
}

/** Draws one short line for each former answer. If there are too few rows, the earliest are left out. */
function formerAnswers({ pack, view, screen, width }: Setting): NonNullable<Parts["above"]> {
  const { interview } = view;
  const { paint, unicode } = screen;
  const room = Math.min(width, mostLine);
  const lines = interview.asked
    .filter((id) => id !== interview.at)
    .map((id) => sentences.answerLine(pack, findQuestion(pack, id), interview))
    .map((line) => paint.dim(clip(line, room, unicode)));
  return (rows) => {
    if (lines.length === 0 || rows < 2) return [];
    if (lines.length < rows) return [...lines, ""];
    const hidden = lines.length - (rows - 2);
    return [paint.dim(`(${hidden} more above)`), ...lines.slice(hidden), ""];
  };
}
