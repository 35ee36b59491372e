import { open, pickedIn } from "../pack/pick.ts";
import type { Contribution, Reason } from "./advice.ts";
import { at, marginOf, rowOf } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

/** What each answer adds to the margin over the runner-up (DESIGN 5.2): largest size first, then in pack order. */
export function contributionsOf(totals: Totals, leader: number, runnerUp: number): Contribution[] {
  return answeredRows(totals)
    .map(({ question, answer, row }) => ({
      question,
      answer,
      contribution: marginOf(row, leader, runnerUp),
      points: Object.fromEntries(totals.card.pack.roles.map(({ id }, role) => [id, at(row, role)])),
    }))
    .sort(largestFirst);
}

/** `[rival][answer]`: what every answer adds to the leader's margin over each rival, in pack order. */
export function contributionsByRival(totals: Totals, leader: number): number[][] {
  const rows = answeredRows(totals);
  const rivals = [...totals.card.pack.roles.keys()].filter((role) => role !== leader);
  return rivals.map((rival) => rows.map(({ row }) => marginOf(row, leader, rival)));
}

/**
 * What each trait adds to the margin (DESIGN 5.2): `drawn(t) × (weight[w][t] − weight[j][t])` over all answers that
 * show it. A trait without evidence, or with equal weights, is no reason.
 */
export function reasonsOf(totals: Totals, leader: number, runnerUp: number): Reason[] {
  const { pack, weights, columns } = totals.card;
  const rows = answeredRows(totals);
  return pack.traits
    .flatMap(({ id: trait }, t): Reason[] => {
      const difference = at(weights[leader] ?? [], t) - at(weights[runnerUp] ?? [], t);
      const from = rows
        .map(({ question, answer, row }) => ({
          question,
          answer,
          contribution: at(row, columns.traits.drawn + t) * difference,
        }))
        .filter(({ contribution }) => contribution !== 0)
        .sort(largestFirst);
      const because = pack.roles[difference > 0 ? leader : runnerUp]?.traits[trait]?.because;
      if (from.length === 0 || because === undefined) return [];
      const contribution = from.reduce((sum, part) => sum + part.contribution, 0);
      return [{ trait, contribution, from, because: because.say, sources: because.sources }];
    })
    .sort(largestFirst);
}

function answeredRows({ card, answers }: Totals) {
  return card.scored.flatMap((one) => {
    const number = at(answers, one.place);
    if (number === open) return [];
    return [
      { question: one.question.id, answer: pickedIn(one.question, number) ?? [], row: rowOf(one, number).points },
    ];
  });
}

function largestFirst(a: { readonly contribution: number }, b: { readonly contribution: number }): number {
  return Math.abs(b.contribution) - Math.abs(a.contribution);
}
