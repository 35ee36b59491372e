import { judge } from "../advice/judge.ts";
import { isScored } from "../advice/scorecard.ts";
import { totalsOf } from "../advice/totals.ts";
import { measureReading } from "../audit/reading.ts";
import { english, formatList, plural } from "../pack/language.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { isList, mayBeNone } from "../pack/pick.ts";
import { answerLabel } from "../report/advice-sentences.ts";
import { sourceLine } from "../report/citations.ts";
import { type Interview, type Left, type Progress, progress, questionAt, reviewed, unasked } from "./state.ts";

/** What is said while asking, by keys and by lines. */

/** What is said to a key or a line that leads nowhere, or may surprise. */
export const notes = {
  pasted: "Something was pasted, and none of it was taken as an answer. Please use the keys.",
  isFirst: "This is the first question; there is none before it.",
  chooseOne: "Nothing is chosen yet: press the number of a line, or s for not sure. Then Enter.",
  tickOne: "Nothing is ticked yet: press the number of a line, 0 for none of these, or s for not sure. Then Enter.",
  isShort: "The short form from here on: it ends as soon as no answer could change the result. q is for all questions.",
  isWhole: "All questions from here on. q is for the short form.",
  chooseLeft: "Nothing is chosen yet: press the number of a line. Then Enter.",
  chooseInReview: "Press r to see the result. To change an answer, choose it with the arrow keys and press Enter.",
  nothingToSee: "You have not answered anything yet, so there is no result to show. Choose a question to answer it.",
  most: (most: number) => `You can tick ${most} at most: take one away first.`,
} as const;

/** What may be typed where one is asked by lines. */
export const helpLines = [
  "Type the number of your answer, then press Enter. You can also type:",
  "repeat, to hear this again",
  "back, to return to the question before",
  "why, to hear why it is asked",
  "skip, if you are not sure",
  "quick, for the short form, or all, for every question",
  "quit, to stop; your answers are saved unless --no-save is given",
];
export const reviewHelp = [
  "Type result to see the result, or the number of an answer to change it. You can also type:",
  "repeat, to hear your answers again",
  "back, to return to the last question",
  "quit, to stop; your answers are saved unless --no-save is given",
];

/** By the words of a question on average, as the audit measures them, so that the two say the same. */
export function timeLeft(pack: Pack, { left }: Progress): string {
  const { words, wordsPerMinute } = measureReading(pack);
  const minutes = Math.round((left * words) / pack.questions.length / wordsPerMinute);
  if (minutes < 1) return "less than a minute left";
  return `about ${minutes} ${plural(minutes, "minute")} left`;
}

export function countOf({ isQuick }: Pick<Interview, "isQuick">, { number, total }: Progress): string {
  return `${number} of ${isQuick ? "at most " : ""}${total}`;
}

export const notSure = "Not sure";
export const noneOfThese = "None of these";

/** What was said to a question, in the pack's words. */
export function saidTo(pack: Pack, { id }: Question, { answers }: Pick<Interview, "answers">): string {
  const picked = answers[id];
  return picked === undefined ? notSure : answerLabel(pack, id, picked);
}

/** An answered question in one short line. */
export function shortLine(pack: Pack, question: Question, interview: Pick<Interview, "answers">): string {
  return `${question.short}: ${saidTo(pack, question, interview)}`;
}

export function whySaid(pack: Pack, { why, sources }: Question): string[] {
  const cited = sources.flatMap((id) =>
    pack.sources[id] === undefined ? [] : [`Source: ${sourceLine(pack.sources[id])}`],
  );
  return [why, ...cited];
}

/** What a question is for that does not decide between the roles, said at the first of them; null for any other. */
export function purpose(pack: Pack, question: Question, { asked }: Pick<Interview, "asked">): string | null {
  const first = pack.questions.find((one) => asked.includes(one.id) && !isScored(one));
  return first === question ? "Questions like this one do not decide; they show where you stand on the way." : null;
}

/** How many may be ticked, and are. */
export function tickHint({ most, options }: Question, picked: readonly string[]): string {
  const isBound = most < options.length;
  if (picked.length === 0) return isBound ? `Tick up to ${most}.` : "Tick all that fit.";
  return `${picked.length} ticked${isBound ? `, of ${most} at most` : ""}.`;
}

/**
 * The offer of a short form, or of all questions, with how long that is; null where it is no shorter. `key` is what is
 * pressed or typed for it.
 */
export function shorterOrAll(pack: Pack, interview: Interview, key: string): string | null {
  // Which questions come is not worked out for it: that compiles the pack's scorecard.
  const { total } = progress(pack, { ...interview, isQuick: !interview.isQuick });
  if (interview.isQuick)
    return `This is the short form. It ends as soon as no answer could change the result. ${key} for all ${total} questions.`;
  if (total === 0 || total >= progress(pack, interview).total) return null;
  return `Short of time? ${key} for the short form: at most ${total} questions, often fewer.`;
}

/** What a short form leaves open; null where everything was asked. */
export function whatIsUnasked(pack: Pack, interview: Interview): string | null {
  const rest = unasked(pack, interview);
  if (rest.length === 0) return null;
  const them = rest.length === 1 ? "The question that is left" : `The ${rest.length} questions that are left`;
  const decides = pack.questions.some((question) => rest.includes(question.id) && isScored(question));
  if (!decides) return `${them} would not change the result. They fill in where you stand.`;
  return judge(totalsOf(pack, interview.answers)).isCertain
    ? `${them} cannot change the result. They would tell how clear it is.`
    : `${them} could still change the result.`;
}

const mostNames = 5;

/** Which questions were left open on purpose; null for none. */
export function whatIsOpen(pack: Pack, { unsure }: Interview): string | null {
  const names = pack.questions.filter(({ id }) => unsure.includes(id)).map(({ short }) => short);
  if (names.length > mostNames) return `${names.length} questions are left open, and count for neither side.`;
  return names.length === 0 ? null : `Left open, and counted for neither side: ${formatList(english, names)}.`;
}

export function goOn(pack: Pack, interview: Interview): string {
  const rest = unasked(pack, interview).length;
  return `Go on: ${rest} ${plural(rest, "question")} left`;
}

export const seeResult = "See the result";

export function leftSentence(left: readonly Left[]): string {
  return left.length === 1
    ? "You stopped an interview before its end."
    : `You stopped ${left.length} interviews before their end.`;
}

/** What may be done: continue one of the interviews, or start afresh. */
export function leftChoices(pack: Pack, left: readonly Left[]): readonly string[] {
  const choices = left.map(({ interview, stopped }) => {
    const where =
      interview.at === null ? "look over your answers" : `question ${countOf(interview, progress(pack, interview))}`;
    return `Continue: ${where} (${stopped})`;
  });
  return [...choices, "Start afresh"];
}

export function elsewhereSentence(elsewhere: number): string {
  return elsewhere === 1
    ? "Another interview is being answered in another terminal; it is left alone."
    : `${elsewhere} other interviews are being answered in other terminals; they are left alone.`;
}

/** What an interview that is stopped leaves. */
export const stopped = {
  unwanted: "Stopped. Nothing was saved, as --no-save asks.",
  nothing: "Stopped before the first answer.",
  failed: "Stopped. Your answers could not be saved.",
  kept: ({ answers }: Interview) => {
    const { length } = Object.keys(answers);
    const saved =
      length === 0 ? "What you said is" : `${length} ${plural(length, "answer")} ${length === 1 ? "is" : "are"}`;
    return `Stopped. ${saved} saved; run the same command again to continue.`;
  },
} as const;

/** What stands where an interview is: a question with its options, or the answers. */
export function ask(pack: Pack, interview: Interview): string[] {
  const question = questionAt(pack, interview);
  return question === undefined ? askReview(pack, interview) : askQuestion(pack, question, interview);
}

function askQuestion(pack: Pack, question: Question, interview: Interview): string[] {
  const at = progress(pack, interview);
  const soFar = `Your answer so far: ${ended(saidTo(pack, question, interview))} Press Enter to keep it.`;
  return [
    `Question ${countOf(interview, at)}, ${timeLeft(pack, at)}. ${question.topic}.`,
    purpose(pack, question, interview) ?? [],
    question.ask,
    question.options.map(({ label }, i) => `${i + 1}. ${label}`),
    mayBeNone(question) ? `0. ${noneOfThese}` : [],
    reviewed(pack, interview).includes(question) ? soFar : [],
    howToAnswer(question),
  ].flat();
}

/** As a sentence: speech pauses at its end. */
export function ended(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function howToAnswer(question: Question): string {
  const { most, options } = question;
  if (!isList(question)) return `Type a number from 1 to ${options.length}, or skip, or help.`;
  const many = most < options.length ? `up to ${most} numbers` : "all numbers that fit";
  return `Type ${many}, with spaces between; or 0, or skip, or help.`;
}

function askReview(pack: Pack, interview: Interview): string[] {
  return [
    "Your answers. You can type result at any time.",
    ...reviewed(pack, interview).map((question, i) => `${i + 1}. ${ended(shortLine(pack, question, interview))}`),
    ...askReviewInShort(pack, interview),
  ];
}

export function askReviewInShort(pack: Pack, interview: Interview): string[] {
  const rest = unasked(pack, interview).length;
  const more = rest === 0 ? "" : `, more to go on with ${rest} more ${plural(rest, "question")}`;
  const how = `Type result to see the result${more}, or the number of an answer to change it.`;
  return [whatIsUnasked(pack, interview) ?? [], how].flat();
}
