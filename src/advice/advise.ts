import type { Pack, Role, Saying, Source } from "../pack/pack.ts";
import { version } from "../version.ts";
import type { Advice } from "./advice.ts";
import { writeCode } from "./code.ts";
import { countCompletions } from "./completions.ts";
import { possibleGains, smallestFlip } from "./flip.ts";
import { swing } from "./order.ts";
import { explain } from "./reasons.ts";
import { measureRobustness } from "./robustness.ts";
import { type Scores, scoreRoles } from "./score.ts";
import { type Answers, compileScorecard } from "./scorecard.ts";
import { isCertain, judge, leadersOf, type Verdict } from "./verdict.ts";
import { findPath, holds, matchKind } from "./way.ts";
import { headline, listed } from "./words.ts";

/**
 * The whole advice for one respondent: pure, and the same for the same pack and answers.
 * Answers hold option ids that the pack knows (see `parseAnswers`); a question without an entry stays open.
 */
export function advise(pack: Pack, given: Answers): Advice {
  const answers = inPackOrder(pack, given);
  const card = compileScorecard(pack);
  const drawn = scoreRoles(card, answers);
  const able = scoreRoles(card, answers, "able");
  const flip = smallestFlip(drawn);
  const verdict = judge(drawn, flip, pack.verdict);
  const leaders = leadersOf(drawn);
  const [first, second] = drawn.ranking as [number, number];
  const role = (n: number) => pack.roles[n] as Role;
  const leader = verdict === "tie" ? null : role(first);
  const isOpenCall = verdict === "tie" || verdict === "early" || verdict === "close";
  const completions = countCompletions(card, answers);
  const way = (of: Role) => ({ kind: matchKind(pack, of, answers), path: findPath(pack, of, answers) });
  const recommended = leader === null ? null : way(leader);
  // What is open lies between the leader and the one that a single answer lets catch up, which may be a third.
  const rival = verdict === "close" ? (flip?.to ?? second) : second;
  const noted = verdict === "tie" ? leaders : isOpenCall ? [first, rival] : [first];

  return withSources(pack, {
    format: "role-advisor/advice@1",
    program: version,
    pack: { id: pack.id, version: pack.version, hash: pack.hash, title: pack.title },
    code: writeCode(pack, answers),
    answers: asWritten(pack, answers),
    questions: {
      answered: drawn.answered.length,
      open: drawn.open.map(({ id }) => id),
      scored: drawn.answered.length + drawn.open.length,
    },
    recommendation: {
      role: leader?.id ?? null,
      ...(leader === null && { leaders: leaders.map((n) => role(n).id) }),
      runnerUp: role(second).id,
      verdict,
      margin: (drawn.points[first] as number) - (drawn.points[second] as number),
      certain: isCertain(drawn),
      summary: summarise(
        drawn.answered.length > 0 ? verdict : null,
        leaders.map((n) => role(n).short),
        role(second).short,
      ),
    },
    roles: pack.roles.map(({ id, short, name }, n) => ({
      id,
      short,
      name,
      points: drawn.points[n] as number,
      possible: drawn.possible[n] as number,
      able: { points: able.points[n] as number, possible: able.possible[n] as number },
    })),
    reasons: explain(pack, drawn, first, second),
    flip: flip && {
      answers: flip.changes.length,
      changes: flip.changes.map(({ question, from, to }) => ({ question, from, to })),
      to: role(flip.to).id,
    },
    deciding: isOpenCall ? decidingQuestions(drawn, rival) : [],
    completions: {
      ...completions,
      leads: Object.fromEntries(pack.roles.map(({ id }, n) => [id, completions.leads[n] as number])),
    },
    robustness: measureRobustness(drawn),
    kind: recommended?.kind ?? null,
    tension: findTension(pack, drawn, able),
    path: recommended?.path ?? null,
    ways: isOpenCall ? [first, rival].map(role).map((of) => ({ role: of.id, ...way(of) })) : [],
    notes: [...noted.flatMap((n) => role(n).notes), ...pack.notes]
      .filter((note) => holds(note, answers))
      .map(({ id, title, say, sources }) => ({ id, title, say, sources })),
    counterpart: pack.roles.flatMap(({ id }) => {
      const saying = leader?.counterpart[id];
      return saying === undefined ? [] : [{ role: id, ...saying }];
    }),
    limits: pack.limits,
  });
}

function inPackOrder(pack: Pack, answers: Answers): Answers {
  return Object.fromEntries(
    pack.questions.flatMap(({ id, options }) => {
      const picked = answers[id];
      return picked === undefined ? [] : [[id, options.map((option) => option.id).filter((o) => picked.includes(o))]];
    }),
  );
}

/** Answers as records and files show them: the id alone where one option is picked. */
export function asWritten(pack: Pack, answers: Answers): Advice["answers"] {
  return Object.fromEntries(
    pack.questions.flatMap(({ id, pick }) => {
      const picked = answers[id];
      return picked === undefined ? [] : [[id, pick === "one" ? (picked[0] as string) : picked]];
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
function decidingQuestions(scores: Scores, rival: number): string[] {
  const [leader] = scores.ranking as [number];
  const open = (isCertain(scores) ? [] : scores.open)
    .map((question) => ({ id: question.id, pull: swing(question, leader, rival) }))
    .filter(({ pull }) => pull > 0)
    .sort((a, b) => b.pull - a.pull)
    .map(({ id }) => id);
  const given = possibleGains(scores, leader, rival)
    .filter(({ gain }) => gain > 0)
    .map(({ question }) => question);
  return [...open, ...given].slice(0, mostDeciding);
}

/** DESIGN 5.8: drawn to one role, able in another, and neither lead hangs on a single answer. */
function findTension(pack: Pack, drawn: Scores, able: Scores): Advice["tension"] {
  const leads = [drawn, able].map((scores) => {
    const flip = smallestFlip(scores, scores.evidence === "able");
    const isFirm = leadersOf(scores).length === 1 && (flip === null || flip.changes.length >= 2);
    return isFirm ? pack.roles[scores.ranking[0] as number]?.id : undefined;
  });
  const [to, by] = leads;
  if (pack.tension === null || to === undefined || by === undefined || to === by) return null;
  return { ...pack.tension, drawn: to, able: by };
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
