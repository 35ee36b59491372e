import type { Answers } from "../../src/advice/scorecard.ts";
import type { Conditions, Pack, Question, Role, Strengths, When } from "../../src/pack/pack.ts";

/*
 * The contract of the engine (DESIGN 5) spelled out the slow way: everything that can be enumerated is. It shares types with
 * the engine and no code.
 */

export type Evidence = "drawn" | "able";

/** Points of each role, in pack order (5.1). */
export function points(pack: Pack, answers: Answers, evidence: Evidence = "drawn"): number[] {
  const totals = pack.roles.map(() => 0);
  for (const question of pack.questions) {
    pointsOf(pack, question, answers[question.id] ?? [], evidence).forEach((more, role) => {
      totals[role] = at(totals, role) + more;
    });
  }
  return totals;
}

/** What one answer gives each role. */
export function pointsOf(pack: Pack, question: Question, picked: readonly string[], evidence: Evidence): number[] {
  return pack.roles.map((role) => {
    const weights = Object.fromEntries(Object.entries(role.traits).map(([id, { weight }]) => [id, weight]));
    return strengthOf(question, picked, evidence, weights);
  });
}

function strengthOf(question: Question, picked: readonly string[], evidence: Evidence, weights: Strengths): number {
  let total = 0;
  for (const option of question.options) {
    if (!picked.includes(option.id)) continue;
    for (const [trait, strength] of Object.entries(option[evidence])) total += strength * (weights[trait] ?? 0);
  }
  return total;
}

/** Every answer that a question allows. */
export function possibleAnswers({ pick, most, options }: Question): string[][] {
  const ids = options.map(({ id }) => id);
  if (pick === "one") return ids.map((id) => [id]);
  const subsets: string[][] = [[]];
  for (const id of ids) subsets.push(...subsets.map((set) => [...set, id]));
  return subsets.filter((set) => set.length <= most);
}

/** The most points that each role could have from the questions that were answered. */
export function possiblePoints(pack: Pack, answers: Answers, evidence: Evidence): number[] {
  const answered = pack.questions.filter(({ id }) => answers[id] !== undefined);
  return pack.roles.map((_, role) =>
    answered
      .map((q) => Math.max(...possibleAnswers(q).map((picked) => at(pointsOf(pack, q, picked, evidence), role))))
      .reduce((sum, best) => sum + best, 0),
  );
}

export function questionsWith(pack: Pack, evidence: Evidence): Question[] {
  return pack.questions.filter(({ options }) =>
    options.some((option) => Object.values(option[evidence]).some((strength) => strength > 0)),
  );
}

/** Roles with the most points. */
export function leaders(totals: readonly number[]): number[] {
  const top = Math.max(...totals);
  return totals.flatMap((points, role) => (points === top ? [role] : []));
}

/** The role that leads alone, or null. */
export function soleLeader(totals: readonly number[]): number | null {
  const [first, ...others] = leaders(totals);
  return others.length > 0 ? null : (first ?? null);
}

/** Most points first; equal ones in pack order. */
export function ranking(totals: readonly number[]): number[] {
  return [...totals.keys()].sort((a, b) => at(totals, b) - at(totals, a) || a - b);
}

/** Everything that answers may become when each of the questions takes any of its values. */
export function* assignments(
  questions: readonly { id: string; values: readonly (readonly string[] | undefined)[] }[],
  answers: Answers,
): Generator<Answers> {
  const [first, ...others] = questions;
  if (first === undefined) yield answers;
  else {
    for (const value of first.values) {
      const { [first.id]: _, ...rest } = answers;
      yield* assignments(others, value === undefined ? rest : { ...rest, [first.id]: value });
    }
  }
}

/**
 * The size of the smallest set of mutable answers whose change ends the lead, and the first role in pack order that so small
 * a set brings level; null if there is none or nobody leads alone (5.3).
 */
export function smallestFlip(
  pack: Pack,
  answers: Answers,
  evidence: Evidence = "drawn",
  facts = false,
): { size: number; to: number } | null {
  const leader = soleLeader(points(pack, answers, evidence));
  if (leader === null) return null;
  const changeable = pack.questions.filter(({ id, mutable }) => answers[id] !== undefined && (mutable || facts));
  const before = points(pack, answers, evidence);
  // Of equal sets that for the role that has most, of such roles the first.
  const isBetter = (a: { size: number; to: number }, b: { size: number; to: number }) =>
    a.size - b.size || at(before, b.to) - at(before, a.to) || a.to - b.to;
  let least: { size: number; to: number } | null = null;
  const all = changeable.map((question) => ({ id: question.id, values: possibleAnswers(question) }));
  for (const changed of assignments(all, answers)) {
    const after = points(pack, changed, evidence);
    if (soleLeader(after) === leader) continue;
    const size = changeable.filter(({ id }) => !isSame(changed[id] ?? [], answers[id] ?? [])).length;
    for (const [to, had] of after.entries()) {
      if (to === leader || had < at(after, leader)) continue;
      if (least === null || isBetter({ size, to }, least) < 0) least = { size, to };
    }
  }
  return least;
}

export function flipSize(...given: Parameters<typeof smallestFlip>): number | null {
  return smallestFlip(...given)?.size ?? null;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

export function openQuestions(pack: Pack, answers: Answers): Question[] {
  return questionsWith(pack, "drawn").filter(({ id }) => answers[id] === undefined);
}

/** Does one role lead alone however the open questions are answered, or left open (5.4)? */
export function isCertain(pack: Pack, answers: Answers): boolean {
  const leader = soleLeader(points(pack, answers));
  if (leader === null) return false;
  const open = openQuestions(pack, answers).map((question) => ({
    id: question.id,
    values: [undefined, ...possibleAnswers(question)],
  }));
  for (const completed of assignments(open, answers)) {
    if (soleLeader(points(pack, completed)) !== leader) return false;
  }
  return true;
}

/** In how many ways the open questions can all be answered, by who then leads alone (5.5). */
export function completions(pack: Pack, answers: Answers): { combinations: number; leads: number[]; shared: number } {
  const open = openQuestions(pack, answers).map((question) => ({ id: question.id, values: possibleAnswers(question) }));
  const leads = pack.roles.map(() => 0);
  let [combinations, shared] = [0, 0];
  for (const completed of assignments(open, answers)) {
    combinations++;
    const leader = soleLeader(points(pack, completed));
    if (leader === null) shared++;
    else leads[leader] = at(leads, leader) + 1;
  }
  return { combinations, leads, shared };
}

/** The table of 5.4, row by row. */
export function verdict(pack: Pack, answers: Answers): string {
  if (soleLeader(points(pack, answers)) === null) return "tie";
  if (!isCertain(pack, answers)) return "early";
  const flip = flipSize(pack, answers) ?? Number.POSITIVE_INFINITY;
  if (flip <= pack.verdict.close) return "close";
  if (flip <= pack.verdict.leaning) return "leaning";
  return "clear";
}

/** What each trait adds to the points of `ahead` over `behind` (5.2): evidence times the difference of the weights. */
export function traitShares(
  pack: Pack,
  question: Question,
  picked: readonly string[],
  ahead: number,
  behind: number,
): Record<string, number> {
  const shares = pack.traits.map(({ id }) => {
    const difference = weightOf(pack, ahead, id) - weightOf(pack, behind, id);
    return [id, strengthOf(question, picked, "drawn", { [id]: difference })] as const;
  });
  return Object.fromEntries(shares);
}

export function weightOf(pack: Pack, role: number, trait: string): number {
  return pack.roles[role]?.traits[trait]?.weight ?? 0;
}

/** Every question of `when` is answered with one of the listed options, and none of `unless` (section 4). */
export function holds({ when, unless }: Conditions, answers: Answers): boolean {
  const has = ([id, options]: [string, When[string]]) => options.some((option) => answers[id]?.includes(option));
  return Object.entries(when).every(has) && !Object.entries(unless).some(has);
}

/** Evidence of being able in a trait that the answers show, and the most that the answered questions could show (5.9). */
export function ability(pack: Pack, answers: Answers, trait: string): { had: number; possible: number } {
  let [had, possible] = [0, 0];
  for (const question of pack.questions) {
    const picked = answers[question.id];
    if (picked === undefined) continue;
    had += strengthOf(question, picked, "able", { [trait]: 1 });
    possible += Math.max(...possibleAnswers(question).map((ids) => strengthOf(question, ids, "able", { [trait]: 1 })));
  }
  return { had, possible };
}

/** Points of a set of weights over all that the answers show one is drawn to. */
export function drawnPoints(pack: Pack, answers: Answers, weights: Strengths): number {
  return pack.questions.reduce(
    (total, question) => total + strengthOf(question, answers[question.id] ?? [], "drawn", weights),
    0,
  );
}

/** DESIGN 5.8; every answered question counts as one that could change. */
export function tension(pack: Pack, answers: Answers): { drawn: number; able: number } | null {
  const drawn = soleLeader(points(pack, answers, "drawn"));
  const able = soleLeader(points(pack, answers, "able"));
  if (pack.tension === null || drawn === null || able === null || drawn === able) return null;
  const flips = [flipSize(pack, answers, "drawn", true), flipSize(pack, answers, "able", true)];
  return flips.every((size) => size === null || size >= 2) ? { drawn, able } : null;
}

/**
 * The part of the weight simplex where Σ c·w < 0. Uniform weights are exponentials over their sum, so this is the chance that
 * a sum of signed exponentials is negative; Gil-Pelaez inverts its characteristic function Π 1/(1 − ict), here with
 * t = tan θ and Simpson's rule.
 */
export function shareBelowZero(contributions: readonly number[]): number {
  const scale = Math.max(...contributions.map(Math.abs));
  const c = contributions.filter((x) => x !== 0).map((x) => x / scale);
  const integrand = (angle: number): number => {
    const t = Math.tan(angle);
    let [re, im] = [1, 0];
    for (const x of c) {
      // Divided by 1 − ixt, that is multiplied by (1 + ixt) / (1 + x²t²).
      const length = 1 + (x * t) ** 2;
      [re, im] = [(re - im * x * t) / length, (im + re * x * t) / length];
    }
    return im / (Math.sin(angle) * Math.cos(angle));
  };
  const steps = 20_000;
  const width = Math.PI / 2 / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const angle = Math.min(Math.max(i * width, 1e-9), Math.PI / 2 - 1e-9);
    sum += integrand(angle) * (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2);
  }
  return 0.5 - (sum * width) / 3 / Math.PI;
}

export type Fraction = readonly [bigint, bigint];

/** The same, exactly, where no two contributions are equal: 1 − Σ over positive c of Π c / (c − d), the d being all others. */
export function exactShareBelowZero(contributions: readonly number[]): Fraction {
  const c = contributions.filter((x) => x !== 0).map(BigInt);
  const terms = c
    .filter((x) => x > 0n)
    .map((x) =>
      c.filter((d) => d !== x).reduce<Fraction>(([n, d], other) => reduced([n * x, d * (x - other)]), [1n, 1n]),
    );
  return terms.reduce<Fraction>(([n, d], [m, e]) => reduced([n * e - m * d, d * e]), [1n, 1n]);
}

function reduced([n, d]: Fraction): Fraction {
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b !== 0n) [a, b] = [b, a % b];
  const sign = d < 0n ? -1n : 1n;
  return [(sign * n) / a, (sign * d) / a];
}

/** The part of the weight simplex in which the leader leads every rival, by rejection with a generator of its own. */
export function sampledShare(contributions: readonly (readonly number[])[], samples: number): number {
  let [state, hits] = [12345n, 0];
  const random = () => {
    // Knuth's MMIX generator.
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return (Number(state >> 11n) + 0.5) / 2 ** 53;
  };
  for (let i = 0; i < samples; i++) {
    const weights = contributions[0]?.map(() => -Math.log(random())) ?? [];
    if (contributions.every((c) => c.reduce((sum, x, q) => sum + x * at(weights, q), 0) > 0)) hits++;
  }
  return hits / samples;
}

/** The number at a place that is known to be there. */
export function at(numbers: readonly number[], index: number): number {
  const found = numbers[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
}

/** How far the answers show a trait (5.10). */
export function pullOf(
  pack: Pack,
  answers: Answers,
  trait: string,
): { had: number; possible: number; pull: string | null } {
  const answered = questionsWith(pack, "drawn").filter(({ id }) => answers[id] !== undefined);
  const most = answered.map((question) =>
    Math.max(...possibleAnswers(question).map((picked) => strengthOf(question, picked, "drawn", { [trait]: 1 }))),
  );
  const had = drawnPoints(pack, answers, { [trait]: 1 });
  const possible = most.reduce((sum, n) => sum + n, 0);
  if (most.filter((n) => n > 0).length < 3) return { had, possible, pull: null };
  return { had, possible, pull: had * 2 >= possible ? "strong" : had * 6 <= possible ? "faint" : "some" };
}

/** Ids of the neighbours that are named, in order (5.11). */
export function neighbours(pack: Pack, answers: Answers): string[] {
  const totals = points(pack, answers);
  const leader = soleLeader(totals);
  const scored = questionsWith(pack, "drawn");
  const answered = scored.filter(({ id }) => answers[id] !== undefined);
  if (leader === null || answered.length < (scored.length * 2) / 3) return [];
  const leaderPossible = at(possiblePoints(pack, answers, "drawn"), leader);
  const named = pack.neighbours.flatMap(({ id, traits }, place) => {
    const weights = Object.fromEntries(Object.entries(traits).map(([trait, { weight }]) => [trait, weight]));
    const had = drawnPoints(pack, answers, weights);
    const possible = answered.reduce(
      (sum, question) =>
        sum + Math.max(...possibleAnswers(question).map((picked) => strengthOf(question, picked, "drawn", weights))),
      0,
    );
    const isFaint = Object.keys(weights).some((t) => weights[t] === 5 && pullOf(pack, answers, t).pull === "faint");
    const isNamed = had > 0 && 10 * had * leaderPossible >= 11 * at(totals, leader) * possible && !isFaint;
    return isNamed ? [{ id, place, had, possible }] : [];
  });
  return named
    .toSorted((a, b) => b.had * a.possible - a.had * b.possible || a.place - b.place)
    .slice(0, 2)
    .map(({ id }) => id);
}

/** What to try for a role: at most three traits, each with why (5.9). */
export function trials(pack: Pack, answers: Answers, role: Role): { why: string; trait: string }[] {
  const traits = pack.traits
    .map(({ id }) => {
      const { weight = 0, grow = [] } = role.traits[id] ?? {};
      const [able, drawn] = [ability(pack, answers, id), pullOf(pack, answers, id)];
      const need = weight * (able.possible === 0 ? 1 : 1 - able.had / able.possible);
      return { id, weight, able, drawn, need, canTry: grow.some((experiment) => holds(experiment, answers)) };
    })
    .filter(({ canTry }) => canTry);
  type Candidate = (typeof traits)[number];
  const largest = (list: readonly Candidate[], size: (one: Candidate) => number) =>
    list.toSorted((a, b) => size(b) - size(a)).map(({ id }) => id);
  const heavy = traits.filter(({ weight }) => weight >= 4);
  const queues = {
    untested: largest(
      heavy.filter(({ drawn, able }) => drawn.pull === "strong" && able.had === 0),
      ({ drawn }) => 2 * drawn.had - drawn.possible,
    ),
    faint: largest(
      heavy.filter(({ drawn }) => drawn.pull === "faint"),
      ({ weight }) => weight,
    ),
    grow: largest(
      traits.filter(({ need }) => need > 0),
      ({ need }) => need,
    ),
  };
  const chosen: { why: string; trait: string }[] = [];
  for (let round = 1; round <= 3; round++) {
    for (const [why, queue] of Object.entries(queues)) {
      const trait = queue.find((id) => chosen.every((one) => one.trait !== id));
      if (trait !== undefined) chosen.push({ why, trait });
    }
  }
  return chosen.slice(0, 3);
}
