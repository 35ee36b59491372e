import type { Pack, Question } from "../pack/pack.ts";
import { clip, finished, type Page, pad, textWidth, wrap } from "../report/page.ts";
import { findQuestion } from "../report/words.ts";
import { type Interview, progress } from "./state.ts";
import { listsUnsure, reviewed, unasked, type View } from "./view.ts";
import * as words from "./words.ts";

/** A page of so many lines, and what it may promise. */
export interface Screen extends Page {
  readonly rows: number;
  /** Is what one answers kept on disk? */
  readonly isKept: boolean;
}

/** Longer lines are hard to take in at a glance. */
const mostText = 72;
const mostOption = 60;

/** What the screen shows: every line fits, and there are no more lines than it has. */
export function draw(pack: Pack, view: View, screen: Screen): string[] {
  const setting: Setting = { pack, view, screen, width: Math.min(screen.width - 1, mostText) };
  const question = pack.questions.find(({ id }) => id === view.interview.at);
  const parts =
    view.left !== null
      ? drawLeft(setting, view.left)
      : question === undefined
        ? drawReview(setting)
        : drawQuestion(setting, question);
  return within(parts, setting).map((line) => finished(line, screen));
}

interface Setting {
  readonly pack: Pack;
  readonly view: View;
  readonly screen: Screen;
  readonly width: number;
}

interface Parts {
  /** What stands above, in so many rows. */
  readonly above: (rows: number) => readonly string[];
  /** Where one is. */
  readonly headline: readonly string[];
  /** What is asked. */
  readonly head: readonly string[];
  /** Each item with its lines; where they do not all fit, those around the pointer. */
  readonly items: readonly (readonly string[])[];
  readonly cursor: number;
  /** What is to be said about it. */
  readonly foot: readonly string[];
  readonly keys: string;
}

/** An interview was left before: continue it, or start afresh? */
function drawLeft(setting: Setting, left: Interview): Parts {
  const { pack, view, width } = setting;
  return {
    above: () => [],
    headline: [],
    head: [...lines("An earlier interview was stopped before its end.", width), ""],
    items: words.leftChoices(pack, left).map((choice, i) => item(setting, `${i + 1}  `, choice, i === view.cursor)),
    cursor: view.cursor,
    foot: noted(setting),
    keys: footer(setting, [["↑↓ 1-2 choose", "Enter", "Ctrl+C stop"]]),
  };
}

function drawQuestion(setting: Setting, question: Question): Parts {
  const { pack, view, screen, width } = setting;
  const { paint } = screen;
  const { interview, picked } = view;
  const isOnUnsure = view.cursor === question.options.length;
  const count = question.pick === "any" ? lines(words.leftToPick(question, picked, isOnUnsure), width) : [];
  const why = view.isWhyShown ? ["", ...words.whySaid(pack, question).flatMap((line) => lines(line, width))] : [];
  return {
    above: interview.asked.length > 0 ? answered(setting) : introduction(setting),
    headline: [...headline(setting, question), ""],
    head: [...lines(question.ask, width).map((line) => paint.bold(line)), ...count.map((line) => paint.dim(line)), ""],
    items: [
      ...question.options.map(({ id, label }, i) => {
        const number = i < 9 ? `${i + 1}  ` : "   ";
        const isPicked = picked.includes(id);
        if (question.pick === "any")
          return item(setting, `${number}${isPicked ? "[x]" : "[ ]"} `, label, i === view.cursor);
        return item(setting, number, isPicked ? `${label} (your answer)` : label, i === view.cursor);
      }),
      ...(listsUnsure(question, view) ? [item(setting, "s  ", `${words.notSure} (your answer)`, isOnUnsure)] : []),
    ],
    cursor: view.cursor,
    foot: [...why.map((line) => paint.dim(line)), ...noted(setting)],
    keys: keys(setting, question),
  };
}

function noted({ view, screen, width }: Setting): string[] {
  return view.note === null ? [] : ["", ...lines(view.note, width).map((line) => screen.paint.yellow(line))];
}

/** Before the first answer: what this is, in as many of its sentences as there is room for, and the offer of a shorter way. */
function introduction({ pack, view, screen, width }: Setting): Parts["above"] {
  const sentences = pack.intro.split(/(?<=[.?!]) /);
  const offer = lines(view.interview.isQuick ? words.quickTaken : words.quickOffer, width).map((line) =>
    screen.paint.cyan(line),
  );
  return (rows) => {
    for (let most = sentences.length; most > 0; most--) {
      const shown = [...lines(sentences.slice(0, most).join(" "), width), "", ...offer, ""];
      if (shown.length <= rows) return shown;
    }
    return offer.length < rows ? [...offer, ""] : [];
  };
}

function keys(setting: Setting, { pick, options }: Question): string {
  const digits = `1-${Math.min(9, options.length)}`;
  return footer(
    setting,
    pick === "one"
      ? [
          [`↑↓ ${digits} choose`, "Enter next", "← back", "s not sure", "? why", stop(setting)],
          [`↑↓${digits} Enter`, "← back", "s skip", "? why", "^C stop"],
          [`${digits} Enter ← back s skip ? why ^C stop`],
        ]
      : [
          [`↑↓ ${digits} Space pick`, "Enter next", "← back", "s not sure", "? why", "Ctrl+C stop"],
          [`${digits} pick`, "Enter", "← back", "s skip", "? why", "^C"],
          [`${digits} pick Enter ← back s skip ? why ^C`],
        ],
  );
}

function stop({ screen }: Setting): string {
  return screen.isKept ? "Ctrl+C stop, keep" : "Ctrl+C stop";
}

/** Topic, how far one is, and about how long it takes still: in one line, or in two where it is narrow. */
function headline({ pack, view, screen, width }: Setting, { topic }: Question): string[] {
  const { paint, unicode } = screen;
  const done = progress(pack, view.interview);
  const count = words.countOf(pack, view.interview);
  const time = words.timeLeft(pack, done);
  const room = (before: number) => width - before - textWidth(count) - textWidth(time) - 4;
  const track = (size: number) => {
    const full = Math.round((size * (done.number - 1)) / done.total);
    const [thick, thin] = unicode ? ["━", "─"] : ["=", "-"];
    return paint.cyan(thick.repeat(full)) + paint.dim(thin.repeat(size - full));
  };
  const line = (size: number) => `${count}  ${size > 0 ? `${track(size)}  ` : ""}${paint.dim(time)}`;
  const besides = room(textWidth(topic) + 3);
  if (besides >= 10) return [`${paint.cyan(topic)}   ${line(Math.min(24, besides))}`];
  return [...lines(topic, width).map((text) => paint.cyan(text)), line(Math.max(0, Math.min(24, room(0))))];
}

/** What was answered before, one short line each; the earliest give way. */
function answered({ pack, view, screen, width }: Setting): Parts["above"] {
  const { interview } = view;
  const { paint, unicode } = screen;
  const before = interview.asked.filter((id) => id !== interview.at).map((id) => findQuestion(pack, id));
  const room = Math.min(width, mostOption);
  const said = before.map((one) => paint.dim(clip(words.shortLine(pack, one, interview), room, unicode)));
  return (rows) => {
    if (said.length === 0 || rows < 2) return [];
    if (said.length < rows) return [...said, ""];
    const hidden = said.length - (rows - 2);
    return [paint.dim(`(${hidden} more above)`), ...said.slice(hidden), ""];
  };
}

/** All that was said, any of it to be changed, and below it the way on. */
function drawReview(setting: Setting): Parts {
  const { pack, view, screen, width } = setting;
  const { interview, cursor } = view;
  const { paint } = screen;
  const list = reviewed(pack, interview);
  const stops = interview.isQuick ? words.whyItStops(pack, interview) : null;
  const headline = [paint.bold("Your answers"), ""];
  const head = stops === null ? [] : [...lines(stops, width).map((line) => paint.cyan(line)), ""];
  const ends = [words.seeResult, ...(unasked(pack, interview).length > 0 ? [words.goOn(pack, interview)] : [])].map(
    (text, i) => item(setting, "", text, cursor === list.length + i),
  );
  const keys = footer(setting, [
    ["↑↓ choose", "Enter change it, or see the result", "← back", stop(setting)],
    ["↑↓ Enter change or end", "← back", "^C stop"],
  ]);
  const foot = noted(setting);
  const hasRoom = headline.length + head.length + list.length + 1 + ends.length + foot.length + 2 < screen.rows;
  const columns = hasRoom || width < mostOption ? 1 : 2;
  const cell = columns === 1 ? Math.min(mostOption, width) : Math.floor((screen.width - 3) / 2);
  const name = columns === 1 ? 18 : 14;
  const texts = list.map(
    (question) => `${pad(clip(question.short, name, screen.unicode), name)}  ${words.said(pack, question, interview)}`,
  );
  const cells = texts.map((text, i) => pad(mark(screen, clip(text, cell - 2, screen.unicode), i === cursor), cell));
  const height = Math.ceil(cells.length / columns);
  const table = Array.from({ length: height }, (_, row) => [`${cells[row]}  ${cells[row + height] ?? ""}`.trimEnd()]);
  const said = columns === 1 ? cells.map((text) => [text.trimEnd()]) : table;
  const chosen = list[cursor];
  const isCut = textWidth(texts[cursor] ?? "") > cell - 2 || textWidth(chosen?.short ?? "") > name;
  const told = chosen && isCut ? ["", ...lines(words.shortLine(pack, chosen, interview), width)] : [];
  const at = cursor < list.length ? cursor % height : height + cursor - list.length;
  const [end = [], ...goOn] = ends;
  return {
    above: () => [],
    headline,
    head,
    items: [...said, ["", ...end], ...goOn],
    cursor: at,
    foot: [...told, ...foot],
    keys,
  };
}

/** An item of a list in its lines, the pointer before the first one. */
function item({ screen, width }: Setting, lead: string, text: string, isOn: boolean): string[] {
  const inner = " ".repeat(2 + textWidth(lead));
  const [first = "", ...rest] = wrap(text, Math.min(width, mostOption), inner, lead).split("\n");
  return [mark(screen, first, isOn), ...rest.map((line) => (isOn ? screen.paint.cyan(line) : line))];
}

function mark({ paint, unicode }: Screen, text: string, isOn: boolean): string {
  return isOn ? paint.cyan(`${unicode ? "❯" : ">"} ${text}`) : `  ${text}`;
}

/** The first of the ways to name the keys that fits in one line. */
function footer({ screen, width }: Setting, ways: readonly (readonly string[])[]): string {
  const named = (way: readonly string[]) => (screen.unicode ? way.join("  ") : way.join("  ").replace(/↑↓ ?/, ""));
  const texts = ways.map((way) => finished(named(way), screen));
  return screen.paint.dim(texts.find((text) => textWidth(text) <= width) ?? clip(texts.at(-1) ?? "", width));
}

function lines(text: string, width: number): string[] {
  return wrap(text, width).split("\n");
}

const leastItems = 3;

/**
 * All lines, no more than the screen has. What is above gives way first, then items far from the pointer; where that is
 * not enough the headline, every blank line, and at last the end of what is said about the question.
 */
function within({ above, headline, head, items, cursor, foot, keys }: Parts, { pack, screen }: Setting): string[] {
  const rows = screen.rows - 1;
  const list = (room: number) =>
    items.flat().length <= room ? items.flat() : around(items, cursor, Math.max(leastItems, room), screen);
  const before = [...headline, ...head];
  const after = [...foot, "", keys];
  const body = [...before, ...list(rows - before.length - after.length), ...after];
  const title = [screen.paint.bold(clip(pack.title, screen.width - 1)), ""];
  const free = rows - body.length - title.length;
  if (free >= 0) return [...title, ...above(free), ...body];
  if (body.length <= rows) return body;

  const isText = (line: string) => line !== "";
  const [asked, said] = [head.filter(isText), foot.filter(isText)];
  const shown = list(rows - asked.length - said.length - 1);
  const room = Math.max(1, rows - asked.length - shown.length - 1);
  const told =
    said.length <= room ? said : [...said.slice(0, room - 1), screen.paint.dim("(and more, in a higher window)")];
  return [...asked, ...shown, ...told, keys].slice(-rows);
}

/** Items around the pointer, with how many there are beyond. */
function around(items: Parts["items"], cursor: number, room: number, { paint }: Screen): string[] {
  let [from, to] = [cursor, cursor + 1];
  const fits = (a: number, b: number) =>
    a >= 0 &&
    b <= items.length &&
    items.slice(a, b).flat().length + (a > 0 ? 1 : 0) + (b < items.length ? 1 : 0) <= room;
  for (;;) {
    const [up, down] = [fits(from - 1, to), fits(from, to + 1)];
    if (!up && !down) break;
    if (up && (!down || cursor - from < to - cursor)) from--;
    else to++;
  }
  const above = from > 0 ? [paint.dim(`  (${from} more above)`)] : [];
  const below = to < items.length ? [paint.dim(`  (${items.length - to} more below)`)] : [];
  return [...above, ...items.slice(from, to).flat(), ...below];
}
