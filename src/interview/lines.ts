import { plural } from "../advice/words.ts";
import { visible } from "../fault.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { noneWord, openWord } from "../pack/reserved.ts";
import { answer, back, hurry, type Interview, jump, progress, skip } from "./state.ts";
import { hasAnswer, nothingToSee, reviewed, unasked } from "./view.ts";
import * as words from "./words.ts";

/** Asking in numbered lines, without redrawing: for screen readers, dumb terminals and pipes. */

const quickTaken = "Quick: only what counts, until it is certain. To be asked all, type all.";

/** What a line that was typed leads to. */
export interface Heard {
  readonly interview: Interview;
  /** Said instead of the next question. */
  readonly say: readonly string[] | null;
  readonly end: "result" | "stop" | null;
}

/** What stands where an interview is: a question with its options, or the answers. */
export function ask(pack: Pack, interview: Interview): string[] {
  const question = pack.questions.find(({ id }) => id === interview.at);
  return question === undefined ? askReview(pack, interview) : askQuestion(pack, question, interview);
}

function askQuestion(pack: Pack, question: Question, interview: Interview): string[] {
  const done = progress(pack, interview);
  return [
    `${question.topic}. Question ${words.countOf(pack, interview)}, ${words.timeLeft(pack, done)}.`,
    question.ask,
    ...question.options.map(({ label }, i) => `${i + 1}. ${label}`),
    ...(reviewed(pack, interview).includes(question)
      ? [`So far you said: ${words.said(pack, question, interview)}`, "Press Enter to keep it."]
      : []),
    howToAnswer(question),
  ];
}

function howToAnswer({ pick, most }: Question): string {
  return pick === "one"
    ? "Type a number, or: back, why, skip, stop."
    : `Type up to ${most} numbers with spaces between, or none; or: back, why, skip, stop.`;
}

function askReview(pack: Pack, interview: Interview): string[] {
  const stops = interview.isQuick ? words.whyItStops(pack, interview) : null;
  const rest = unasked(pack, interview).length;
  return [
    ...(stops === null ? [] : [stops]),
    "Your answers:",
    ...reviewed(pack, interview).map((question, i) => `${i + 1}. ${words.shortLine(pack, question, interview)}`),
    `Press Enter to see the result, or type a number to change that answer${rest === 0 ? "" : `, or more to go on with ${rest} more ${plural(rest, "question")}`}.`,
  ];
}

/** Takes a line that was typed. */
export function hear(pack: Pack, interview: Interview, line: string): Heard {
  const word = line.trim().toLowerCase();
  const question = pack.questions.find(({ id }) => id === interview.at);
  const to = (next: Interview): Heard => ({ interview: next, say: null, end: null });
  const say = (...lines: string[]): Heard => ({ interview, say: lines, end: null });
  if (word === "stop") return { interview, say: null, end: "stop" };
  if (word === "back") {
    const before = back(interview);
    return before === interview ? say("There is no question to go back to.") : to(before);
  }
  if (question === undefined) {
    const chosen = reviewed(pack, interview)[Number(word) - 1];
    if (word === "" && !hasAnswer(interview)) return say(nothingToSee);
    if (word === "") return { interview, say: null, end: "result" };
    if (word === "more" || word === "all") return to(hurry(pack, interview, false));
    return chosen === undefined ? say("Press Enter, or type the number of an answer.") : to(jump(interview, chosen.id));
  }
  if (word === "why" || word === "?") return say(...words.whySaid(pack, question), howToAnswer(question));
  if (word === "skip" || word === "s" || word === openWord) return to(skip(pack, interview));
  if (word === "quick") {
    const quick = hurry(pack, interview, true);
    return { ...to(quick), say: [quickTaken, "", ...ask(pack, quick)] };
  }
  if (word === "all") return to(hurry(pack, interview, false));
  if (word === "" && reviewed(pack, interview).includes(question)) {
    const former = interview.answers[question.id];
    return to(former === undefined ? skip(pack, interview) : answer(pack, interview, former));
  }
  const picked = readPicked(question, word);
  return typeof picked === "string" ? say(picked) : to(answer(pack, interview, picked));
}

/** The options that numbers or ids name, or what is wrong with them. */
function readPicked({ pick, most, options }: Question, line: string): readonly string[] | string {
  const given = line.split(/[\s,]+/).filter((word) => word !== "");
  if (pick === "any" && given.length === 1 && given[0] === noneWord) return [];
  const unknown = given.find((word) => findOption(options, word) === undefined);
  if (unknown !== undefined || given.length === 0) {
    const what = unknown === undefined ? "Nothing was typed" : `"${visible(unknown)}" is none of them`;
    return `${what}; type a number from 1 to ${options.length}, or: back, why, skip, stop.`;
  }
  const picked = options.map(({ id }) => id).filter((id) => given.some((word) => findOption(options, word) === id));
  const limit = pick === "one" ? 1 : most;
  return picked.length > limit ? `At most ${limit} may be picked, and that is ${picked.length}; type fewer.` : picked;
}

function findOption(options: Question["options"], word: string): string | undefined {
  return (/^\d+$/.test(word) ? options[Number(word) - 1] : options.find(({ id }) => id === word))?.id;
}

/** How the lines reach the person, and theirs the program. */
export interface Conversation {
  readonly lines: AsyncIterator<string>;
  /** A person types them; otherwise they come from a pipe, whose end after the last answer asks for the result. */
  readonly isTyped: boolean;
  readonly say: (lines: readonly string[]) => Promise<void>;
  readonly keep: (interview: Interview) => string | null;
}

/** The whole interview by lines; null when it is stopped, or the lines end before it. */
export async function converse(
  pack: Pack,
  first: Interview,
  left: Interview | null,
  { lines, isTyped, say, keep }: Conversation,
): Promise<Interview | null> {
  const next = async () => {
    const { done, value } = await lines.next();
    return done ? null : value;
  };
  let interview = first;
  if (left === null)
    await say([
      pack.title,
      pack.intro,
      ...(first.isQuick ? [] : ["To stop as soon as it is certain, type quick."]),
      "",
    ]);
  else {
    const [goOn] = words.leftChoices(pack, left);
    await say([
      "An earlier interview was stopped before its end.",
      `${goOn}: press Enter. To start afresh, type fresh.`,
    ]);
    for (;;) {
      const line = await next();
      if (line === null) return null;
      if (/^\s*(fresh)?\s*$/i.test(line)) {
        if (line.trim() === "") interview = left;
        break;
      }
      await say(["Press Enter to continue, or type fresh to start afresh."]);
    }
  }
  await say(ask(pack, interview));
  for (;;) {
    const line = await next();
    if (line === null) return interview.at === null && !isTyped ? interview : null;
    const heard = hear(pack, interview, line);
    if (heard.end !== null) return heard.end === "result" ? interview : null;
    const note = heard.interview === interview ? null : keep(heard.interview);
    interview = heard.interview;
    if (note !== null) await say([note]);
    await say(heard.say ?? ["", ...ask(pack, interview)]);
  }
}
