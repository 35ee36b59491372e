import { createInterface } from "node:readline";
import type { Answers } from "../advice/scorecard.ts";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { limitGlyphs, pageFor, wrap } from "../report/page.ts";
import { isTerminal, onEndings, type World } from "../world.ts";
import { converse } from "./conversation.ts";
import { elsewhereSentence } from "./interview-sentences.ts";
import { type Keeper, keeperFor } from "./keeper.ts";
import { show } from "./keypress.ts";
import { askByKeys } from "./prompt.ts";
import { type Given, hurry, type Interview, type Left, start, take as takeGiven, unasked } from "./state.ts";

export interface InterviewOptions {
  /** Ask only until the recommendation is certain. */
  readonly isQuick: boolean;
  /** Start afresh, whatever was left before. */
  readonly isFresh: boolean;
  /** Keep every answer on disk, so that the interview can be continued. */
  readonly isKept: boolean;
  /** Ask in numbered lines, without redrawing. */
  readonly byLines: boolean;
  readonly hasColor: boolean;
}

/** What was said, and what may be done with it. */
export interface Asked {
  readonly answers: Answers;
  /** Was there anything to ask? */
  readonly hasAsked: boolean;
  /** How many questions a short form has left out. */
  readonly unasked: number;
  /** Asks those. Null when it is interrupted. */
  goOn(): Promise<Asked | null>;
  /** What was kept on disk stays there until this is called, so that nothing is lost before the advice is out. */
  forget(): void;
}

/** Asks what was not given, on standard error. Null when it is interrupted: then it has said how to continue. */
export async function interview(
  world: World,
  pack: Pack,
  given: Given,
  options: InterviewOptions,
): Promise<Asked | null> {
  const fresh = start(pack, given, options.isQuick);
  const keeper = keeperFor(world, pack, options.isKept);
  if (fresh.at === null) return asAsked({ world, pack, options, keeper }, fresh);
  const { left, elsewhere, say } = options.isFresh ? { left: [], elsewhere: 0, say: [] } : keeper.read();
  const taken = left.map((one) => ({ ...one, interview: withGiven(pack, one.interview, given, options.isQuick) }));
  const news = [...say, ...(elsewhere === 0 ? [] : [elsewhereSentence(elsewhere)])];
  return ask({ world, pack, options, keeper }, fresh, taken, news);
}

function withGiven(pack: Pack, left: Interview, given: Given, isQuick: boolean): Interview {
  const taken = takeGiven(pack, left, given);
  return taken.isQuick || isQuick ? hurry(pack, taken, true) : taken;
}

interface Setting {
  readonly world: World;
  readonly pack: Pack;
  readonly options: InterviewOptions;
  readonly keeper: Keeper;
}

async function ask(
  setting: Setting,
  first: Interview,
  left: readonly Left[],
  news: readonly string[],
): Promise<Asked | null> {
  const { world, pack, options, keeper } = setting;
  const { stderr } = world;
  const page = () => pageFor(stderr, world.env, options.hasColor);
  const say = (lines: readonly string[]) =>
    print(stderr, limitGlyphs(`${lines.map((line) => wrap(line, Math.min(page().width, 72))).join("\n")}\n`, page()));
  const { keep, take, isKept } = keeper;

  let done: Interview | null;
  if (options.byLines || !isTerminal(stderr)) {
    const stop = new AbortController();
    const hearNoMore = onEndings(world, () => stop.abort());
    const { signal } = stop;
    const lines = createInterface({ input: world.stdin, signal, crlfDelay: Number.POSITIVE_INFINITY });
    const isTyped = world.stdin.isTTY === true;
    try {
      if (news.length > 0) await say(news);
      const conversation = { lines: lines[Symbol.asyncIterator](), isTyped, say, signal, keep, take };
      done = await converse(pack, first, left, conversation);
    } finally {
      lines.close();
      hearNoMore();
    }
  } else {
    const screen = () => ({ ...page(), rows: stderr.rows || 24, isKept: isKept() });
    const view = { ...show(pack, first, left), note: news.length === 0 ? null : news.join(" ") };
    done = await askByKeys({ pack, view, terminal: stderr, screen, keep, take }, world);
  }
  if (done === null) {
    // Lines that are typed may have ended in "^C".
    const isMidLine = options.byLines && world.stdin.isTTY === true;
    await say([...(isMidLine ? [""] : []), keeper.stop()]);
    return null;
  }
  return asAsked(setting, done);
}

function asAsked(setting: Setting, done: Interview): Asked {
  const { pack, keeper } = setting;
  return {
    answers: done.answers,
    hasAsked: done.asked.length > 0,
    unasked: unasked(pack, done).length,
    goOn: () => ask(setting, hurry(pack, done, false), [], []),
    forget: keeper.forget,
  };
}
