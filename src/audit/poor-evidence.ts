import { countCompletions } from "../advice/completions.ts";
import { judge } from "../advice/judge.ts";
import { compileScorecard, type Scorecard, type ScoredQuestion } from "../advice/scorecard.ts";
import { Totals } from "../advice/totals.ts";
import type { Conditions, Option, Pack, Question, Strengths, When } from "../pack/pack.ts";
import { mayBeNone, open, pickedIn, toNumber } from "../pack/pick.ts";
import { measureInfluence, pairsOf } from "./role-pairs.ts";
import { idealAnswer, idealAnswers } from "./sampled-people.ts";
import { pathOf, type Warning } from "./warning.ts";

const file = "questions.yaml";

/** Finds options and traits that count for nothing, roles that cannot lead, and questions that alone decide. */
export function findPoorEvidence(pack: Pack): Warning[] {
  const card = compileScorecard(pack);
  const hopeless = findHopelessRoles(card);
  return [
    ...card.scored.flatMap((scored) => findIdleOptions(card, scored)),
    ...hopeless,
    // If a role can never lead, many questions look decisive, and warnings about them would only distract.
    ...(hopeless.length > 0 ? [] : findHeavyQuestions(card)),
    ...findIdleTraits(pack),
  ];
}

/** Warns of a scored question without swing, else of its options that no role gains from or that another dominates. */
function findIdleOptions({ pack, roles }: Scorecard, { question, options }: ScoredQuestion): Warning[] {
  const path = pathOf(pack, question.id);
  const points = options.map((row) => [...row.subarray(0, roles)]);
  // Two options have the same effect on the lead if the differences to the points of the first role are equal.
  const leads = points.map(([first = 0, ...others]) => others.map((had) => had - first).join());
  // If an answer may pick nothing, the options are compared with picking nothing, which gives no role a point.
  const reference = mayBeNone(question)
    ? pack.roles
        .slice(1)
        .map(() => 0)
        .join()
    : leads[0];
  if (leads.every((lead) => lead === reference)) {
    const message = `${question.id} has no swing: every option gives every role the same lead over the others; give the options different evidence, or leave "drawn" out`;
    return [{ code: "no-swing", message, file, path: [...path, "id"], part: "value" }];
  }
  return question.options.flatMap((option, index): Warning[] => {
    const place = { file, path: [...path, "options", option.id], part: "key" } as const;
    if (points[index]?.every((n) => n === 0)) {
      const message = `no role gains from ${option.id}; give it evidence in "drawn" of a trait that a role weighs, or write "drawn: {}" if it counts for no role on purpose`;
      return [{ code: "no-gain", message, ...place }];
    }
    // If an answer may pick several options, they do not compete with each other.
    if (mayBeNone(question)) return [];
    const better = question.options.find(
      (other, n) => hasMore(other, option) || (n < index && isTwin(pack, question, other, option)),
    );
    if (better === undefined) return [];
    const message = `${option.id} shows nothing that ${better.id} does not show as well, and nothing else distinguishes the two; give it evidence of its own, or merge them`;
    return [{ code: "dominated", message, ...place }];
  });
}

/** Does the first option show each trait of the second at least as strongly, and another trait as well? */
function hasMore({ drawn: more }: Option, { drawn: less }: Option): boolean {
  const isMore = Object.keys(more).length > Object.keys(less).length;
  return Object.keys(less).length > 0 && isMore && isWithin(less, more);
}

function isWithin(less: Strengths, more: Strengths): boolean {
  return Object.entries(less).every(([trait, n]) => n <= (more[trait] ?? 0));
}

/** Do two options show the same, and does no note, stage or experiment tell them apart? */
function isTwin(pack: Pack, { id }: Question, one: Option, other: Option): boolean {
  const isEqual = (a: Strengths, b: Strengths) => isWithin(a, b) && isWithin(b, a);
  if (!isEqual(one.drawn, other.drawn) || !isEqual(one.able, other.able)) return false;
  const tellsApart = (map: When) => map[id]?.includes(one.id) !== map[id]?.includes(other.id);
  return !conditionsOf(pack).some(({ when, unless }) => tellsApart(when) || tellsApart(unless));
}

/** Everything in a pack that has conditions on answers. */
function conditionsOf(pack: Pack): Conditions[] {
  const ofRoles = pack.roles.flatMap(({ notes, path, traits }) => {
    return [
      notes,
      path,
      ...path.map(({ do: steps }) => steps),
      ...Object.values(traits).map(({ grow }) => grow),
    ].flat();
  });
  return [...pack.notes, ...pack.portrait, ...ofRoles];
}

/** Finds roles that lead neither in any of the combinations that were counted nor by their own ideal answers. */
function findHopelessRoles(card: Scorecard): Warning[] {
  const completions = countCompletions(new Totals(card));
  const { exact, samples } = completions;
  const ways = exact ? "all ways to answer" : `${samples} ways to answer, drawn at random`;
  return card.pack.roles.flatMap(({ id, short }, role): Warning[] => {
    const { leader, isShared } = judge(new Totals(card, idealAnswers(card, role)));
    if ((completions.leads[role] ?? 0) > 0 || (leader === role && !isShared)) return [];
    const message = `${short} leads in none of ${ways}; raise weights that only this role has, or show its traits in more options`;
    return [{ code: "never-leads", message, file: `roles/${id}.yaml`, path: ["traits"], part: "key" }];
  });
}

/** A question with more than this share of a difference between two roles carries more than all others together. */
const mostShare = 0.5;

function findHeavyQuestions(card: Scorecard): Warning[] {
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
    return [{ code: "decides-alone", message, file, path: [...pathOf(card.pack, id), "id"], part: "value" }];
  });
}

/** The answer that makes the lead certain while all other questions are open; null if there is none. */
function decidingAnswer(card: Scorecard, scored: ScoredQuestion): string | null {
  const { question, options, place } = scored;
  const single = options.map((_, option) => toNumber(question.pick, [option]));
  const best = card.pack.roles.map((_, role) => idealAnswer(scored, role, card.roles));
  const deciding = [...single, ...best].find((number) => {
    const alone = Int32Array.from(card.questions, (_, q) => (q === place ? number : open));
    return judge(new Totals(card, alone)).isCertain;
  });
  return deciding === undefined ? null : (pickedIn(question, deciding)?.join(", ") ?? null);
}

/** Finds traits that no option shows, or no role weighs. */
function findIdleTraits({ questions, traits, roles }: Pack): Warning[] {
  const options = questions.flatMap((question) => question.options);
  const shownTraits = new Set(options.flatMap(({ drawn, able }) => [...Object.keys(drawn), ...Object.keys(able)]));
  return traits.flatMap(({ id }): Warning[] => {
    const role = roles.find((one) => one.traits[id] !== undefined);
    if (role === undefined) {
      const effect = shownTraits.has(id) ? ", so the options that show it say nothing by it" : "";
      const message = `no role weighs ${id}${effect}; give it a weight, or remove it`;
      return [{ code: "unused-trait", message, file: "traits.yaml", path: [id], part: "key" }];
    }
    if (shownTraits.has(id)) return [];
    const message = `${role.short} weighs ${id}, and no option shows it; show it in an option, or remove the trait`;
    return [{ code: "unshown-trait", message, file: `roles/${role.id}.yaml`, path: ["traits", id], part: "key" }];
  });
}
