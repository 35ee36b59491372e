import { createInterface } from "node:readline";
import type { Answers } from "../advice/scorecard.ts";
import { describe, fault, RoleAdvisorError } from "../fault.ts";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { clip, finished, pageFor, wrap } from "../report/page.ts";
import { isTerminal, type Signal, type World } from "../world.ts";
import { converse } from "./lines.ts";
import { askByKeys } from "./prompt.ts";
import { fileFor, keep, readKept } from "./saved.ts";
import { type Given, hurry, type Interview, start, take } from "./state.ts";
import { reviewed, show } from "./view.ts";
import { keptUntilNext, shortLine } from "./words.ts";

export { forget } from "./saved.ts";

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

/**
 * Asks what was not given, on standard error. Null when it is interrupted: then it has said how to continue.
 * What was kept on disk stays there until `forget`, so that nothing is lost before the advice is out.
 */
export async function interview(
  world: World,
  pack: Pack,
  given: Given,
  options: InterviewOptions,
): Promise<Answers | null> {
  const { stderr } = world;
  const fresh = start(pack, given, options.isQuick);
  if (fresh.at === null) return given.answers;
  const page = () => pageFor(stderr, world.env, options.hasColor);
  const say = (lines: readonly string[]) =>
    print(stderr, finished(`${lines.map((line) => wrap(line, Math.min(page().width, 72))).join("\n")}\n`, page()));

  const keeper = new Keeper(world, pack, options.isKept);
  const kept = keeper.read();
  if (kept.say !== null && options.byLines) await say([kept.say]);
  const taken = options.isFresh || kept.interview === null ? null : take(pack, kept.interview, given);
  const left = taken && (taken.isQuick || options.isQuick) ? hurry(pack, taken, true) : taken;

  const keepOn = (interview: Interview) => keeper.keep(interview);
  const done = await withSignals(world, options.byLines, async (signal) => {
    if (options.byLines || !isTerminal(stderr)) {
      const lines = createInterface({ input: world.stdin, signal, crlfDelay: Number.POSITIVE_INFINITY });
      const conversation = {
        lines: lines[Symbol.asyncIterator](),
        isTyped: world.stdin.isTTY === true,
        say,
        keep: keepOn,
      };
      return converse(pack, fresh, left, conversation).finally(() => lines.close());
    }
    const screen = () => ({ ...page(), rows: stderr.rows || 24, isKept: keeper.isKept });
    const view = { ...show(pack, fresh, left), note: kept.say };
    return askByKeys({ pack, view, terminal: stderr, screen, keep: keepOn }, world.stdin, signal);
  });
  if (done === null) {
    // Lines that are typed may have ended in "^C".
    const isMidLine = options.byLines && world.stdin.isTTY === true;
    await say([...(isMidLine ? [""] : []), keeper.howToContinue(left)]);
    return null;
  }
  if (!options.byLines) await say(transcript(pack, done));
  return done.answers;
}

/** Ends the asking when a signal comes. */
async function withSignals(
  world: World,
  isCooked: boolean,
  asking: (signal: AbortSignal) => Promise<Interview | null>,
): Promise<Interview | null> {
  // A prompt reads Ctrl+C as a key; elsewhere the terminal makes a signal of it.
  const signals: readonly Signal[] = isCooked ? ["SIGINT", "SIGTERM", "SIGHUP"] : ["SIGTERM", "SIGHUP"];
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  for (const signal of signals) world.on(signal, onSignal);
  try {
    return await asking(stop.signal);
  } finally {
    for (const signal of signals) world.off(signal, onSignal);
  }
}

/** Keeps every step on disk, and says once if it cannot. */
class Keeper {
  readonly #world: World;
  readonly #pack: Pack;
  readonly #isWanted: boolean;
  readonly #file: string | null;
  #hasWarned = false;
  #latest: { readonly interview: Interview; readonly isKept: boolean } | null = null;

  constructor(world: World, pack: Pack, isWanted: boolean) {
    this.#world = world;
    this.#pack = pack;
    this.#isWanted = isWanted;
    this.#file = isWanted ? fileFor(world, pack) : null;
  }

  /** As far as it is known: a folder that cannot be written to shows at the first answer. */
  get isKept(): boolean {
    return this.#file !== null && this.#latest?.isKept !== false;
  }

  read(): { interview: Interview | null; say: string | null } {
    if (this.#file !== null) return readKept(this.#pack, this.#file);
    return { interview: null, say: this.#isWanted ? describe(fault("no-home", {})) : null };
  }

  /** A sentence the first time that it fails. */
  keep(interview: Interview): string | null {
    if (interview.asked.length === 0) return null;
    this.#latest = { interview, isKept: false };
    if (this.#file === null) return null;
    try {
      keep(this.#world, this.#pack, this.#file, interview);
      this.#latest = { interview, isKept: true };
      return null;
    } catch (error) {
      if (!(error instanceof RoleAdvisorError)) throw error;
      if (this.#hasWarned) return null;
      this.#hasWarned = true;
      return `${describe(error.faults[0])}. The interview goes on; what you answer is not kept.`;
    }
  }

  howToContinue(left: Interview | null): string {
    if (!this.#isWanted) return "Stopped. Nothing is kept, as --no-save says.";
    if (this.#latest === null)
      return left === null ? "Stopped before the first answer." : "Stopped; it can still be continued.";
    if (!this.#latest.isKept) return "Stopped. What you answered could not be kept.";
    return keptUntilNext(this.#latest.interview);
  }
}

const mostTranscript = 60;

/** What was said, one short line each, to stay above the result. */
function transcript(pack: Pack, interview: Interview): string[] {
  return [...reviewed(pack, interview).map((one) => clip(shortLine(pack, one, interview), mostTranscript)), ""];
}
