import { formatList } from "../pack/language.ts";
import { mapOf } from "../pack/map-of.ts";
import { namedSources, sourcesOf } from "../pack/named-sources.ts";
import type { Pack, Saying } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { version } from "../version.ts";
import { type Advice, isUndecided, type RolePath } from "./advice.ts";
import { writeCode } from "./code.ts";
import { countCompletions } from "./completions.ts";
import { compileConditions, holds } from "./condition.ts";
import { evidenceFor } from "./evidence.ts";
import { fitOf } from "./fit.ts";
import { changesFor, leaderAfter } from "./flip.ts";
import { type Judgement, judge, leadersOf, type Verdict } from "./judge.ts";
import { matchKind } from "./kind.ts";
import { nameNeighbours } from "./neighbours.ts";
import { swing } from "./next-question.ts";
import { tellPath } from "./path.ts";
import { portray } from "./portrait.ts";
import { measurePulls, type Pulls } from "./pulls.ts";
import { contributionsByRival, contributionsOf, reasonsOf } from "./reasons.ts";
import { measureRobustness } from "./robustness.ts";
import { type Answers, answersFrom, at, type EvidenceKind } from "./scorecard.ts";
import { tellTension } from "./tension.ts";
import { type Totals, totalsOf } from "./totals.ts";
import { asWritten } from "./written-answers.ts";

/** What every part of the advice needs to know of one respondent. */
interface Respondent {
  readonly pack: Pack;
  readonly totals: Totals;
  readonly judged: Judgement;
  readonly pulls: Pulls;
  /** Is the verdict tie, early or close? Then the advice describes leader and rival side by side. */
  readonly isUndecided: boolean;
  /** The runner-up; when the verdict is close, the role that the fewest changes let catch up. */
  readonly rival: number;
}

/**
 * The whole advice for one respondent. A pure function: the same pack and answers give the same advice.
 * Every option id in `answers` must be in the pack (see `parseAnswers`); a question without an entry stays open.
 */
export function advise(pack: Pack, answers: Answers): Advice {
  const respondent = respondentOf(pack, answers);
  const { totals, judged, pulls } = respondent;
  const { card } = totals;
  const unanswered = totals.unanswered.map(({ question }) => question.id);
  const { leader, runnerUp, isShared } = judged;
  const inPackOrder = answersFrom(pack, totals.answers);
  const soleLeader = isShared ? null : leader;
  return withSources(pack, {
    format: "role-advisor/advice@1",
    program: version,
    pack: { id: pack.id, version: pack.version, hash: pack.hash, title: pack.title, lang: pack.lang },
    code: writeCode(pack, inPackOrder),
    answers: asWritten(pack, inPackOrder),
    questions: { answered: judged.answered, open: unanswered, scored: card.scored.length },
    recommendation: recommend(respondent),
    portrait: portray(totals, pulls),
    roles: scoreRoles(totals),
    reasons: reasonsOf(totals, leader, runnerUp),
    contributions: contributionsOf(totals, leader, runnerUp),
    fit: soleLeader === null ? null : fitOf(card, pulls, soleLeader),
    neighbours: nameNeighbours(totals, judged),
    evidence: evidenceFor(pack, judged, unanswered.length > 0),
    flip: tellFlip(respondent),
    completions: tellCompletions(totals),
    robustness: measureRobustness(contributionsByRival(totals, leader)),
    kind: soleLeader === null ? null : matchKind(totals, soleLeader),
    tension: tellTension(totals, judged),
    deciding: respondent.isUndecided ? decidingQuestions(respondent) : [],
    paths: respondent.isUndecided ? [leader, respondent.rival].map((role) => rolePath(respondent, role)) : [],
    path: soleLeader === null ? null : tellPath(totals, soleLeader, pulls),
    notes: notesFor(respondent),
    counterpart: counterparts(pack, soleLeader),
    limits: { say: pack.limits.say, sources: pack.limits.sources },
  });
}

function respondentOf(pack: Pack, answers: Answers): Respondent {
  const totals = totalsOf(pack, answers);
  const judged = judge(totals);
  const { verdict, rival, runnerUp } = judged;
  return {
    pack,
    totals,
    judged,
    pulls: measurePulls(totals),
    isUndecided: isUndecided({ recommendation: judged }),
    rival: verdict === "close" ? rival : runnerUp,
  };
}

function recommend({ pack, judged }: Respondent): Advice["recommendation"] {
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

/** The verdict as a sentence. `leaders` are the short names of all roles that share the lead, or of the only leader. */
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

function tellFlip({ pack, totals, judged: { flip, leader, rival } }: Respondent): Advice["flip"] {
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

const mostDeciding = 3;

/**
 * Ids of the questions that could decide between leader and rival: first open ones by their swing, unless no answer to
 * them can end the lead; then answered ones whose change gains the rival points.
 */
function decidingQuestions({ totals, judged: { leader, isCertain }, rival }: Respondent): string[] {
  const unanswered = (isCertain ? [] : totals.unanswered)
    .map((question) => ({ id: question.question.id, points: swing(question, leader, rival) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ id }) => id);
  const answered = changesFor(totals, leader, rival).map(({ question }) => question);
  return [...unanswered, ...answered].slice(0, mostDeciding);
}

function rolePath({ pack, totals, pulls }: Respondent, role: number): RolePath {
  return {
    role: pack.roles[role]?.id ?? "",
    kind: matchKind(totals, role),
    path: tellPath(totals, role, pulls),
  };
}

/** Notes that hold: of the leader, in an undecided call of both roles, in a tie of all leaders; then of the pack. */
function notesFor({ pack, totals: { answers }, judged, isUndecided, rival }: Respondent): Advice["notes"] {
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

/** Adds every source that the record names, in the order of first mention. */
function withSources(pack: Pack, advice: Omit<Advice, "sources">): Advice {
  // Answers are left out, since a question's id may be "sources".
  const named = namedSources({ ...advice, answers: {} });
  const ofEvidence = advice.evidence === null ? [] : (pack.evidence?.sources ?? []);
  return { ...advice, sources: sourcesOf(pack, new Set([...named, ...ofEvidence])) };
}
