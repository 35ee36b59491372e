import { nextQuestion } from "../advice/order.ts";
import { type Answers, isScored } from "../advice/scorecard.ts";
import type { Pack, Question } from "../pack/pack.ts";

/** An interview as plain data: what was said, and where one is. Every step returns a new one. */
export interface Interview {
  readonly answers: Answers;
  /** Questions that are expressly left open. */
  readonly unsure: readonly string[];
  /** What was asked here, in that order; answers that came with the start are not part of it. */
  readonly asked: readonly string[];
  /** The question that is shown; null when all is said, and the answers are looked over. */
  readonly at: string | null;
  /** Ask only until the recommendation is certain (DESIGN 5.7). */
  readonly isQuick: boolean;
  /** What was ticked when a question was left without answering it; an empty list is "none of these". */
  readonly drafts: Answers;
  /** The question is shown to change its answer: when it is left, the answers are looked over again. */
  readonly isEdit: boolean;
}

/** An interview that was stopped before its end. */
export interface Left {
  readonly file: string;
  readonly interview: Interview;
  /** When it was stopped, as people write it. */
  readonly stopped: string;
}

/** What is known before the first question. */
export type Given = Pick<Interview, "answers" | "unsure">;

export function start(pack: Pack, { answers, unsure }: Given, isQuick = false): Interview {
  return moveOn(pack, { answers, unsure, asked: [], at: null, isQuick, drafts: {}, isEdit: false });
}

/** The question that is shown. */
export function questionAt(pack: Pack, { at }: Interview): Question | undefined {
  return pack.questions.find(({ id }) => id === at);
}

/** Takes the answer to the question that is shown, and goes on to the first one that nothing was said about. */
export function answer(pack: Pack, interview: Interview, picked: readonly string[]): Interview {
  const { at, answers, unsure, drafts } = interview;
  if (at === null) return interview;
  return moveOn(pack, {
    ...withAsked(interview, at),
    answers: { ...answers, [at]: picked },
    unsure: unsure.filter((id) => id !== at),
    drafts: without(drafts, at),
  });
}

/** Leaves the question that is shown open, on purpose. What was ticked there stays a draft. */
export function skip(pack: Pack, interview: Interview): Interview {
  const { at, answers, unsure } = interview;
  if (at === null) return interview;
  return moveOn(pack, {
    ...withAsked(interview, at),
    answers: without(answers, at),
    unsure: [...unsure.filter((id) => id !== at), at],
  });
}

/** Notes what is ticked at the question that is shown, which is not its answer yet; null where nothing is. */
export function draft(interview: Interview, picked: readonly string[] | null): Interview {
  const { at, answers, drafts } = interview;
  if (at === null || `${drafts[at]}` === `${picked}`) return interview;
  const isAnswer = picked === null || `${answers[at]}` === `${picked}`;
  return { ...interview, drafts: isAnswer ? without(drafts, at) : { ...drafts, [at]: picked } };
}

/** Shows the question before this one again; at the first one nothing happens. From an edit it leads to the review. */
export function back(interview: Interview): Interview {
  const { asked, isEdit } = interview;
  if (isEdit) return { ...interview, at: null, isEdit: false };
  const before = asked[placeOf(interview) - 1];
  return before === undefined ? interview : { ...interview, at: before };
}

/** Where among what was asked the question stands that is shown; behind all of it where it was not asked yet. */
function placeOf({ asked, at }: Pick<Interview, "asked" | "at">): number {
  return at !== null && asked.includes(at) ? asked.indexOf(at) : asked.length;
}

/** Shows the question that was asked after this one, or the first that nothing was said about. */
export function forward(pack: Pack, interview: Interview): Interview {
  const { asked, isEdit } = interview;
  const after = asked[placeOf(interview) + 1];
  return isEdit || after === undefined ? moveOn(pack, interview) : { ...interview, at: after };
}

/** Shows a question of the review, to change its answer. */
export function edit(interview: Interview, question: string): Interview {
  return { ...interview, at: question, isEdit: true };
}

/** Turns quick on or off; a question that is shown stays, unless quick finds that it cannot count. */
export function hurry(pack: Pack, interview: Interview, isQuick: boolean): Interview {
  const turned = { ...interview, isQuick };
  const next = moveOn(pack, turned);
  const shown = questionAt(pack, interview);
  const canCount = shown !== undefined && (!isQuick || (next.at !== null && isNeeded(pack, shown)));
  return canCount ? turned : next;
}

/** What quick asks: what decides, and what tells where on the way one stands (DESIGN 5.7). */
function isNeeded(pack: Pack, question: Question): boolean {
  return isScored(question) || isOnPath(pack, question.id);
}

function isOnPath({ roles }: Pack, id: string): boolean {
  return roles.some(({ path }) => path.some(({ when, unless }) => id in when || id in unless));
}

/** The same with answers that were given anew, such as flags at a second start; they win. */
export function take(pack: Pack, interview: Interview, given: Given): Interview {
  const news = [...Object.keys(given.answers), ...given.unsure];
  const kept = Object.entries(interview.answers).filter(([id]) => !news.includes(id));
  const taken = {
    ...interview,
    answers: { ...Object.fromEntries(kept), ...given.answers },
    unsure: [...interview.unsure.filter((id) => !news.includes(id)), ...given.unsure],
    asked: interview.asked.filter((id) => !news.includes(id)),
  };
  return taken.at === null || news.includes(taken.at) ? moveOn(pack, taken) : taken;
}

export type Progress = ReturnType<typeof progress>;

/**
 * The number of the question that is shown, from 1; how many there are in `total`, when quick at most; and how many are left,
 * the one that is shown included.
 */
export function progress(pack: Pack, { asked, at, ...said }: Interview) {
  const left = new Set([...openQuestions(pack, said), ...(at === null ? [] : [at])]);
  const total = new Set([...asked, ...left]).size;
  return { number: Math.min(placeOf({ asked, at }) + 1, total), total, left: left.size };
}

/** What nothing was said about: when quick only what it asks. */
export function openQuestions(pack: Pack, { answers, unsure, isQuick }: Given & Pick<Interview, "isQuick">): string[] {
  return pack.questions
    .filter((question) => !isQuick || isNeeded(pack, question))
    .map(({ id }) => id)
    .filter((id) => answers[id] === undefined && !unsure.includes(id));
}

/** What was said, in pack order: the questions that a review lists. */
export function reviewed(pack: Pack, { answers, unsure }: Interview): readonly Question[] {
  return pack.questions.filter(({ id }) => answers[id] !== undefined || unsure.includes(id));
}

/** Questions that nothing was said about, also those that quick leaves out. */
export function unasked(pack: Pack, interview: Interview): readonly string[] {
  return openQuestions(pack, { ...interview, isQuick: false });
}

/** Was anything answered? Otherwise there is no result to see. */
export function hasAnswer({ answers }: Interview): boolean {
  return Object.keys(answers).length > 0;
}

function withAsked(interview: Interview, id: string): Interview {
  const { asked } = interview;
  return asked.includes(id) ? interview : { ...interview, asked: [...asked, id] };
}

function without<T>(map: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(map).filter(([id]) => id !== key));
}

/** Goes on where something is left to ask, else to the review; from an edit always there. */
function moveOn(pack: Pack, interview: Interview): Interview {
  if (interview.isEdit) return { ...interview, at: null, isEdit: false };
  if (!interview.isQuick) return { ...interview, at: openQuestions(pack, interview)[0] ?? null };
  const { answers, unsure } = interview;
  const deciding = nextQuestion(pack, answers, unsure);
  return { ...interview, at: deciding ?? openQuestions(pack, interview).find((id) => isOnPath(pack, id)) ?? null };
}
