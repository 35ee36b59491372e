import { visible } from "../fault.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { inOrder, sizesOf } from "../pack/pick.ts";
import { noneWord, openWord } from "../pack/reserved.ts";
import * as sentences from "./interview-sentences.ts";
import type { Keeper } from "./keeper.ts";
import type { Interview, UnfinishedInterview } from "./state.ts";
import * as state from "./state.ts";

/** Asks in numbered lines and never redraws: for screen readers, dumb terminals and pipes. */

/** The effect of a typed line. */
export interface Reply {
  readonly interview: Interview;
  /** Sentences that reply to the line. */
  readonly say: readonly string[];
  /** How much of the question or review is asked after that; null for nothing. */
  readonly asks: "all" | "briefly" | null;
  readonly end: "result" | "stop" | null;
  /** Was the line understood? */
  readonly isUsable: boolean;
}

const plain = { say: [], asks: null, end: null, isUsable: true } as const;

/** Applies a typed line to the interview. */
export function hear(pack: Pack, interview: Interview, line: string): Reply {
  const word = line.trim().toLowerCase();
  const question = state.questionAt(pack, interview);
  const to = (next: Interview): Reply => ({ ...plain, interview: next, asks: "all" });
  if (word === "quit" || word === "stop") return { ...plain, interview, end: "stop" };
  if (word === "repeat") return to(interview);
  if (word === "help" || word === "?")
    return { ...plain, interview, say: question === undefined ? sentences.reviewHelp : sentences.helpLines };
  if (word === "all" || word === "more") return to(state.hurry(pack, interview, false));
  if (word === "back") {
    const before = state.back(interview);
    return before === interview ? refused(interview, sentences.notes.isFirst) : to(before);
  }
  return question === undefined ? hearAtReview(pack, interview, word) : hearAnswer(pack, interview, question, word);
}

function refused(interview: Interview, say: string): Reply {
  return { ...plain, interview, say: [say], isUsable: false };
}

function hearAtReview(pack: Pack, interview: Interview, word: string): Reply {
  if (word === "result")
    return state.hasAnswer(interview)
      ? { ...plain, interview, end: "result" }
      : refused(interview, sentences.notes.nothingToSee);
  const list = state.reviewed(pack, interview);
  const chosen = /^\d+$/.test(word) ? list[Number(word) - 1] : undefined;
  if (chosen !== undefined) return { ...plain, interview: state.edit(interview, chosen.id), asks: "all" };
  const problem = word === "" ? "Nothing was typed" : `${noSuch(word)} here`;
  return refused(interview, `${problem}. Type result, a number from 1 to ${list.length}, or help.`);
}

function hearAnswer(pack: Pack, interview: Interview, question: Question, word: string): Reply {
  const asks = interview.isEdit ? "briefly" : "all";
  const to = (next: Interview, say: string): Reply => ({ ...plain, interview: next, say: [say], asks });
  const label = (at: Interview) => sentences.asSentence(sentences.answerText(pack, question, at));
  if (word === "why") return { ...plain, interview, say: sentences.whyLines(pack, question) };
  if (word === "skip" || word === "s" || word === openWord) return to(state.skip(pack, interview), "Left open.");
  if (word === "quick") {
    const quick = state.hurry(pack, interview, true);
    return { ...to(quick, sentences.shorterOrAll(pack, quick, "Type all") ?? ""), asks: "all" };
  }
  if (word === "" && state.reviewed(pack, interview).includes(question)) {
    const former = interview.answers[question.id];
    const next = former === undefined ? state.skip(pack, interview) : state.answer(pack, interview, former);
    return to(next, `Unchanged: ${label(interview)}`);
  }
  const picked = readPicked(question, word);
  if (typeof picked === "string") return refused(interview, picked);
  const next = state.answer(pack, interview, picked);
  return to(next, `Your answer: ${label(next)}`);
}

/** Reads the numbers or ids of options. Returns a sentence if they are no answer to the question. */
function readPicked(question: Question, line: string): readonly string[] | string {
  const { options } = question;
  const { least, most } = sizesOf(question);
  const words = line.split(/[\s,;]+/).filter((word) => word !== "");
  const isNone = (word = "") => least === 0 && (word === "0" || word === noneWord);
  if (words.length === 1 && isNone(words[0])) return [];
  const ids = words.map((word) => findOption(question, word));
  const unknown = words[ids.indexOf("")];
  if (unknown !== undefined || words.length === 0) {
    const problem = unknown === undefined ? "Nothing was typed" : isNone(unknown) ? "0 stands alone" : noSuch(unknown);
    return `${problem}. Type a number from ${least} to ${options.length}, or help.`;
  }
  const picked = inOrder(question, ids);
  if (picked.length <= most) return picked;
  return `That is ${picked.length} answers, and this question takes ${most === 1 ? "one" : `at most ${most}`}.`;
}

function noSuch(word: string): string {
  return /^\d+$/.test(word) ? `There is no number ${word}` : `"${visible(word)}" is not known`;
}

/** The id of the option that a number or an id names; empty if there is none. */
function findOption({ options }: Question, word: string): string {
  return options.find(({ id }, i) => (/^\d+$/.test(word) ? Number(word) === i + 1 : word === id))?.id ?? "";
}

export interface Conversation extends Pick<Keeper, "keep" | "takeOver"> {
  readonly lines: AsyncIterator<string>;
  /** Does a person type the lines? Otherwise they come from a pipe, whose end at the review asks for the result. */
  readonly isTyped: boolean;
  readonly say: (lines: readonly string[]) => Promise<void>;
  readonly signal: AbortSignal;
}

/** So many lines in a row without anything new come from a program that does not read the replies. */
const mostUnusable = 20;

/** Runs the whole interview by lines. Returns null if it is stopped, or if the lines end too early. */
export async function converse(
  pack: Pack,
  first: Interview,
  unfinished: readonly UnfinishedInterview[],
  conversation: Conversation,
): Promise<Interview | null> {
  const { isTyped, say, signal, keep } = conversation;
  let unusable = 0;
  const nextLine = async () => {
    // While buffered lines are read one after the other, Node would never get round to a signal.
    await new Promise((done) => setImmediate(done));
    if (signal.aborted) return null;
    if (unusable >= mostUnusable) {
      await say([`The last ${mostUnusable} lines held nothing new, so this stops here.`]);
      return null;
    }
    const { done, value } = await conversation.lines.next();
    return done ? null : value;
  };

  let interview: Interview | null = first;
  if (unfinished.length > 0) interview = await chooseUnfinished(pack, first, unfinished, conversation, nextLine);
  else if (first.at !== null && first.asked.length === 0) await say(introduction(pack, first));
  if (interview === null) return null;
  await say(sentences.ask(pack, interview));
  for (;;) {
    const line = await nextLine();
    if (line === null)
      return interview.at === null && !isTyped && unusable < mostUnusable && !signal.aborted ? interview : null;
    const reply = hear(pack, interview, line);
    if (reply.end !== null) return reply.end === "result" ? interview : null;
    const isNew = isTyped ? reply.isUsable || line.trim() === "" : hasChanged(interview, reply.interview);
    unusable = isNew ? 0 : unusable + 1;
    const note = reply.interview === interview ? null : keep(reply.interview);
    interview = reply.interview;
    const next = reply.asks === null ? [] : ["", ...sentences.ask(pack, interview, reply.asks === "briefly")];
    await say([note ?? [], reply.say, next].flat());
  }
}

function introduction(pack: Pack, first: Interview): string[] {
  const shorter = sentences.shorterOrAll(pack, first, "Type quick");
  return [pack.intro, shorter ?? [], "Type help to hear what else you can type.", ""].flat();
}

function hasChanged(before: Interview, after: Interview): boolean {
  return JSON.stringify([before.answers, before.unsure]) !== JSON.stringify([after.answers, after.unsure]);
}

/** Asks which unfinished interview to continue, or whether to start a new one. Returns null if the lines end. */
async function chooseUnfinished(
  pack: Pack,
  fresh: Interview,
  unfinished: readonly UnfinishedInterview[],
  { say, takeOver }: Conversation,
  nextLine: () => Promise<string | null>,
): Promise<Interview | null> {
  const choices = sentences.unfinishedChoices(pack, unfinished).map((choice, i) => `${i + 1}. ${choice}.`);
  const how = `Type a number from 1 to ${choices.length}.`;
  await say([sentences.unfinishedSentence(unfinished), ...choices, how]);
  for (let tries = 0; tries < mostUnusable; tries++) {
    const line = await nextLine();
    if (line === null) return null;
    const number = Number(line.trim() || Number.NaN);
    if (number === choices.length) return fresh;
    const chosen = unfinished[number - 1];
    if (chosen !== undefined) {
      await say([takeOver(chosen) ?? [], ""].flat());
      return chosen.interview;
    }
    await say([how]);
  }
  return null;
}
