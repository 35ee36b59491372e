import type { Advice, KindMatch, Path, Reason } from "../advice/advice.ts";
import { comparedRoles, inWords, listed, plural, shortNames } from "../advice/words.ts";
import type { Pack, Question, Saying } from "../pack/pack.ts";
import { shellWord } from "../shell-word.ts";

/** The sentences that every report shares, so that all of them say the same. */

/** What a question is called in a report. */
export function questionName(pack: Pack, id: string): string {
  return findQuestion(pack, id).short;
}

/** What was picked, in the pack's words. */
export function answerLabel(pack: Pack, question: string, picked: readonly string[]): string {
  const options = findQuestion(pack, question).options.filter(({ id }) => picked.includes(id));
  return options.length === 0 ? "None of these" : options.map(({ label }) => label).join("; ");
}

export function findQuestion(pack: Pack, id: string): Question {
  const question = pack.questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`the advice names the question "${id}", which the pack does not have`);
  return question;
}

/** How many of the questions that decide were answered; those that only show where one stands are not among them. */
export function countAnswered({ questions: { answered, scored } }: Advice): string {
  return `${answered} of the ${scored} that count answered`;
}

/** How sure the advice is, in sentences: open questions, flip, weights. Counts and shares of ways, never a chance. */
export function howSure(pack: Pack, advice: Advice): string[] {
  if (advice.questions.answered === 0) return ["Nothing that was answered counts for any of the roles yet."];
  return [...sayOpen(advice), ...sayFlip(pack, advice), ...sayWeights(advice)];
}

function sayOpen({ questions, recommendation, completions, roles }: Advice): string[] {
  const open = questions.open.length;
  if (open === 0) return [];
  const names = shortNames({ roles });
  const these = open === 1 ? "the question that is still open" : `the ${inWords(open)} questions that are still open`;
  if (recommendation.certain) return [`No answer to ${these} can end the lead.`];
  const leads = roles
    .map(({ id }) => ({ id, led: completions.leads[id] ?? 0 }))
    .sort((a, b) => b.led - a.led)
    .map(({ id, led }) => `${names[id]} leads in ${number(led)}`);
  const shared = completions.shared > 0 ? [`the lead is shared in ${number(completions.shared)}`] : [];
  const counted = completions.exact
    ? `Of the ${number(completions.combinations)} ways to answer ${these}, ${listed([...leads, ...shared])}.`
    : `Of ${number(completions.samples ?? 0)} ways to answer ${these}, drawn from ${number(completions.combinations)} with seed ${completions.seed}, ${listed([...leads, ...shared])} (standard error ${percent(completions.standardError ?? 0, 1)}).`;
  return [`${counted} That is a count, not a chance.`];
}

function sayFlip(pack: Pack, { flip, recommendation, roles }: Advice): string[] {
  const names = shortNames({ roles });
  if (recommendation.role === null)
    return ["The points are level, so a single answer that you see differently can decide."];
  if (flip === null) {
    return [
      `Of the answers you could give differently, no set of changes would end ${names[recommendation.role]}'s lead.`,
    ];
  }
  const which = listed(flip.changes.map(({ question }) => questionName(pack, question)));
  return flip.answers === 1
    ? [`One answer, given differently, would be enough for ${names[flip.to]} to catch up: ${which}.`]
    : [
        `${capital(inWords(flip.answers))} answers would have to change before ${names[flip.to]} caught up; the shortest way is ${which}.`,
      ];
}

function sayWeights({ robustness, recommendation, roles, questions }: Advice): string[] {
  if (robustness === null || recommendation.role === null) return [];
  const leader = shortNames({ roles })[recommendation.role];
  const { radius, share, exact, samples = 0, seed, standardError = 0 } = robustness;
  const every = questions.answered === 1 ? "The question" : "Every question";
  const ways = exact ? "all ways to weigh them" : `${number(samples)} ways to weigh them, drawn with seed ${seed}`;
  const leads =
    exact || standardError === 0
      ? share === 1
        ? "every one"
        : percent(share)
      : `${percent(share)} (standard error ${percent(standardError, 1)})`;
  const alone =
    radius === 1
      ? `${leader} leads however the questions are weighed.`
      : `${every} could weigh ${percentDown(radius)} more or less, all at once, and ${leader} would still lead; of ${ways}, it leads in ${leads}.`;
  return [alone];
}

/** The two roles that the reader has to choose between, in short. */
export function twoRoles(advice: Advice): readonly [string, string] {
  const names = shortNames(advice);
  const [a, b] = comparedRoles(advice.recommendation);
  return [names[a] ?? a, names[b] ?? b];
}

/** How far any advice reaches, where there is no room for the pack's own words. */
export const limitsInShort =
  "It weighs what draws you and tests nothing: explore with it, and never select applicants by it. Add --details for the rest.";

/** The paths that are told in full: both of an undecided call, else that to the role which is recommended. */
export function pathsToTell({ paths, recommendation: { role }, kind, path }: Advice): Advice["paths"] {
  return paths.length > 0 || role === null || path === null ? paths : [{ role, kind, path }];
}

export function traitName({ traits }: Pack, trait: string): string {
  return traits.find(({ id }) => id === trait)?.name ?? trait;
}

/** A reason in a line: its trait, and the questions whose answers show it. */
export function reasonInWords(pack: Pack, { trait, from }: Reason): string {
  return `${traitName(pack, trait)} (${from.map(({ question }) => questionName(pack, question)).join(", ")})`;
}

/** Why a stage of the path is not known. */
export function whereUnknown({ open }: Path): string {
  return open.length > 0 ? "Where you stand on it is not known: it was left open." : "Your answers fit no stage of it.";
}

/**
 * The command line that shows an advice again, up to its code. `named` is what --pack was given; none for the built-in pack.
 * `program` starts the program where the line is read: a file may be read anywhere, a terminal is where it was started.
 */
export function replayCommand(named: string | undefined, program = "role-advisor"): string {
  return `${program}${named === undefined ? "" : ` --pack ${shellWord(named)}`} --code`;
}

/** The best kind, and how far it is ahead; `shown` is its name as the format writes it. */
export function kindInWords({ name, ahead }: KindMatch, shown = name): string {
  return ahead === null ? shown : `${shown} (${aheadInWords(ahead)})`;
}

/** The same where there is little room. */
export function kindInShort({ name, ahead }: KindMatch): string {
  return ahead === 0 ? `${name} (tied)` : name;
}

/** How far the best kind is ahead, in words. */
export function aheadInWords(ahead: number): string {
  if (ahead === 0) return "level with the next kind";
  return `${number(ahead)} ${plural(ahead, "point")} ahead of the next kind`;
}

/** What to keep in mind, the tension first. Where several roles are open, each note says whose it is. */
export function thingsToMind(pack: Pack, advice: Advice): readonly (Saying & { readonly title: string })[] {
  const names = shortNames(advice);
  const { tension, paths } = advice;
  const notes = advice.notes.map((note) => {
    const owner = paths.length > 0 && pack.roles.find((role) => role.notes.some(({ say }) => say === note.say));
    return owner ? { ...note, title: `${owner.short}: ${note.title}` } : note;
  });
  if (tension === null) return notes;
  const { say, sources } = tension;
  return [{ title: `Drawn to ${names[tension.drawn]}, able as ${names[tension.able]}`, say, sources }, ...notes];
}

/** Of stages that one has passed. */
export const behindYou = "What lies behind you is of use to those whom you help up.";

/** A title that runs into its text. */
export function runIn(title: string): string {
  return /[.?!]$/.test(title) ? title : `${title}.`;
}

/** The stage where one stands, and the one after it; before the first where it is not known. */
export function whereOn({ stages, here }: Path): {
  readonly here: Stage | undefined;
  readonly next: Stage | undefined;
} {
  const at = stages.findIndex(({ id }) => id === here);
  return { here: stages[at], next: stages[at + 1] };
}

type Stage = Path["stages"][number];

/** A share as a whole percentage, below 1% and above 99% to the tenth; never 0% or 100% where it is neither. */
export function percent(share: number, figures = 0): string {
  const decimals = figures === 0 && ((share > 0 && share < 0.01) || (share > 0.99 && share < 1)) ? 1 : figures;
  const least = 10 ** -decimals;
  const shown = Math.min(Math.max(share * 100, share > 0 ? least : 0), share < 1 ? 100 - least : 100);
  return `${shown.toFixed(decimals)}%`;
}

/** A share that must not be overstated, as a percentage: down to the whole one, below 1% to the tenth. */
export function percentDown(share: number): string {
  return share < 0.01 ? `${Math.floor(share * 1000) / 10}%` : `${Math.floor(share * 100)}%`;
}

/** A whole number with thousands apart, the same in every locale. */
export function number(n: number): string {
  return n >= 1e15 ? n.toExponential(1) : `${n}`.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A number with its sign; a real minus. */
export function signed(n: number): string {
  return n < 0 ? `−${-n}` : n > 0 ? `+${n}` : "0";
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
