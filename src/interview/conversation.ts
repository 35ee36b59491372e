import { visible } from "../fault.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { inOrder, sizesOf } from "../pack/pick.ts";
import { noneWord, openWord } from "../pack/reserved.ts";
import * as sentences from "./interview-sentences.ts";
import type { Keeper } from "./keeper.ts";
import {
  answer,
  back,
  edit,
  hasAnswer,
  hurry,
  type Interview,
  type Left,
  questionAt,
  reviewed,
  skip,
} from "./state.ts";

/** Asking in numbered lines, without redrawing: for screen readers, dumb terminals and pipes. */

/** What a line that was typed leads to. */
export interface Heard {
  readonly interview: Interview;
  /** What is said to it. */
  readonly say: readonly string[];
  /** Is what one stands at asked after that? */
  readonly asks: "all" | "in short" | null;
  readonly end: "result" | "stop" | null;
  /** Was it of any use? */
  readonly isUsable: boolean;
}

/** An ordinary line, of which nothing more is to be said. */
const plain = { say: [], asks: null, end: null, isUsable: true } as const;

/** Takes a line that was typed. */
export function hear(pack: Pack, interview: Interview, line: string): Heard {
  const word = line.trim().toLowerCase();
  const question = questionAt(pack, interview);
  const to = (next: Interview): Heard => ({ ...plain, interview: next, asks: "all" });
  if (word === "quit" || word === "stop") return { ...plain, interview, end: "stop" };
  if (word === "repeat") return to(interview);
  if (word === "help" || word === "?")
    return { ...plain, interview, say: question === undefined ? sentences.reviewHelp : sentences.helpLines };
  if (word === "all" || word === "more") return to(hurry(pack, interview, false));
  if (word === "back") {
    const before = back(interview);
    return before === interview ? refused(interview, sentences.notes.isFirst) : to(before);
  }
  return question === undefined ? hearAtReview(pack, interview, word) : hearAnswer(pack, interview, question, word);
}

function refused(interview: Interview, say: string): Heard {
  return { ...plain, interview, say: [say], isUsable: false };
}

function hearAtReview(pack: Pack, interview: Interview, word: string): Heard {
  if (word === "result")
    return hasAnswer(interview)
      ? { ...plain, interview, end: "result" }
      : refused(interview, sentences.notes.nothingToSee);
  const list = reviewed(pack, interview);
  const chosen = /^\d+$/.test(word) ? list[Number(word) - 1] : undefined;
  if (chosen !== undefined) return { ...plain, interview: edit(interview, chosen.id), asks: "all" };
  const what = word === "" ? "Nothing was typed" : `${noSuch(word)} here`;
  return refused(interview, `${what}. Type result, a number from 1 to ${list.length}, or help.`);
}

function hearAnswer(pack: Pack, interview: Interview, question: Question, word: string): Heard {
  const asks = interview.isEdit ? "in short" : "all";
  const take = (next: Interview, say: string): Heard => ({ ...plain, interview: next, say: [say], asks });
  const words = (at: Interview) => sentences.ended(sentences.saidTo(pack, question, at));
  if (word === "why") return { ...plain, interview, say: sentences.whySaid(pack, question) };
  if (word === "skip" || word === "s" || word === openWord) return take(skip(pack, interview), "Left open.");
  if (word === "quick") {
    const quick = hurry(pack, interview, true);
    return { ...take(quick, sentences.shorterOrAll(pack, quick, "Type all") ?? ""), asks: "all" };
  }
  if (word === "" && reviewed(pack, interview).includes(question)) {
    const former = interview.answers[question.id];
    const next = former === undefined ? skip(pack, interview) : answer(pack, interview, former);
    return take(next, `Unchanged: ${words(interview)}`);
  }
  const picked = readPicked(question, word);
  if (typeof picked === "string") return refused(interview, picked);
  const next = answer(pack, interview, picked);
  return take(next, `Your answer: ${words(next)}`);
}

/** The options that numbers or ids name, or what is wrong with them. */
function readPicked(question: Question, line: string): readonly string[] | string {
  const { options } = question;
  const { least, most } = sizesOf(question);
  const words = line.split(/[\s,;]+/).filter((word) => word !== "");
  const isNone = (word = "") => least === 0 && (word === "0" || word === noneWord);
  if (words.length === 1 && isNone(words[0])) return [];
  const found = words.map((word) => findOption(question, word));
  const unknown = words[found.indexOf("")];
  if (unknown !== undefined || words.length === 0) {
    const what = unknown === undefined ? "Nothing was typed" : isNone(unknown) ? "0 stands alone" : noSuch(unknown);
    return `${what}. Type a number from ${least} to ${options.length}, or help.`;
  }
  const picked = inOrder(question, found);
  if (picked.length <= most) return picked;
  return `That is ${picked.length} answers, and this question takes ${most === 1 ? "one" : `${most} at most`}.`;
}

function noSuch(word: string): string {
  return /^\d+$/.test(word) ? `There is no number ${word}` : `"${visible(word)}" is not known`;
}

/** The id of the option that a word names, empty for none. */
function findOption({ options }: Question, word: string): string {
  return options.find(({ id }, i) => (/^\d+$/.test(word) ? Number(word) === i + 1 : word === id))?.id ?? "";
}

/** How the lines reach the person, and theirs the program. */
export interface Conversation extends Pick<Keeper, "keep" | "take"> {
  readonly lines: AsyncIterator<string>;
  /** A person types them; otherwise they come from a pipe, whose end after the last answer asks for the result. */
  readonly isTyped: boolean;
  readonly say: (lines: readonly string[]) => Promise<void>;
  readonly signal: AbortSignal;
}

/** So many lines in a row that say nothing new come from a program that does not read what it is told. */
const mostUnusable = 20;

/** The whole interview by lines; null when it is stopped, or the lines end before it. */
export async function converse(
  pack: Pack,
  first: Interview,
  left: readonly Left[],
  conversation: Conversation,
): Promise<Interview | null> {
  const { isTyped, say, signal, keep } = conversation;
  let unusable = 0;
  const next = async () => {
    // Lines that are there already would keep a signal from being heard.
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
  if (left.length > 0) interview = await chooseLeft(pack, first, left, conversation, next);
  else if (first.at !== null && first.asked.length === 0) await say(introduction(pack, first));
  if (interview === null) return null;
  await say(sentences.ask(pack, interview));
  for (;;) {
    const line = await next();
    if (line === null)
      return interview.at === null && !isTyped && unusable < mostUnusable && !signal.aborted ? interview : null;
    const heard = hear(pack, interview, line);
    if (heard.end !== null) return heard.end === "result" ? interview : null;
    const isNew = isTyped ? heard.isUsable || line.trim() === "" : saysNew(interview, heard.interview);
    unusable = isNew ? 0 : unusable + 1;
    const note = heard.interview === interview ? null : keep(heard.interview);
    interview = heard.interview;
    await say([note ?? [], heard.say, askAfter(pack, heard)].flat());
  }
}

function introduction(pack: Pack, first: Interview): string[] {
  const shorter = sentences.shorterOrAll(pack, first, "Type quick");
  return [pack.intro, shorter ?? [], "Type help to hear what else you can type.", ""].flat();
}

function askAfter(pack: Pack, { interview, asks }: Heard): string[] {
  if (asks === null) return [];
  const isShort = asks === "in short" && interview.at === null;
  return ["", ...(isShort ? sentences.askReviewInShort(pack, interview) : sentences.ask(pack, interview))];
}

function saysNew(before: Interview, after: Interview): boolean {
  return JSON.stringify([before.answers, before.unsure]) !== JSON.stringify([after.answers, after.unsure]);
}

/** Which of the interviews that were left is continued? Null where the lines end. */
async function chooseLeft(
  pack: Pack,
  fresh: Interview,
  left: readonly Left[],
  { say, take }: Conversation,
  next: () => Promise<string | null>,
): Promise<Interview | null> {
  const choices = sentences.leftChoices(pack, left).map((choice, i) => `${i + 1}. ${choice}.`);
  const how = `Type a number from 1 to ${choices.length}.`;
  await say([sentences.leftSentence(left), ...choices, how]);
  for (let tries = 0; tries < mostUnusable; tries++) {
    const line = await next();
    if (line === null) return null;
    const number = Number(line.trim() || Number.NaN);
    if (number === choices.length) return fresh;
    const chosen = left[number - 1];
    if (chosen !== undefined) {
      await say([take(chosen) ?? [], ""].flat());
      return chosen.interview;
    }
    await say([how]);
  }
  return null;
}
