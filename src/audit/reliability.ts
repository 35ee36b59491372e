import { rowOf, type Scorecard } from "../advice/scorecard.ts";
import { outcomesOf } from "../advice/tally.ts";
import { idealAnswer } from "./respondents.ts";
import { asParts, type Method, round, shareLeads } from "./shares.ts";

/**
 * How often a noisy respondent is told the right role. The model: someone made for a role gives to each question, on its
 * own, the answer that is ideal for the role in a part `steady` of cases, and any answer alike in the rest.
 */
export interface Reliability {
  readonly steady: number;
  /** By role id: the part of its respondents who are told it, alone. */
  readonly right: Readonly<Record<string, number>>;
  readonly method: Method;
}

/** Where they are needed, for each role and step. */
const samples = 5_000;
const steps = Array.from({ length: 11 }, (_, i) => i / 10);

export function measureReliability(card: Scorecard): Reliability[] {
  const ids = card.pack.roles.map(({ id }) => id);
  const { roles } = card;
  const choices = card.scored.map((question) => ({ question, parts: asParts(outcomesOf(question, roles)) }));
  return steps.map((steady) => {
    const told = ids.map((_, role) =>
      shareLeads(
        choices.map(({ question, parts }) => [
          { points: [...rowOf(question, idealAnswer(question, role, roles)).subarray(0, roles)], weight: steady },
          ...parts.map(({ points, weight }) => ({ points, weight: (1 - steady) * weight })),
        ]),
        roles,
        samples,
      ),
    );
    return {
      steady,
      right: Object.fromEntries(ids.map((id, role) => [id, round(told[role]?.leads[role] ?? 0)])),
      method: told[0]?.method ?? { exact: true },
    };
  });
}
