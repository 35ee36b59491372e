import { type Completions, countCompletions } from "../advice/completions.ts";
import { bestAnswer, scoreRoles } from "../advice/score.ts";
import { compileScorecard, type Scorecard, type ScoredQuestion } from "../advice/scorecard.ts";
import { outcomesOf } from "../advice/tally.ts";
import { isCertain } from "../advice/verdict.ts";
import type { Pack } from "../pack/pack.ts";
import { measureInfluence } from "./influence.ts";
import { pairsOf } from "./pairs.ts";
import { pathOf, type Warning } from "./warning.ts";

/** More of the difference than all other questions carry together. */
const mostShare = 0.5;

/** Questions that alone decide. */
export function findHeavyQuestions(pack: Pack): Warning[] {
  const card = compileScorecard(pack);
  const scored = card.questions.filter(({ isScored }) => isScored);
  const outcomes = scored.map((question) => ({ id: question.id, outcomes: outcomesOf(question, card.roles) }));
  const pairs = pairsOf(card.roles).map((pair) => measureInfluence(outcomes, pair));
  return scored.flatMap((question, i): Warning[] => {
    const answer = decidingAnswer(card, question);
    const share = Math.max(...pairs.map((influence) => influence[i]?.share ?? 0));
    if (answer === null && share <= mostShare) return [];
    const why =
      answer === null
        ? `it carries ${Math.round(share * 100)}% of the difference between two roles`
        : `after "${answer}" no other answer can change who leads`;
    const message = `${question.id} alone decides: ${why}; lower its evidence, or ask more`;
    const path = [...pathOf(pack, question.id), "id"];
    return [{ code: "decides-alone", message, file: "questions.yaml", path, part: "value" }];
  });
}

/** The answer after which the lead is certain though all else is open; null if there is none. */
function decidingAnswer(card: Scorecard, question: ScoredQuestion): string | null {
  const single = question.options.map(({ id }) => [id]);
  const best = pairsOf(card.roles).flatMap(([a, b]) => [bestFor(question, a, b), bestFor(question, b, a)]);
  const decides = (picked: readonly string[]) => isCertain(scoreRoles(card, { [question.id]: picked }));
  return [...single, ...best].find(decides)?.join(", ") ?? null;
}

function bestFor(question: ScoredQuestion, role: number, other: number): readonly string[] {
  return bestAnswer(question, ({ drawn }) => (drawn[role] as number) - (drawn[other] as number)).picked;
}

/** Roles that no answers lead to. */
export function findHopelessRoles(pack: Pack): Warning[] {
  const card = compileScorecard(pack);
  const completions = countCompletions(card, {});
  return pack.roles.flatMap(({ id, short }, role): Warning[] => {
    if ((completions.leads[role] ?? 0) > 0 || canLead(card, role)) return [];
    const message = `${short} leads ${inHowMany(completions)}; raise weights that only this role has, or show its traits in more options`;
    return [{ code: "never-leads", message, file: `roles/${id}.yaml`, path: ["traits"], part: "key" }];
  });
}

function inHowMany({ exact, samples }: Completions): string {
  return exact ? "in none of all ways to answer" : `in none of ${samples} ways to answer, drawn at random`;
}

/** Does it lead where every answer is the best for it against some other role? */
function canLead(card: Scorecard, role: number): boolean {
  const others = Array.from({ length: card.roles }, (_, n) => n).filter((n) => n !== role);
  return others.some((other) => {
    const answers = card.questions.map((question) => [question.id, bestFor(question, role, other)] as const);
    const { ranking, points } = scoreRoles(card, Object.fromEntries(answers));
    return ranking[0] === role && (points[role] as number) > (points[ranking[1] as number] as number);
  });
}
