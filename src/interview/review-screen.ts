import type { Question } from "../pack/pack.ts";
import { pad, textWidth, wrap } from "../report/page.ts";
import * as sentences from "./interview-sentences.ts";
import { footer, linesOf, mark, noted, type Parts, type Setting, stopKey } from "./screen-parts.ts";
import { reviewed, unasked } from "./state.ts";

/** All that was said, by topic, any of it to be changed; below it what is open, and the way on. */
export function drawReview(setting: Setting): Parts {
  const { pack, view, screen, width } = setting;
  const { interview, cursor } = view;
  const list = reviewed(pack, interview);
  const left = [sentences.whatIsUnasked(pack, interview), sentences.whatIsOpen(pack, interview)];
  const about = left.flatMap((text) => (text === null ? [] : linesOf(text, width)));
  const canGoOn = unasked(pack, interview).length > 0;
  const ends = [`r  ${sentences.seeResult}`, ...(canGoOn ? [`m  ${sentences.goOn(pack, interview)}`] : [])];
  return {
    headline: [screen.paint.bold("Your answers"), ""],
    items: list.map((question, i) => said(setting, list, question, i === cursor)),
    ends: ["", ...ends.map((text, i) => mark(screen, text, cursor === list.length + i))],
    cursor,
    foot: [...(about.length === 0 ? [] : [""]), ...about.map((line) => screen.paint.cyan(line)), ...noted(setting)],
    keys: footer(setting, [
      ["r result", ...(canGoOn ? ["m more"] : []), "↑↓ Enter change", "← back", stopKey(setting)],
      ["r result", ...(canGoOn ? ["m more"] : []), "↑↓ Enter", "← back", "^C stop"],
    ]),
  };
}

const mostName = 24;
const leastColumns = 60;

/** An answer, whole, at the full width; the first of a topic under its title. */
function said(
  { pack, view, screen }: Setting,
  list: readonly Question[],
  question: Question,
  isMarked: boolean,
): string[] {
  const { paint } = screen;
  const width = screen.width - 1;
  const isFirst = list.find(({ topic }) => topic === question.topic) === question;
  const label = sentences.saidTo(pack, question, view.interview);
  const names = Math.min(mostName, Math.max(...list.map(({ short }) => textWidth(short))));
  const isWide = width >= leastColumns && textWidth(question.short) <= names;
  const lead = isWide ? `${pad(question.short, names)}  ` : `${question.short}: `;
  const indent = " ".repeat(isWide ? 2 + names + 2 : 4);
  const [first = "", ...rest] = wrap(isWide ? label : lead + label, width, indent, isWide ? lead : "").split("\n");
  return [
    ...(isFirst ? [...(question === list[0] ? [] : [""]), paint.cyan(question.topic)] : []),
    mark(screen, first, isMarked),
    ...rest.map((line) => (isMarked ? paint.cyan(line) : line)),
  ];
}
