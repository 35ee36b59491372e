import { nextQuestion } from "../advice/order.ts";
import { type Answers, isScored } from "../advice/scorecard.ts";
import type { Pack } from "../pack/pack.ts";

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
}

/** What is known before the first question. */
export type Given = Pick<Interview, "answers" | "unsure">;

export function start(pack: Pack, { answers, unsure }: Given, isQuick = false): Interview {
  return moveOn(pack, { answers, unsure, asked: [], at: null, isQuick });
}

/** Takes the answer to the question that is shown, and goes on to the first one that nothing was said about. */
export function answer(pack: Pack, interview: Interview, picked: readonly string[]): Interview {
  const { at, answers, unsure } = interview;
  if (at === null) return interview;
  return moveOn(pack, {
    ...withAsked(interview, at),
    answers: { ...answers, [at]: picked },
    unsure: unsure.filter((id) => id !== at),
  });
}

/** Leaves the question that is shown open, on purpose. */
export function skip(pack: Pack, interview: Interview): Interview {
  const { at, answers, unsure } = interview;
  if (at === null) return interview;
  return moveOn(pack, {
    ...withAsked(interview, at),
    answers: Object.fromEntries(Object.entries(answers).filter(([id]) => id !== at)),
    unsure: [...unsure.filter((id) => id !== at), at],
  });
}

/** Shows the question before this one again; at the first one nothing happens. */
export function back(interview: Interview): Interview {
  const { asked, at } = interview;
  const now = at === null ? -1 : asked.indexOf(at);
  const before = asked[(now < 0 ? asked.length : now) - 1];
  return before === undefined ? interview : { ...interview, at: before };
}

/** Shows any question. After its answer the interview goes on where something is left to ask. */
export function jump(interview: Interview, question: string): Interview {
  return { ...interview, at: question };
}

/** Turns quick on or off; a question that is shown stays, unless quick finds that it cannot count. */
export function hurry(pack: Pack, interview: Interview, isQuick: boolean): Interview {
  const turned = { ...interview, isQuick };
  const next = moveOn(pack, turned);
  const shown = pack.questions.find(({ id }) => id === interview.at);
  const canCount = shown !== undefined && (!isQuick || (next.at !== null && isScored(shown)));
  return canCount ? turned : next;
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

export interface Progress {
  /** Of the question that is shown, from 1. */
  readonly number: number;
  /** How many questions there are; when quick, at most. */
  readonly total: number;
  /** How many are left, the one that is shown included. */
  readonly left: number;
}

export function progress(pack: Pack, { asked, at, ...said }: Interview): Progress {
  const before = at === null || !asked.includes(at) ? asked.length : asked.indexOf(at);
  const left = openQuestions(pack, said).filter((id) => id !== at).length + (at === null ? 0 : 1);
  const total = new Set([...asked, ...openQuestions(pack, said), ...(at === null ? [] : [at])]).size;
  return { number: Math.min(before + 1, total), total, left };
}

/** What nothing was said about: when quick only what is scored, for nothing else can decide. */
export function openQuestions(pack: Pack, { answers, unsure, isQuick }: Given & Pick<Interview, "isQuick">): string[] {
  return pack.questions
    .filter((question) => !isQuick || isScored(question))
    .map(({ id }) => id)
    .filter((id) => answers[id] === undefined && !unsure.includes(id));
}

function withAsked(interview: Interview, id: string): Interview {
  const { asked } = interview;
  return asked.includes(id) ? interview : { ...interview, asked: [...asked, id] };
}

function moveOn(pack: Pack, interview: Interview): Interview {
  const { answers, unsure, isQuick } = interview;
  const at = isQuick ? nextQuestion(pack, answers, unsure) : (openQuestions(pack, interview)[0] ?? null);
  return { ...interview, at };
}
