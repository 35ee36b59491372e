import { createInterface } from "node:readline";
import type { Answers } from "../advice/scorecard.ts";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { limitGlyphs, pageFor, wrap } from "../report/terminal-page.ts";
import { isTerminal, onEndings, type World } from "../world.ts";
import { converse } from "./conversation.ts";
import { elsewhereSentence } from "./interview-sentences.ts";
import { type Keeper, keeperFor } from "./keeper.ts";
import { show } from "./key-actions.ts";
import { askByKeys } from "./prompt.ts";
import { applyPreset, hurry, type Interview, type Preset, start, type UnfinishedInterview, unasked } from "./state.ts";

export interface InterviewOptions {
  /** Ask only until the recommendation is certain. */
  readonly isQuick: boolean;
  /** Ignore unfinished interviews. */
  readonly isFresh: boolean;
  /** Save every answer on disk, so that the interview can be continued. */
  readonly isKept: boolean;
  /** Ask in numbered lines, without redrawing. */
  readonly byLines: boolean;
  readonly hasColor: boolean;
}

/** The answers of an interview, and what can be done next. */
export interface InterviewResult {
  readonly answers: Answers;
  readonly hasAsked: boolean;
  /** The number of questions that a short form has left out. */
  readonly unasked: number;
  /** Asks the questions that are left out. Resolves with null if that is interrupted. */
  goOn(): Promise<InterviewResult | null>;
  /** Removes the interview from the disk. It stays there until the advice is written, so that nothing is lost before. */
  forget(): void;
}

interface Setting {
  readonly world: World;
  readonly pack: Pack;
  readonly options: InterviewOptions;
  readonly keeper: Keeper;
}

/** Asks on standard error what the preset leaves open. When interrupted, says how to continue, and resolves with null. */
export async function interview(
  world: World,
  pack: Pack,
  preset: Preset,
  options: InterviewOptions,
): Promise<InterviewResult | null> {
  const fresh = start(pack, preset, options.isQuick);
  const keeper = keeperFor(world, pack, options.isKept);
  const setting = { world, pack, options, keeper };
  if (fresh.at === null) return resultOf(setting, fresh);
  if (options.isFresh) return ask(setting, fresh);
  const { unfinished, activeElsewhere, warnings } = keeper.read();
  const choices = unfinished.map((choice) => {
    const continued = applyPreset(pack, choice.interview, preset);
    return { ...choice, interview: continued.isQuick || options.isQuick ? hurry(pack, continued, true) : continued };
  });
  return ask(setting, fresh, choices, [
    ...warnings,
    ...(activeElsewhere === 0 ? [] : [elsewhereSentence(activeElsewhere)]),
  ]);
}

/** `news` are sentences to show before the first question. */
async function ask(
  setting: Setting,
  first: Interview,
  unfinished: readonly UnfinishedInterview[] = [],
  news: readonly string[] = [],
): Promise<InterviewResult | null> {
  const { world, pack, options, keeper } = setting;
  const { stdin, stderr } = world;
  const page = () => pageFor(stderr, world.env, options.hasColor);
  const say = (lines: readonly string[]) =>
    print(stderr, limitGlyphs(`${lines.map((line) => wrap(line, Math.min(page().width, 72))).join("\n")}\n`, page()));

  let done: Interview | null;
  if (options.byLines || !isTerminal(stderr)) {
    const stop = new AbortController();
    const { signal } = stop;
    const stopListening = onEndings(world, () => stop.abort());
    const input = createInterface({ input: stdin, signal, crlfDelay: Number.POSITIVE_INFINITY });
    const lines = input[Symbol.asyncIterator]();
    try {
      if (news.length > 0) await say(news);
      const conversation = { ...keeper, lines, isTyped: stdin.isTTY === true, say, signal };
      done = await converse(pack, first, unfinished, conversation);
    } finally {
      input.close();
      stopListening();
    }
  } else {
    const screen = () => ({ ...page(), rows: stderr.rows || 24, isKept: keeper.isKept() });
    const view = { ...show(pack, first, unfinished), note: news.length === 0 ? null : news.join(" ") };
    done = await askByKeys({ ...keeper, pack, view, terminal: stderr, screen }, world);
  }
  if (done !== null) return resultOf(setting, done);
  // After a typed line, the cursor may still stand behind "^C".
  const isMidLine = options.byLines && stdin.isTTY === true;
  await say([...(isMidLine ? [""] : []), keeper.stop()]);
  return null;
}

function resultOf(setting: Setting, done: Interview): InterviewResult {
  const { pack, keeper } = setting;
  return {
    answers: done.answers,
    hasAsked: done.asked.length > 0,
    unasked: unasked(pack, done).length,
    goOn: () => ask(setting, hurry(pack, done, false)),
    forget: keeper.forget,
  };
}
