import type { Pack, Question } from "../pack/pack.ts";
import { inOrder, isList, mayBeNone } from "../pack/pick.ts";
import { notes } from "./interview-sentences.ts";
import {
  answer,
  back,
  draft,
  edit,
  forward,
  hasAnswer,
  hurry,
  type Interview,
  type Left,
  progress,
  questionAt,
  reviewed,
  skip,
  unasked,
} from "./state.ts";

/** An interview as it stands on a screen: plain data, and every key returns a new one. */
export interface View {
  readonly interview: Interview;
  /** Those that were stopped before, newest first, until it is decided whether to continue one. */
  readonly left: readonly Left[] | null;
  /** The line that is marked, from 0; null until the reader chooses one. */
  readonly cursor: number | null;
  /** Where any number may be picked: what is ticked, an empty list for "none of these", null for nothing. */
  readonly picked: readonly string[] | null;
  /** Where any number may be picked: is "not sure" ticked? */
  readonly isUnsure: boolean;
  /** Ticks that "none of these" or "not sure" has taken away; the same key brings them back. */
  readonly aside: readonly string[];
  readonly isWhyShown: boolean;
  /** Something to say about the last key. */
  readonly note: string | null;
  /** The part of the bar of progress that was full once; it never shrinks. */
  readonly reach: number;
  readonly isDone: boolean;
}

/** A key press, by the name that `node:readline` gives it; "paste" stands for all that was pasted. */
export interface Key {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
  readonly shift?: boolean;
}

/** The screen that an interview begins with. */
export function show(pack: Pack, interview: Interview, left: readonly Left[] = []): View {
  const hasLeft = left.length > 0;
  const chosen = hasLeft ? nothingChosen : chosenBefore(pack, interview);
  const blank = { aside: [], isWhyShown: false, note: null, isDone: false };
  return { interview, left: hasLeft ? left : null, ...blank, ...chosen, reach: share(pack, interview) };
}

const nothingChosen = { cursor: null, picked: null, isUnsure: false };

/** What was said or ticked before at the question that is shown. */
function chosenBefore(pack: Pack, interview: Interview): Pick<View, "cursor" | "picked" | "isUnsure"> {
  const { at, answers, unsure, drafts } = interview;
  const question = questionAt(pack, interview);
  if (at === null || question === undefined) return nothingChosen;
  const picked = drafts[at] ?? answers[at] ?? null;
  const isUnsure = picked === null && unsure.includes(at);
  if (isList(question)) return { cursor: null, picked, isUnsure };
  const option = question.options.findIndex(({ id }) => picked?.includes(id));
  return { cursor: isUnsure ? unsureLine(question) : option < 0 ? null : option, picked: null, isUnsure: false };
}

/** Of the questions to ask, how many were asked. */
function share(pack: Pack, interview: Interview): number {
  return interview.asked.length / Math.max(1, progress(pack, interview).total);
}

/** Below the options stand "none of these", where any number may be picked, and "not sure". */
export function noneLine(question: Question): number | null {
  return mayBeNone(question) ? question.options.length : null;
}

export function unsureLine(question: Question): number {
  return question.options.length + (mayBeNone(question) ? 1 : 0);
}

/** What a key does. A key that means nothing here returns the same view. */
export function press(pack: Pack, view: View, key: Key): View {
  if (key.ctrl || key.meta || view.isDone) return view;
  if (key.name === "paste") return { ...view, note: notes.pasted };
  const calm = view.note === null ? view : { ...view, note: null };
  const next = pressPlain(pack, calm, key);
  // An unknown key leaves the note where it is.
  if (next === calm) return knownKey.test(key.name ?? "") || key.sequence === "?" ? calm : view;
  const reach = Math.max(view.reach, share(pack, next.interview));
  const { at, isEdit } = view.interview;
  if (!isEdit || next.interview.at !== null) return { ...next, reach };
  // Back in the review the answer that was looked at is marked.
  return { ...next, reach, cursor: reviewed(pack, next.interview).findIndex(({ id }) => id === at) };
}

const knownKey = /^(up|down|left|right|home|end|pageup|pagedown|return|enter|escape|space|tab|\w)$/;

function pressPlain(pack: Pack, view: View, key: Key): View {
  const question = questionAt(pack, view.interview);
  if (view.left !== null) return pressLeft(pack, view, view.left, key);
  return question === undefined ? pressReview(pack, view, key) : pressQuestion(pack, view, question, key);
}

const isEnter = ({ name }: Key) => name === "return" || name === "enter";

/** The line that a key leads to; null where it leads to none. The first step down marks the first line, up the last. */
function lineTo({ name }: Key, cursor: number | null, size: number): number | null {
  if (name === "up" || name === "k") return ((cursor ?? 0) - 1 + size) % size;
  if (name === "down" || name === "j") return ((cursor ?? -1) + 1) % size;
  if (name === "home") return 0;
  if (name === "end") return size - 1;
  if (name === "pageup") return Math.max(0, (cursor ?? 0) - 10);
  if (name === "pagedown") return Math.min(size - 1, (cursor ?? 0) + 10);
  return null;
}

function digitOf({ sequence }: Key, size: number): number | null {
  const digit = /^[1-9]$/.test(sequence ?? "") ? Number(sequence) - 1 : size;
  return digit < size ? digit : null;
}

/** One line for each interview that was left, and one to start afresh. */
function pressLeft(pack: Pack, view: View, left: readonly Left[], key: Key): View {
  const size = left.length + 1;
  const line = digitOf(key, size) ?? lineTo(key, view.cursor, size);
  if (line !== null) return { ...view, cursor: line };
  if (!isEnter(key) && key.name !== "right") return view;
  if (view.cursor === null) return { ...view, note: notes.chooseLeft };
  return show(pack, left[view.cursor]?.interview ?? view.interview);
}

function pressQuestion(pack: Pack, view: View, question: Question, key: Key): View {
  const { interview, cursor } = view;
  const isAny = isList(question);
  const size = unsureLine(question) + 1;
  if (key.name === "left" || (key.name === "tab" && key.shift)) return goBack(pack, view, question);
  if (key.name === "escape") {
    if (view.isWhyShown) return { ...view, isWhyShown: false };
    return interview.isEdit ? show(pack, back(interview)) : view;
  }
  if (isEnter(key)) return takeChoice(pack, view, question);
  if (key.name === "right") return stepOn(pack, view, question);
  if (key.name === "q") return turned(pack, view, hurry(pack, drafted(view, question), !interview.isQuick));
  if (key.sequence === "?") return { ...view, isWhyShown: !view.isWhyShown };
  if (isAny && key.name === "space")
    return cursor === null ? { ...view, note: notes.tickOne } : tick(question, view, cursor);
  const line =
    key.name === "s"
      ? unsureLine(question)
      : key.sequence === "0"
        ? noneLine(question)
        : digitOf(key, question.options.length);
  if (line !== null) return isAny ? tick(question, view, line) : { ...view, cursor: line };
  const to = lineTo(key, cursor, size);
  return to === null ? view : { ...view, cursor: to };
}

/** Enter: what is chosen becomes the answer. */
function takeChoice(pack: Pack, view: View, question: Question): View {
  const { interview, cursor, picked, isUnsure } = view;
  if (isList(question)) {
    if (isUnsure) return show(pack, skip(pack, draft(interview, someOf(view.aside))));
    return picked === null ? { ...view, note: notes.tickOne } : show(pack, answer(pack, interview, picked));
  }
  if (cursor === null) return { ...view, note: notes.chooseOne };
  const option = question.options[cursor];
  return show(pack, option === undefined ? skip(pack, interview) : answer(pack, interview, [option.id]));
}

/** Right: the same, one question on even where later ones are answered. */
function stepOn(pack: Pack, view: View, question: Question): View {
  const taken = takeChoice(pack, view, question);
  if (taken.note !== null || view.interview.isEdit) return taken;
  return show(pack, forward(pack, { ...taken.interview, at: question.id }));
}

function goBack(pack: Pack, view: View, question: Question): View {
  const { interview } = view;
  const before = back(interview.isEdit ? interview : drafted(view, question));
  return before.at === interview.at ? { ...view, note: notes.isFirst } : show(pack, before);
}

/** The interview with what is chosen here as a draft, where that is not the answer already. */
function drafted({ interview, cursor, picked, aside }: View, question: Question): Interview {
  if (isList(question)) return draft(interview, picked ?? someOf(aside));
  const option = cursor === null ? undefined : question.options[cursor];
  return draft(interview, option === undefined ? null : [option.id]);
}

/** The short form or all questions, at the same place as it was left, or at a new one. */
function turned(pack: Pack, view: View, interview: Interview): View {
  const next = interview.at === view.interview.at ? { ...view, interview } : show(pack, interview);
  const isSaidAbove = interview.asked.length === 0;
  return isSaidAbove ? next : { ...next, note: interview.isQuick ? notes.isShort : notes.isWhole };
}

/** Ticks a line or takes its tick away. "None of these" and "not sure" stand alone, and bring back what they took away. */
function tick(question: Question, view: View, line: number): View {
  const there = { ...view, cursor: line };
  const { picked, isUnsure, aside } = view;
  const ticks = picked ?? [];
  const id = question.options[line]?.id;
  if (id === undefined) {
    const isNone = line === noneLine(question);
    if (isNone ? picked?.length === 0 : isUnsure) return { ...there, ...ticked(aside) };
    const kept = ticks.length > 0 ? ticks : aside;
    return { ...there, picked: isNone ? [] : null, isUnsure: !isNone, aside: kept };
  }
  const next = ticks.includes(id) ? ticks.filter((one) => one !== id) : [...ticks, id];
  if (next.length > question.most) return { ...there, note: notes.most(question.most) };
  return { ...there, ...ticked(inOrder(question, next)) };
}

function ticked(ids: readonly string[]): Pick<View, "picked" | "isUnsure" | "aside"> {
  return { picked: someOf(ids), isUnsure: false, aside: [] };
}

function someOf(ids: readonly string[]): readonly string[] | null {
  return ids.length > 0 ? ids : null;
}

/** The answers, "see the result", and "go on" where something was not asked. */
function pressReview(pack: Pack, view: View, key: Key): View {
  const { interview, cursor } = view;
  const said = reviewed(pack, interview);
  const canGoOn = unasked(pack, interview).length > 0;
  const size = said.length + (canGoOn ? 2 : 1);
  if (key.name === "r" || (isEnter(key) && cursor === said.length))
    return hasAnswer(interview) ? { ...view, isDone: true } : { ...view, note: notes.nothingToSee };
  if (canGoOn && (key.name === "m" || (isEnter(key) && cursor === said.length + 1)))
    return show(pack, hurry(pack, interview, false));
  if (key.name === "left" || (key.name === "tab" && key.shift)) return show(pack, back(interview));
  if (key.name === "right" || (isEnter(key) && cursor === null)) return { ...view, note: notes.chooseInReview };
  const to = lineTo(key, cursor, size);
  if (to !== null) return { ...view, cursor: to };
  const question = said[cursor ?? -1];
  return isEnter(key) && question !== undefined ? show(pack, edit(interview, question.id)) : view;
}
