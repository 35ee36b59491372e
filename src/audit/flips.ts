import { judge } from "../advice/judge.ts";
import { randomFrom } from "../advice/sample.ts";
import { at, type Scorecard, type ScoredQuestion, sum } from "../advice/scorecard.ts";
import { outcomesOf } from "../advice/tally.ts";
import { drawAnswers } from "./respondents.ts";
import { asParts, type Method, round } from "./shares.ts";

/** How many answers end the lead (DESIGN 5.3), as parts of all ways to answer every question. */
export interface Flips {
  readonly one: number;
  readonly two: number;
  /** Three or more, or no set of changes at all. */
  readonly more: number;
  /** Nobody leads alone. */
  readonly shared: number;
  readonly method: Method;
}

/** Exact up to this many steps of counting; sampled beyond. */
const mostSteps = 2 ** 28;
const samples = 2_000;
const seed = 1;

export function measureFlips(card: Scorecard): Flips {
  return (card.roles === 2 ? countFlips(card.scored) : null) ?? sampleFlips(card);
}

/** For two roles: leads of either side over the other are counted by margin and by the two largest gains. */
function countFlips(questions: readonly ScoredQuestion[]): Flips | null {
  const side = (leader: number) =>
    countSide(
      questions.map((question) => {
        const answers = asParts(outcomesOf(question, 2)).map(({ points, weight }) => {
          return { lead: at(points, leader) - at(points, 1 - leader), weight };
        });
        const least = Math.min(...answers.map(({ lead }) => lead));
        return answers.map((one) => ({ ...one, gain: question.question.mutable ? one.lead - least : 0 }));
      }),
    );
  const [a, b] = [side(0), side(1)];
  if (a === null || b === null) return null;
  const [one, two, led] = [a.one + b.one, a.two + b.two, a.led + b.led];
  const [more, shared] = [round(led - one - two), round(1 - led)];
  return { one: round(one), two: round(two), more, shared, method: { exact: true } };
}

interface Answer {
  readonly lead: number;
  /** What the rival gains by the best change of this answer. */
  readonly gain: number;
  readonly weight: number;
}

/** Parts in which the side leads, and of those the parts that one change, or two, bring to a shared lead. */
function countSide(questions: readonly (readonly Answer[])[]): { led: number; one: number; two: number } | null {
  const least = sum(questions.map((answers) => Math.min(...answers.map(({ lead }) => lead))));
  const most = sum(questions.map((answers) => Math.max(...answers.map(({ lead }) => lead))));
  const gains = 1 + Math.max(0, ...questions.flatMap((answers) => answers.map(({ gain }) => gain)));
  const cells = (most - least + 1) * gains * gains;
  if (cells * sum(questions.map(({ length }) => length)) > mostSteps) return null;

  // A cell is (lead − least so far, largest gain, second largest gain).
  let parts = new Float64Array(cells);
  parts[0] = 1;
  for (const answers of questions) {
    const base = Math.min(...answers.map(({ lead }) => lead));
    const next = new Float64Array(cells);
    for (let cell = 0; cell < cells; cell++) {
      const part = parts[cell] ?? 0;
      if (part === 0) continue;
      const second = cell % gains;
      const first = Math.floor(cell / gains) % gains;
      const lead = Math.floor(cell / (gains * gains));
      for (const answer of answers) {
        const top = Math.max(first, answer.gain);
        const below = Math.min(first, Math.max(second, answer.gain));
        const to = ((lead + answer.lead - base) * gains + top) * gains + below;
        next[to] = (next[to] ?? 0) + part * answer.weight;
      }
    }
    parts = next;
  }

  const found = { led: 0, one: 0, two: 0 };
  for (let cell = 0; cell < cells; cell++) {
    const part = parts[cell] ?? 0;
    const margin = least + Math.floor(cell / (gains * gains));
    if (part === 0 || margin <= 0) continue;
    const first = Math.floor(cell / gains) % gains;
    found.led += part;
    if (first >= margin) found.one += part;
    else if (first + (cell % gains) >= margin) found.two += part;
  }
  return found;
}

function sampleFlips(card: Scorecard): Flips {
  const random = randomFrom(seed);
  const found = [0, 0, 0, 0];
  for (let i = 0; i < samples; i++) {
    const { isShared, flip } = judge(card, drawAnswers(card, random));
    const kind = isShared ? 3 : Math.min(flip ?? 3, 3) - 1;
    found[kind] = at(found, kind) + 1;
  }
  const shares = found.map((n) => n / samples);
  const error = Math.max(...shares.map((share) => Math.sqrt((share * (1 - share)) / samples)));
  const [one = 0, two = 0, more = 0, shared = 0] = shares.map(round);
  return { one, two, more, shared, method: { exact: false, samples, seed, standardError: round(error) } };
}
