import type { Pack, Question } from "../pack/pack.ts";
import { answer, back, hurry, type Interview, jump, openQuestions, skip } from "./state.ts";

/** An interview as it stands on a screen: plain data, and every key returns a new one. */
export interface View {
  readonly interview: Interview;
  /** One that was left before, until it is decided whether to continue it. */
  readonly left: Interview | null;
  /** The line of the list that the pointer is on, from 0. */
  readonly cursor: number;
  /** Options picked so far, where any may be. */
  readonly picked: readonly string[];
  readonly isWhyShown: boolean;
  /** Something to say about the last key. */
  readonly note: string | null;
  readonly isDone: boolean;
}

/** The part of a key press that counts here, as `node:readline` names it. */
export interface Key {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
  readonly shift?: boolean;
}

/** The screen that an interview begins with. */
export function show(pack: Pack, interview: Interview, left: Interview | null = null): View {
  const question = pack.questions.find(({ id }) => id === interview.at);
  const picked = question === undefined ? [] : (interview.answers[question.id] ?? []);
  const cursor = question === undefined ? reviewed(pack, interview).length : former(question, interview);
  const isAsking = left === null;
  return { interview, left, cursor: isAsking ? cursor : 0, picked, isWhyShown: false, note: null, isDone: false };
}

/** The line of what was said to a question before; the first one where nothing was. */
function former({ id, options }: Question, { answers, unsure }: Interview): number {
  if (unsure.includes(id)) return options.length;
  return Math.max(
    0,
    options.findIndex((option) => answers[id]?.includes(option.id)),
  );
}

/** Does "not sure" stand below the options? It does where it was said before, until something else is picked. */
export function listsUnsure({ id }: Question, { interview, picked }: View): boolean {
  return interview.unsure.includes(id) && picked.length === 0;
}

/** What was said, in pack order: the questions that a review lists. */
export function reviewed(pack: Pack, { answers, unsure }: Interview): readonly Question[] {
  return pack.questions.filter(({ id }) => answers[id] !== undefined || unsure.includes(id));
}

/** Questions that nothing was said about, also those that quick leaves out. */
export function unasked(pack: Pack, interview: Interview): readonly string[] {
  return openQuestions(pack, { ...interview, isQuick: false });
}

/** What a key does. A key that means nothing here returns the same view. */
export function press(pack: Pack, view: View, key: Key): View {
  if (key.ctrl || key.meta || view.isDone) return view;
  const { interview, left, cursor } = view;
  const calm = view.note === null ? view : { ...view, note: null };
  const question = left === null ? pack.questions.find(({ id }) => id === interview.at) : undefined;
  const size = left !== null ? 2 : question !== undefined ? listSize(question, view) : reviewSize(pack, interview);
  const to = (n: number) => ({ ...calm, cursor: (n + size) % size });

  if (key.name === "up" || key.name === "k") return to(cursor - 1);
  if (key.name === "down" || key.name === "j") return to(cursor + 1);
  if (key.name === "home") return to(0);
  if (key.name === "end") return to(-1);
  const isEnter = key.name === "return" || key.name === "enter";
  if (left !== null) {
    const digit = digitOf(key, size);
    if (digit !== null) return to(digit);
    return isEnter ? show(pack, cursor === 0 ? left : interview) : calm;
  }
  if (key.name === "left" || (key.name === "tab" && key.shift)) return moved(pack, calm, back(interview));
  if (question === undefined) return isEnter ? chooseInReview(pack, calm) : calm;
  if (key.name === "s" || (isEnter && cursor === question.options.length))
    return moved(pack, calm, skip(pack, interview));
  if (isEnter) return moved(pack, calm, answer(pack, interview, chosen(question, view)));
  if (key.name === "q") return turned(pack, calm, hurry(pack, interview, !interview.isQuick));
  if (key.sequence === "?") return { ...calm, isWhyShown: !view.isWhyShown };
  const digit = digitOf(key, question.options.length);
  if (question.pick === "any" && key.name === "space") return toggle(question, calm, cursor);
  if (digit === null) return calm;
  return question.pick === "any" ? toggle(question, calm, digit) : to(digit);
}

function digitOf({ sequence }: Key, size: number): number | null {
  const digit = /^[1-9]$/.test(sequence ?? "") ? Number(sequence) - 1 : size;
  return digit < size ? digit : null;
}

/** A new place to stand, or the same view where the step led nowhere. */
function moved(pack: Pack, view: View, interview: Interview): View {
  return interview === view.interview ? view : show(pack, interview);
}

/** The same place as it was left, or a new one. */
function turned(pack: Pack, view: View, interview: Interview): View {
  return interview.at === view.interview.at ? { ...view, interview } : show(pack, interview);
}

function chosen({ pick, options }: Question, { cursor, picked }: View): readonly string[] {
  if (pick === "one") return options.slice(cursor, cursor + 1).map(({ id }) => id);
  return options.map(({ id }) => id).filter((id) => picked.includes(id));
}

function toggle({ options, most }: Question, view: View, n: number): View {
  const id = options[n]?.id;
  if (id === undefined) return view;
  const picked = view.picked.includes(id) ? view.picked.filter((one) => one !== id) : [...view.picked, id];
  const note = `${most} is the most here; take one away first`;
  return picked.length > most ? { ...view, cursor: n, note } : { ...view, cursor: n, picked };
}

/** Was anything answered? Otherwise there is no result to see. */
export function hasAnswer({ answers }: Interview): boolean {
  return Object.keys(answers).length > 0;
}

export const nothingToSee = "Nothing is answered yet, so there is no result to see. Choose a question to answer it.";

function listSize(question: Question, view: View): number {
  return question.options.length + (listsUnsure(question, view) ? 1 : 0);
}

/** The answers, then "see the result", then "go on" where something was not asked. */
function reviewSize(pack: Pack, interview: Interview): number {
  return reviewed(pack, interview).length + (unasked(pack, interview).length > 0 ? 2 : 1);
}

function chooseInReview(pack: Pack, view: View): View {
  const { interview, cursor } = view;
  const said = reviewed(pack, interview);
  const question = said[cursor];
  if (question !== undefined) return show(pack, jump(interview, question.id));
  if (cursor > said.length) return show(pack, hurry(pack, interview, false));
  return hasAnswer(interview) ? { ...view, isDone: true } : { ...view, note: nothingToSee };
}
