import { open, pickedIn } from "../pack/pick.ts";
import type { Contribution, Reason } from "./advice.ts";
import { at, rowOf } from "./scorecard.ts";
import type { Totals } from "./totals.ts";

/** What each answer adds to the margin of one role over another (DESIGN 5.2), largest first, then in pack order. */
export function contributionsOf(totals: Totals, leader: number, runnerUp: number): Contribution[] {
  return answeredRows(totals)
    .map(({ question, answer, row }) => ({
      question,
      answer,
      contribution: at(row, leader) - at(row, runnerUp),
      points: Object.fromEntries(totals.card.pack.roles.map(({ id }, role) => [id, at(row, role)])),
    }))
    .sort(largestFirst);
}

/**
 * The same table read by columns: what each trait adds, `drawn × difference of the weights`, over all answers that show it.
 * Traits without evidence, or that both roles weigh alike, are no reason.
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

/** Those of one size stay in pack order. */
function largestFirst(a: { readonly contribution: number }, b: { readonly contribution: number }): number {
  return Math.abs(b.contribution) - Math.abs(a.contribution);
}
