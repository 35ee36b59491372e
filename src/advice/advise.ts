import { formatList } from "../pack/language.ts";
import { mapOf } from "../pack/map-of.ts";
import { namedSources, sourcesOf } from "../pack/named-sources.ts";
import type { Pack, Saying } from "../pack/pack.ts";
import { open } from "../pack/pick.ts";
import { say } from "../pack/say.ts";
import { version } from "../version.ts";
import type { Advice, RolePath } from "./advice.ts";
import { asWritten } from "./as-written.ts";
import { writeCode } from "./code.ts";
import { countCompletions } from "./completions.ts";
import { compileConditions, holds } from "./condition.ts";
import { evidenceFor } from "./evidence.ts";
import { changesFor, leaderAfter } from "./flip.ts";
import { type Judgement, judge, leadersOf, type Verdict } from "./judge.ts";
import { matchKind } from "./kind.ts";
import { nameNeighbours } from "./neighbours.ts";
import { swing } from "./order.ts";
import { tellPath } from "./path.ts";
import { fitOf, measurePulls, type Pulls, portray } from "./pulls.ts";
import { contributionsOf, reasonsOf } from "./reasons.ts";
import { measureRobustness } from "./robustness.ts";
import { type Answers, answersFrom, at, type EvidenceKind, rowOf } from "./scorecard.ts";
import { tellTension } from "./tension.ts";
import { type Totals, totalsOf } from "./totals.ts";

/** One respondent as every part of the advice needs them. */
interface Case {
  readonly pack: Pack;
  readonly totals: Totals;
  readonly judged: Judgement;
  readonly pulls: Pulls;
  /** Tie, early or close: two roles are told side by side. */
  readonly isUndecided: boolean;
  /** Whom else an undecided call is between: in a close one the role that the fewest changes let catch up. */
  readonly rival: number;
}

/**
 * The whole advice for one respondent: pure, and the same for the same pack and answers.
 * Answers hold option ids that the pack knows (see `parseAnswers`); a question without an entry stays open.
 */
export function advise(pack: Pack, given: Answers): Advice {
  const one = caseOf(pack, given);
  const { totals, judged, pulls } = one;
  const { card, answers } = totals;
  const unanswered = totals.unanswered.map(({ question }) => question.id);
  const { leader, runnerUp, isShared } = judged;
  const known = answersFrom(pack, answers);
  const of = isShared ? null : leader;
  return withSources(pack, {
    format: "role-advisor/advice@1",
    program: version,
    pack: { id: pack.id, version: pack.version, hash: pack.hash, title: pack.title, lang: pack.lang },
    code: writeCode(pack, known),
    answers: asWritten(pack, known),
    questions: { answered: judged.answered, open: unanswered, scored: card.scored.length },
    recommendation: recommend(one),
    portrait: portray(totals, pulls),
    roles: scoreRoles(totals),
    reasons: reasonsOf(totals, leader, runnerUp),
    contributions: contributionsOf(totals, leader, runnerUp),
    fit: of === null ? null : fitOf(card, pulls, of),
    neighbours: nameNeighbours(totals, judged),
    evidence: evidenceFor(pack, judged, unanswered.length > 0),
    flip: tellFlip(one),
    completions: tellCompletions(totals),
    robustness: measureRobustness(contributionsByRival(totals, leader)),
    kind: of === null ? null : matchKind(totals, of),
    tension: tellTension(totals, judged),
    deciding: one.isUndecided ? decidingQuestions(one) : [],
    paths: one.isUndecided ? [leader, one.rival].map((role) => rolePath(one, role)) : [],
    path: of === null ? null : tellPath(totals, of, pulls),
    notes: notesFor(one),
    counterpart: counterparts(pack, of),
    limits: { say: pack.limits.say, sources: pack.limits.sources },
  });
}

function caseOf(pack: Pack, given: Answers): Case {
  const totals = totalsOf(pack, given);
  const judged = judge(totals);
  const { verdict, rival, runnerUp } = judged;
  return {
    pack,
    totals,
    judged,
    pulls: measurePulls(totals),
    isUndecided: verdict === "tie" || verdict === "early" || verdict === "close",
    rival: verdict === "close" ? rival : runnerUp,
  };
}

function recommend({ pack, judged }: Case): Advice["recommendation"] {
  const { leader, runnerUp, isShared, verdict, margin, isCertain, answered, points } = judged;
  const role = (n: number) => ({ id: pack.roles[n]?.id ?? "", short: pack.roles[n]?.short ?? "" });
  const leaders = leadersOf(points).map(role);
  const names = leaders.map(({ short }) => short);
  return {
    role: isShared ? null : role(leader).id,
    ...(isShared && { leaders: leaders.map(({ id }) => id) }),
    runnerUp: role(runnerUp).id,
    verdict,
    margin,
    certain: isCertain,
    summary: answered === 0 ? say(pack, "verdict.nothing") : sayVerdict(pack, verdict, names, role(runnerUp).short),
  };
}

/** The verdict as a sentence. In a tie `leaders` are all who share the lead, else the one who has it. */
export function sayVerdict(pack: Pack, verdict: Verdict, leaders: readonly string[], rival: string): string {
  const [leader = ""] = leaders;
  if (verdict === "tie") return say(pack, "verdict.tie", { leaders: formatList(pack, leaders) });
  if (verdict === "close") return say(pack, "verdict.close", { leader, rival });
  return say(pack, `verdict.${verdict}`, { leader });
}

function scoreRoles({ card, points, possible }: Totals): Advice["roles"] {
  const of = (evidence: EvidenceKind, role: number) => {
    const column = card.columns.roles[evidence] + role;
    return { points: at(points, column), possible: at(possible, column) };
  };
  return card.pack.roles.map(({ id, short, name }, role) => {
    return { id, short, name, ...of("drawn", role), able: of("able", role) };
  });
}

function tellFlip({ pack, totals, judged: { flip, leader, rival } }: Case): Advice["flip"] {
  if (flip === null) return null;
  const changes = changesFor(totals, leader, rival).slice(0, flip);
  return {
    answers: flip,
    changes: changes.map(({ question, from, to }) => ({ question, from, to })),
    to: pack.roles[leaderAfter(totals, changes, leader, rival)]?.id ?? "",
  };
}

function tellCompletions(totals: Totals): Advice["completions"] {
  const completions = countCompletions(totals);
  const leads = Object.fromEntries(totals.card.pack.roles.map(({ id }, n) => [id, at(completions.leads, n)]));
  return { ...completions, leads };
}

/** For each rival what every answer adds to the leader's margin over it. */
function contributionsByRival({ card, answers }: Totals, leader: number): number[][] {
  const rows = card.scored
    .filter(({ place }) => at(answers, place) !== open)
    .map((one) => rowOf(one, at(answers, one.place)).points);
  const rivals = [...card.pack.roles.keys()].filter((role) => role !== leader);
  return rivals.map((rival) => rows.map((row) => at(row, leader) - at(row, rival)));
}

const mostDeciding = 3;

/**
 * Open questions first, by how far apart their answers can pull the two, unless none of them can end the lead; then given
 * answers that could turn it.
 */
function decidingQuestions({ totals, judged: { leader, isCertain }, rival }: Case): string[] {
  const unanswered = (isCertain ? [] : totals.unanswered)
    .map((question) => ({ id: question.question.id, pull: swing(question, leader, rival) }))
    .filter(({ pull }) => pull > 0)
    .sort((a, b) => b.pull - a.pull)
    .map(({ id }) => id);
  const given = changesFor(totals, leader, rival).map(({ question }) => question);
  return [...unanswered, ...given].slice(0, mostDeciding);
}

function rolePath({ pack, totals, pulls }: Case, role: number): RolePath {
  return {
    role: pack.roles[role]?.id ?? "",
    kind: matchKind(totals, role),
    path: tellPath(totals, role, pulls),
  };
}

/** Notes that hold: the leader's first, in an undecided call those of both, in a tie of all who lead; then the pack's. */
function notesFor({ pack, totals: { answers }, judged, isUndecided, rival }: Case): Advice["notes"] {
  const { leader, isShared, points } = judged;
  const roles = isShared ? leadersOf(points) : isUndecided ? [leader, rival] : [leader];
  return [...roles.flatMap((role) => pack.roles[role]?.notes ?? []), ...pack.notes]
    .filter((note) => holds(compileConditions(pack, note), answers))
    .map(({ id, title, say, sources }) => ({ id, title, say, sources }));
}

function counterparts({ roles }: Pack, leader: number | null): Advice["counterpart"] {
  const sayings = (leader === null ? undefined : roles[leader]?.counterpart) ?? mapOf<Saying>([]);
  return roles.flatMap(({ id }) => {
    const saying = sayings[id];
    return saying === undefined ? [] : [{ role: id, say: saying.say, sources: saying.sources }];
  });
}

/** Adds every source that the record names, in the order in which they are named. */
function withSources(pack: Pack, advice: Omit<Advice, "sources">): Advice {
  // A question may be called "sources", so answers are passed over.
  const named = namedSources({ ...advice, answers: {} });
  const ofEvidence = advice.evidence === null ? [] : (pack.evidence?.sources ?? []);
  return { ...advice, sources: sourcesOf(pack, new Set([...named, ...ofEvidence])) };
}
