import { nextQuestion } from "../advice/next-question.ts";
import { type Answers, isScored } from "../advice/scorecard.ts";
import type { Pack, Question } from "../pack/pack.ts";

/** The state of an interview as plain data. Every step returns a new one; files of unfinished interviews hold these fields. */
export interface Interview {
  readonly answers: Answers;
  /** Questions that the person has expressly left open. */
  readonly unsure: readonly string[];
  /** Questions that this interview has asked, in that order; not those that the preset answers. */
  readonly asked: readonly string[];
  /** The current question; null while the person reviews the answers. */
  readonly at: string | null;
  /** Ask only until the recommendation is certain (DESIGN 5.7). */
  readonly isQuick: boolean;
  /** By question: the options chosen when the person left it without answering; an empty list means "none of these". */
  readonly drafts: Answers;
  /** Is the current question asked again to change its answer? Leaving it then returns to the review. */
  readonly isEdit: boolean;
}

/** An interview that was stopped before its end. */
export interface UnfinishedInterview {
  readonly file: string;
  readonly interview: Interview;
  /** Day and time, written for people. */
  readonly stoppedAt: string;
}

/** What is known before the first question, for example from flags. */
export type Preset = Pick<Interview, "answers" | "unsure">;

export function start(pack: Pack, { answers, unsure }: Preset, isQuick = false): Interview {
  return moveOn(pack, { answers, unsure, asked: [], at: null, isQuick, drafts: {}, isEdit: false });
}

export function questionAt(pack: Pack, { at }: Interview): Question | undefined {
  return pack.questions.find(({ id }) => id === at);
}

/** Answers the current question, and moves on to the first question that is neither answered nor left open. */
export function answer(pack: Pack, interview: Interview, picked: readonly string[]): Interview {
  const { at, answers, unsure, asked, drafts } = interview;
  if (at === null) return interview;
  return moveOn(pack, {
    ...interview,
    asked: withLast(asked, at),
    answers: { ...answers, [at]: picked },
    unsure: unsure.filter((id) => id !== at),
    drafts: without(drafts, at),
  });
}

/** Leaves the current question expressly open, and moves on. Its draft is kept. */
export function skip(pack: Pack, interview: Interview): Interview {
  const { at, answers, unsure, asked } = interview;
  if (at === null) return interview;
  return moveOn(pack, {
    ...interview,
    asked: withLast(asked, at),
    answers: without(answers, at),
    unsure: [...unsure.filter((id) => id !== at), at],
  });
}

/** Notes what is chosen at the current question without answering it; null if nothing is chosen. */
export function draft(interview: Interview, picked: readonly string[] | null): Interview {
  const { at, answers, drafts } = interview;
  if (at === null || `${drafts[at]}` === `${picked}`) return interview;
  const isAnswer = picked === null || `${answers[at]}` === `${picked}`;
  return { ...interview, drafts: isAnswer ? without(drafts, at) : { ...drafts, [at]: picked } };
}

/** Returns to the question asked before, or from an edit to the review. At the first question it changes nothing. */
export function back(interview: Interview): Interview {
  const { asked, isEdit } = interview;
  if (isEdit) return { ...interview, at: null, isEdit: false };
  const before = asked[placeOf(interview) - 1];
  return before === undefined ? interview : { ...interview, at: before };
}

/** The place of the current question in `asked`, from 0. A question that has not been asked yet comes after all others. */
function placeOf({ asked, at }: Pick<Interview, "asked" | "at">): number {
  return at !== null && asked.includes(at) ? asked.indexOf(at) : asked.length;
}

/** Moves to the question that was asked after the current one, or else where `answer` moves to. */
export function forward(pack: Pack, interview: Interview): Interview {
  const { asked, isEdit } = interview;
  const after = asked[placeOf(interview) + 1];
  return isEdit || after === undefined ? moveOn(pack, interview) : { ...interview, at: after };
}

/** Asks a question of the review again, to change its answer. */
export function edit(interview: Interview, question: string): Interview {
  return { ...interview, at: question, isEdit: true };
}

/** Turns quick on or off. The current question stays, unless quick finds that it cannot count. */
export function hurry(pack: Pack, interview: Interview, isQuick: boolean): Interview {
  const hurried = { ...interview, isQuick };
  const next = moveOn(pack, hurried);
  const question = questionAt(pack, interview);
  const canCount = question !== undefined && (!isQuick || (next.at !== null && isNeeded(pack, question)));
  return canCount ? hurried : next;
}

/** Does quick ask this question? It asks those that decide, and those that place the person on the path (DESIGN 5.7). */
function isNeeded(pack: Pack, question: Question): boolean {
  return isScored(question) || isOnPath(pack, question.id);
}

function isOnPath({ roles }: Pack, id: string): boolean {
  return roles.some(({ path }) => path.some(({ when, unless }) => id in when || id in unless));
}

/** Adds a preset to an interview that is continued, for example from the flags of the second start. The preset wins. */
export function applyPreset(pack: Pack, interview: Interview, preset: Preset): Interview {
  const presetIds = [...Object.keys(preset.answers), ...preset.unsure];
  const others = Object.entries(interview.answers).filter(([id]) => !presetIds.includes(id));
  const next = {
    ...interview,
    answers: { ...Object.fromEntries(others), ...preset.answers },
    unsure: [...interview.unsure.filter((id) => !presetIds.includes(id)), ...preset.unsure],
    asked: interview.asked.filter((id) => !presetIds.includes(id)),
  };
  return next.at === null || presetIds.includes(next.at) ? moveOn(pack, next) : next;
}

export type Progress = ReturnType<typeof progress>;

/**
 * The number of the current question, from 1; the `total` of questions, which is the most there can be when quick; and how
 * many remain, including the current one.
 */
export function progress(pack: Pack, { asked, at, ...state }: Interview) {
  const remaining = new Set([...openQuestions(pack, state), ...(at === null ? [] : [at])]);
  const total = new Set([...asked, ...remaining]).size;
  return { number: Math.min(placeOf({ asked, at }) + 1, total), total, remaining: remaining.size };
}

/** Questions that are neither answered nor expressly left open; when quick, only those that quick asks. */
function openQuestions(pack: Pack, { answers, unsure, isQuick }: Preset & Pick<Interview, "isQuick">): string[] {
  return pack.questions
    .filter((question) => !isQuick || isNeeded(pack, question))
    .map(({ id }) => id)
    .filter((id) => answers[id] === undefined && !unsure.includes(id));
}

/** The questions that the review lists, in pack order: those answered or expressly left open. */
export function reviewed(pack: Pack, { answers, unsure }: Interview): readonly Question[] {
  return pack.questions.filter(({ id }) => answers[id] !== undefined || unsure.includes(id));
}

/** Questions that are neither answered nor expressly left open, including those that quick leaves out. */
export function unasked(pack: Pack, interview: Interview): readonly string[] {
  return openQuestions(pack, { ...interview, isQuick: false });
}

/** Without any answer there is no result to see. */
export function hasAnswer({ answers }: Interview): boolean {
  return Object.keys(answers).length > 0;
}

function withLast(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}

function without<T>(map: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(map).filter(([id]) => id !== key));
}

/** Moves on to the next open question, or to the review if there is none. An edit always returns to the review. */
function moveOn(pack: Pack, interview: Interview): Interview {
  if (interview.isEdit) return { ...interview, at: null, isEdit: false };
  const open = openQuestions(pack, interview);
  if (!interview.isQuick) return { ...interview, at: open[0] ?? null };
  const deciding = nextQuestion(pack, interview.answers, interview.unsure);
  return { ...interview, at: deciding ?? open.find((id) => isOnPath(pack, id)) ?? null };
}
