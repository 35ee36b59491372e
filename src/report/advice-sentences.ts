import { type Advice, comparedRoles, isShortForm, type Reason } from "../advice/advice.ts";
import { capitalize, formatList, formatNumber, formatPercent } from "../pack/language.ts";
import type { Pack, Question, Saying } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import type { Sentence } from "./document.ts";

/** The sentences that every report shares, so that all reports agree. They use the words and language of the pack. */

export function findQuestion(pack: Pack, id: string): Question {
  const question = pack.questions.find((candidate) => candidate.id === id);
  if (question === undefined) throw new Error(`the advice names the question "${id}", which the pack does not have`);
  return question;
}

/** Labels of the picked options, joined by semicolons. For an empty list, the pack's word for "none of these". */
export function answerLabel(pack: Pack, question: string, picked: readonly string[]): string {
  const options = findQuestion(pack, question).options.filter(({ id }) => picked.includes(id));
  return options.length === 0 ? say(pack, "answers.none") : options.map(({ label }) => label).join("; ");
}

/** Labels an answer of an advice record: one option id, a list of ids, or undefined for an open question. */
export function answerOrOpen(pack: Pack, question: string, picked: string | readonly string[] | undefined): string {
  if (picked === undefined) return say(pack, "answers.open");
  return answerLabel(pack, question, typeof picked === "string" ? [picked] : picked);
}

export function traitName({ traits }: Pack, id: string): string {
  return traits.find((trait) => trait.id === id)?.name ?? id;
}

/** "A, B and C" */
export function traitNames(pack: Pack, ids: readonly string[]): string {
  const names = ids.map((id) => traitName(pack, id));
  return formatList(pack, names);
}

export function shortName({ roles }: { readonly roles: readonly { id: string; short: string }[] }, id: string): string {
  return roles.find((role) => role.id === id)?.short ?? id;
}

/** The short names of questions, as "A, B and C". */
export function questionNames(pack: Pack, ids: readonly string[]): string {
  const names = ids.map((id) => findQuestion(pack, id).short);
  return formatList(pack, names);
}

/** Says how many scored questions were answered. Questions that only place the person on a path do not count. */
export function countAnswered(pack: Pack, advice: Advice): string {
  const { answered, scored } = advice.questions;
  if (answered === scored) return say(pack, "answers.all", { scored });
  return say(pack, isShortForm(advice) ? "answers.short" : "answers.counted", { answered, scored });
}

/** The short verdict of the last line. */
export function verdictInShort(pack: Pack, { questions, recommendation, roles }: Advice): string {
  const { verdict, role, leaders = [] } = recommendation;
  if (questions.answered === 0) return say(pack, "verdict.nothing-short");
  if (verdict !== "tie") return say(pack, `verdict.${verdict}-short`, { leader: shortName({ roles }, role ?? "") });
  const names = leaders.map((id) => shortName({ roles }, id));
  return say(pack, "verdict.tie-short", { leaders: formatList(pack, names) });
}

/** Two headings of reasons: for and against the leader. In a tie, one for each of the two roles. */
export function reasonHeadings(pack: Pack, advice: Advice): readonly [string, string] {
  const [ahead = "", behind = ""] = comparedRoles(advice.recommendation).map((id) => shortName(advice, id));
  return advice.recommendation.role === null
    ? [say(pack, "headings.for", { role: ahead }), say(pack, "headings.for", { role: behind })]
    : [say(pack, "headings.why", { role: ahead }), say(pack, "headings.against")];
}

/** Reasons of one sign, largest first. In a tie the reasons for the second role get a positive contribution. */
export function reasonsOf({ reasons, recommendation }: Advice, sign: 1 | -1): Reason[] {
  const turn = sign < 0 && recommendation.role === null ? -1 : 1;
  return reasons
    .filter(({ contribution }) => Math.sign(contribution) === sign)
    .map((reason) => ({ ...reason, contribution: turn * reason.contribution }));
}

/** The largest number of answers that a sentence names. Details list all of them. */
export const mostNamed = 4;

/** A trait and the answers that show it, largest first. If there are more than `most`, the others are only counted. */
export function reasonTitle(pack: Pack, { trait, from }: Reason, most = Number.POSITIVE_INFINITY): string {
  const names = from.map(({ question }) => findQuestion(pack, question).short);
  const first = names.length > most ? names.slice(0, most - 1) : names;
  const parts = { questions: first.join(", "), n: names.length - first.length };
  const questions = parts.n === 0 ? parts.questions : say(pack, "reasons.from-more", parts);
  return say(pack, "reasons.from", { trait: traitName(pack, trait), questions });
}

/** Describes the job in one sentence for each trait that weighs much in it and hardly draws the person. */
export function sayFaint(pack: Pack, { fit, roles }: Advice): Saying[] {
  const role = shortName({ roles }, fit?.role ?? "");
  return (fit?.faint ?? []).map(({ trait, say: without, sources }) => {
    return { say: without ?? say(pack, "fit.faint", { trait: traitName(pack, trait), role }), sources };
  });
}

/** How far to trust the advice: open questions, the flip, `figures` for details, and how often advice was right. */
export function sayTrust(pack: Pack, advice: Advice, figures: readonly string[] = []): Sentence[] {
  if (advice.questions.answered === 0) return [say(pack, "trust.nothing")];
  return [...sayOpen(pack, advice), sayFlip(pack, advice), ...figures, ...sayEvidence(pack, advice)];
}

function sayFlip(pack: Pack, { flip, recommendation, roles }: Advice): string {
  const { role, runnerUp } = recommendation;
  if (role === null) return say(pack, "trust.level");
  if (flip === null) return say(pack, "trust.firm", { rival: shortName({ roles }, runnerUp) });
  const ids = flip.changes.map(({ question }) => question);
  const parts = { questions: questionNames(pack, ids), rival: shortName({ roles }, flip.to), n: flip.answers };
  return flip.answers <= mostNamed ? say(pack, "trust.few", parts) : capitalize(pack, say(pack, "trust.many", parts));
}

/** What open questions can still change, without figures that take statistics to understand. */
function sayOpen(pack: Pack, advice: Advice): string[] {
  const { questions, recommendation } = advice;
  const n = questions.open.length;
  if (n === 0) return [];
  if (recommendation.certain) return [say(pack, "trust.closed", { n }), say(pack, "trust.short")];
  return [capitalize(pack, say(pack, "trust.open", { n }))];
}

/** How often the advice named the title that real people held. Empty for a pack without evidence. */
export function sayEvidence(pack: Pack, { evidence }: Advice): Saying[] {
  if (evidence === null || pack.evidence === null) return [];
  const { right, of } = evidence;
  const isOfThisVersion = right !== null && of !== null;
  const sentence = isOfThisVersion ? say(pack, "trust.evidence", { right, of }) : pack.evidence.say;
  return [{ say: sentence, sources: pack.evidence.sources }];
}

/** The figures of completions and weights, which only details show. */
export function sayFigures(pack: Pack, advice: Advice): string[] {
  return [...sayCompletions(pack, advice), ...sayWeights(pack, advice)];
}

function sayCompletions(pack: Pack, { questions, recommendation, completions, roles }: Advice): string[] {
  const n = questions.open.length;
  if (n === 0 || recommendation.certain) return [];
  const leads = roles
    .map(({ short, id }) => ({ role: short, led: completions.leads[id] ?? 0 }))
    .sort((a, b) => b.led - a.led)
    .map(({ role, led }) => say(pack, "trust.leads", { role, n: led }));
  const shared = completions.shared > 0 ? [say(pack, "trust.shared", { n: completions.shared })] : [];
  const { combinations, exact, samples = 0, seed = 0, standardError = 0 } = completions;
  const parts = { n, leads: formatList(pack, [...leads, ...shared]), combinations: formatNumber(pack, combinations) };
  if (exact) return [say(pack, "trust.counted", parts)];
  return [say(pack, "trust.sampled", { ...parts, samples, seed, error: formatPercent(pack, standardError, 1) })];
}

function sayWeights(pack: Pack, { robustness, recommendation, roles, questions }: Advice): string[] {
  if (robustness === null || recommendation.role === null) return [];
  const leader = shortName({ roles }, recommendation.role);
  const { radius, share, exact, samples = 0, seed = 0, standardError = 0 } = robustness;
  if (radius === 1) return [say(pack, "trust.always", { leader })];
  const weights = say(pack, "trust.weights", { n: questions.answered, radius: percentDown(pack, radius) });
  if (share === 1 && (exact || standardError === 0)) return [weights, say(pack, "trust.every-share", { leader })];
  const parts = { leader, share: formatPercent(pack, share) };
  return [
    weights,
    exact
      ? say(pack, "trust.share", parts)
      : say(pack, "trust.sampled-share", { ...parts, samples, seed, error: formatPercent(pack, standardError, 1) }),
  ];
}

/** Rounds a share down, so as not to overstate it: to whole percents, below 1% to tenths. */
function percentDown(pack: Pack, share: number): string {
  return share < 0.01
    ? formatPercent(pack, Math.floor(share * 1000) / 1000, 1)
    : formatPercent(pack, Math.floor(share * 100) / 100);
}

/** The tension, if there is one, and then the notes. In an undecided call the title of a note names its role. */
export function notesWithTension(
  pack: Pack,
  advice: Advice,
): readonly (Saying & { title: string; inShort: string | null })[] {
  const { tension, paths } = advice;
  const ofPack = pack.notes.map((note) => ({ note, role: null }));
  const ofRoles = pack.roles.flatMap(({ notes, short }) => notes.map((note) => ({ note, role: short })));
  // Notes of two roles may have the same title, so the text identifies a note.
  const notesByText = new Map([...ofPack, ...ofRoles].map((owned) => [owned.note.say, owned]));
  const notes = advice.notes.map(({ title, say: text, sources }) => {
    const { role = null, note } = notesByText.get(text) ?? {};
    const isOwned = role !== null && paths.length > 0;
    const inShort = note?.inShort ?? null;
    return { title: isOwned ? say(pack, "mind.note", { role, title }) : title, say: text, inShort, sources };
  });
  if (tension === null) return notes;
  const { drawn, able, ...saying } = tension;
  const title = say(pack, "mind.tension", { drawn: shortName(advice, drawn), able: shortName(advice, able) });
  return [{ ...saying, title, inShort: null }, ...notes];
}
