import { readdirSync, readFileSync } from "node:fs";
import { advise } from "../../src/advice/advise.ts";
import type { Verdict } from "../../src/advice/judge.ts";
import { readAnswers } from "../../src/answers/read-answers.ts";
import { builtIn } from "../../src/pack/built-in.ts";

/** How often the pack as it is names the title that real people hold, from answers that a reader gave for them. */

interface Case {
  readonly id: string;
  readonly title: "cio" | "cto";
  readonly kind: "person" | "job" | "question";
  /** Title and work disagree. */
  readonly hard: boolean;
}

type Answered = Readonly<Record<string, string | readonly string[]>>;

/** `stated`: only what the text supports; `guess`: also what it hints at. */
interface Reading {
  readonly id: string;
  readonly stated: Answered;
  readonly guess: Answered;
}

export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface Scores {
  readonly all: Share;
  readonly plain: Share;
  readonly hard: Share;
  readonly cio: Share;
  readonly cto: Share;
  readonly verdicts: Readonly<Record<Verdict, Share>>;
  /** Where nothing open could end the lead: by the number of answers that would have to change. */
  /** What of the answers the pack does not know (any more). */
  readonly unread: readonly string[];
  readonly flips: { readonly few: Share; readonly some: Share; readonly many: Share };
}

const folder = "tests/validity";
export const cases = linesOf<Case>("cases.jsonl");

/** The versions of the pack whose questions were answered for the cases, oldest first. */
export const versions = readdirSync(folder)
  .flatMap((name) => /^readings-(.+)\.jsonl$/.exec(name)?.[1] ?? [])
  .sort();

/** Answers to another version are read by id, as the program reads them; what no longer fits is left open. */
export function scoreReading(version: string, set: "stated" | "guess"): Scores {
  const readings = new Map(linesOf<Reading>(`readings-${version}.jsonl`).map((one) => [one.id, one]));
  const unread = new Set<string>();
  const results = cases.map((one) => {
    const { answers, faults } = readAnswers(builtIn, readings.get(one.id)?.[set] ?? {});
    for (const { message } of faults) unread.add(message);
    const { recommendation, flip } = advise(builtIn, answers);
    const { role, verdict, certain } = recommendation;
    return { ...one, isRight: role === one.title, verdict, certain, flip: flip?.answers ?? Number.POSITIVE_INFINITY };
  });
  const share = (holds: (one: (typeof results)[number]) => boolean) => {
    const some = results.filter(holds);
    return { right: some.filter(({ isRight }) => isRight).length, of: some.length };
  };
  const certain = (least: number, most: number) => share((one) => one.certain && one.flip >= least && one.flip <= most);
  const called = (verdict: Verdict) => share((one) => one.verdict === verdict);
  return {
    all: share(() => true),
    plain: share(({ hard }) => !hard),
    hard: share(({ hard }) => hard),
    cio: share(({ title }) => title === "cio"),
    cto: share(({ title }) => title === "cto"),
    verdicts: {
      clear: called("clear"),
      leaning: called("leaning"),
      close: called("close"),
      early: called("early"),
      tie: called("tie"),
    },
    unread: [...unread],
    flips: { few: certain(0, 2), some: certain(3, 4), many: certain(5, Number.POSITIVE_INFINITY) },
  };
}

function linesOf<Line>(name: string): Line[] {
  const lines = readFileSync(`${folder}/${name}`, "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line));
}
