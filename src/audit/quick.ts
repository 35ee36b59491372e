import { nextQuestion } from "../advice/order.ts";
import { randomFrom } from "../advice/sample.ts";
import { type Answers, answersFrom, type Scorecard, sum } from "../advice/scorecard.ts";
import type { Pack } from "../pack/pack.ts";
import { drawAnswers, idealAnswers } from "./respondents.ts";
import { round } from "./shares.ts";

/** How many scored questions `--quick` asks until no answer can end the lead (DESIGN 5.7). */
export interface Quick {
  /** Mean over respondents who answer anyhow. */
  readonly mean: number;
  readonly samples: number;
  readonly seed: number;
  readonly standardError: number;
  /** By role id: for the one whose every answer is ideal for that role. */
  readonly ideal: Readonly<Record<string, number>>;
}

const samples = 400;
const seed = 1;

export function measureQuick(pack: Pack, card: Scorecard): Quick {
  const random = randomFrom(seed);
  const asked = Array.from({ length: samples }, () => countAsked(pack, answersFrom(pack, drawAnswers(card, random))));
  const mean = sum(asked) / samples;
  const variance = sum(asked.map((n) => (n - mean) ** 2)) / (samples - 1);
  return {
    mean: round(mean),
    samples,
    seed,
    standardError: round(Math.sqrt(variance / samples)),
    ideal: Object.fromEntries(
      pack.roles.map(({ id }, role) => [id, countAsked(pack, answersFrom(pack, idealAnswers(card, role)))]),
    ),
  };
}

function countAsked(pack: Pack, answers: Answers): number {
  const given: Record<string, readonly string[]> = {};
  for (let n = 0; ; n++) {
    const next = nextQuestion(pack, given);
    if (next === null) return n;
    given[next] = answers[next] ?? [];
  }
}
