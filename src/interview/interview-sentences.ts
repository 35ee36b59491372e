import { judge } from "../advice/judge.ts";
import { isScored } from "../advice/scorecard.ts";
import { totalsOf } from "../advice/totals.ts";
import { measureReading } from "../audit/reading-time.ts";
import { english, formatList, plural } from "../pack/language.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { isList, mayBeNone } from "../pack/pick.ts";
import { answerLabel } from "../report/advice-sentences.ts";
import { sourceLine } from "../report/citations.ts";
import {
  type Interview,
  type Progress,
  progress,
  questionAt,
  reviewed,
  type UnfinishedInterview,
  unasked,
} from "./state.ts";

/** The sentences of the interview, on the screen and in lines. */

/** Replies to a key or a line that has no effect, or an unexpected one. */
export const notes = {
  pasted: "Something was pasted, and none of it was taken as an answer. Please use the keys.",
  isFirst: "This is the first question; there is none before it.",
  chooseOne: "Nothing is chosen yet: press the number of a line, or s for not sure. Then Enter.",
  tickOne: "Nothing is ticked yet: press the number of a line, 0 for none of these, or s for not sure. Then Enter.",
  isShort: "The short form from here on: it ends as soon as no answer could change the result. q is for all questions.",
  isWhole: "All questions from here on. q is for the short form.",
  chooseUnfinished: "Nothing is chosen yet: press the number of a line. Then Enter.",
  chooseInReview: "Press r to see the result. To change an answer, choose it with the arrow keys and press Enter.",
  nothingToSee: "You have not answered anything yet, so there is no result to show. Choose a question to answer it.",
  most: (most: number) => `You can tick at most ${most}; untick one first.`,
} as const;

/** Replies to "help" when the interview is asked in lines. */
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

/** Estimates from the average words of a question, as the audit measures them, so that the two agree. */
export function timeLeft(pack: Pack, { remaining }: Progress): string {
  const { words, wordsPerMinute } = measureReading(pack);
  const minutes = Math.round((remaining * words) / pack.questions.length / wordsPerMinute);
  if (minutes < 1) return "less than a minute left";
  return `about ${minutes} ${plural(minutes, "minute")} left`;
}

export function countOf({ isQuick }: Pick<Interview, "isQuick">, { number, total }: Progress): string {
  return `${number} of ${isQuick ? "at most " : ""}${total}`;
}

export const notSure = "Not sure";
export const noneOfThese = "None of these";

/** The answer to a question in the pack's words. */
export function answerText(pack: Pack, { id }: Question, { answers }: Pick<Interview, "answers">): string {
  const picked = answers[id];
  return picked === undefined ? notSure : answerLabel(pack, id, picked);
}

/** The short name of a question with its answer. */
export function answerLine(pack: Pack, question: Question, interview: Pick<Interview, "answers">): string {
  return `${question.short}: ${answerText(pack, question, interview)}`;
}

/** The reason why a question is asked, and its sources. */
export function whyLines(pack: Pack, { why, sources }: Question): string[] {
  const cited = sources.flatMap((id) =>
    pack.sources[id] === undefined ? [] : [`Source: ${sourceLine(pack.sources[id])}`],
  );
  return [why, ...cited];
}

/** Explains what questions are for that do not decide between the roles. Null except at the first of them. */
export function purpose(pack: Pack, question: Question, { asked }: Pick<Interview, "asked">): string | null {
  const first = pack.questions.find((one) => asked.includes(one.id) && !isScored(one));
  return first === question ? "Questions like this one do not decide; they show where you stand on the way." : null;
}

/** Says how many options may be ticked, and how many are. */
export function tickHint({ most, options }: Question, picked: readonly string[]): string {
  const isBound = most < options.length;
  if (picked.length === 0) return isBound ? `Tick up to ${most}.` : "Tick all that fit.";
  return `${picked.length} ticked${isBound ? ` of at most ${most}` : ""}.`;
}

/**
 * Offers the short form, or during the short form all questions, and says how many there are. Null if the short form would
 * not be shorter. `action` says what to press or type, for example "Press q".
 */
export function shorterOrAll(pack: Pack, interview: Interview, action: string): string | null {
  // The total is a bound: the exact number would need the scorecard, which takes long to compile.
  const { total } = progress(pack, { ...interview, isQuick: !interview.isQuick });
  if (interview.isQuick)
    return `This is the short form. It ends as soon as no answer could change the result. ${action} for all ${total} questions.`;
  if (total === 0 || total >= progress(pack, interview).total) return null;
  return `Short of time? ${action} for the short form: at most ${total} questions, often fewer.`;
}

/** Says what the questions that were not asked could change. Null if all were asked. */
export function unaskedSentence(pack: Pack, interview: Interview): string | null {
  const rest = unasked(pack, interview);
  if (rest.length === 0) return null;
  const them = rest.length === 1 ? "The question that is left" : `The ${rest.length} questions that are left`;
  const decides = pack.questions.some((question) => rest.includes(question.id) && isScored(question));
  if (!decides) return `${them} would not change the result. They fill in where you stand.`;
  return judge(totalsOf(pack, interview.answers)).isCertain
    ? `${them} cannot change the result. They would show how clear it is.`
    : `${them} could still change the result.`;
}

const mostNames = 5;

/** Names the questions that the person left open. Null if there are none. */
export function openSentence(pack: Pack, { unsure }: Interview): string | null {
  const names = pack.questions.filter(({ id }) => unsure.includes(id)).map(({ short }) => short);
  if (names.length > mostNames) return `${names.length} questions are left open, and count for neither side.`;
  return names.length === 0 ? null : `Left open, and counted for neither side: ${formatList(english, names)}.`;
}

export function goOn(pack: Pack, interview: Interview): string {
  const { length } = unasked(pack, interview);
  return `Go on: ${length} ${plural(length, "question")} left`;
}

export const seeResult = "See the result";

export function unfinishedSentence({ length }: readonly UnfinishedInterview[]): string {
  return length === 1
    ? "You stopped an interview before its end."
    : `You stopped ${length} interviews before their end.`;
}

/** One choice to continue each of the interviews, and one to start a new one. */
export function unfinishedChoices(pack: Pack, unfinished: readonly UnfinishedInterview[]): readonly string[] {
  const choices = unfinished.map(({ interview, stoppedAt }) => {
    const where =
      interview.at === null ? "look over your answers" : `question ${countOf(interview, progress(pack, interview))}`;
    return `Continue: ${where} (${stoppedAt})`;
  });
  return [...choices, "Start a new interview"];
}

export function elsewhereSentence(count: number): string {
  return count === 1
    ? "Another interview is being answered in another terminal; it is left alone."
    : `${count} other interviews are being answered in other terminals; they are left alone.`;
}

/** What the program says when an interview is stopped, by what became of the answers. */
export const stopSentences = {
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

/** The current question with its options, or the review, as lines. `isBrief` leaves the answers out of the review. */
export function ask(pack: Pack, interview: Interview, isBrief = false): string[] {
  const question = questionAt(pack, interview);
  return question === undefined ? askReview(pack, interview, isBrief) : askQuestion(pack, question, interview);
}

function askQuestion(pack: Pack, question: Question, interview: Interview): string[] {
  const at = progress(pack, interview);
  const soFar = `Your answer so far: ${asSentence(answerText(pack, question, interview))} Press Enter to keep it.`;
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

/** Ends a text with a full stop, at which speech pauses. */
export function asSentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function howToAnswer(question: Question): string {
  const { most, options } = question;
  if (!isList(question)) return `Type a number from 1 to ${options.length}, or skip, or help.`;
  const many = most < options.length ? `up to ${most} numbers` : "all numbers that fit";
  return `Type ${many}, with spaces between; or 0, or skip, or help.`;
}

function askReview(pack: Pack, interview: Interview, isBrief: boolean): string[] {
  const questions = isBrief ? [] : reviewed(pack, interview);
  const { length } = unasked(pack, interview);
  const more = length === 0 ? "" : `, more to go on with ${length} more ${plural(length, "question")}`;
  const how = `Type result to see the result${more}, or the number of an answer to change it.`;
  return [
    isBrief ? [] : "Your answers. You can type result at any time.",
    questions.map((question, i) => `${i + 1}. ${asSentence(answerLine(pack, question, interview))}`),
    unaskedSentence(pack, interview) ?? [],
    how,
  ].flat();
}
