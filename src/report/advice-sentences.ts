import { type Advice, comparedRoles, isShortForm, type Reason } from "../advice/advice.ts";
import { capitalize, formatList, formatNumber, formatPercent } from "../pack/language.ts";
import type { Pack, Question, Saying } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import type { Sentence } from "./document.ts";

/** The sentences that every report shares, so that all of them say the same. Each is in the pack's own words and language. */

export function findQuestion(pack: Pack, id: string): Question {
  const question = pack.questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`the advice names the question "${id}", which the pack does not have`);
  return question;
}

/** What was picked, in the pack's words. */
export function answerLabel(pack: Pack, question: string, picked: readonly string[]): string {
  const options = findQuestion(pack, question).options.filter(({ id }) => picked.includes(id));
  return options.length === 0 ? say(pack, "answers.none") : options.map(({ label }) => label).join("; ");
}

/** The same of a record, where an answer to a question of one is an id alone, and an open question has none. */
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

/** "A, B and C": what reports call these questions. */
export function questionNames(pack: Pack, ids: readonly string[]): string {
  const names = ids.map((id) => findQuestion(pack, id).short);
  return formatList(pack, names);
}

/** How many of the questions that decide were answered; those that only show where one stands are not among them. */
export function countAnswered(pack: Pack, advice: Advice): string {
  const { answered, scored } = advice.questions;
  if (answered === scored) return say(pack, "answers.all", { scored });
  return say(pack, isShortForm(advice) ? "answers.short" : "answers.counted", { answered, scored });
}

/** The verdict in short, for the last line. */
export function verdictInShort(pack: Pack, { questions, recommendation, roles }: Advice): string {
  const { verdict, role, leaders = [] } = recommendation;
  if (questions.answered === 0) return say(pack, "verdict.nothing-short");
  if (verdict !== "tie") return say(pack, `verdict.${verdict}-short`, { leader: shortName({ roles }, role ?? "") });
  const names = leaders.map((id) => shortName({ roles }, id));
  return say(pack, "verdict.tie-short", { leaders: formatList(pack, names) });
}

/** The headings of the reasons: for the leader and against it, in a tie for either role. */
export function reasonHeadings(pack: Pack, advice: Advice): readonly [string, string] {
  const [ahead = "", behind = ""] = comparedRoles(advice.recommendation).map((id) => shortName(advice, id));
  return advice.recommendation.role === null
    ? [say(pack, "headings.for", { role: ahead }), say(pack, "headings.for", { role: behind })]
    : [say(pack, "headings.why", { role: ahead }), say(pack, "headings.against")];
}

/** The reasons of one sign, the weightiest first; in a tie those for the second role count up as well. */
export function reasonsOf({ reasons, recommendation }: Advice, sign: 1 | -1): Reason[] {
  const turn = sign < 0 && recommendation.role === null ? -1 : 1;
  return reasons
    .filter(({ contribution }) => Math.sign(contribution) === sign)
    .map((reason) => ({ ...reason, contribution: turn * reason.contribution }));
}

/** At most this many answers are told by name where there is little room. */
export const mostNamed = 4;

/** What follows a reason's points: the trait, and the answers that show it, the weightiest first; of many only some. */
export function reasonTitle(pack: Pack, { trait, from }: Reason, most = Number.POSITIVE_INFINITY): string {
  const names = from.map(({ question }) => findQuestion(pack, question).short);
  const told = names.length > most ? names.slice(0, most - 1) : names;
  const named = { questions: told.join(", "), n: names.length - told.length };
  const questions = named.n === 0 ? named.questions : say(pack, "reasons.from-more", named);
  return say(pack, "reasons.from", { trait: traitName(pack, trait), questions });
}

/** What the job is like, for each trait of its work that hardly draws the person. */
export function sayFaint(pack: Pack, { fit, roles }: Advice): Saying[] {
  const role = shortName({ roles }, fit?.role ?? "");
  return (fit?.faint ?? []).map(({ trait, say: without, sources }) => {
    return { say: without ?? say(pack, "fit.faint", { trait: traitName(pack, trait), role }), sources };
  });
}

/** How far to trust it: what is open, what would end the lead, and how often it was right; in details with the figures. */
export function sayTrust(pack: Pack, advice: Advice, figures: readonly string[] = []): Sentence[] {
  if (advice.questions.answered === 0) return [say(pack, "trust.nothing")];
  return [...sayOpen(pack, advice), sayFlip(pack, advice), ...figures, ...sayEvidence(pack, advice)];
}

function sayFlip(pack: Pack, { flip, recommendation, roles }: Advice): string {
  const { role, runnerUp } = recommendation;
  if (role === null) return say(pack, "trust.level");
  if (flip === null) return say(pack, "trust.firm", { rival: shortName({ roles }, runnerUp) });
  const changed = flip.changes.map(({ question }) => question);
  const named = { questions: questionNames(pack, changed), rival: shortName({ roles }, flip.to), n: flip.answers };
  return flip.answers <= mostNamed ? say(pack, "trust.few", named) : capitalize(pack, say(pack, "trust.many", named));
}

/** What open questions can still do, without a figure that needs statistics to be read. */
function sayOpen(pack: Pack, advice: Advice): string[] {
  const { questions, recommendation } = advice;
  const n = questions.open.length;
  if (n === 0) return [];
  if (recommendation.certain) return [say(pack, "trust.closed", { n }), say(pack, "trust.short")];
  return [capitalize(pack, say(pack, "trust.open", { n }))];
}

/** How often the advice named the title that real people held. */
export function sayEvidence(pack: Pack, { evidence }: Advice): Saying[] {
  if (evidence === null || pack.evidence === null) return [];
  const { right, of } = evidence;
  const isOfThisVersion = right !== null && of !== null;
  const said = isOfThisVersion ? say(pack, "trust.evidence", { right, of }) : pack.evidence.say;
  return [{ say: said, sources: pack.evidence.sources }];
}

/** Completions and weights with their figures: for details. */
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
  const told = { n, leads: formatList(pack, [...leads, ...shared]), combinations: formatNumber(pack, combinations) };
  if (exact) return [say(pack, "trust.counted", told)];
  return [say(pack, "trust.sampled", { ...told, samples, seed, error: formatPercent(pack, standardError, 1) })];
}

function sayWeights(pack: Pack, { robustness, recommendation, roles, questions }: Advice): string[] {
  if (robustness === null || recommendation.role === null) return [];
  const leader = shortName({ roles }, recommendation.role);
  const { radius, share, exact, samples = 0, seed = 0, standardError = 0 } = robustness;
  if (radius === 1) return [say(pack, "trust.always", { leader })];
  const weights = say(pack, "trust.weights", { n: questions.answered, radius: percentDown(pack, radius) });
  if (share === 1 && (exact || standardError === 0)) return [weights, say(pack, "trust.every-share", { leader })];
  const shown = { leader, share: formatPercent(pack, share) };
  return [
    weights,
    exact
      ? say(pack, "trust.share", shown)
      : say(pack, "trust.sampled-share", { ...shown, samples, seed, error: formatPercent(pack, standardError, 1) }),
  ];
}

/** A share that must not be overstated, as a percentage: down to the whole one, below 1% to the tenth. */
function percentDown(pack: Pack, share: number): string {
  return share < 0.01
    ? formatPercent(pack, Math.floor(share * 1000) / 1000, 1)
    : formatPercent(pack, Math.floor(share * 100) / 100);
}

/** What to keep in mind, the tension first. In an undecided call each note says which role it is about. */
export function notesWithTension(
  pack: Pack,
  advice: Advice,
): readonly (Saying & { title: string; inShort: string | null })[] {
  const { tension, paths } = advice;
  const ofPack = pack.notes.map((note) => ({ note, role: null }));
  const ofRoles = pack.roles.flatMap(({ notes, short }) => notes.map((note) => ({ note, role: short })));
  // Two roles may call their notes the same, so that a note is known by its text.
  const known = new Map([...ofPack, ...ofRoles].map((one) => [one.note.say, one]));
  const notes = advice.notes.map(({ title, say: said, sources }) => {
    const { role = null, note } = known.get(said) ?? {};
    const isOwned = role !== null && paths.length > 0;
    const inShort = note?.inShort ?? null;
    return { title: isOwned ? say(pack, "mind.note", { role, title }) : title, say: said, inShort, sources };
  });
  if (tension === null) return notes;
  const { drawn, able, ...saying } = tension;
  const title = say(pack, "mind.tension", { drawn: shortName(advice, drawn), able: shortName(advice, able) });
  return [{ ...saying, title, inShort: null }, ...notes];
}
