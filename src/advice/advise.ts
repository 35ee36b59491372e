import type { Pack, Role, Saying, Source } from "../pack/pack.ts";
import { open, writtenAnswer } from "../pack/pick.ts";
import { version } from "../version.ts";
import type { Advice } from "./advice.ts";
import { writeCode } from "./code.ts";
import { countCompletions } from "./completions.ts";
import { compileConditions, holds } from "./condition.ts";
import { changesFor } from "./flip.ts";
import { type Judgement, judge, leadersOf, type Verdict } from "./judge.ts";
import { swing } from "./order.ts";
import { explain } from "./reasons.ts";
import { measureRobustness } from "./robustness.ts";
import {
  type Answers,
  addAnswers,
  addPossible,
  answersFrom,
  at,
  compileScorecard,
  type EvidenceKind,
  type Numbers,
  numbersOf,
  rowOf,
  type Scorecard,
} from "./scorecard.ts";
import { findTension, findWay, matchKind, tellPath } from "./way.ts";
import { headline, listed } from "./words.ts";

/**
 * The whole advice for one respondent: pure, and the same for the same pack and answers.
 * Answers hold option ids that the pack knows (see `parseAnswers`); a question without an entry stays open.
 */
export function advise(pack: Pack, given: Answers): Advice {
  const card = compileScorecard(pack);
  const numbers = numbersOf(pack, given);
  const answers = answersFrom(pack, numbers);
  const judged = judge(card, numbers);
  const { verdict, leader: first, runnerUp: second, flip } = judged;
  const leaders = leadersOf(judged.points);
  const role = (n: number) => pack.roles[n] as Role;
  const leader = verdict === "tie" ? null : role(first);
  const isOpenCall = verdict === "tie" || verdict === "early" || verdict === "close";
  const completions = countCompletions(card, numbers);
  const way = (n: number) => {
    const found = findWay(card, numbers, n);
    return { kind: matchKind(role(n), found), path: tellPath(card, numbers, role(n), found) };
  };
  const recommended = leader === null ? null : way(first);
  // What is open lies between the leader and the one that a single answer lets catch up, which may be a third.
  const rival = verdict === "close" ? judged.rival : second;
  const noted = verdict === "tie" ? leaders : isOpenCall ? [first, rival] : [first];

  return withSources(pack, {
    format: "role-advisor/advice@1",
    program: version,
    pack: { id: pack.id, version: pack.version, hash: pack.hash, title: pack.title },
    code: writeCode(pack, answers),
    answers: asWritten(pack, answers),
    questions: {
      answered: judged.answered,
      open: card.scored.map(({ question }) => question.id).filter((id) => answers[id] === undefined),
      scored: card.scored.length,
    },
    recommendation: {
      role: leader?.id ?? null,
      ...(leader === null && { leaders: leaders.map((n) => role(n).id) }),
      runnerUp: role(second).id,
      verdict,
      margin: judged.margin,
      certain: judged.isCertain,
      summary: summarise(
        judged.answered > 0 ? verdict : null,
        leaders.map((n) => role(n).short),
        role(second).short,
      ),
    },
    roles: scoreRoles(card, numbers),
    reasons: explain(card, numbers, first, second),
    flip:
      flip === null
        ? null
        : {
            answers: flip,
            changes: changesFor(card, numbers, first, judged.rival)
              .slice(0, flip)
              .map(({ question, from, to }) => ({ question, from, to })),
            to: role(judged.rival).id,
          },
    deciding: isOpenCall ? decidingQuestions(card, numbers, judged, rival) : [],
    completions: {
      ...completions,
      leads: Object.fromEntries(pack.roles.map(({ id }, n) => [id, completions.leads[n] as number])),
    },
    robustness: measureRobustness(contributionsByRival(card, numbers, first)),
    kind: recommended?.kind ?? null,
    tension: tellTension(card, numbers, judged),
    path: recommended?.path ?? null,
    ways: isOpenCall ? [first, rival].map((n) => ({ role: role(n).id, ...way(n) })) : [],
    notes: [...noted.flatMap((n) => role(n).notes), ...pack.notes]
      .filter((note) => holds(compileConditions(pack, note), numbers))
      .map(({ id, title, say, sources }) => ({ id, title, say, sources })),
    counterpart: pack.roles.flatMap(({ id }) => {
      const saying = leader?.counterpart[id];
      return saying === undefined ? [] : [{ role: id, ...saying }];
    }),
    limits: pack.limits,
  });
}

function scoreRoles(card: Scorecard, answers: Numbers): Advice["roles"] {
  const totals = (evidence: EvidenceKind) => {
    const [first, roles] = [card.columns.roles[evidence], card.roles];
    return { points: addAnswers(card, answers, first, roles), possible: addPossible(card, answers, first, roles) };
  };
  const [drawn, able] = [totals("drawn"), totals("able")];
  return card.pack.roles.map(({ id, short, name }, n) => ({
    id,
    short,
    name,
    points: at(drawn.points, n),
    possible: at(drawn.possible, n),
    able: { points: at(able.points, n), possible: at(able.possible, n) },
  }));
}

/** For each rival what every answer adds to the leader's margin over it. */
function contributionsByRival({ scored, pack }: Scorecard, answers: Numbers, leader: number): number[][] {
  const rows = scored
    .filter(({ place }) => at(answers, place) !== open)
    .map((one) => rowOf(one, at(answers, one.place)));
  const rivals = [...pack.roles.keys()].filter((role) => role !== leader);
  return rivals.map((rival) => rows.map((row) => at(row, leader) - at(row, rival)));
}

/** Answers as records and files show them: the id alone where one option is picked. */
export function asWritten(pack: Pack, answers: Answers): Advice["answers"] {
  return Object.fromEntries(
    pack.questions.flatMap((question) => {
      const picked = answers[question.id];
      return picked === undefined ? [] : [[question.id, writtenAnswer(question, picked)]];
    }),
  );
}

/** `verdict` is null where nothing that counts was answered. */
function summarise(verdict: Verdict | null, leaders: readonly string[], runnerUp: string): string {
  if (verdict === null) return "No recommendation yet: no question that counts is answered";
  return verdict === "tie" && leaders.length > 2
    ? `No recommendation: ${listed(leaders)} are level`
    : headline(verdict, leaders[0] as string, runnerUp);
}

const mostDeciding = 3;

/**
 * Open questions first, by how far apart their answers can pull the two, unless none of them can end the lead; then given
 * answers that could turn it.
 */
function decidingQuestions(
  card: Scorecard,
  answers: Numbers,
  { leader, isCertain }: Judgement,
  rival: number,
): string[] {
  const unanswered = (isCertain ? [] : card.scored)
    .filter(({ place }) => at(answers, place) === open)
    .map((question) => ({ id: question.question.id, pull: swing(question, leader, rival) }))
    .filter(({ pull }) => pull > 0)
    .sort((a, b) => b.pull - a.pull)
    .map(({ id }) => id);
  const given = changesFor(card, answers, leader, rival).map(({ question }) => question);
  return [...unanswered, ...given].slice(0, mostDeciding);
}

function tellTension(card: Scorecard, answers: Numbers, judged: Judgement): Advice["tension"] {
  const { tension, roles } = card.pack;
  const able = findTension(card, answers, judged);
  const [drawn, other] = [roles[judged.leader], able === null ? undefined : roles[able]];
  if (tension === null || drawn === undefined || other === undefined) return null;
  return { ...tension, drawn: drawn.id, able: other.id };
}

/** Adds every source that the record names, in the order in which they are named. */
function withSources(pack: Pack, advice: Omit<Advice, "sources">): Advice {
  const ways = advice.path === null ? advice.ways : [{ kind: advice.kind, path: advice.path }, ...advice.ways];
  const cited: readonly (Pick<Saying, "sources"> | null)[] = [
    ...advice.reasons,
    ...ways.flatMap(({ kind, path }) => [
      kind,
      ...path.stages.flatMap((stage) => [stage, ...stage.do]),
      ...path.grow.flatMap(({ experiments }) => experiments),
    ]),
    advice.tension,
    ...advice.notes,
    ...advice.counterpart,
    advice.limits,
  ];
  const ids = new Set(cited.flatMap((saying) => saying?.sources ?? []));
  return { ...advice, sources: Object.fromEntries([...ids].map((id) => [id, pack.sources[id] as Source])) };
}
