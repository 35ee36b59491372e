import { type Completions, countCompletions } from "../advice/completions.ts";
import { judge } from "../advice/judge.ts";
import { at, compileScorecard, type Scorecard, type ScoredQuestion } from "../advice/scorecard.ts";
import type { Pack } from "../pack/pack.ts";
import { bestAnswer, open, pickedIn, toNumber } from "../pack/pick.ts";
import { measureInfluence, pairsOf } from "./influence.ts";
import { pathOf, type Warning } from "./warning.ts";

/** More of the difference than all other questions carry together. */
const mostShare = 0.5;

/** Questions that alone decide. */
export function findHeavyQuestions(pack: Pack): Warning[] {
  const card = compileScorecard(pack);
  const pairs = pairsOf(card.roles).map((pair) => measureInfluence(card, pair));
  return card.scored.flatMap((scored, i): Warning[] => {
    const { id } = scored.question;
    const answer = decidingAnswer(card, scored);
    const share = Math.max(...pairs.map((influence) => influence[i]?.share ?? 0));
    if (answer === null && share <= mostShare) return [];
    const why =
      answer === null
        ? `it carries ${Math.round(share * 100)}% of the difference between two roles`
        : `after "${answer}" no other answer can change who leads`;
    const message = `${id} alone decides: ${why}; lower its evidence, or ask more`;
    const path = [...pathOf(pack, id), "id"];
    return [{ code: "decides-alone", message, file: "questions.yaml", path, part: "value" }];
  });
}

/** The answer after which the lead is certain though all else is open; null if there is none. */
function decidingAnswer(card: Scorecard, scored: ScoredQuestion): string | null {
  const { question, options, place } = scored;
  const single = options.map((_, option) => toNumber(question.pick, [option]));
  const best = pairsOf(card.roles).flatMap(([a, b]) => [bestFor(scored, a, b), bestFor(scored, b, a)]);
  const decides = (number: number) => {
    const alone = Int32Array.from(card.questions, (_, q) => (q === place ? number : open));
    return judge(card, alone).isCertain;
  };
  const deciding = [...single, ...best].find(decides);
  return deciding === undefined ? null : (pickedIn(question, deciding)?.join(", ") ?? null);
}

/** The number of the answer that gains the role most on the other. */
function bestFor({ question, options }: ScoredQuestion, role: number, other: number): number {
  const worth = options.map((row) => at(row, role) - at(row, other));
  return toNumber(question.pick, bestAnswer(question, worth).places);
}

/** Roles that no answers lead to. */
export function findHopelessRoles(pack: Pack): Warning[] {
  const card = compileScorecard(pack);
  const completions = countCompletions(card, new Int32Array(card.questions.length));
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
    const best = Int32Array.from(card.questions, (one) => bestFor(one, role, other));
    const { leader, isShared } = judge(card, best);
    return leader === role && !isShared;
  });
}
