import type { Pack, Question } from "../pack/pack.ts";
import { inOrder, isList, mayBeNone } from "../pack/pick.ts";
import { notes } from "./interview-sentences.ts";
import type { Interview, UnfinishedInterview } from "./state.ts";
import * as state from "./state.ts";

/** An interview as the screen shows it: plain data, from which every key makes new data. */
export interface View {
  readonly interview: Interview;
  /** Interviews that may be continued, newest first; empty once the person has chosen. */
  readonly unfinished: readonly UnfinishedInterview[];
  /** Number of the marked line, from 0; null until the person chooses one. */
  readonly cursor: number | null;
  /** Ids of the ticked options, where several may be picked. An empty list means "none of these", null that nothing is ticked. */
  readonly picked: readonly string[] | null;
  /** Is "not sure" ticked? Only where several options may be picked. */
  readonly isUnsure: boolean;
  /** Ids that "none of these" or "not sure" has unticked; the same key ticks them again. */
  readonly unticked: readonly string[];
  readonly isWhyShown: boolean;
  /** A sentence about the last key. */
  readonly note: string | null;
  /** The largest share of questions asked so far, from 0 to 1; it is kept so that the bar never shrinks. */
  readonly reach: number;
  readonly isDone: boolean;
}

/** A key press with the names of `node:readline`. The name "paste" stands for everything that was pasted at once. */
export interface Key {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
  readonly shift?: boolean;
}

/** Shows the current question or the review; if there are unfinished interviews, first the choice between them. */
export function show(pack: Pack, interview: Interview, unfinished: readonly UnfinishedInterview[] = []): View {
  const choice = unfinished.length > 0 ? nothingChosen : chosenBefore(pack, interview);
  const rest = { unticked: [], isWhyShown: false, note: null, isDone: false };
  return { interview, unfinished, ...choice, ...rest, reach: shareAsked(pack, interview) };
}

const nothingChosen = { cursor: null, picked: null, isUnsure: false };

/** The choice that a draft or a former answer makes at the current question. */
function chosenBefore(pack: Pack, interview: Interview): Pick<View, "cursor" | "picked" | "isUnsure"> {
  const { at, answers, unsure, drafts } = interview;
  const question = state.questionAt(pack, interview);
  if (at === null || question === undefined) return nothingChosen;
  const picked = drafts[at] ?? answers[at] ?? null;
  const isUnsure = picked === null && unsure.includes(at);
  if (isList(question)) return { cursor: null, picked, isUnsure };
  const option = question.options.findIndex(({ id }) => picked?.includes(id));
  return { cursor: isUnsure ? unsureLine(question) : option < 0 ? null : option, picked: null, isUnsure: false };
}

function shareAsked(pack: Pack, interview: Interview): number {
  return interview.asked.length / Math.max(1, state.progress(pack, interview).total);
}

/** The line of "none of these", below the options; null where the question has none. */
export function noneLine(question: Question): number | null {
  return mayBeNone(question) ? question.options.length : null;
}

/** The line of "not sure", which is the last one. */
export function unsureLine(question: Question): number {
  return question.options.length + (mayBeNone(question) ? 1 : 0);
}

/** Applies a key. A key without a meaning here returns the same view. */
export function press(pack: Pack, view: View, key: Key): View {
  if (key.ctrl || key.meta || view.isDone) return view;
  if (key.name === "paste") return { ...view, note: notes.pasted };
  const calm = view.note === null ? view : { ...view, note: null };
  const next = pressPlain(pack, calm, key);
  // An unknown key does not remove the note.
  if (next === calm) return knownKey.test(key.name ?? "") || key.sequence === "?" ? calm : view;
  const reach = Math.max(view.reach, shareAsked(pack, next.interview));
  const { at, isEdit } = view.interview;
  if (!isEdit || next.interview.at !== null) return { ...next, reach };
  // After an edit, the review marks the question that was edited.
  return { ...next, reach, cursor: state.reviewed(pack, next.interview).findIndex(({ id }) => id === at) };
}

const knownKey = /^(up|down|left|right|home|end|pageup|pagedown|return|enter|escape|space|tab|\w)$/;

function pressPlain(pack: Pack, view: View, key: Key): View {
  if (view.unfinished.length > 0) return pressUnfinished(pack, view, key);
  const question = state.questionAt(pack, view.interview);
  return question === undefined ? pressReview(pack, view, key) : pressQuestion(pack, view, question, key);
}

const isEnter = ({ name }: Key) => name === "return" || name === "enter";
const isBack = ({ name, shift }: Key) => name === "left" || (name === "tab" && shift);

/** The line that a key moves to; null for other keys. From no line, down moves to the first one and up to the last. */
function lineTo({ name }: Key, cursor: number | null, size: number): number | null {
  if (name === "up" || name === "k") return ((cursor ?? 0) - 1 + size) % size;
  if (name === "down" || name === "j") return ((cursor ?? -1) + 1) % size;
  if (name === "home") return 0;
  if (name === "end") return size - 1;
  if (name === "pageup") return Math.max(0, (cursor ?? 0) - 10);
  if (name === "pagedown") return Math.min(size - 1, (cursor ?? 0) + 10);
  return null;
}

/** The line of a digit from 1 to 9; null for other keys, and if there is no such line. */
function digitLine({ sequence }: Key, size: number): number | null {
  const line = /^[1-9]$/.test(sequence ?? "") ? Number(sequence) - 1 : size;
  return line < size ? line : null;
}

/** Handles a key where each unfinished interview has a line, and starting a new one has the last one. */
function pressUnfinished(pack: Pack, view: View, key: Key): View {
  const size = view.unfinished.length + 1;
  const line = digitLine(key, size) ?? lineTo(key, view.cursor, size);
  if (line !== null) return { ...view, cursor: line };
  if (!isEnter(key) && key.name !== "right") return view;
  if (view.cursor === null) return { ...view, note: notes.chooseUnfinished };
  return show(pack, view.unfinished[view.cursor]?.interview ?? view.interview);
}

function pressQuestion(pack: Pack, view: View, question: Question, key: Key): View {
  const { interview, cursor } = view;
  const isAny = isList(question);
  if (isBack(key)) return goBack(pack, view, question);
  if (key.name === "escape") {
    if (view.isWhyShown) return { ...view, isWhyShown: false };
    return interview.isEdit ? show(pack, state.back(interview)) : view;
  }
  if (isEnter(key)) return enter(pack, view, question);
  if (key.name === "right") return stepForward(pack, view, question);
  if (key.name === "q") return toggleQuick(pack, view, question);
  if (key.sequence === "?") return { ...view, isWhyShown: !view.isWhyShown };
  if (isAny && key.name === "space")
    return cursor === null ? { ...view, note: notes.tickOne } : tick(question, view, cursor);
  const line =
    key.name === "s"
      ? unsureLine(question)
      : key.sequence === "0"
        ? noneLine(question)
        : digitLine(key, question.options.length);
  if (line !== null) return isAny ? tick(question, view, line) : { ...view, cursor: line };
  const to = lineTo(key, cursor, unsureLine(question) + 1);
  return to === null ? view : { ...view, cursor: to };
}

/** Makes the choice the answer. */
function enter(pack: Pack, view: View, question: Question): View {
  const { interview, cursor, picked, isUnsure } = view;
  if (isList(question)) {
    if (isUnsure) return show(pack, state.skip(pack, state.draft(interview, nullIfEmpty(view.unticked))));
    return picked === null ? { ...view, note: notes.tickOne } : show(pack, state.answer(pack, interview, picked));
  }
  if (cursor === null) return { ...view, note: notes.chooseOne };
  const option = question.options[cursor];
  return show(pack, option === undefined ? state.skip(pack, interview) : state.answer(pack, interview, [option.id]));
}

/** Makes the choice the answer as well, but moves to the very next question, even if that is answered already. */
function stepForward(pack: Pack, view: View, question: Question): View {
  const next = enter(pack, view, question);
  if (next.note !== null || view.interview.isEdit) return next;
  return show(pack, state.forward(pack, { ...next.interview, at: question.id }));
}

function goBack(pack: Pack, view: View, question: Question): View {
  const { interview } = view;
  const before = state.back(interview.isEdit ? interview : withDraft(view, question));
  return before.at === interview.at ? { ...view, note: notes.isFirst } : show(pack, before);
}

/** Notes the choice as a draft, unless it is the answer already. */
function withDraft({ interview, cursor, picked, unticked }: View, question: Question): Interview {
  if (isList(question)) return state.draft(interview, picked ?? nullIfEmpty(unticked));
  const option = cursor === null ? undefined : question.options[cursor];
  return state.draft(interview, option === undefined ? null : [option.id]);
}

/** Changes to the short form or back to all questions. The current question stays as it is if both ask it. */
function toggleQuick(pack: Pack, view: View, question: Question): View {
  const interview = state.hurry(pack, withDraft(view, question), !view.interview.isQuick);
  const next = interview.at === view.interview.at ? { ...view, interview } : show(pack, interview);
  // Before the first answer, the introduction above the question names the form.
  if (interview.asked.length === 0) return next;
  return { ...next, note: interview.isQuick ? notes.isShort : notes.isWhole };
}

/** Ticks or unticks a line. "None of these" and "not sure" exclude all others; unticking them restores what they unticked. */
function tick(question: Question, view: View, line: number): View {
  const marked = { ...view, cursor: line };
  const { picked, isUnsure, unticked } = view;
  const ticks = picked ?? [];
  const id = question.options[line]?.id;
  if (id === undefined) {
    const isNone = line === noneLine(question);
    if (isNone ? picked?.length === 0 : isUnsure) return { ...marked, ...withTicks(unticked) };
    return { ...marked, picked: isNone ? [] : null, isUnsure: !isNone, unticked: ticks.length > 0 ? ticks : unticked };
  }
  const next = ticks.includes(id) ? ticks.filter((ticked) => ticked !== id) : [...ticks, id];
  if (next.length > question.most) return { ...marked, note: notes.most(question.most) };
  return { ...marked, ...withTicks(inOrder(question, next)) };
}

function withTicks(ids: readonly string[]): Pick<View, "picked" | "isUnsure" | "unticked"> {
  return { picked: nullIfEmpty(ids), isUnsure: false, unticked: [] };
}

function nullIfEmpty(ids: readonly string[]): readonly string[] | null {
  return ids.length > 0 ? ids : null;
}

/** Handles a key at the review: a line for each answer, then "see the result", then "go on" if questions were left out. */
function pressReview(pack: Pack, view: View, key: Key): View {
  const { interview, cursor } = view;
  const questions = state.reviewed(pack, interview);
  const canGoOn = state.unasked(pack, interview).length > 0;
  const size = questions.length + (canGoOn ? 2 : 1);
  if (key.name === "r" || (isEnter(key) && cursor === questions.length))
    return state.hasAnswer(interview) ? { ...view, isDone: true } : { ...view, note: notes.nothingToSee };
  if (canGoOn && (key.name === "m" || (isEnter(key) && cursor === questions.length + 1)))
    return show(pack, state.hurry(pack, interview, false));
  if (isBack(key)) return show(pack, state.back(interview));
  if (key.name === "right" || (isEnter(key) && cursor === null)) return { ...view, note: notes.chooseInReview };
  const to = lineTo(key, cursor, size);
  if (to !== null) return { ...view, cursor: to };
  const question = questions[cursor ?? -1];
  return isEnter(key) && question !== undefined ? show(pack, state.edit(interview, question.id)) : view;
}
